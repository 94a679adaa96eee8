import type { CellText } from "../../support/grid";
import { byYear, date, effects, lines, monthNames, questions, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

const eachOrNew = {
  key: "yearSavings@Register!B1",
  choices: ["counted in each year", "new in each year"],
  taken: "counted in each year",
  option: "--answer 'Register!B1=new in each year'",
};

describe("amounts by year", () => {
  const rows: CellText[][] = [
    ["Scheme", "2025/26", "2026/27"],
    ["A", 100, 50],
    ["B", 20, 30],
  ];

  test("are an error with a question where no word says which they are", () => {
    const reading = readAlone(rows);
    expect(reading.plan).toBeNull();
    expect(questions(reading)).toEqual([["error", "Register!B1", eachOrNew]]);
  });

  test("the answer of the command line settles it", () => {
    const each = readAlone(rows, { yearSavings: "each" });
    expect(lines(each)).toEqual([]);
    expect(effects(each)).toEqual({ A: byYear([100, 50], 50), B: byYear([20, 30], 30) });
    const fresh = readAlone(rows, { yearSavings: "new" });
    expect(lines(fresh)).toEqual([]);
    expect(effects(fresh)).toEqual({ A: byYear([100, 150], 150), B: byYear([20, 50], 50) });
  });

  test("a total that sums the years makes new likelier, and is asked still", () => {
    const reading = readAlone([
      ["Scheme", "2025/26", "2026/27", "Total"],
      ["A", 100, 50, 150],
      ["B", 20, 30, 50],
    ]);
    expect(reading.findings).toEqual([
      {
        level: "error",
        cell: "Register!B1",
        message:
          "the amounts by year may be counted in each year, or be new in each year and add to those before; 'Total' sums the years, as it would of savings that are new in each year; say which: it changes every total",
        question: eachOrNew,
      },
    ]);
  });

  test.each<[what: string, rows: CellText[][]]>([
    [
      "heading",
      [
        ["Scheme", "New saving 2025/26", "New saving 2026/27"],
        ["A", 100, 50],
      ],
    ],
    [
      "heading of one word",
      [
        ["Scheme", "New 2025/26", "New 2026/27"],
        ["A", 100, 50],
      ],
    ],
    [
      "band",
      [
        [null, "New savings", null],
        ["Scheme", "2025/26", "2026/27"],
        ["A", 100, 50],
      ],
    ],
    ["title", [["Proposals: additional savings by year, £k"], [], ["Scheme", "2025/26", "2026/27"], ["A", 100, 50]]],
  ])("words of a %s say that they are new", (_what, table) => {
    const reading = readAlone(table);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100, 150], 150) });
  });

  test("words say that they are counted in each year", () => {
    const reading = readAlone([
      ["Scheme", "In-year saving 2025/26", "In-year saving 2026/27"],
      ["A", 100, 150],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100, 150], 150) });
  });

  test("a column that equals the last year is the full-year amount, and settles it", () => {
    const reading = readAlone([
      ["Scheme", "2025/26", "2026/27", "Saving"],
      ["A", 100, 150, 150],
      ["B", 20, 30, 30],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100, 150], 150), B: byYear([20, 30], 30) });
  });

  test("new savings that do not recur stay in their year, and negative entries reverse", () => {
    const reading = readAlone(
      [
        ["Scheme", "R/NR", "2025/26", "2026/27"],
        ["A", "R", 100, 50],
        ["B", "NR", 20, 30],
        ["C", "R", 40, -40],
      ],
      { yearSavings: "new" },
    );
    expect(effects(reading)).toEqual({
      A: byYear([100, 150], 150),
      B: byYear([20, 30], 0, 50),
      C: byYear([40, 0], 0),
    });
  });
});

