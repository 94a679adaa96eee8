import { readTables } from "../../../src/plan/reading/readTables";
import { grid, type CellText } from "../support/grid";
import { amount, byYear, effects, leversOf, lines, questions, readAlone } from "../support/register";

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

  test("a template without rows is none of them", () => {
    const table = { name: "Blank", row: 0, column: 0, rowCount: 2, columnCount: 3, hasTotalsRow: false };
    const reading = readTables([grid("Template", [heads], { tables: [table] }), grid("Register", newer)]);
    expect(effects(reading)).toEqual({ A: amount(120), B: amount(5) });
    expect(lines(reading)).toEqual([]);
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
