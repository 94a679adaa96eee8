import { lines, readAlone } from "../../support/register";

const saving = (heading: string, ...amounts: (number | string)[]) =>
  lines(readAlone([["Scheme", heading], ...amounts.map((amount, at) => [`S${at}`, amount])]));

describe("an amount far above all others is said with its cell", () => {
  test("of its column", () => {
    expect(saving("2026/27 £m", 1.2, 0.8, 450, 2.5)).toEqual([
      "warning Register!B4: 450 is 180 times the next largest amount of its column; is it in £m?",
    ]);
    expect(saving("Saving 2026/27 £k", 120, 85, 240000, 15, 33, 20)).toEqual([
      "warning Register!B4: 240000 is 2000 times the next largest amount of its column; is it in £k?",
    ]);
  });

  test("of its own row's other years", () => {
    const reading = readAlone(
      [
        ["Scheme", "2026/27 £k", "2027/28 £k"],
        ["Agency", 85, 85000],
        ["Rota", 2400, 240],
      ],
      { yearSavings: "each" },
    );
    expect(lines(reading)).toEqual([
      "warning Register!C2: 85000 is 1000 times the next largest amount of its row; is it in £k?",
    ]);
  });
});

test("amounts of a usual register are no news", () => {
  expect(saving("Saving £k", 1500, 20, 30, 900)).toEqual([]);
  expect(saving("Saving £k", 5, 400)).toEqual([]);
});
