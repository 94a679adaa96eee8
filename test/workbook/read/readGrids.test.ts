import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import fc from "fast-check";
import { areasMeet, type Area } from "../../../src/cells/area";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { gridsOf } from "../../plan/support/workbookGrids";
import { bookOf, planBook } from "../support/planBook";

let addin: OpenAddin;
let standIn: StandIn;
afterEach(() => addin.close());

async function gridsRead(
  content: WorkbookContent,
  responseLimit: number | null,
  leavesOutLargeParts = false,
): Promise<SheetGrid[]> {
  addin = await openAddin({ content, play: { responseLimit, leavesOutLargeParts } });
  ({ standIn } = addin);
  standIn.counters.reset();
  return (await readWorkbookPlan()).grids;
}

/** Blanks are "" in Excel's answers, and rows, columns and merged cells are asked about as far as the sheet is used. */
function asRead(grid: SheetGrid): SheetGrid {
  const { row, column, values } = grid;
  const used = { row, column, rowCount: values.length, columnCount: values[0]?.length ?? 0 };
  return {
    ...grid,
    values: values.map((line) => line.map((value) => value ?? "")),
    merged: grid.merged.filter((area) => areasMeet(area, used)),
    hiddenRows: grid.hiddenRows.filter((each) => each >= row && each < row + values.length),
    hiddenColumns: grid.hiddenColumns.filter((each) => each >= column && each < column + (values[0]?.length ?? 0)),
  };
}

test("whatever sheets hold, and however little Excel answers at once, the grids are the workbook's cells", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sheet, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 9, max: 200 }),
      fc.boolean(),
      async (sheets, limit, date1904) => {
        const content = bookOf(Object.fromEntries(sheets.map((_, index) => [`Sheet ${index}`, []])));
        if (date1904) content.date1904 = true;
        sheets.forEach(({ cells, height, width, at, hidden, isHidden, merged }, index) => {
          const into = content.sheets[index]!;
          const set = (row: number, column: number, cell: CellContent) =>
            void (into.cells.get(row) ?? into.cells.set(row, new Map()).get(row))?.set(column, cell);
          for (const { row, column, cell } of cells) set(at[0] + (row % height), at[1] + (column % width), cell);
          for (const row of hidden) into.rows.set(at[0] + row, { height: null, hidden: true });
          for (const column of hidden)
            into.columns.push({ from: column, to: column, width: null, hidden: true, style: null });
          if (merged) into.merges.push({ row: at[0], column: at[1], rowCount: 2, columnCount: 1 + (index % 2) });
          if (merged) into.filter = { row: at[0], column: at[1], rowCount: 9, columnCount: 3 };
          if (isHidden && index > 0) into.visibility = "hidden";
        });
        const expected = gridsOf(content)
          .filter(({ values }) => values.length > 0)
          .map((grid) => ({ ...asRead(grid), id: expect.stringMatching(/./) as string }));
        const grids = await gridsRead(content, limit * 1000);
        expect(grids).toEqual(expected);
        expect(new Set(grids.map(({ id }) => id)).size).toBe(grids.length);
        addin.close();
      },
    ),
    { numRuns: 40 },
  );
});

const cell: fc.Arbitrary<CellContent> = fc.oneof(
  fc.record({
    value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value || 0),
    style: fc.constantFrom(0, 1),
  }),
  fc.record({ value: fc.string({ minLength: 1, maxLength: 40 }), style: fc.constant(0) }),
  fc.record({ value: fc.constantFrom("=Energy", "#1", "#N/A", "Total", "x".repeat(2000)), style: fc.constant(0) }),
  fc.record({ value: fc.constantFrom({ error: "#N/A" }, { error: "#REF!" }, true), style: fc.constant(0) }),
  fc.constantFrom({ value: 2, formula: "1+1", style: 0 }, { value: 3, formula: "MAX(1,3)", style: 1 }),
);
const sheet = fc.record({
  cells: fc.array(fc.record({ row: fc.nat(2999), column: fc.nat(119), cell }), { maxLength: 30 }),
  height: fc.constantFrom(1, 5, 90, 2500),
  width: fc.constantFrom(1, 4, 12),
  at: fc.tuple(fc.nat(3), fc.constantFrom(0, 2, 97)),
  hidden: fc.uniqueArray(fc.nat(6), { maxLength: 3 }).map((lines) => lines.sort((a, b) => a - b)),
  isHidden: fc.boolean(),
  merged: fc.boolean(),
});

