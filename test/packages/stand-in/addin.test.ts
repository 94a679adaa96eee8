import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

let addin: OpenAddin;
beforeEach(async () => {
  addin = await openAddin({ onInternalError: (error) => error && console.error(error) });
});
afterEach(() => addin.close());

test("values written through Office.js are read back, calculated", async () => {
  const read = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const range = sheet.getRange("A1:B2");
    range.values = [
      ["m", "v"],
      ["=1+1", 5],
    ];
    const all = sheet.getRange("A1:C3");
    all.load("values,formulas,address,valueTypes,text");
    await context.sync();
    return [all.values, all.formulas, all.address, all.valueTypes, all.text];
  });
  expect(read).toEqual([
    [
      ["m", "v", ""],
      [2, 5, ""],
      ["", "", ""],
    ],
    [
      ["m", "v", ""],
      ["=1+1", 5, ""],
      ["", "", ""],
    ],
    "Sheet1!A1:C3",
    [
      ["String", "String", "Empty"],
      ["Double", "Double", "Empty"],
      ["Empty", "Empty", "Empty"],
    ],
    [
      ["m", "v", ""],
      ["2", "5", ""],
      ["", "", ""],
    ],
  ]);
});

test("a sheet that is not there", async () => {
  await expect(
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nope").load("name");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "ItemNotFound" });
});
