import type { CellContent } from "@workbooks/xlsx/content";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { openStandIn } from "@workbooks/stand-in/openStandIn";

/** What a formula in A1 shows, and what is said of it, where the file has a value of it or none. */
async function shown(formula: string, value: CellContent["value"]) {
  const content = emptyWorkbook();
  content.sheets[0]!.cells.set(0, new Map([[0, { formula, value, style: 0 }]]));
  const standIn = await openStandIn(content, null);
  await standIn.recalculate(true);
  const sheet = standIn.workbook.sheets[0]!;
  const seen = { value: sheet.value(0, 0), message: standIn.cellMessage(sheet.id, 0, 0) };
  standIn.close();
  return seen;
}

const name = { error: "#NAME?" };

test.each([
  [
    'REGEXTEST("a","a")',
    "REGEXTEST is not calculated here: its patterns are read by rules of their own. Excel calculates it.",
  ],
  ['IFERROR(XMATCH("a",{"a"},3),9)', "Not calculated here: what regular expressions find. Excel calculates it."],
])("%s is no value and says so; a file's value of it stays", async (formula, message) => {
  expect(await shown(formula, null)).toEqual({ value: name, message });
  expect(await shown(formula, 7)).toEqual({ value: 7, message });
});

test("of what is calculated nothing is said", async () => {
  expect(await shown("1+1", null)).toEqual({ value: 2, message: null });
});

test("of a sheet that has gone nothing is said", async () => {
  const standIn = await openStandIn(emptyWorkbook(), null);
  expect(standIn.cellMessage("gone", 0, 0)).toBeNull();
  standIn.close();
});
