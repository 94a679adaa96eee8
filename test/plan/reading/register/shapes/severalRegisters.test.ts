import { readTables } from "../../../../../src/plan/reading/readTables";
import { grid, type CellText } from "../../../support/grid";
import { amount, byYear, effects, leversOf, lines, questions, readAlone } from "../../../support/register";

const heads: CellText[] = ["Ref", "Scheme", "Saving £k"];

describe("tables with the same headings on several sheets", () => {
  test("are one register where nothing repeats, each sheet a group", () => {
    const reading = readTables([
      grid("Medicine CIP", [heads, ["M1", "A", 100]]),
      grid("Surgery CIP", [heads, ["S1", "B", 50], ["S2", "C", 20]]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(leversOf(reading).map(({ name, group, address }) => [name, group, address])).toEqual([
      ["A", "Medicine CIP", "'Medicine CIP'!A2:C2"],
      ["B", "Surgery CIP", "'Surgery CIP'!A2:C2"],
      ["C", "Surgery CIP", "'Surgery CIP'!A3:C3"],
    ]);
    expect(reading.registers.map(({ address }) => address)).toEqual(["'Medicine CIP'!A1:C2", "'Surgery CIP'!A1:C3"]);
    expect(reading.plan?.sources.levers).toEqual(["'Medicine CIP'!A1:C2", "'Surgery CIP'!A1:C3"]);
  });

  test("keep the groups that they have", () => {
    const own: CellText[] = ["Ref", "Scheme", "Group", "Saving £k"];
    const reading = readTables([
      grid("Medicine CIP", [own, ["M1", "A", "Pay", 100]]),
      grid("Surgery CIP", [own, ["S1", "B", "Drugs", 50]]),
    ]);
    expect(leversOf(reading).map(({ group }) => group)).toEqual(["Pay", "Drugs"]);
  });

  test("tell levers of one name apart by their references", () => {
    const reading = readTables([
      grid("Medicine CIP", [heads, ["M1", "Agency", 100]]),
      grid("Surgery CIP", [heads, ["S1", "Agency", 50]]),
    ]);
    expect(effects(reading)).toEqual({ "Agency (M1)": amount(100), "Agency (S1)": amount(50) });
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "'Medicine CIP'!B2",
        message: "'Agency' is the name of 2 levers; each has its reference beside it",
        count: 2,
      },
    ]);
  });

  const older: CellText[][] = [heads, ["M1", "A", 100], ["M3", "C", 70]];
  const newer: CellText[][] = [heads, ["M1", "A", 120], ["M2", "B", 5]];

  test.each<[what: string, old: Parameters<typeof grid>, fresh: Parameters<typeof grid>]>([
    ["by their numbers", ["Register v1", older], ["Register v2", newer]],
    ["by their years", ["CIP 2024-25", older], ["CIP 2025-26", newer]],
    ["by the word old", ["Register old", older], ["Register", newer]],
    ["by what is hidden, whatever its number", ["Register v3", older, { isHidden: true }], ["Register v2", newer]],
  ])("are versions where references repeat: the newest counts, %s", (_what, old, fresh) => {
    for (const order of [
      [old, fresh],
      [fresh, old],
    ]) {
      const reading = readTables(order.map((one) => grid(...one)));
      expect(effects(reading)).toEqual({ A: amount(120), B: amount(5) });
      const where = `'${old[0]}'!A1`;
      const used = fresh[0].includes(" ") ? `'${fresh[0]}'!A1:C3` : `${fresh[0]}!A1:C3`;
      const hidden = old[2]?.isHidden ? ", on a hidden sheet" : "";
      expect(lines(reading)).toEqual([
        `warning ${where}: a register with the same headings stands here${hidden}; it has some of the levers of the one in ${used} and was left out as another version of it`,
      ]);
    }
  });

  test.each<[what: string, older: Parameters<typeof grid>, newer: Parameters<typeof grid>]>([
    ["in the names of their sheets", ["CIP 24-25", older], ["CIP 25-26", [heads, ["N1", "D", 80], ["N2", "E", 10]]]],
    [
      "where references begin anew",
      ["CIP_2024-25", [heads, [1, "A", 100]]],
      ["CIP_2025-26", [heads, [1, "D", 80], [2, "E", 10]]],
    ],
    [
      "in their titles",
      ["One", [["CIP 2024/25"], ...older]],
      ["Two", [["CIP 2025/26"], heads, ["N1", "D", 80], ["N2", "E", 10]]],
    ],
    [
      "in their headings",
      [
        "One",
        [
          ["Ref", "Scheme", "Saving 2024/25 £k"],
          ["M1", "A", 100],
        ],
      ],
      [
        "Two",
        [
          ["Ref", "Scheme", "Saving 2025/26 £k"],
          ["N1", "D", 80],
          ["N2", "E", 10],
        ],
      ],
    ],
  ])("are versions where they are of different years %s: the newest counts, and it is asked", (_what, old, fresh) => {
    for (const order of [
      [old, fresh],
      [fresh, old],
    ]) {
      const reading = readTables(order.map((one) => grid(...one)));
      expect(effects(reading)).toEqual({ D: amount(80), E: amount(10) });
      expect(reading.findings).toHaveLength(1);
      expect(reading.findings[0]?.message).toMatch(
        /it has none of the levers in .*, and was left out since it is of 2024\/25 and that one of 2025\/26$/,
      );
      expect(reading.findings[0]?.question?.taken).toBe("another version");
    }
  });

  test("of one year are parts beside versions of another", () => {
    const reading = readTables([
      grid("Medicine 24-25", [heads, ["M1", "A", 100]]),
      grid("Surgery 24-25", [heads, ["S1", "B", 100]]),
      grid("Medicine 25-26", [heads, ["M2", "C", 10]]),
      grid("Surgery 25-26", [heads, ["S2", "D", 20]]),
    ]);
    expect(effects(reading)).toEqual({ C: amount(10), D: amount(20) });
    expect(questions(reading).map(([, cell]) => cell)).toEqual(["'Medicine 24-25'!A1", "'Surgery 24-25'!A1"]);
  });

  test("a template without rows is none of them", () => {
    const table = { name: "Blank", row: 0, column: 0, rowCount: 2, columnCount: 3, hasTotalsRow: false };
    const reading = readTables([grid("Template", [heads], { tables: [table] }), grid("Register", newer)]);
    expect(effects(reading)).toEqual({ A: amount(120), B: amount(5) });
    expect(lines(reading)).toEqual([]);
  });
});

