import { tokenize, type Token } from "@borgar/fx";
import type { WorkbookContent } from "../../xlsx/content";
import type { Host } from "../host";

/** Where a workbook uses the add-in's functions: in formulas of its own, or through a name that does. */
export function addinCells(content: WorkbookContent, namespace: string): { sheet: number; row: number; column: number }[] {
  const prefix = `${namespace}.`.toUpperCase();
  const calls = (formula: string): boolean => tokens(formula).some(({ type, value }) => type === "func" && value.toUpperCase().startsWith(prefix));
  const names = new Set(content.names.filter(({ formula }) => calls(formula)).map(({ name }) => name.toLowerCase()));
  const uses = (formula: string): boolean =>
    (formula.toUpperCase().includes(prefix) && calls(formula)) ||
    (names.size > 0 && tokens(formula).some(({ type, value }) => type === "range_named" && names.has(nameOf(value))));
  const found: { sheet: number; row: number; column: number }[] = [];
  content.sheets.forEach((sheet, index) => {
    for (const [row, cells] of sheet.cells) {
      for (const [column, cell] of cells) if (cell.formula !== undefined && uses(cell.formula)) found.push({ sheet: index, row, column });
    }
  });
  return found;
}

/** Calculates the cells that use the add-in, and what depends on them. Other formulas keep what the file says. */
export async function recalculateAddinCells(host: Host, cells: { sheet: number; row: number; column: number }[]): Promise<void> {
  const ids = host.workbook.sheets.map((sheet) => sheet.id);
  for (const { sheet, row, column } of cells) host.workbook.calculation.markDirty(ids[sheet] ?? "", row, column);
  await host.recalculate();
}

function tokens(formula: string): Token[] {
  return tokenize(`=${formula}`, { mergeRefs: true }) as Token[];
}

function nameOf(token: string): string {
  return token.slice(token.lastIndexOf("!") + 1).toLowerCase();
}
