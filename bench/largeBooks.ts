import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { NameContent } from "@workbooks/xlsx/content";
import { bookOf } from "../test/workbook/support/planBook";
import { register, spendAndFunding, tenYearPlan, twentyYearRegister, type Rows } from "./leverRows";

/** A workbook of 10,000 names and a formula that uses some of them. */
export function bookOfNames(): Promise<Uint8Array> {
  const names = Array.from({ length: 10_000 }, (_, index): NameContent => ({
    ...{ name: `Figure_${index}`, formula: `Sheet1!$B$${index + 1}`, sheet: null, hidden: false, comment: "" },
  }));
  return bookOfFormula("Figure_0+Figure_9999", names);
}

/** A workbook with a formula as long as Excel allows: 8,192 characters, of which the file leaves out the "=". */
export function bookOfLongFormula(): Promise<Uint8Array> {
  return bookOfFormula(`B$1${"+1".repeat(4094)}`, []);
}

/** A workbook of a budget and a register of so many levers. */
export function bookOfLevers(count: number): Promise<Uint8Array> {
  return bookOfSheets({ ...spendAndFunding, Levers: register(count) });
}

/** A workbook of 100 levers on ten categories over ten years. */
export function bookOfTenYears(): Promise<Uint8Array> {
  return bookOfSheets(tenYearPlan);
}

/** A workbook of 2,000 levers over twenty years. */
export function bookOfTwentyYears(): Promise<Uint8Array> {
  return bookOfSheets({ Register: twentyYearRegister });
}

async function bookOfSheets(sheets: Record<string, Rows>): Promise<Uint8Array> {
  const options = { functionNamespaces: ["SAVINGS"] };
  const content = await readWorkbook(newWorkbook(), options);
  content.sheets = bookOf(sheets).sheets;
  return patchWorkbook(newWorkbook(), content, options);
}

async function bookOfFormula(formula: string, names: NameContent[]): Promise<Uint8Array> {
  const options = { functionNamespaces: ["SAVINGS"] };
  const content = await readWorkbook(newWorkbook(), options);
  content.names = names;
  content.sheets[0]?.cells.set(
    0,
    new Map([
      [0, { value: null, formula, style: 0 }],
      [1, { value: 1, style: 0 }],
    ]),
  );
  return patchWorkbook(newWorkbook(), content, options);
}
