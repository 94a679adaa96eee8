import { join } from "node:path";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";

const dist = join(__dirname, "../../dist");
let addin: OpenAddin;
beforeAll(async () => void (addin = await openAddin({ scripts: [join(dist, "functions.js")], functions: dist })));
afterAll(() => addin.close());

test("an error cell in a range reaches the function, which says where it stands", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:A3").formulas = [[0.1], ["=1/0"], [0.2]];
    sheet.getRange("B1").formulas = [["=SAVINGS.ATTRIBUTE(100,A1:A3)"]];
    sheet.getRange("C1").formulas = [["=SAVINGS.COMPOUNDEFF(A2,5)"]];
    await context.sync();
  });
  await addin.standIn.recalculate();
  const [sheet] = addin.standIn.workbook.sheets;
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("B1:C1").load("values");
    await context.sync();
    return range.values;
  });
  expect(values).toEqual([["#VALUE!", "#VALUE!"]]);
  const message = (column: number) => addin.standIn.cellMessage(sheet?.id ?? "", 0, column);
  expect(message(1)).toBe("effects: row 2, column 1 is the error #DIV/0!; a number is needed.");
  expect(message(2)).toBe("rate is the error #DIV/0!; a number is needed.");
});