describe("months", () => {
  const half = [0, 0, 0, 0, 0, 0, 10, 10, 10, 10, 10, 10];
  const running = [0, 0, 0, 0, 0, 0, 10, 20, 30, 40, 50, 60];

  test("their sum is the in-year amount, in the year of the title; PYE and FYE beside them are the same form", () => {
    const reading = readAlone([
      ["Cost improvement 2025/26, £k"],
      [],
      ["Scheme", ...monthNames, "PYE", "FYE"],
      ["A", ...half, 60, 120],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26"]);
    expect(effects(reading)).toEqual({ A: byYear([60], 120) });
  });

  test("M1 … and dates are months too", () => {
    const numbered = readAlone([
      ["Scheme", ...monthNames.map((_, index) => `M${index + 1}`)],
      ["A", ...half],
    ]);
    expect(effects(numbered)).toEqual({ A: byYear([60], 60) });
    const dated = readAlone([
      ["Scheme", date(45748, "mmm-yy"), date(45778, "mmm-yy"), date(45809, "mmm-yy")],
      ["A", 10, 10, 10],
    ]);
    expect(dated.plan?.years).toEqual(["2025/26"]);
    expect(effects(dated)).toEqual({ A: byYear([30], 30) });
  });

  test("of two years are summed by year", () => {
    const two = [0, 1].flatMap((next) => monthNames.map((name, at) => `${name}-${25 + next + (at < 9 ? 0 : 1)}`));
    const reading = readAlone([
      ["Scheme", ...two],
      ["A", ...half, ...monthNames.map(() => 10)],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(effects(reading)).toEqual({ A: byYear([60, 120], 120) });
  });

  test("that a title calls cumulative, or that end in the in-year amount, are differenced", () => {
    const titled = readAlone([["Cumulative savings by month, £k"], [], ["Scheme", ...monthNames], ["A", ...running]]);
    const tied = readAlone([
      ["Scheme", ...monthNames, "PYE"],
      ["A", ...running, 60],
    ]);
    for (const reading of [titled, tied]) {
      expect(lines(reading)).toEqual([]);
      expect(effects(reading)).toEqual({ A: byYear([60], 60) });
    }
  });

  test("are what the title or the sheet calls cumulative, unless they fall somewhere", () => {
    const rising = monthNames.map((_, index) => index + 1);
    const titled = (title: string, last: number): CellText[][] => [
      [title],
      ["Scheme", ...monthNames],
      ["Beds", ...rising],
      ["Kit", ...rising.slice(1).map(() => 5), last],
    ];
    const reading = readAlone(titled("Cumulative plan £k 2025/26", 8));
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ Beds: byYear([12], 12), Kit: byYear([8], 8) });
    const falling = readAlone(titled("Cumulative plan £k 2025/26", 1));
    expect(effects(falling)).toMatchObject({ Beds: { amounts: [78] } });
    expect(questions(falling)).toMatchObject([
      [
        "warning",
        "Register!B2",
        { taken: "amounts of each month", choices: [expect.anything(), "cumulative amounts"] },
      ],
    ]);
  });

  test("that rise in every row may be cumulative: a question", () => {
    const reading = readAlone([
      ["Scheme", ...monthNames],
      ["A", ...running],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([210], 210) });
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!B1",
        {
          key: "monthAmounts@Register!B1",
          choices: ["amounts of each month", "cumulative amounts"],
          taken: "amounts of each month",
          option: "--answer 'Register!B1=cumulative amounts'",
        },
      ],
    ]);
  });

  test("that do not come to their sum stop the run, with the way out", () => {
    const reading = readAlone([
      ["Scheme", ...monthNames, "PYE"],
      ["A", ...half, 90],
    ]);
    expect(reading.findings).toEqual([
      {
        level: "error",
        cell: "Register!N2",
        message: "the months come to 60 and 'PYE' says 90; one figure is needed",
        question: {
          key: "partsOrSum@Register!N2",
          choices: ["the months", "'PYE'"],
          taken: "the months",
          option: "--answer 'Register!N2=PYE'",
        },
      },
    ]);
    expect(
      effects(
        readAlone(
          [
            ["Scheme", ...monthNames, "PYE"],
            ["A", ...half, 90],
          ],
          {
            corrections: { headings: { "Register!N1": "ignored" } },
          },
        ),
      ),
    ).toEqual({ A: byYear([60], 60) });
  });

  test("without a full-year effect a warning says what the last month would come to", () => {
    const reading = readWith({
      levers: [
        ["Lever", ...monthNames],
        ["A", ...half.map((figure) => figure / 10)],
      ],
    });
    expect(lines(reading)).toEqual([
      "warning Levers!B2: there is no full-year effect, so later years take the year's amount; the last month times 12 would be 12",
    ]);
    expect(effects(reading)).toEqual({ A: byYear([6, 6, 6, 6, 6], 6) });
  });
});

describe("quarters", () => {
  const quarters = ["Scheme", "Q1", "Q2", "Q3", "Q4"];

  test("that sum to the in-year amount are amounts", () => {
    const reading = readAlone([
      [...quarters, "PYE", "FYE"],
      ["A", 0, 10, 20, 20, 50, 80],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([50], 80) });
  });

  test("of which the last is the full-year effect are yearly rates", () => {
    const reading = readAlone([
      [...quarters, "FYE"],
      ["A", 0, 40, 80, 80, 80],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([50], 80) });
  });

  test("alone are asked", () => {
    const reading = readAlone([quarters, ["A", 0, 40, 80, 80]]);
    expect(effects(reading)).toEqual({ A: byYear([200], 200) });
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!B1",
        {
          key: "quarterAmounts@Register!B1",
          choices: ["amounts of each quarter", "yearly rates"],
          taken: "amounts of each quarter",
          option: "--answer 'Register!B1=yearly rates'",
        },
      ],
    ]);
  });
});

describe("the first months of a year beside what the whole of it comes to", () => {
  const rows = (heading: string): CellText[][] => [
    ["Scheme", "Apr", "May", "Jun", heading],
    ["A", 1, 1, 1, 12],
    ["B", 0, 2, 4, 30],
  ];
  const answers = { "restOfYear@Register!E1": "the year comes to its months alone" };

  test("are asked about, and the whole counts", () => {
    const reading = readAlone(rows("Full year £k"));
    expect(effects(reading)).toMatchObject({ A: { amounts: [12] }, B: { amounts: [30] } });
    expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["warning", "Register!E1"]]);
    const months = { A: { amounts: [3], fullYear: 12 }, B: { amounts: [6], fullYear: 30 } };
    expect(effects(readAlone(rows("Full year £k"), { answers }))).toMatchObject(months);
    expect(effects(readAlone(rows("Full year effect £k")))).toMatchObject(months);
  });
});

test("quarters that are called cumulative are, and so are those that end in their total under such a title", () => {
  const figures: CellText[][] = [
    ["A", 10, 20, 30, 40],
    ["B", 5, 15, 30, 50],
  ];
  const saved = { A: { amounts: [40] }, B: { amounts: [50] } };
  const headed = readAlone([["Scheme", "Q1 cum", "Q2 cum", "Q3 cum", "Q4 cum"], ...figures]);
  expect(effects(headed)).toMatchObject(saved);
  const titled = readAlone([
    ["Cumulative savings by quarter (£k)"],
    ["Scheme", "Q1", "Q2", "Q3", "Q4", "Total"],
    ...figures.map((row) => [...row, row[4] ?? null]),
  ]);
  expect(effects(titled)).toMatchObject(saved);
  expect(questions(titled)).toEqual([]);
});
