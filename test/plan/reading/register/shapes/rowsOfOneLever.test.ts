import { byYear, effects, leversOf, lines, questions, readAlone } from "../../../support/register";

describe("rows of one lever", () => {
  test("a column of Plan, Actual and Forecast is known by its words, without a heading too", () => {
    const rows = (heading: string | null) => [
      ["Scheme", heading, "Saving"],
      ["Rota", "Plan", 40],
      [null, "Actual", 17],
      [null, "Forecast", 37],
      ["Beds", "Plan", 50],
      [null, "Actual", 11],
      [null, "Forecast", 51],
    ];
    for (const heading of [null, "Line", "Basis"]) {
      const levers = leversOf(readAlone(rows(heading)));
      expect(levers.map(({ name, effect }) => [name, effect])).toEqual([
        ["Rota", { kind: "amount", amount: 40 }],
        ["Beds", { kind: "amount", amount: 50 }],
      ]);
    }
    expect(lines(readAlone(rows(null)))[0]).toContain("warning Register!B1: column B was read as Measure");
  });

  test("a status of planned and delivered is no measure", () => {
    const levers = leversOf(
      readAlone([
        ["Scheme", "Status", "Saving"],
        ["Rota", "Planned", 40],
        ["Beds", "Delivered", 17],
      ]),
    );
    expect(levers).toHaveLength(2);
  });

  test.each([
    ["Metric", "£k", "WTE"],
    ["Basis", "Gross", "Risk-adjusted"],
    ["Line", "Saving", "Cost"],
  ])("the same words for each in a column %s are asked about", (heading, one, other) => {
    const reading = readAlone([
      ["Scheme", heading, "Saving"],
      ["Rota", one, 10],
      ["Rota", other, 2],
      ["Beds", one, 20],
      ["Beds", other, 5],
    ]);
    expect(reading.plan).toBeNull();
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["error", "Register!B1", [`only the rows of '${one}'`, `only the rows of '${other}'`, "all rows"]],
    ]);
  });

  test("levers of one name in several divisions are levers", () => {
    const reading = readAlone([
      ["Scheme", "Division", "Saving"],
      ["Rota", "Medicine", 10],
      ["Rota", "Surgery", 2],
      ["Beds", "Medicine", 20],
      ["Beds", "Surgery", 5],
    ]);
    expect(questions(reading)).toEqual([]);
    expect(leversOf(reading)).toHaveLength(4);
  });

  test("a column Year says of which year a row is, where some levers have one row; a year without a row is 0", () => {
    const rows = (recurrent: string | null) => [
      ["Scheme", "Year", "Saving", recurrent === null ? null : "Recurrent"],
      ["Rota", "2025/26", 10, recurrent],
      ["Beds", "2025/26", 5, recurrent],
      ["Beds", "2026/27", 5, recurrent],
    ];
    const read = (recurrent: string | null) => effects(readAlone(rows(recurrent), { yearSavings: "each" }));
    expect(read(null)).toEqual({ Rota: byYear([10, 0], 0, 10), Beds: byYear([5, 5], 5) });
    expect(read("yes")).toEqual({ Rota: byYear([10, 10], 10), Beds: byYear([5, 5], 5) });
  });
});

describe("columns known by what they hold", () => {
  test("a start month with its year is the start", () => {
    const [first] = leversOf(
      readAlone([
        ["Scheme", "Start month", "Saving £"],
        ["Rota", "Oct-25", 100],
        ["Beds", "Apr-26", 20],
      ]),
    );
    expect(first).toMatchObject({ start: 1, firstYearShare: 0.5 });
  });

  test("beside a start year it gives the month", () => {
    const [first] = leversOf(
      readAlone([
        ["Scheme", "Start year", "Start month", "Saving £"],
        ["Rota", "2025/26", "Oct-25", 100],
        ["Beds", "2026/27", "Apr-26", 20],
      ]),
    );
    expect(first).toMatchObject({ start: 1, firstYearShare: 0.5 });
  });

  test.each(["Workstream", "Service", "Idea"])("%s names the levers where nothing else does", (heading) => {
    const reading = readAlone(
      [
        [heading, "2025/26 saving £k", "2026/27 saving £k"],
        ["Libraries", 50, 80],
        ["Parks", 20, 20],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Libraries: byYear([50, 80], 80), Parks: byYear([20, 20], 20) });
  });

  test("under a title of savings the only amounts are what is saved", () => {
    const reading = readAlone([
      ["Efficiency plan 2025/26", null, null],
      ["Idea", "Owner", "Worth to us"],
      ["Recycle toner", "Ann", 1500],
      ["Stop fax lines", "Bob", 4200],
    ]);
    expect(leversOf(reading).map(({ effect }) => effect)).toEqual([
      { kind: "amount", amount: 1500 },
      { kind: "amount", amount: 4200 },
    ]);
    expect(lines(reading)).toEqual([expect.stringContaining("'Worth to us' was read as Saving")]);
  });
});
