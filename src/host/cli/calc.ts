import type { ValueContent, WorkbookContent } from "../../xlsx/content";
import { emptySheet } from "../../xlsx/emptyContent";
import type { Host } from "../host";
import { qualifyReferences } from "./qualifyReferences";

/** What a formula gives: numbers with the 15 digits that Excel shows, texts, truth values, and errors as their strings; rows of columns. */
export type CalcResult = (number | string | boolean)[][];

/** The workbook with a hidden sheet at its end, on which formulas are evaluated. */
export function withScratchSheet(content: WorkbookContent): { content: WorkbookContent; scratch: string } {
  const taken = new Set(content.sheets.map((sheet) => sheet.name.toLowerCase()));
  let scratch = "calc";
  for (let count = 2; taken.has(scratch); count++) scratch = `calc${count}`;
  return {
    content: { ...content, sheets: [...content.sheets, { ...emptySheet(scratch), visibility: "hidden" }] },
    scratch,
  };
}

/**
 * Evaluates one formula after the other, each alone on the scratch sheet, as if typed on the active sheet: references
 * that name no sheet lead there. What Excel would not take as a formula is #NAME?; no text at all is an empty text.
 */
export async function evaluate(host: Host, scratch: string, formula: string): Promise<CalcResult> {
  const text = formula.trim();
  if (text === "") return [[""]];
  const qualified = qualifyReferences(text.startsWith("=") ? text : `=${text}`, host.workbook.activeSheet.name);
  if (qualified === null) return [["#NAME?"]];
  const sheet = host.workbook.sheets.find((one) => one.name === scratch);
  if (!sheet) throw new Error("The scratch sheet is gone.");
  sheet.write([{ row: 0, column: 0, formula: qualified }]);
  await host.recalculate();
  const area = sheet.spillAt(0, 0) ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const rows = Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (__, column) => plain(sheet.value(area.row + row, area.column + column))),
  );
  sheet.write([{ row: 0, column: 0, value: null }]);
  return rows;
}

function plain(value: ValueContent): number | string | boolean {
  if (value === null) return "";
  if (typeof value === "number") return Number(value.toPrecision(15));
  return typeof value === "object" ? value.error : value;
}
