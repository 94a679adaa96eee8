import { byYear, date, effects, leversOf, lines, questions, readAlone } from "../../support/register";

const months = [
  "Jul-25",
  "Aug-25",
  "Sep-25",
  "Oct-25",
  "Nov-25",
  "Dec-25",
  "Jan-26",
  "Feb-26",
  "Mar-26",
  "Apr-26",
  "May-26",
  "Jun-26",
];
const rows = [
  ["Scheme", ...months],
  ["A", ...months.map(() => 2)],
  ["B", ...months.map(() => 1)],
];

describe("fiscal years that do not start in April", () => {
  test("are asked of twelve months that begin with another", () => {
    const reading = readAlone(rows);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["warning", "Register!B1", ["years start in April", "years start in July"]],
    ]);
    const answered = readAlone(rows, { answers: { "fiscalStart@Register!B1": "years start in July" } });
    expect(answered.plan?.years).toEqual(["2025/26"]);
    expect(effects(answered)).toEqual({ A: byYear([24], 24), B: byYear([12], 12) });
    expect(answered.answered.map(({ chosen }) => chosen)).toEqual(["years start in July"]);
  });

  test("are no question where they are given", () => {
    expect(questions(readAlone(rows, { fiscalYearStart: 4 }))).toEqual([]);
  });

  test.each([
    ["Financial year 1 July 2025 to 30 June 2026", "years start in July"],
    ["Year ending 30 June 2026", "years start in July"],
    ["FY starts in October", "years start in October"],
    ["Savings, year from January", "years start in January"],
  ])("are asked of the title '%s'", (title, choice) => {
    const titled = [[title], [], ["Scheme", "Saving £k", "Start date"], ["A", 10, date(45870)], ["B", 1, date(45992)]];
    expect(questions(readAlone(titled)).map(([, , { choices }]) => choices[1])).toEqual([choice]);
  });

  test("are asked of a title that calls them calendar years, in which FY2026 is 2026", () => {
    const titled = [
      ["Cost plan – fiscal year = calendar year"],
      ["Scheme", "FY2026", "FY2027"],
      ["A", 1, 3],
      ["B", 2, 2],
    ];
    const [[, , { key = "", choices = [] } = {}] = []] = questions(readAlone(titled, { yearSavings: "each" }));
    expect(choices).toEqual(["years start in April", "years start in January"]);
    const answered = readAlone(titled, { yearSavings: "each", answers: { [key]: choices[1] ?? "" } });
    expect(answered.plan?.years).toEqual(["2026", "2027"]);
  });

  test.each(["Year ending 31 March 2026", "Financial year 2025/26", "Plan for the year May be late"])(
    "are not of the title '%s'",
    (title) => {
      expect(questions(readAlone([[title], [], ["Scheme", "Saving £k"], ["A", 10], ["B", 1]]))).toEqual([]);
    },
  );
});

describe("an end under which a saving stops", () => {
  const ending = (heading: string, recurrence: string) => [
    ["Scheme", "Saving £k", "R/NR", "Start", heading],
    ["A", 10, recurrence, "2025/26", "2026/27"],
    ["B", 10, recurrence, "2027/28", null],
  ];

  test.each(["Saving stops", "Expires", "Leave date"])(
    "is asked of a recurrent one, and read as ending: %s",
    (heading) => {
      const reading = readAlone(ending(heading, "R"));
      expect(leversOf(reading).map(({ end, recurrent }) => [end, recurrent])).toEqual([
        [2, false],
        [null, true],
      ]);
      expect(questions(reading).map(([, cell, { taken }]) => [cell, taken])).toEqual([
        ["Register!E2", "the saving ends"],
      ]);
    },
  );

  test("leaves what is stated elsewhere", () => {
    expect(lines(readAlone(ending("End", "R")))).toEqual([]);
    expect(lines(readAlone(ending("Saving stops", "NR")))).toEqual([]);
  });
});