describe("tables with other headings than the register's", () => {
  const medicine: CellText[][] = [
    ["Ref", "Scheme", "PYE £k", "FYE £k"],
    ["M1", "Beds", 10, 20],
    ["M2", "Agency", 30, 30],
  ];
  const surgery: CellText[][] = [
    ["Scheme", "Ref", "In-year saving (£k)", "Full year (£k)", "Lead"],
    ["Theatres", "S1", 15, 30, "Ann"],
  ];

  test("are asked about with what does not count, and how they count", () => {
    const reading = readTables([grid("Medicine", medicine), grid("Surgery", surgery)]);
    expect(leversOf(reading).map(({ name }) => name)).toEqual(["Theatres"]);
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Medicine!A1",
        message:
          "this looks like a register too, with other headings: its 2 rows, 40 under 'PYE £k', do not count; Surgery!A1:E2 is used",
        question: {
          choices: ["no part of the register", "a part of the register"],
          taken: "no part of the register",
          option: "--answer 'Medicine!A1=a part of the register'",
          key: "otherRegister@Medicine!A1",
        },
      },
    ]);
  });

  test("count where the user says so", () => {
    const answers = { "otherRegister@Medicine!A1": "a part of the register" };
    const reading = readTables([grid("Medicine", medicine), grid("Surgery", surgery)], { corrections: { answers } });
    expect(effects(reading)).toEqual({ Theatres: byYear([15], 30), Beds: byYear([10], 20), Agency: byYear([30], 30) });
    expect(lines(reading)).toEqual([]);
  });

  test("are another view where they have its levers", () => {
    const view: CellText[][] = [
      ["Ref", "Scheme", "PYE £k", "FYE £k"],
      ["S1", "Theatres", 15, 30],
    ];
    const reading = readTables([grid("Board", view), grid("Surgery", surgery)]);
    expect(lines(reading)).toEqual(["warning Board!A1: this looks like a Levers table too; Surgery!A1:E2 is used"]);
  });
});

describe("two registers side by side", () => {
  const left: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["Theatres", 100],
    ["Kit", 50],
    ["Total", 150],
  ];
  const right: CellText[][] = [
    ["Scheme", "Saving £k"],
    ["Beds", 200],
    ["Agency", 70],
    ["Total", 270],
  ];

  test.each<[what: string, between: CellText[]]>([
    ["an empty column apart", [null]],
    ["without a column between", []],
    ["two empty columns apart", [null, null]],
  ])("%s are parts of one", (_what, between) => {
    const reading = readAlone(left.map((row, index) => [...row, ...between, ...(right[index] ?? [])]));
    expect(effects(reading)).toEqual({ Theatres: amount(100), Kit: amount(50), Beds: amount(200), Agency: amount(70) });
    expect(reading.sheetTotals.map(({ says, read }) => [says, read])).toEqual([
      [150, 150],
      [270, 270],
    ]);
  });

  test("have their titles for groups", () => {
    const rows: CellText[][] = [
      ["Surgery", null, null, "Medicine"],
      ...left.map((row, index) => [...row, null, ...(right[index] ?? [])]),
    ];
    expect(leversOf(readAlone(rows)).map(({ name, group }) => [name, group])).toEqual([
      ["Theatres", "Surgery"],
      ["Kit", "Surgery"],
      ["Beds", "Medicine"],
      ["Agency", "Medicine"],
    ]);
  });
});

