import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { Blanks } from "@workbooks/stand-in/functions/blanks";

const dist = join(__dirname, "../../dist");

/** What formulas beside rates in A1:A3 come to, and the message of the first. */
async function results(blanks: Blanks, formulas: string[]): Promise<{ values: unknown[]; message: string | null }> {
  const { standIn, close } = await openAddin({ scripts: [join(dist, "functions.js")], functions: dist, blanks });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("A1:B3").values = [
      [0.01, 5],
      [0.02, 5],
      [0.03, 5],
    ];
    formulas.forEach((formula, index) => (sheet.getRangeByIndexes(0, 3 + 2 * index, 1, 1).formulas = [[formula]]));
    await context.sync();
  });
  await standIn.recalculate();
  const { activeSheet } = standIn.workbook;
  const column = (index: number) => 3 + 2 * index;
  const spilled = (index: number) =>
    [0, 1, 2].map((row) => activeSheet.value(row, column(index))).filter((value) => value !== null);
  const found = {
    values: formulas.map((_, index) => spilled(index)),
    message: standIn.cellMessage(activeSheet.id, 0, 3),
  };
  close();
  return found;
}

const compounded = 1 - 0.99 * 0.98 * 0.97;

describe("a whole column", () => {
  test("is more than a call carries on the web: #CALC!, without a sentence of ours", async () => {
    for (const blanks of ["web", "text"] as const) {
      const { values, message } = await results(blanks, [
        "=SAVINGS.COMPOUNDEFF(A:A)",
        "=SAVINGS.COMPOUNDEFF(A1:A2000)",
      ]);
      expect(values).toEqual([[{ error: "#CALC!" }], [expect.closeTo(compounded, 9)]]);
      expect(message).toBeNull();
    }
  });

  test("arrives with all of its cells on the desktop", async () => {
    const { values } = await results("desktop", ["=SAVINGS.COMPOUNDEFF(A:A)", "=SAVINGS.COMBINED(100,A:A)"]);
    expect(values[0]).toEqual([expect.closeTo(compounded, 9)]);
    expect(values[1]).toEqual([expect.closeTo(100 * compounded, 7)]);
  });
});

// Documented to work: OfficeDev/office-js-docs-pr#5534.
test("inside MAP, BYROW, BYCOL, MAKEARRAY and REDUCE a function is called for each of their values", async () => {
  const rate = (share: number, years: number) => expect.closeTo(1 - (1 - share) ** years, 9) as number;
  const { values } = await results("web", [
    "=MAP(A1:A3,LAMBDA(x,SAVINGS.COMPOUNDEFF(x,5)))",
    "=BYROW(A1:B3,LAMBDA(r,SAVINGS.COMPOUNDEFF(INDEX(r,1),INDEX(r,2))))",
    "=MAKEARRAY(3,1,LAMBDA(r,c,SAVINGS.COMPOUNDEFF(r/100,c)))",
    "=BYCOL(A1:A3,LAMBDA(c,SAVINGS.COMPOUNDEFF(c)))",
    "=REDUCE(0,A1:A3,LAMBDA(sum,x,sum+SAVINGS.COMPOUNDEFF(x,5)))",
  ]);
  const five = [0.01, 0.02, 0.03].map((share) => rate(share, 5));
  const sum = [0.01, 0.02, 0.03].reduce((total, share) => total + 1 - (1 - share) ** 5, 0);
  expect(values).toEqual([
    five,
    five,
    [rate(0.01, 1), rate(0.02, 1), rate(0.03, 1)],
    [expect.closeTo(compounded, 9)],
    [expect.closeTo(sum, 9)],
  ]);
});
