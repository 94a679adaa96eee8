import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, type CellText } from "../../support/grid";
import { amount, effects, leversOf, lines, readAlone } from "../../support/register";
import { spendSheet } from "../../support/sheets";

const register: CellText[][] = [
  ["Scheme", "Saving £k", "Start", "Applies to"],
  ["A", 100, "2025/26", "Pay"],
  ["B", 50, "2026/27", "Trust-wide"],
];

describe("a register alone", () => {
  test("is a plan: its years are those of its starts, and it names no categories", () => {
    const reading = readAlone(register);
    expect(lines(reading)).toEqual([]);
    expect(reading).toMatchObject({ spending: null, funding: null, target: null });
    expect(reading.horizon).toEqual({ years: 2, from: "starts" });
    expect(reading.plan).toMatchObject({
      baseYear: "2024/25",
      years: ["2025/26", "2026/27"],
      categories: null,
      funding: null,
      target: null,
      sources: { spending: null, funding: null, target: null, levers: ["Register!A1:D3"] },
    });
    expect(leversOf(reading).map(({ categories }) => categories)).toEqual([[], []]);
  });

  test("without any year has one, or as many as the user gives", () => {
    const rows: CellText[][] = [
      ["Scheme", "Saving £k"],
      ["A", 100],
    ];
    expect(readAlone(rows).plan?.years).toEqual(["Year 1"]);
    expect(readAlone(rows, { horizon: 3 }).plan?.years).toEqual(["Year 1", "Year 2", "Year 3"]);
  });

  test("with Spending and no Funding has categories and no funding", () => {
    const reading = readTables([
      spendSheet(),
      grid("Levers", [
        ["Lever", "Applies to", "Saving (£m)"],
        ["A", "Acute", 5],
      ]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({ funding: null, categories: [{ name: "Acute" }, { name: "Community" }] });
  });
});

describe("the target", () => {
  const targets: CellText[][] = [
    ["Savings target £k", "2025/26", "2026/27"],
    ["Target", 500, 800],
  ];

  test("is read from a table of its own, year by year", () => {
    const reading = readTables([grid("Target", targets), grid("Register", register)]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({ target: [500, 800], funding: null, sources: { target: "Target!A2" } });
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(50) });
  });

  test("is converted into the plan's unit, small amounts too", () => {
    const reading = readTables([
      grid("Target", [
        ["Savings target £m", "2025/26", "2026/27"],
        ["Target", 0.5, 0.8],
      ]),
      grid("Register", register),
    ]);
    expect(reading.plan).toMatchObject({ unit: "£k", target: [500, 800] });
    expect(lines(reading)).toEqual([
      "warning Target!B1: '2025/26' is in £m and the plan in £k, so its amounts were multiplied by 1,000",
      "warning Target!C1: '2026/27' is in £m and the plan in £k, so its amounts were multiplied by 1,000",
    ]);
  });

  test("that the user gives is the last year's, and goes before the table", () => {
    const reading = readTables([grid("Target", targets), grid("Register", register)], { target: 200 });
    expect(reading.plan?.target).toEqual([null, 200]);
    expect(reading.target).toEqual({ cell: "", byYear: [null, 200] });
  });
});
