import { numberInText } from "../../../../src/plan/reading/cells/amountText";
import { amount, effects, lines, readAlone } from "../../support/register";

test("an amount that is about so much counts, and is said", () => {
  const rows = [
    ["Scheme", "Saving £k"],
    ["A", "c. £30k"],
    ["B", "circa 20"],
    ["C", "~15"],
    ["D", "approx. £1.5k"],
    ["E", "up to £40k"],
    ["F", "25 p.a."],
    ["G", "£5k per annum"],
    ["H", "8/year"],
  ];
  const reading = readAlone(rows);
  expect(effects(reading)).toEqual({
    ...{ A: amount(30), B: amount(20), C: amount(15), D: amount(1.5), E: amount(40) },
    ...{ F: amount(25), G: amount(5), H: amount(8) },
  });
  expect(lines(reading)).toEqual([
    "warning Register!B2: the cell says about how much it is, which was read as the number itself",
    "warning Register!B7: the cell holds a number as text, which was read as a number",
  ]);
});

test.each(["C30", "c30", "C 30", "est", "about", "circa", "up to", "p.a.", "£30k per month"])(
  "'%s' is no amount",
  (text) => {
    expect(numberInText(text)).toBeNull();
  },
);
