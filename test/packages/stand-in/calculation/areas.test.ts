import { openStandIn } from "@workbooks/stand-in/openStandIn";
import type { ValueContent } from "@workbooks/xlsx/content";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";

/** What a formula on a sheet of its own gives, beside a sheet with 0 to 4 in B1:B5 and one name for all of it. */
async function valueOf(formula: string, sheetName = "Mine"): Promise<ValueContent> {
  const [sheet, own] = [emptySheet(sheetName), emptySheet("Own")];
  for (let row = 0; row < 5; row++) sheet.cells.set(row, new Map([[1, { value: row, style: 0 }]]));
  own.cells.set(5, new Map([[7, { value: null, formula, style: 0 }]]));
  const name = (text: string, means: string) => ({
    ...{ name: text, formula: means, sheet: null, hidden: false, comment: "" },
  });
  const names = [name("Rows_", "Mine!$1:$1048576"), name("All_", "Mine!$A$1:$XFD$1048576")];
  const standIn = await openStandIn({ ...emptyWorkbook(), sheets: [sheet, own], names }, null);
  await standIn.recalculate(true);
  const value = standIn.workbook.sheet("Own").value(5, 7);
  standIn.close();
  return value;
}

test.each([
  ["SUM(Rows_)", 10],
  ["SUM(All_)", 10],
  ["SUM(Mine!A1:XFD1048576)", 10],
  ["COUNTA(Mine!1:1048576)", 5],
  ["MAX(Mine!B2:XFD1048576)", 4],
  ["SUM(Mine!Z900000:XFD1048576)", 0],
  ["COUNT(Nothere!A1:XFD1048576)", 0],
  ["ROWS(Mine!B:C)", 1_048_576],
  ["COLUMNS(Mine!1:2)", 16_384],
  ["ROWS(All_)", 1_048_576],
  ["COLUMNS(Rows_)", 16_384],
])("all of a sheet is read in a moment: %s", async (formula, right) => {
  const started = process.cpuUsage();
  expect(await valueOf(formula)).toBe(right);
  // 17 thousand million cells, looked at one by one, would take an hour.
  expect(process.cpuUsage(started).user).toBeLessThan(20_000_000);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])("a sheet may be called %s", async (name) => {
  expect(await valueOf(`SUM('${name}'!B1:B5)+'${name}'!B2`, name)).toBe(11);
  expect(await valueOf(`SUM(INDIRECT("'${name}'!B1:B5"))`, name)).toBe(10);
  expect(await valueOf(`'${name}'!B2`)).toEqual({ error: "#REF!" });
});
