import { ICommandService } from "@univerjs/core";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
let seen: string[];
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
  seen = [];
  addin.standIn.workbook.on((event) => event.kind === "cells" && seen.push(event.by));
});
afterEach(() => addin.close());

const write = () => addin.standIn.workbook.activeSheet.write([{ row: 0, column: 0, value: 1 }]);
/** A command of the grid, as its keys run it. */
const type = () =>
  addin.standIn.workbook.calculation.command("sheet.command.set-range-values", {
    ...{ subUnitId: addin.standIn.workbook.activeSheet.id, value: { v: 2 } },
    range: { startRow: 1, startColumn: 0, endRow: 1, endColumn: 0 },
  });

test("each change says whose it is, and so does what takes it back", async () => {
  const { workbook } = addin.standIn;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1").values = [[1]];
    await context.sync();
  });
  await type();
  workbook.as("otherPerson", write);
  await workbook.calculation.undo();
  expect(seen).toEqual(["addin", "user", "otherPerson", "undo"]);
});

test("what is done after work that failed, or outlasted other work, is the user's again", async () => {
  const { workbook } = addin.standIn;
  const fails = () => {
    throw new Error("refused");
  };
  expect(() => workbook.as("addin", fails)).toThrow("refused");
  await expect(workbook.as("addin", async () => fails())).rejects.toThrow("refused");
  write();
  let end = () => {};
  const long = workbook.as("addin", () => new Promise<void>((resolve) => (end = resolve)));
  const short = workbook.as("otherPerson", () => new Promise<void>((resolve) => setTimeout(resolve)));
  end();
  await long;
  write();
  await short;
  write();
  expect(seen).toEqual(["user", "otherPerson", "user"]);
});

test("what Univer does unasked is the user's, even while the add-in is at work", async () => {
  const { workbook } = addin.standIn;
  const sheet = workbook.activeSheet.univerSheet;
  await workbook.as("addin", async () => {
    write();
    // Not through the stand-in: as the grid does it.
    workbook.calculation.univer
      .__getInjector()
      .get(ICommandService)
      .syncExecuteCommand("sheet.mutation.set-range-values", {
        ...{ unitId: sheet.getUnitId(), subUnitId: sheet.getSheetId(), cellValue: { 3: { 0: { v: 4 } } } },
      });
    write();
  });
  expect(seen).toEqual(["addin", "user", "addin"]);
});
