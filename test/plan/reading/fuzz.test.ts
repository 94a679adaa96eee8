import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { outputTables } from "../../../src/plan/report/outputTables";
import { readTables } from "../../../src/plan/reading/readTables";
import type { Cell } from "../../../src/cells/cell";
import { grid, percent, type CellText } from "../support/grid";
import { fundRows, leverRows, spendRows } from "../support/sheets";

/** Headings, years, numbers, texts and rubbish, as they might stand anywhere. */
const words = [
  ...[
    "Category",
    "Base",
    "Growth",
    "2015/16",
    "2016/17",
    "FY17",
    "Year 1",
    "Lever",
    "Saving",
    "Saving %",
    "Yearly efficiency %",
    "Applies to",
    "Start",
    "End",
    "Total",
  ],
  ...[
    "Funding",
    "Allocation",
    "Type",
    "Income",
    "yes",
    "Acute",
    "two percent",
    "£m",
    "(£bn, cash)",
    "real, 2014/15 prices",
    " ",
    "'",
    "!",
    "0",
    "-",
    "Year 0",
    "__proto__",
  ],
];

const rubbish: fc.Arbitrary<CellText> = fc.oneof(
  fc.constantFrom<Cell>(
    ...words,
    null,
    "",
    true,
    false,
    0,
    1,
    -1,
    2016,
    1e308,
    -1e308,
    1e-308,
    { error: "#REF!" },
    { error: "#N/A" },
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): CellText => value),
  fc.double({ min: -3, max: 3, noNaN: true }).map((value): CellText => percent(value)),
  fc.string({ maxLength: 12 }).map((value): CellText => value),
  fc.integer({ min: -5, max: 60000 }).map((value): CellText => ({ value, format: "dd/mm/yyyy" })),
);

function withRubbish(rows: CellText[][], changes: { row: number; column: number; cell: CellText }[]): CellText[][] {
  const height = rows.length;
  const width = Math.max(...rows.map((row) => row.length));
  const copy = rows.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? null));
  for (const { row, column, cell } of changes) {
    const line = copy[row % height];
    if (line) line[column % width] = cell;
  }
  return copy;
}

const changes = fc.array(fc.record({ row: fc.nat({ max: 9 }), column: fc.nat({ max: 9 }), cell: rubbish }), {
  maxLength: 6,
});

/** Reading never throws; it gives a plan or says what is wrong; a plan can be run and written, in finite numbers. */
function check(sheets: Parameters<typeof readTables>[0]): void {
  const { plan, findings } = readTables(sheets);
  expect(plan === null).toBe(findings.some(({ level }) => level === "error"));
  for (const { message } of findings) expect(message).not.toMatch(/undefined|NaN|\[object|null/);
  if (!plan) return;
  const breakdown = evaluate(plan, { name: "x" });
  for (const { rows } of outputTables(breakdown, plan, { addInVersion: "1", time: "now" })) {
    for (const value of rows.flat()) if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  }
}

test("a tidy plan with cells spoilt: a plan or findings, never a fault", () => {
  fc.assert(
    fc.property(changes, changes, changes, (spend, fund, levers) =>
      check([
        grid("Spend", withRubbish(spendRows, spend)),
        grid("Fund", withRubbish(fundRows, fund)),
        grid("Levers", withRubbish(leverRows, levers)),
      ]),
    ),
    { numRuns: 700 },
  );
});

test("sheets of rubbish", () => {
  const sheet = fc.array(fc.array(rubbish, { maxLength: 8 }), { maxLength: 10 });
  fc.assert(
    fc.property(fc.array(sheet, { maxLength: 3 }), (sheets) =>
      check(sheets.map((rows, index) => grid(`Sheet ${index}`, rows))),
    ),
    { numRuns: 400 },
  );
});

test("ragged and empty grids", () => {
  check([]);
  check([grid("Empty", [])]);
  check([
    {
      ...grid("Ragged", []),
      values: [["Lever", "Saving"], ["A"], [], ["B", 2, 3]],
      numberFormats: [[]],
    },
  ]);
  check([
    {
      ...grid("Table beyond the cells", leverRows),
      tables: [{ name: "T", row: 50, column: 50, rowCount: 3, columnCount: 2, hasTotalsRow: true }],
    },
  ]);
});
