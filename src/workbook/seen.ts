import { readArea } from "../cells/address";
import { textOf } from "../cells/cell";
import { findNamed } from "../cells/names";
import type { Method } from "../engine/attribution/methods";
import type { Finding } from "../plan/finding";
import type { AlsoWritten } from "../plan/report/alsoWritten";
import type { SheetGrid } from "../plan/reading/sheetGrid";

/** What whoever wrote the last results had before them, as the workbook keeps it: so that the same run can be told from one that nobody has seen. */
export interface Seen {
  /** What was said of the plan, and of how many cells. */
  findings: Record<string, number>;
  /** Where it was not the scenario's own. */
  method?: Method;
  /** Years that were given for plans whose tables have none. */
  horizon?: number;
  /** Sheets that were chosen beside those of every run, and their form. */
  also?: AlsoWritten;
  /** Something else was given for that run alone: a target, an answer, where a table is. The workbook cannot repeat it. */
  isOnce?: true;
}

/** What a setting keeps; null where it keeps nothing of the kind. */
export function seenIn(setting: unknown): Seen | null {
  // The first version kept a list of words.
  const isSeen = typeof setting === "object" && setting !== null && "findings" in setting;
  return isSeen ? (setting as Seen) : null;
}

/** The findings as they are known again: by their words and the name of their row, since cells move as rows are put in. */
export function seenFindings(findings: readonly Finding[], grids: readonly SheetGrid[]): Seen["findings"] {
  const cells = new Map<string, number>();
  for (const { cell, message, count = 1 } of findings) {
    const key = `${rowName(cell, grids)}: ${message}`;
    cells.set(key, (cells.get(key) ?? 0) + count);
  }
  return Object.fromEntries(cells);
}

/** Whether nothing is said of the plan that was not seen, nor of more cells. */
export function areSeen(findings: readonly Finding[], grids: readonly SheetGrid[], { findings: seen }: Seen): boolean {
  const before = new Map(Object.entries(seen));
  return Object.entries(seenFindings(findings, grids)).every(([key, cells]) => cells <= (before.get(key) ?? 0));
}

/** The first text of the row that a cell is in; "" for a finding of no cell. */
function rowName(cell: string, grids: readonly SheetGrid[]): string {
  const at = readArea(cell, "");
  const grid = at && findNamed(grids, at.sheet, ({ sheet }) => sheet);
  const line = (at && grid?.values[at.row - grid.row]) ?? [];
  return textOf(line.find((value) => typeof value === "string" && textOf(value) !== "") ?? "");
}
