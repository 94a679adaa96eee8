import type { FormulaCell } from "./formulaCells";
import { keyOf } from "./readAreas";

/** What a formula's cell shows now: a value of Univer's, null where it has none. */
type ShownValue = unknown;

interface StoredValueRules {
  /** Cells keep the values that the file has of them; only those that it has none of are calculated. */
  keepsFileValues: boolean;
  isCalculable(formula: string): boolean;
  shown(cell: FormulaCell): ShownValue;
}

/**
 * Which cells keep the value that they have instead of being calculated: those whose formulas cannot be calculated here,
 * and, where the file's values are kept, all that were not written since it was opened.
 */
export class StoredValues {
  /** Some of the file's formulas depend on what was written since it was opened. */
  isStale = false;
  /** The calculation that runs is that of what the file has no values of. */
  isOpening = false;
  private readonly written = new Map<string, Set<number>>();
  private readonly calculated = new WeakSet<FormulaCell>();
  private readonly calculable = new Map<string, boolean>();

  constructor(private readonly rules: StoredValueRules) {}

  /** Somebody has put values or formulas into cells, as Univer's mutation tells it. */
  writeAll({ subUnitId, cellValue }: Record<string, unknown>): void {
    if (!this.rules.keepsFileValues) return;
    const sheet = String(subUnitId);
    const cells = this.written.get(sheet) ?? new Set<number>();
    this.written.set(sheet, cells);
    const rows = Object.entries((cellValue ?? {}) as Record<string, Record<string, object | null>>);
    for (const [row, columns] of rows)
      for (const [column, cell] of Object.entries(columns))
        if (cell === null || "v" in cell) cells.add(keyOf(Number(row), Number(column)));
  }

  isWritten(sheet: string, row: number, column: number): boolean {
    return this.written.get(sheet)?.has(keyOf(row, column)) ?? false;
  }

  /** Whether a cell that is due keeps its value all the same. */
  keeps(cell: FormulaCell): boolean {
    const value = this.rules.shown(cell);
    if (isNothing(value)) return false;
    if (this.keepsFileValue(cell) && !(this.isOpening && isPlaceholder(value))) return true;
    return !this.isCalculable(cell.formula);
  }

  /** A cell is due because of what was written; `keeps` may hold it back. */
  due(cell: FormulaCell): void {
    this.isStale ||= !this.isOpening && this.keepsFileValue(cell);
  }

  /** Whether what a first calculation gave is worse than the value that stands there: the 0 of a circle, or an error. */
  isWorse(cell: FormulaCell, error: string | null, isCircular: boolean): boolean {
    const value = this.rules.shown(cell);
    const isFirst = !this.calculated.has(cell);
    if (isFirst && !isNothing(value) && !isError(value)) {
      if (isCircular || (error !== null && this.keepsFileValue(cell))) return true;
    }
    this.calculated.add(cell);
    return false;
  }

  /** Whether a cell shows what the file has of it, and nothing that was calculated here. */
  hasFileValue(cell: FormulaCell): boolean {
    return !this.calculated.has(cell) && !isNothing(this.rules.shown(cell));
  }

  /** What functions and names there are has changed. */
  forgetCalculable(): void {
    this.calculable.clear();
  }

  private keepsFileValue({ sheet, row, column }: FormulaCell): boolean {
    return this.rules.keepsFileValues && !this.isWritten(sheet, row, column);
  }

  /** Whether Univer has all that a formula asks for. */
  isCalculable(formula: string): boolean {
    let known = this.calculable.get(formula);
    if (known === undefined) this.calculable.set(formula, (known = this.rules.isCalculable(formula)));
    return known;
  }
}

function isNothing(value: ShownValue): boolean {
  return value === null || value === undefined;
}

/** What programs that do not calculate write where a result would stand. */
function isPlaceholder(value: ShownValue): boolean {
  return value === 0 || value === "0" || value === "";
}

function isError(value: ShownValue): boolean {
  return typeof value === "string" && /^#[A-Z]/.test(value);
}
