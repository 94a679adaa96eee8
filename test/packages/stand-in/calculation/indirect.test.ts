import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { parseArea } from "@workbooks/stand-in/workbook/address";
import type { CellContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";

/** A table "Levers" in A1:B4 of the sheet, the formula in D3 (a row of the table) and what stands on another sheet. */
function bookWith(formula: string, stored: ValueContent = null): WorkbookContent {
  const sheet = emptySheet("Mine");
  const put = (address: string, cell: Omit<CellContent, "style">, into = sheet) => {
    const { row, column } = parseArea(address);
    into.cells.set(row, (into.cells.get(row) ?? new Map()).set(column, { ...cell, style: 0 }));
  };
  const figures = { A1: "Lever", B1: "Gap", A2: "a", A3: "b", A4: "c", B2: 1, B3: 20, B4: 300 };
  for (const [address, value] of Object.entries(figures)) put(address, { value });
  put("D3", { value: stored, formula });
  sheet.tables.push({
    ...{ partId: null, name: "Levers", columns: ["Lever", "Gap"], row: 0, column: 0, rowCount: 4, columnCount: 2 },
    ...{ hasHeaderRow: true, hasTotalsRow: false, style: null, showBandedRows: false, showFilterButton: false },
  });
  const other = emptySheet("Other one");
  put("A1", { value: 7 }, other);
  put("C2", { value: 8 }, other);
  const name = (text: string, means: string) => ({
    ...{ name: text, formula: means, sheet: null, hidden: false, comment: "" },
  });
  const names = [name("gaps", "Levers[Gap]"), name("again", "gaps"), name("rows", "'Other one'!$1:$2")];
  return { ...emptyWorkbook(), sheets: [sheet, other], names };
}

async function valueOf(formula: string, stored?: ValueContent): Promise<ValueContent> {
  const standIn = await openStandIn(bookWith(formula, stored), null);
  await standIn.recalculate(true);
  const value = standIn.workbook.sheet("Mine").value(2, 3);
  standIn.close();
  return value;
}

test.each<[formula: string, right: ValueContent]>([
  ['SUM(INDIRECT("Levers[Gap]"))', 321],
  ['SUM(INDIRECT("levers[[#All],[gap]]"))', 321],
  ['ROWS(INDIRECT("Levers[#All]"))', 4],
  ['COUNTA(INDIRECT("Levers"))', 6],
  ['INDIRECT("Levers[@Gap]")', 20],
  ['INDIRECT("Levers[[#This Row],[Gap]]")*2', 40],
  ['SUM(INDIRECT("gaps"))', 321],
  ['SUM(INDIRECT("again"))', 321],
  ['SUM(INDIRECT("1:2"))', 1],
  ['SUM(INDIRECT("$2:$2"))', 1],
  [`SUM(INDIRECT("'Other one'!1:2"))`, 15],
  ['SUM(INDIRECT("rows"))', 15],
  ['SUM(INDIRECT("B:B"))', 321],
  [`SUM(INDIRECT("'Other one'!A:C"))`, 15],
  ['INDIRECT("R[1]C[-2]",FALSE)', 300],
  ['INDIRECT("RC[-2]",0)', 20],
  [`INDIRECT("'Other one'!R2C3",FALSE)`, 8],
  ['INDIRECT("Levers[Nothing]")', { error: "#REF!" }],
  ['INDIRECT("B2#")', { error: "#REF!" }],
  ['INDIRECT("nothing")', { error: "#REF!" }],
  ['INDIRECT("")', { error: "#REF!" }],
])("%s is %j", async (formula, right) => {
  expect(await valueOf(formula)).toEqual(right);
  // A value of the file's that is right is still there after a calculation of everything.
  expect(await valueOf(formula, right)).toEqual(right);
});

test.each([
  ['LEN("1:2")', 3],
  ['IF(TRUE,"1-2","3/4")', "1-2"],
  ['ISTEXT("50%")', true],
  ['"1:2"&IFERROR("3/4",0)', "1:23/4"],
  ['YEAR("2024-05-06")', 2024],
  ['TIMEVALUE("12:00")', 0.5],
])("a text that looks like a date is one only to functions of dates: %s", async (formula, right) => {
  expect(await valueOf(formula)).toBe(right);
});
