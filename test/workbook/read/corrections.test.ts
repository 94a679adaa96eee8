import { openAddin } from "@workbooks/stand-in/addin";
import { saveCorrections } from "../../../src/workbook/read/corrections";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { planBook } from "../support/planBook";

test("corrections are kept in the workbook and used by the next reading", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  expect((await readWorkbookPlan()).corrections).toEqual({});
  await saveCorrections({ unit: "£bn" });
  expect((await readWorkbookPlan()).corrections).toEqual({ unit: "£bn" });
  await saveCorrections({});
  expect(Object.keys(standIn.content().settings)).toEqual([]);
  standIn.close();
});
