import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";

type Cells = Record<string, number | string>;

/** A workbook without calculated values: what begins with "=" is a formula. */
function bookOf(sheets: Record<string, Cells>): WorkbookContent {
  const content = emptyWorkbook();
  content.sheets = Object.entries(sheets).map(([name, given]) => {
    const cells = new Map<number, Map<number, CellContent>>();
    for (const [address, value] of Object.entries(given)) {
      const { row, column } = parseArea(address);
      const isFormula = typeof value === "string" && value.startsWith("=");
      const cell = isFormula ? { value: null, formula: value.slice(1), style: 0 } : { value, style: 0 };
      if (!cells.has(row)) cells.set(row, new Map());
      cells.get(row)!.set(column, cell);
    }
    return { ...emptySheet(name), cells };
  });
  return content;
}

async function valuesOf(content: WorkbookContent, sheet: string, addresses: string[]): Promise<ValueContent[]> {
  const standIn = await openStandIn(content, null);
  await standIn.recalculate();
  const found = standIn.workbook.sheet(sheet);
  const values = addresses.map((address) => {
    const { row, column } = parseArea(address);
    return found.value(row, column);
  });
  standIn.close();
  return values;
}

const figures: Cells = { A1: 1, A2: 2, A3: 3, A4: 4, B1: 10, B2: 20, B3: 30 };

/** A formula, the cell that it stands in, and what Excel shows. The cell is in what the formula says, not in what it reads. */
const notCircular: [string, string, string, ValueContent][] = [
  ["a counter of columns", "C2", "=COLUMNS($C2:C2)", 1],
  ["a counter of rows", "C3", "=ROWS(C$2:C3)", 2],
  ["growth by a counter", "C2", "=B1*(1+3%)^COLUMNS($C2:C2)", 10.3],
  ["its own row", "C5", "=ROW(C5)", 5],
  ["its own column", "C5", "=COLUMN(C5)-COLUMN($B5)", 1],
  ["the number of areas", "C5", "=AREAS((C5,D5))", 2],
  ["an insert-safe total", "B4", "=SUM(B1:OFFSET(B4,-1,0))", 60],
  ["an insert-safe total that begins with OFFSET", "B4", "=SUM(OFFSET(B4,-3,0):OFFSET(B4,-1,0))", 60],
  ["an insert-safe total by INDEX", "B4", "=SUM(B1:INDEX(B:B,ROW()-1))", 60],
  ["OFFSET with height and width", "B4", "=SUM(OFFSET(B4,-3,-1,3,2))", 66],
  ["OFFSET to the left", "B4", "=OFFSET(B4,0,-1)", 4],
  ["INDEX that picks another cell", "B4", "=INDEX(B1:B10,2)", 20],
  ["INDEX that picks by a cell", "B4", "=INDEX(A1:B4,A3,A2)", 30],
  ["INDEX that picks a column", "B4", "=SUM(INDEX(A1:B4,0,1))", 10],
  ["the address of its own cell", "B4", '=CELL("address",B4)', "$B$4"],
  ["the row of its own cell", "B4", '=CELL("row",B4)', 4],
  ["INDIRECT to another cell", "B4", '=INDIRECT("B"&ROW()-1)', 30],
  ["INDIRECT with R1C1", "B4", '=INDIRECT("R3C2",FALSE)', 30],
  ["INDIRECT to the same address elsewhere", "B4", '=INDIRECT("Other!B4")', 44],
  ["INDIRECT over the same address elsewhere", "B4", '=SUM(INDIRECT("Other!B1:B4"))', 47],
  ["INDIRECT to a quoted sheet", "B4", `=INDIRECT("'other'!B4")`, 44],
  ["the branch not taken", "B4", "=IF(A1=1,B3,B4)", 30],
  ["ISFORMULA", "B4", "=ISFORMULA(B4)", true],
];

