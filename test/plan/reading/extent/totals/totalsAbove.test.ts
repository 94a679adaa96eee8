import fc from "fast-check";
import { formulaKey } from "../../../../../src/plan/reading/sheetGrid";
import type { CellText } from "../../../support/grid";
import { amount, effects, leversOf, lines, questions, readAlone } from "../../../support/register";

const heads: CellText[] = ["Scheme", "Saving £k"];
const blocks: CellText[][] = [
  ["Medicine", 160],
  ["Beds", 100],
  ["Agency", 60],
  ["Surgery", 70],
  ["Theatres", 40],
  ["Kit", 30],
];
const parts = { Beds: amount(100), Agency: amount(60), Theatres: amount(40), Kit: amount(30) };
const groups = (reading: Parameters<typeof leversOf>[0]) => leversOf(reading).map(({ name, group }) => [name, group]);
const inDivisions = [
  ["Beds", "Medicine"],
  ["Agency", "Medicine"],
  ["Theatres", "Surgery"],
  ["Kit", "Surgery"],
];

describe("typed totals above their parts", () => {
  test("are left out where the whole table is blocks, once asked, and head their parts", () => {
    const reading = readAlone([heads, ...blocks]);
    expect(effects(reading)).toEqual(parts);
    expect(groups(reading)).toEqual(inDivisions);
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!A2",
        {
          choices: ["the row counts", "the row does not count"],
          taken: "the row does not count",
          option: "--answer 'Register!A2=the row counts'",
          key: "rowCounts@Register!A2",
        },
      ],
    ]);
    expect(lines(reading)).toEqual([
      "warning Register!A2: 'Medicine' and 1 row like it are each the sum of the rows right below, and were left out",
    ]);
  });

  test("count where the user says so", () => {
    const answers = { "rowCounts@Register!A2": "the row counts" };
    expect(leversOf(readAlone([heads, ...blocks], { corrections: { answers } }))).toHaveLength(6);
  });

  test.each<[where: string, rows: CellText[][]]>([
    ["below", [...blocks, ["Trust total", 230]]],
    ["above", [["Trust total", 230], ...blocks]],
  ])("are certain where a total over all of them agrees, %s", (_where, rows) => {
    const reading = readAlone([heads, ...rows]);
    expect(effects(reading)).toEqual(parts);
    expect(questions(reading)).toEqual([]);
    expect(reading.sheetTotals.every(({ says, read }) => says === read)).toBe(true);
  });

  test("may have one part, or one block for the whole table", () => {
    const one = readAlone([heads, ...blocks, ["Estates", 25], ["Boilers", 25]]);
    expect(effects(one)).toEqual({ ...parts, Boilers: amount(25) });
    const whole = readAlone([heads, ["Programme", 175], ["A", 100], ["B", 60], ["C", 15]]);
    expect(effects(whole)).toEqual({ A: amount(100), B: amount(60), C: amount(15) });
    expect(questions(whole)).toHaveLength(1);
  });

  test("are data where the table's own total counts them, or a row says more of itself", () => {
    const rows: CellText[][] = [
      ["Full year effect of 24/25 schemes", 150],
      ["Beds", 100],
      ["Kit", 50],
    ];
    const counted = readAlone([heads, ...rows, ["Total new savings", 150], ["Total savings", 300]]);
    expect(effects(counted)).toEqual({
      "Full year effect of 24/25 schemes": amount(150),
      Beds: amount(100),
      Kit: amount(50),
    });
    expect(counted.sheetTotals.every(({ says, read }) => says === read)).toBe(true);
    const withRag = readAlone([[...heads, "RAG"], ...blocks.map((row) => [...row, "G"])]);
    expect(leversOf(withRag)).toHaveLength(6);
  });

  test("are never taken for levers, and never hide a lever, whatever the amounts", () => {
    const division = fc.array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(division, { minLength: 2, maxLength: 5 }), (divisions) => {
        const rows = divisions.flatMap((amounts, at): CellText[][] => [
          [`Division ${at}`, amounts.reduce((sum, one) => sum + one, 0)],
          ...amounts.map((one, index): CellText[] => [`Scheme ${at}.${index}`, one]),
        ]);
        const reading = readAlone([heads, ...rows]);
        expect(leversOf(reading).map(({ name }) => name)).toEqual(
          divisions.flatMap((amounts, at) => amounts.map((_, index) => `Scheme ${at}.${index}`)),
        );
        expect(questions(reading)).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("totals by formula above their parts", () => {
  const rows: CellText[][] = [heads, ["Trust total", 230], ...blocks];
  const formulas = new Map([
    [formulaKey(1, 1), "=B3+B6"],
    [formulaKey(2, 1), "=SUM(B4:B5)"],
    [formulaKey(5, 1), "=SUM(B7:B8)"],
  ]);

  test("sum the rows that their formulas name, and head them", () => {
    const reading = readAlone(rows, {}, { formulas });
    expect(effects(reading)).toEqual(parts);
    expect(groups(reading)).toEqual(inDivisions);
    expect(reading.sheetTotals.map(({ says, read }) => [says, read])).toEqual([
      [230, 230],
      [160, 160],
      [70, 70],
    ]);
    expect(lines(reading).every((line) => line.includes("was left out"))).toBe(true);
  });

  test("and a total that misses a row is held against those that it names", () => {
    const missing = new Map([...formulas, [formulaKey(2, 1), "=SUM(B4:B4)"]]);
    const reading = readAlone(
      rows.map((row) => (row[0] === "Medicine" ? ["Medicine", 100] : row)),
      {},
      { formulas: missing },
    );
    expect(reading.sheetTotals[1]).toEqual({ cell: "Register!B3", says: 100, read: 100 });
  });
});

describe("typed totals below their parts, whatever they are called", () => {
  const table: CellText[][] = [
    ["Proposal", "2025/26 £k", "2026/27 £k"],
    ["Day centres", 11, 10],
    ["Homecare", 20, 25],
    ["Adults overall", 31, 35],
    ["Fostering", 30, 30],
    ["Transport", 40, 43],
    ["Children's position", 70, 73],
  ];
  const names = (rows: CellText[][]) => leversOf(readAlone(rows, { yearSavings: "each" })).map(({ name }) => name);
  const levers = ["Day centres", "Homecare", "Fostering", "Transport"];

  test("are left out where the whole table is such blocks, once asked", () => {
    expect(names(table)).toEqual(levers);
    expect(questions(readAlone(table, { yearSavings: "each" })).map(([, cell, { taken }]) => [cell, taken])).toEqual([
      ["Register!A4", "the row does not count"],
    ]);
  });

  test("are left out without a question where a row sums the parts of all", () => {
    const all = [...table, ["Council-wide", 101, 108]];
    expect(names(all)).toEqual(levers);
    expect(questions(readAlone(all, { yearSavings: "each" }))).toEqual([]);
  });

  test("are told from their parts beside a column of levels", () => {
    const levels = table.map(([name = null, ...amounts], index): CellText[] => [
      index === 0 ? "Level" : index % 3 === 0 ? 1 : 2,
      name,
      ...amounts,
    ]);
    expect(names(levels)).toEqual(levers);
  });

  test("count where two sums of one column may be chance, and are asked about", () => {
    const rows: CellText[][] = [heads, ["A", 1], ["B", 2], ["C", 3], ["D", 2], ["E", 2], ["F", 4]];
    expect(leversOf(readAlone(rows))).toHaveLength(6);
    expect(lines(readAlone(rows))).toEqual([
      "warning Register!A4: 'C' and 1 row like it are each the sum of the rows right above, and count",
    ]);
  });

  test("are named by their own words where their lever's name is merged over them", () => {
    const rows: CellText[][] = [
      ["Initiative", "£k", "2025/26", "2026/27"],
      ["CRM", "Benefits", 10, 20],
      [null, "Costs", -5, -2],
      [null, "Net", 5, 18],
      ["Bots", "Benefits", 20, 30],
      [null, "Costs", -8, -1],
      [null, "Net", 12, 29],
    ];
    const merged = [1, 4].map((row) => ({ row, column: 0, rowCount: 3, columnCount: 1 }));
    const reading = readAlone(rows, { yearSavings: "each" }, { merged });
    expect(leversOf(reading)).toHaveLength(4);
    expect(lines(reading)).toContain(
      "warning Register!A4: 'Net' and 1 row like it are each the sum of the rows right above, and were left out",
    );
  });
});
