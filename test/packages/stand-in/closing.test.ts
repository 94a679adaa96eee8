import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { turns } from "../../support/turns";

/** Faults of the stand-in itself. An error that nobody awaits fails a test of its own accord. */
let faults: unknown[];
let addin: OpenAddin;
const open = async () => {
  faults = [];
  addin = await openAddin({
    content: emptyWorkbook(),
    onInternalError: (error) => error !== null && faults.push(error),
  });
};
/** Long enough for all that still wants to happen. */
const rest = async () => {
  await turns(150);
  expect(faults).toEqual([]);
};
const formulas = (count: number) => Array.from({ length: count }, (_, row) => [`=ROW()+RAND()+SUM($B$1:B${row + 1})`]);
const write = (count: number) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange(`A1:A${count}`).formulas = formulas(count);
    await context.sync();
    sheet.getRange("B1").values = [[1]];
    await context.sync();
  });

describe("an Excel that is closed in the middle of its work comes to rest without an error", () => {
  test.each([0, 1, 2, 4, 8, 16, 32, 64, 128])("%i ms after a batch of the add-in began", async (wait) => {
    await open();
    void write(600);
    await new Promise((resolve) => setTimeout(resolve, wait));
    addin.close();
    await rest();
  });

  test.each([0, 1, 3, 9, 27])("%i turns after a cell was edited", async (turns) => {
    await open();
    await write(200);
    addin.standIn.workbook.activeSheet.write([{ row: 0, column: 1, value: 7 }]);
    for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
    addin.close();
    await rest();
  });

  test("while a batch waits for the user to end the editing of a cell", async () => {
    await open();
    addin.standIn.play.cellEditing = true;
    void Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.add("Late");
      await context.sync();
    });
    await turns(30);
    addin.close();
    addin.standIn.play.cellEditing = false;
    await rest();
  });

  test("with a batch that the add-in sends later", async () => {
    await open();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1");
      await context.sync();
      addin.close();
      range.values = [[1]];
      void context.sync();
      await rest();
    });
  });
});