test.each(notCircular)("%s is no circle", async (_, at, formula, right) => {
  const content = bookOf({ Mine: { ...figures, [at]: formula }, Other: { B1: 1, B2: 2, B4: 44 } });
  const [value] = await valuesOf(content, "Mine", [at]);
  expect(value).toEqual(typeof right === "number" ? expect.closeTo(right, 9) : right);
});

const circular: [string, Cells][] = [
  ["itself", { B4: "=B4+1" }],
  ["itself in a sum", { B4: "=SUM(B1:B4)" }],
  ["itself by OFFSET", { B4: "=OFFSET(B3,1,0)+1" }],
  ["itself by a range that ends with OFFSET", { B4: "=SUM(B1:OFFSET(B3,1,0))" }],
  ["itself by INDEX", { B4: "=INDEX(B1:B10,4)+1" }],
  ["itself by INDIRECT", { B4: '=INDIRECT("Mine!B4")+1' }],
  ["itself by another cell", { B4: "=C4+1", C4: "=INDEX(B1:B10,4)+1" }],
];

test.each(circular)("%s is a circle, and shows 0", async (_, cells) => {
  expect(await valuesOf(bookOf({ Mine: { ...figures, ...cells } }), "Mine", ["B4"])).toEqual([0]);
});

test("what a range by OFFSET or INDEX comes to is calculated before it, in whatever order the cells stand", async () => {
  const cells: Cells = {
    ...{ A1: "=SUM(A2:OFFSET(A5,-1,0))", A2: "=A3+1", A3: "=A4+1", A4: "=INDEX(A1:A9,9)", A9: "=B9*2", B9: 5 },
    ...{ A5: "=A1*10", C1: "=INDEX(C1:C5,5)", C2: "=C1+1", C5: "=D5", D5: "=7" },
  };
  const values = await valuesOf(bookOf({ Mine: cells }), "Mine", ["A1", "A2", "A4", "A5", "C1", "C2"]);
  expect(values).toEqual([33, 12, 10, 330, 7, 8]);
});

test("growth by a counter across a row, down a column, and along a chain", async () => {
  const cells: Cells = { B2: 100 };
  "CDEFG".split("").forEach((column) => (cells[`${column}2`] = `=$B2*2^COLUMNS($C2:${column}2)`));
  [3, 4, 5].forEach((row) => (cells[`B${row}`] = `=B${row - 1}+ROWS(B$3:B${row})`));
  expect(await valuesOf(bookOf({ Mine: cells }), "Mine", ["C2", "D2", "G2", "B3", "B4", "B5"])).toEqual([
    200, 400, 3200, 101, 103, 106,
  ]);
});

test("a row of a table asks for its own row's number, and for itself by its own column's", async () => {
  const content = bookOf({
    Query: { A1: "n", B1: "year", A2: '=INDIRECT("B"&ROW(TQ[[#This Row],[n]]))', A3: "=ROW(TQ[[#This Row],[n]])" },
  });
  content.sheets[0]!.cells.get(1)!.set(1, { value: 2020, style: 0 });
  content.sheets[0]!.tables.push({
    ...{ partId: null, name: "TQ", columns: ["n", "year"], row: 0, column: 0, rowCount: 3, columnCount: 2 },
    ...{ hasHeaderRow: true, hasTotalsRow: false, style: null, showBandedRows: false, showFilterButton: false },
  });
  expect(await valuesOf(content, "Query", ["A2", "A3"])).toEqual([2020, 3]);
});

test.each([
  ["=SUM(SEQUENCE(4096))", 8390656],
  ["=ROWS(SEQUENCE(20000))", 20000],
  ["=SUM(SEQUENCE(2,20000))", 800020000],
])("%s is a number, for an array inside a formula fills no cells", async (formula, right) => {
  expect(await valuesOf(bookOf({ Mine: { B5: formula } }), "Mine", ["B5"])).toEqual([right]);
});
