import type { CellText } from "../../support/grid";
import { amount, byYear, effects, leversOf, lines, monthNames, questions, readAlone } from "../../support/register";

const quarters = ["Q1", "Q2", "Q3", "Q4"];
const first = [1, 2, 3, 4];
const second = [5, 6, 7, 8];

/** Two years of quarters under bands. */
const underBands = (one: string, two: string): CellText[][] => [
  ["Scheme", one, null, null, null, two],
  [null, ...quarters, ...quarters],
  ["A", ...first, ...second],
  ["B", ...second, ...first],
];

describe("quarters of several years", () => {
  test.each([
    ["2025/26", "2026/27", ["2025/26", "2026/27"]],
    ["FY26", "FY27", ["2025/26", "2026/27"]],
    ["FY1", "FY2", ["Year 1", "Year 2"]],
    ["FY26 (A)", "FY27 (F)", ["2025/26", "2026/27"]],
    ["FY26A", "FY27E", ["2025/26", "2026/27"]],
    ["First year 2025/26", "Second year 2026/27", ["2025/26", "2026/27"]],
  ])("are each of their own year under the bands %s and %s", (one, two, years) => {
    const reading = readAlone(underBands(one, two));
    expect(reading.plan?.years).toEqual(years);
    expect(effects(reading)).toEqual({ A: byYear([10, 26], 26), B: byYear([26, 10], 10) });
  });

  test.each([
    ["Q1'25", "Q1'26"],
    ["Q1-25", "Q1-26"],
    ["Q1 25/26", "Q1 26/27"],
  ])("are each of their own year as %s and %s", (one, two) => {
    const headings = [one, two].flatMap((heading) => quarters.map((quarter) => heading.replace("Q1", quarter)));
    const reading = readAlone([
      ["Scheme", ...headings],
      ["A", ...first, ...second],
      ["B", ...second, ...first],
    ]);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(effects(reading).A).toEqual(byYear([10, 26], 26));
  });

  const withTotals = (last: number): CellText[][] => [
    ["Scheme", "2025/26", null, null, null, null, "2026/27"],
    [null, ...quarters, "FY", ...quarters, "FY"],
    ["A", ...first, 10, ...second, 26],
    ["B", ...second, 26, ...first, last],
  ];

  test("come each to their own year's total, which says that they are amounts", () => {
    const reading = readAlone(withTotals(10));
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([10, 26], 26), B: byYear([26, 10], 10) });
  });

  test("that do not are asked at the total of their year", () => {
    const reading = readAlone(withTotals(11));
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["error", "Register!K4", ["the quarters", "'2026/27 FY'"]],
    ]);
    const answered = readAlone(withTotals(11), { answers: { "partsOrSum@Register!K4": "'2026/27 FY'" } });
    expect(effects(answered).B).toEqual(byYear([26, 11], 11));
  });

  test("go on in the years that stand beside them, though those have no heading of their own", () => {
    const reading = readAlone([
      ["Scheme", "2025/26", null, null, null, "2026/27", "2027/28"],
      [null, ...quarters],
      ["A", ...first, 14, 15],
      ["B", ...second, 30, 31],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([10, 14, 15], 15), B: byYear([26, 30, 31], 31) });
  });
});

test("months that say their year go on in the years beside them", () => {
  const months = monthNames.map((name, index) => `${name}-${index < 9 ? 25 : 26}`);
  const reading = readAlone([
    ["Scheme", ...months, "2025/26", "2026/27"],
    ["A", ...months.map(() => 2), 24, 30],
    ["B", ...months.map(() => 1), 12, 15],
  ]);
  expect(lines(reading)).toEqual([]);
  expect(effects(reading)).toEqual({ A: byYear([24, 30], 30), B: byYear([12, 15], 15) });
});

describe("FY over amounts", () => {
  test("is a full year's, and names no years by row", () => {
    const reading = readAlone([
      ["Scheme", "2025/26", null],
      [null, "In-year", "FY"],
      ["A", 5, 10],
      ["B", 6, 12],
    ]);
    expect(reading.plan?.years).toEqual(["2025/26"]);
    expect(effects(reading)).toEqual({ A: byYear([5], 10), B: byYear([6], 12) });
  });

  test("over years says no more than they do", () => {
    const reading = readAlone(
      [
        ["Scheme", "FY", null],
        [null, "2025/26", "2026/27"],
        ["A", 5, 10],
        ["B", 6, 12],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ A: byYear([5, 10], 10), B: byYear([6, 12], 12) });
  });

  test("over years by row is their year", () => {
    const reading = readAlone([
      ["Scheme", "FY", "Saving £k"],
      ["A", "2025/26", 10],
      ["B", "2026/27", 20],
    ]);
    expect(leversOf(reading).map(({ name, effect, start }) => [name, effect, start])).toEqual([
      ["A", amount(10), 1],
      ["B", amount(20), 2],
    ]);
  });
});
