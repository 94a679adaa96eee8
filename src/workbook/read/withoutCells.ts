import type { Finding } from "../../plan/finding";
import { codeOf } from "../excel/excelErrors";
import type { WorkbookShape } from "../excel/workbookShape";

type Sheets = WorkbookShape["sheets"];

/** The chart, macro and dialog sheets: those whose cells Excel refuses to name. In halves, since most workbooks have none or few. */
export async function sheetsWithoutCells(context: Excel.RequestContext, sheets: Sheets): Promise<Sheets> {
  try {
    sheets.forEach(({ id }) => context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true).load("address"));
    await context.sync();
    return [];
  } catch (error) {
    if (!isWithoutCells(error)) throw error;
  }
  if (sheets.length === 1) return sheets;
  const half = Math.ceil(sheets.length / 2);
  const first = await sheetsWithoutCells(context, sheets.slice(0, half));
  return [...first, ...(await sheetsWithoutCells(context, sheets.slice(half)))];
}

/** A macro sheet may hold something: that it was not read is said. */
export function withoutCellsFindings(sheets: Sheets): Finding[] {
  return sheets.map(({ name }): Finding => {
    const message = `the sheet ${name} is a chart, macro or dialog sheet, which Excel does not let add-ins read; if it holds a table of the plan, copy it to a worksheet`;
    return { level: "warning", cell: "", message };
  });
}

function isWithoutCells(error: unknown): boolean {
  return codeOf(error) === "UnsupportedSheet";
}
