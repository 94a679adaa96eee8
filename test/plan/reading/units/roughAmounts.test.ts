import { numberInText } from "../../../../src/plan/reading/cells/amountText";
import { amount, effects, lines, readAlone } from "../../support/register";

test("an amount that is about so much counts, and is said", () => {
  const rows = [
    ["Scheme", "Saving £k"],
    ["A", "c. £30k"],
    ["B", "circa 20"],
    ["C", "~15"],
    ["D", "approx. £1.5k"],
  ];
  const reading = readAlone(rows);
  expect(effects(reading)).toEqual({ A: amount(30), B: amount(20), C: amount(15), D: amount(1.5) });
  expect(lines(reading)).toEqual([
    "warning Register!B2: the cell says about how much it is, which was read as the number itself",
  ]);
});

test.each(["C30", "c30", "C 30", "est", "about", "circa"])("'%s' is no amount", (text) => {
  expect(numberInText(text)).toBeNull();
});
