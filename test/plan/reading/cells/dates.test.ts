import type { CellText } from "../../support/grid";
import { byYear, date, effects, leversOf, lines, questions, readAlone } from "../../support/register";

/** 31 March and 1 April of 2025 and the years after, as Excel counts days. */
const yearEnds = [45747, 46112, 46477] as const;
const firstOfApril = 45748;
const firstOfOctober = 45931;

const starts = (...cells: CellText[]): CellText[][] => [
  ["Scheme", "Saving £k", "Start"],
  ...cells.map((cell, index): CellText[] => [String.fromCharCode(65 + index), 100, cell]),
];
const when = (reading: Parameters<typeof leversOf>[0]) =>
  leversOf(reading).map(({ start, firstYearShare }) => [start, Math.round(firstYearShare * 12)]);

describe("the end of a fiscal year", () => {
  test("in headings is the year", () => {
    const reading = readAlone(
      [
        ["Scheme", ...yearEnds.map((day) => date(day))],
        ["A", 10, 20, 30],
      ],
      {
        yearSavings: "each",
      },
    );
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2024/25", "2025/26", "2026/27"]);
    expect(effects(reading)).toEqual({ A: byYear([10, 20, 30], 30) });
  });

  test("in a Start column is the year where all starts are such, else a day", () => {
    const all = readAlone(starts(date(yearEnds[1]), date(yearEnds[2])));
    expect(all.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(when(all)).toEqual([
      [1, 12],
      [2, 12],
    ]);
    const one = readAlone(starts(date(yearEnds[1]), date(yearEnds[1] + 1)));
    expect(when(one)).toEqual([
      [1, 1],
      [2, 12],
    ]);
  });
});

describe("workbooks that count days from 1904", () => {
  const sheet = { date1904: true };

  test("read a year's last day, and a start month given as a date, as others do", () => {
    const ends = readAlone(starts(date(yearEnds[1] - 1462), date(yearEnds[2] - 1462)), {}, sheet);
    expect(when(ends)).toEqual([
      [1, 12],
      [2, 12],
    ]);
    const months = readAlone(
      [
        ["Scheme", "Saving £k", "Start", "Start month"],
        ["A", 100, "2025/26", date(firstOfOctober - 1462)],
      ],
      {},
      sheet,
    );
    expect(when(months)).toEqual([[1, 6]]);
  });

  test("in cells", () => {
    const reading = readAlone(starts(date(firstOfApril - 1462), date(firstOfOctober - 1462)), {}, sheet);
    expect(reading.plan?.years).toEqual(["2025/26"]);
    expect(when(reading)).toEqual([
      [1, 12],
      [1, 6],
    ]);
  });

  test("in headings", () => {
    const rows: CellText[][] = [
      ["Scheme", ...yearEnds.map((day) => date(day - 1462))],
      ["A", 10, 20, 30],
    ];
    const reading = readAlone(rows, { yearSavings: "each" }, sheet);
    expect(reading.plan?.years).toEqual(["2024/25", "2025/26", "2026/27"]);
    expect(reading.levers?.columns[1]?.heading).toBe("31/03/2025");
  });
});

describe("starts as texts", () => {
  test("quarters, months, days and years", () => {
    const reading = readAlone(starts("Q3 2025/26", "Oct-25", "1 July 2025", "2026/27", "TBC"));
    expect(lines(reading)).toEqual([
      "warning Register!C6: other levers have a start and this one has none yet, so it counts in full from 2025/26",
    ]);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(when(reading)).toEqual([
      [1, 6],
      [1, 6],
      [1, 9],
      [2, 12],
      [1, 12],
    ]);
  });

  test("day and month that could be either are asked once", () => {
    const reading = readAlone(starts("04/10/2025", "05/06/2025"));
    expect(when(reading)).toEqual([
      [1, 6],
      [1, 10],
    ]);
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Register!C2",
        message: "the date is a text in which day and month could be either; the day was taken to come first",
        count: 2,
        question: {
          key: "dayOrder@Register!C2",
          choices: ["day before month", "month before day"],
          taken: "day before month",
          option: "--answer 'Register!C2=month before day'",
          cells: ["Register!C2", "Register!C3"],
        },
      },
    ]);
  });

  test("a day above 12 settles it for the column", () => {
    const reading = readAlone(starts("04/10/2025", "25/04/2025"));
    expect(lines(reading)).toEqual([]);
    expect(when(reading)).toEqual([
      [1, 6],
      [1, 12],
    ]);
  });
});

describe("bare years", () => {
  test("alone are those in which the fiscal year starts", () => {
    const reading = readAlone(starts(2025, 2026));
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
  });

  test("beside labels such as FY26 are one question for the plan, which the user's word settles", () => {
    const rows = starts(2025, "FY27", 2026);
    const reading = readAlone(rows);
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!C2",
        {
          key: "bareYear@Register!C2",
          choices: ["2025 is the year that starts in it", "2025 is the year that ends in it"],
          taken: "2025 is the year that starts in it",
          option: "--answer 'Register!C2=2025 is the year that ends in it'",
        },
      ],
    ]);
    const settled = readAlone(rows, { corrections: { bareYear: "end" } });
    expect(lines(settled)).toEqual([]);
    expect(settled.plan?.years).toEqual(["2024/25", "2025/26", "2026/27"]);
  });
});

test("a day in a text may have its year in two digits", () => {
  expect(when(readAlone(starts("01-Jan-26", "1 Oct 25", "1st April 2025")))).toEqual([
    [1, 3],
    [1, 6],
    [1, 12],
  ]);
});
