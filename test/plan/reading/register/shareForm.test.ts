import { percent, type CellText } from "../../support/grid";
import { byYear, effects, lines, questions, readAlone } from "../../support/register";

const asked = (reading: Parameters<typeof questions>[0]) =>
  questions(reading).map(([level, cell, { choices }]) => [level, cell, choices]);

const plain: CellText[][] = [
  ["Scheme", "Saving £k", "2025/26", "2026/27", "2027/28"],
  ["A", 100, 0.25, 0.5, 1],
  ["B", 80, 0.5, 1, 1],
];

describe("plain numbers by year beside a saving", () => {
  test("are its shares where they end at 1 in every row, which is asked", () => {
    const reading = readAlone(plain);
    expect(effects(reading)).toEqual({ A: byYear([25, 50, 100], 100), B: byYear([40, 80, 80], 80) });
    expect(asked(reading)).toEqual([["warning", "Register!C1", ["shares of 'Saving £k'", "amounts"]]]);
  });

  test("are amounts where the user says so", () => {
    const reading = readAlone(plain, { answers: { "sharesOrAmounts@Register!C1": "amounts" }, yearSavings: "each" });
    expect(effects(reading).A).toEqual(byYear([0.25, 0.5, 1], 1));
  });

  test.each([
    ["Phasing 2025/26", "Phasing 2026/27"],
    ["2025/26 in place", "2026/27 in place"],
    ["2025/26 %", "2026/27 %"],
  ])("are its shares where they are headed so: %s", (one, two) => {
    const reading = readAlone([
      ["Scheme", "Saving £k", one, two],
      ["A", 100, 0.25, 1],
      ["B", 80, 0.5, 1],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([25, 100], 100), B: byYear([40, 80], 80) });
    expect(asked(reading).filter(([, , choices]) => choices?.includes("amounts"))).toEqual([]);
  });

  test("are its amounts where they come to it", () => {
    const reading = readAlone([
      ["Scheme", "Saving £m", "2025/26", "2026/27"],
      ["A", 1, 0.25, 1],
      ["B", 0.5, 0.25, 0.5],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([0.25, 1], 1), B: byYear([0.25, 0.5], 0.5) });
  });
});

describe("shares that come to 100% in every row", () => {
  const steps: CellText[][] = [
    ["Scheme", "Saving £k", "2025/26", "2026/27", "2027/28"],
    ["A", 100, percent(0.25), percent(0.25), percent(0.5)],
    ["B", 80, percent(0.5), percent(0.5), percent(0)],
  ];

  test("are asked, since they may be what each year adds", () => {
    expect(asked(readAlone(steps))).toEqual([
      ["error", "Register!C1", ["in place in each year", "added in each year"]],
    ]);
  });

  test.each([
    ["added in each year", [25, 50, 100], [40, 80, 80]],
    ["in place in each year", [25, 25, 50], [40, 40, 0]],
  ])("are %s where the user says so", (answer, a, b) => {
    const reading = readAlone(steps, { answers: { "shareSteps@Register!C1": answer } });
    expect(effects(reading)).toEqual({ A: byYear(a, 100), B: byYear(b, 80) });
  });
});

describe("shares beside amounts by year", () => {
  const both = (second: number): CellText[][] => [
    ["Scheme", "Saving £k", "Phasing 2025/26", "Phasing 2026/27", "2025/26", "2026/27"],
    ["A", 100, 0.25, 0.6, 25, second],
    ["B", 80, 0.25, 0.5, 20, 40],
  ];

  test("say the same in silence", () => {
    expect(lines(readAlone(both(60), { yearSavings: "each" }))).toEqual([]);
  });

  test("are asked at the share that says something else", () => {
    const reading = readAlone(both(70), { yearSavings: "each" });
    expect(asked(reading)).toEqual([["error", "Register!D2", ["the amounts by year", "the shares of 'Saving £k'"]]]);
    const answered = readAlone(both(70), {
      yearSavings: "each",
      answers: { "amountsOrShares@Register!D2": "the shares of 'Saving £k'" },
    });
    expect(effects(answered).A).toEqual(byYear([25, 60], 100));
  });
});
