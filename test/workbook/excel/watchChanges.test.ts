import { openAddin } from "@workbooks/stand-in/addin";
import { runScenario } from "../../../src/workbook/runScenario";
import { watchChanges } from "../../../src/workbook/excel/watchChanges";
import { planBook } from "../support/planBook";
import { turns } from "../../support/turns";

test("watching tells of the user's changes, and not of what a run writes", async () => {
  const { standIn } = await openAddin({ content: planBook() });
  await runScenario({ write: true });
  await turns(400);
  let told = 0;
  const stop = await watchChanges(() => told++);
  const settle = () => turns(400);
  standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 101 }]);
  await settle();
  expect(told).toBeGreaterThan(0);
  told = 0;
  await runScenario({ write: true });
  await settle();
  expect(told).toBe(0);
  await stop();
  standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 102 }]);
  await settle();
  expect(told).toBe(0);
  standIn.close();
});
