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
  expect(message(1)).toBe("effects: row 2, column 1 (Sheet1!A2) is the error #DIV/0!; a number is needed.");
  expect(message(2)).toBe("rate (Sheet1!A2) is the error #DIV/0!; a number is needed.");
});

test("the message names the cell on another sheet, and still does when rows have come above it", async () => {
  await Excel.run(async (context) => {
    const other = context.workbook.worksheets.add("It's 2027");
    other.getRange("C5:D6").values = [
      [0.1, 0.2],
      [0.1, "two"],
    ];
    context.workbook.worksheets.getFirst().getRange("B5").formulas = [["=SAVINGS.ATTRIBUTE(100,'It''s 2027'!C5:D6)"]];
    await context.sync();
  });
  await addin.standIn.recalculate();
  const message = () => addin.standIn.cellMessage(addin.standIn.workbook.sheets[0]?.id ?? "", 4, 1);
  const says = (cell: string) => `effects: row 2, column 2 ('It''s 2027'!${cell}) is text 'two'; a number is needed.`;
  expect(message()).toBe(says("D6"));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("It's 2027").getRange("1:2").insert("Down");
    await context.sync();
  });
  await addin.standIn.recalculate();
  expect(message()).toBe(says("D8"));
});
