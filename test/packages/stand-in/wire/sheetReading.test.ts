import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";

let addin: OpenAddin;
afterEach(() => addin.close());

const filter = { row: 2, column: 1, rowCount: 40, columnCount: 5 };

function filtered(): WorkbookContent {
  const content = emptyWorkbook();
  const [sheet] = content.sheets;
  if (sheet) sheet.filter = filter;
  return content;
}

test("what a sheet's AutoFilter covers goes with its cells", async () => {
  addin = await openAddin({ content: filtered() });
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const none = context.workbook.worksheets.add("Plain").autoFilter.getRangeOrNullObject();
    const before = sheet.autoFilter.getRange();
    before.load("address");
    sheet.getRange("1:2").insert("Down");
    const after = sheet.autoFilter.getRangeOrNullObject();
    after.load("address");
    sheet.autoFilter.load("enabled");
    none.load("address");
    await context.sync();
    return [after.address, sheet.autoFilter.enabled, none.isNullObject];
  });
  expect(seen).toEqual(["Sheet1!B5:F44", true, true]);
});

test.each([
  [false, [1900, 1900, 2024]],
  [true, [1904, 1904, 2028]],
])("the year of a serial tells from when dates are counted (1904: %s)", async (date1904, years) => {
  addin = await openAddin({ content: { ...emptyWorkbook(), date1904 } });
  const seen = await Excel.run(async (context) => {
    const results = [1, 60, 45_400].map((serial) => context.workbook.functions.year(serial));
    for (const result of results) result.load("value");
    await context.sync();
    return results.map(({ value }) => value);
  });
  expect(seen).toEqual(years);
});
