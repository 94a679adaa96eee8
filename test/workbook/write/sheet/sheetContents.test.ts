import { openAddin } from "@workbooks/stand-in/addin";
import { askForShape, shapeOf } from "../../../../src/workbook/excel/workbookShape";
import { excelRun } from "../../../../src/workbook/excel/excelRun";
import { readSheetContents } from "../../../../src/workbook/write/sheet/sheetContents";
import { planBook } from "../../support/planBook";

test("what all sheets hold is read no further once the user cancels", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  const cancelling = new AbortController();
  let requests = 0;
  const reading = excelRun(async (context) => {
    const query = askForShape(context);
    await context.sync();
    standIn.play.beforeRequest = () => {
      requests++;
      cancelling.abort();
    };
    try {
      await readSheetContents(context, shapeOf(query), cancelling.signal);
    } finally {
      standIn.play.beforeRequest = null;
    }
  });
  await expect(reading).rejects.toMatchObject({ kind: "cancelled" });
  expect(requests).toBe(1);
  standIn.close();
});