describe.each([
  ["as much as is asked for", null, 5],
  ["5 MB, as on the web", 5 * 1024 * 1024, 7],
])("from an Excel that answers %s", (_what, limit, syncs) => {
  test("700 levers beside a ledger of 40,000 rows: every cell arrives", async () => {
    const ledger = rows(40_000, (row) => [row, `Supplier ${row % 97}`, `Invoice ${row}`, row * 1.5]);
    const content = planBook({ Levers: register(700) });
    content.sheets.unshift(...bookOf({ Ledger: ledger }).sheets);
    const grids = await gridsRead(content, limit);
    expect(grids.map(({ values }) => values.length)).toEqual([40_000, 5, 2, 701]);
    expect(grids[0]?.values).toEqual(ledger);
    expect(grids[3]?.values[700]?.[0]).toBe("Scheme 700");
    expect(standIn.counters.syncs).toBeLessThanOrEqual(syncs);
  });

  test("12,000 levers: every cell arrives", async () => {
    const content = planBook({ Spending: [["Notes"]], Funding: [["Notes"]], Levers: [] });
    const levers = rows(12_000, (row) => [
      `Note ${row}`,
      "Estates",
      "Acute",
      row / 4,
      row % 9,
      "2025/26",
      "R",
      "Green",
    ]);
    content.sheets.push(...bookOf({ "All levers": levers }).sheets);
    const grids = await gridsRead(content, limit);
    expect(grids.at(-1)?.values).toEqual(levers);
    expect(standIn.counters.syncs).toBeLessThanOrEqual(syncs);
  });
});

test("longer texts than usual are asked for in smaller parts", async () => {
  const ledger = rows(9000, (row) => [row, `${row} ${"because ".repeat(200)}`]);
  const grids = await gridsRead(bookOf({ Ledger: ledger }), 5 * 1024 * 1024);
  expect(grids[0]?.values).toEqual(ledger);
});

test("of a large workbook the formulas of rows that may be totals are read, wherever they stand", async () => {
  const content = bookOf({
    Ledger: rows(30_000, (row) => [row === 20_000 ? "Grand total" : `Line ${row}`, 1, 2, 3, 4, 5, 6, 7]),
  });
  const cells = content.sheets[0]!.cells;
  for (const row of [10, 9_000, 20_000, 29_999]) cells.get(row)?.set(1, { value: 8, formula: "SUM(C1:I1)", style: 0 });
  const [grid] = await gridsRead(content, null);
  expect([...(grid?.formulas ?? [])]).toEqual([
    ["10,1", "=SUM(C1:I1)"],
    ["20000,1", "=SUM(C1:I1)"],
    ["29999,1", "=SUM(C1:I1)"],
  ]);
});

test("an Excel before 1.13 is not asked for merged cells", async () => {
  const content = planBook();
  const merged: Area = { row: 0, column: 0, rowCount: 1, columnCount: 4 };
  content.sheets[0]?.merges.push(merged);
  expect((await gridsRead(content, null))[0]?.merged).toEqual([merged]);
  addin.close();
  addin = await openAddin({ content, requirements: { excelapi: "1.12" } });
  ({ standIn } = addin);
  expect((await readWorkbookPlan()).grids[0]?.merged).toEqual([]);
});

type Rows = Parameters<typeof bookOf>[0][string];

function rows(count: number, row: (index: number) => Rows[number]): Rows {
  return Array.from({ length: count }, (_, index) => row(index));
}

function register(count: number): Rows {
  return [
    ["Lever", "Group", "Applies to", "Saving", "Start"],
    ...rows(count, (row) => [`Scheme ${row + 1}`, "Estates", "Acute", 0.01, "2025/26"]),
  ];
}

describe.each([
  ["refuses what is too large", false],
  ["leaves out what is too large", true],
])("on the web, which %s", (_what, leavesOut) => {
  test("twenty large sheets arrive whole, 5 MB at a time over all of them", async () => {
    const ledger = (of: number) =>
      rows(3000, (row) => [row, `Supplier ${of} ${row % 97}`, `Invoice ${row}`, row * 1.5]);
    const names = Array.from({ length: 20 }, (_, index) => `Ledger ${index + 1}`);
    const content = planBook();
    content.sheets.push(...bookOf(Object.fromEntries(names.map((name, of) => [name, ledger(of)]))).sheets);
    const grids = await gridsRead(content, 5 * 1024 * 1024, leavesOut);
    expect(grids.slice(3).map(({ sheet }) => sheet)).toEqual(names);
    grids.slice(3).forEach(({ values }, of) => expect(values).toEqual(ledger(of)));
    expect(standIn.counters.syncs).toBeLessThanOrEqual(12);
  });

  test("a first answer that is too large is asked for again in parts", async () => {
    const long = rows(200, (row) => [row, `${row} ${"because ".repeat(3500)}`]);
    const content = planBook();
    content.sheets.push(...bookOf({ Notes: long }).sheets);
    const grids = await gridsRead(content, 5 * 1024 * 1024, leavesOut);
    expect(grids.at(-1)?.values).toEqual(long);
  });
});
