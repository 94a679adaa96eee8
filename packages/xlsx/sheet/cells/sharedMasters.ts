import type { CellContent, SheetContent } from "../../content";
import { shiftableFormula } from "../../formulas/shiftFormula";
import type { CellChanges } from "./cellChanges";
import { withoutEquals } from "./readCells";
import { scanSheet, type RawCell } from "../scanSheet";

/**
 * Shared formulas whose first cell is about to change: gives, for a cell that leant on one, its own formula in the
 * file's words. Other shared formulas stay shared.
 */
export function brokenSharedFormulas(
  source: string,
  part: string,
  before: SheetContent["cells"],
  changes: CellChanges,
): (raw: RawCell) => string | null {
  return ownFormulas(source, part, ({ row, column }) => {
    const change = changes.get(row)?.get(column);
    return change !== undefined && !keepsFormula(before.get(row)?.get(column), change);
  });
}

/** Gives, for a cell that shares a formula whose first cell `isBroken`, its own formula in the file's words; else null. */
export function ownFormulas(
  source: string,
  part: string,
  isBroken: (master: RawCell) => boolean,
): (raw: RawCell) => string | null {
  const seen = new Set<string>();
  const broken = new Map<string, { row: number; column: number; shift: (rows: number, columns: number) => string }>();
  if (source.includes("shared")) scanSheet(source, part, { row: () => undefined, cell: noteMaster });

  function noteMaster(raw: RawCell): void {
    const { row, column, formula } = raw;
    if (formula?.attributes["t"] !== "shared" || formula.text === "") return;
    const group = formula.attributes["si"] ?? "";
    if (seen.has(group)) return;
    seen.add(group);
    if (isBroken(raw)) broken.set(group, { row, column, shift: shiftableFormula(withoutEquals(formula.text)) });
  }

  return ({ row, column, formula }) => {
    if (formula?.attributes["t"] !== "shared") return null;
    const master = broken.get(formula.attributes["si"] ?? "");
    return master ? master.shift(row - master.row, column - master.column) : null;
  };
}

function keepsFormula(before: CellContent | undefined, after: CellContent | null): boolean {
  return after !== null && before?.formula === after.formula && !after.array;
}