describe("a register under a name that says another kind of row", () => {
  const plan: CellText[] = ["Ref", "Title", "2025/26 £k"];
  const savings = grid("Savings", [plan, ["S1", "Merge teams", 200], ["S2", "Close depot", 120]]);
  const kindsOf = (reading: ReturnType<typeof readTables>) => leversOf(reading).map(({ name, kind }) => [name, kind]);

  test.each([
    ["Pressures", "Pressure"],
    ["Growth bids", "Pressure"],
    ["Growth & pressures 25-26", "Pressure"],
    ["Cost pressures (£k)", "Pressure"],
    ["Investments", "One-off cost"],
    ["Use of reserves", "Funding switch"],
  ])("is read as that: %s", (sheet, kind) => {
    const reading = readTables([grid(sheet, [plan, ["P1", "Pay award", 900]]), savings]);
    expect(kindsOf(reading)).toContainEqual(["Pay award", kind]);
    expect(kindsOf(reading)).toContainEqual(["Merge teams", "Saving"]);
    expect(questions(reading)).toHaveLength(1);
    expect(lines(reading)[0]).toContain(`'${sheet}' stands over a register with the headings of the savings`);
  });

  test("is named by its title too, and by its own Kind column first", () => {
    const titled = readTables([grid("Sheet2", [["Growth bids 2025/26"], plan, ["P1", "Pay award", 900]]), savings]);
    expect(kindsOf(titled)).toContainEqual(["Pay award", "Pressure"]);
    const kinds: CellText[] = [...plan, "Kind"];
    const own = readTables([
      grid("Pressures", [kinds, ["P1", "Pay award", 900, "Pressure"], ["P2", "Vacancies", 50, "Saving"]]),
      grid("Savings", [kinds, ["S1", "Merge teams", 200, "Saving"]]),
    ]);
    expect(kindsOf(own)).toContainEqual(["Vacancies", "Saving"]);
  });

  test("is one of savings where it is named for both, or stands alone", () => {
    const both = readTables([grid("Pressures and savings", [plan, ["P1", "Vacancies", 90]]), savings]);
    expect(kindsOf(both)).toContainEqual(["Vacancies", "Saving"]);
    const alone = readTables([grid("Recovery plan", [plan, ["P1", "Vacancies", 90]])]);
    expect(kindsOf(alone)).toEqual([["Vacancies", "Saving"]]);
  });
});

describe("a row a scheme and period", () => {
  const years: CellText[][] = [
    ["Ref", "Scheme", "Year", "Amount £k"],
    ["M1", "A", "2025/26", 10],
    ["M1", "A", "2026/27", 15],
    ["M2", "B", "2025/26", 20],
    ["M2", "B", "2026/27", 30],
  ];

  test("is one lever a scheme, and its years are asked", () => {
    const reading = readAlone(years);
    expect(reading.plan).toBeNull();
    expect(questions(reading)).toEqual([
      [
        "error",
        "Register!D1",
        {
          key: "yearSavings@Register!D1",
          choices: ["counted in each year", "new in each year"],
          taken: "counted in each year",
          option: "--answer 'Register!D1=new in each year'",
        },
      ],
    ]);
    expect(effects(readAlone(years, { yearSavings: "each" }))).toEqual({
      A: byYear([10, 15], 15),
      B: byYear([20, 30], 30),
    });
    expect(effects(readAlone(years, { yearSavings: "new" }))).toEqual({
      A: byYear([10, 25], 25),
      B: byYear([20, 50], 50),
    });
  });

  test("months add up within their year, and nothing is open", () => {
    const reading = readAlone([
      ["Ref", "Scheme", "Month", "Amount £k"],
      ["M1", "A", "Apr-25", 10],
      ["M1", "A", "May-25", 15],
      ["M2", "B", "May-25", 30],
      ["M2", "B", "Jun-25", 30],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26"]);
    expect(effects(reading)).toEqual({ A: byYear([25], 25), B: byYear([60], 60) });
  });
});

describe("plan, actual and forecast", () => {
  test("in bands over the years: the plan is the saving", () => {
    const reading = readAlone(
      [
        [null, null, "Plan", null, "Actual", null],
        ["Ref", "Scheme", "2025/26", "2026/27", "2025/26", "2026/27"],
        ["M1", "A", 100, 150, 90, null],
        ["M2", "B", 20, 30, 10, null],
      ],
      { yearSavings: "each" },
    );
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100, 150], 150), B: byYear([20, 30], 30) });
    expect(reading.levers?.columns.map(({ meaning }) => meaning)).toEqual([
      "reference",
      "lever",
      "amount:2025/26",
      "amount:2026/27",
      "actual",
      "actual",
    ]);
  });

  test("in bands over months", () => {
    const reading = readAlone([
      [null, "Plan", null, null, "Actual"],
      ["Scheme", "Apr", "May", "Jun", "Apr", "May", "Jun"],
      ["A", 10, 10, 10, 5, 5, null],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([30], 30) });
  });

  test("in rows of their own: three rows are one lever", () => {
    const reading = readAlone([
      ["Scheme", "Measure", "PYE 25/26 £k", "FYE £k"],
      ["A", "Plan", 100, 150],
      ["A", "Actual", 90, null],
      ["A", "Forecast", 95, 150],
      ["B", "Plan", 20, 30],
      ["B", "Actual", 10, null],
      ["B", "Forecast", 15, 30],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100], 150), B: byYear([20], 30) });
  });
});
