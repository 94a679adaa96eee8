import { tokenize } from "@borgar/fx";
import type { Workbook } from "../workbook/workbook";
import { wholeSheet } from "../workbook/sheet";
import { cellKey, type CallingCell } from "./calls";

/**
 * Which formulas know what the add-in's functions are. A formula that was read, or calculated, while the functions were
 * not there stays #NAME? when they come, whatever is recalculated, until it is entered again.
 */
export class FormulaBinding {
  private readonly unbound = new Set<string>();

  /** How the names of the add-in's functions begin. */
  private readonly beginnings: string[];

  constructor(namespaces: readonly string[]) {
    this.beginnings = namespaces.flatMap(namesOf);
  }

  isUnbound(cell: CallingCell): boolean {
    return this.unbound.has(cellKey(cell));
  }

  /** The cell's formula is calculated without the functions. */
  unbind(cell: CallingCell): void {
    this.unbound.add(cellKey(cell));
  }

  entered(cell: CallingCell): void {
    this.unbound.delete(cellKey(cell));
  }

  /** Cells have moved: who is bound cannot be said any more, so all are read anew. */
  forgetSheet(sheet: string): void {
    for (const key of this.unbound) if (key.startsWith(`${sheet}!`)) this.unbound.delete(key);
  }

  /** The functions come to a workbook that was opened without them. */
  unbindAll(workbook: Workbook): void {
    for (const sheet of workbook.sheets)
      for (const { row, column } of this.formulasOf(workbook, sheet.id)) this.unbind({ sheet: sheet.id, row, column });
  }

  /** The cells of a sheet whose own formula calls one of the add-in's functions. */
  formulasOf(workbook: Workbook, sheet: string): CallingCell[] {
    const cells: CallingCell[] = [];
    const on = workbook.sheet(sheet);
    on.eachCell(wholeSheet, (row, column, { f, si }) => {
      if ((f || si) && this.isUsedIn(on.formula(row, column) ?? "")) cells.push({ sheet, row, column });
    });
    return cells;
  }

  /** Whether a formula calls a function of the add-in's namespace, known or not, by the name that users type or the file's. */
  isUsedIn(formula: string): boolean {
    return callsOneOf(formula, this.beginnings);
  }

  /** The same, or another add-in's by the name that it has in files. */
  callsAnAddin(formula: string): boolean {
    return callsOneOf(formula, [...this.beginnings, "_XLDUDF_"]);
  }
}

function callsOneOf(formula: string, beginnings: string[]): boolean {
  const upper = formula.toUpperCase();
  if (!beginnings.some((beginning) => upper.includes(beginning))) return false;
  return tokenize(formula).some(
    ({ type, value }) => type === "func" && beginnings.some((beginning) => value.toUpperCase().startsWith(beginning)),
  );
}

/** How the names of a namespace's functions begin: "CONTOSO." as users type them, "_XLDUDF_CONTOSO_" as files keep them. */
export function namesOf(namespace: string): [typed: string, inFile: string] {
  const upper = namespace.toUpperCase();
  return [`${upper}.`, `_XLDUDF_${upper.replaceAll(".", "_")}_`];
}
