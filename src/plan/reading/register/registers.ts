import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import { cellAt } from "../sheetGrid";
import { findYear, type YearConvention } from "../cells/years";
import { firstColumnOf, type HeaderRow } from "../extent/headerRows";
import { nameWords } from "../extent/titles";
import { columnOf } from "../meaning/tableColumn";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { isOldName } from "../roles/roleScore";

/**
 * Tables with the very headings of the register: parts of one register where names and references do not repeat across them; else versions of one another,
 * of which the newest visible one counts. What does not count is named.
 */
export function registersOf(
  first: OpenTable,
  others: readonly OpenTable[],
  convention: YearConvention,
  asking: Asking,
): OpenTable[] {
  if (others.length === 0) return [first];
  const parts = [first];
  const versions: OpenTable[] = [];
  const seen = keysOf(first);
  for (const other of others) {
    // A template to fill in is no part and no version.
    if (other.rows.rows.length === 0) continue;
    const keys = keysOf(other);
    const shared = [...keys].filter((key) => seen.has(key)).length;
    // A few names in common are no version: each directorate has its own "Procurement".
    const isVersion = shared > 0 && shared >= 0.3 * Math.min(keys.size, seen.size);
    if (isVersion || isSetAside(other, first)) versions.push(other);
    else {
      parts.push(other);
      for (const key of keys) seen.add(key);
    }
  }
  if (versions.length === 0) return parts;
  const rank = (table: OpenTable): number[] => newness(table.header, convention, table.rows.rows.length);
  const newest = versions.reduce((best, one) => (compare(rank(one), rank(best)) > 0 ? one : best), first);
  const left = newest === first ? versions : [...parts, ...versions.filter((one) => one !== newest)];
  const kept = left.filter((table) => isPart(table, newest, sharedKeys(table, newest), asking));
  return [...(newest === first ? parts : [newest]), ...kept];
}

/** A register on a hidden sheet, or on one that is called old or removed, beside one that is not. */
function isSetAside({ header: { grid } }: OpenTable, first: OpenTable): boolean {
  return (
    (grid.isHidden && !first.header.grid.isHidden) || (isOldName(grid.sheet) && !isOldName(first.header.grid.sheet))
  );
}

function sharedKeys(table: OpenTable, newest: OpenTable): "all" | "some" | "none" {
  const known = keysOf(newest);
  const keys = [...keysOf(table)];
  const shared = keys.filter((key) => known.has(key)).length;
  return shared === 0 ? "none" : shared < Math.min(keys.length, known.size) ? "some" : "all";
}

/** Whether a table that is left out as another version counts after all, as the user says; where it has all the levers nothing is open. */
function isPart({ header }: OpenTable, newest: OpenTable, shared: "all" | "some" | "none", asking: Asking): boolean {
  const { grid, top, rowCount } = header;
  const where = grid.isHidden ? ", on a hidden sheet" : "";
  const why =
    shared !== "none"
      ? `it has ${shared === "some" ? "some of the" : "the"} levers of the one in ${newest.rows.address} and was left out as another version of it`
      : `it has none of the levers in ${newest.rows.address}, and was left out for its ${grid.isHidden ? "hidden sheet" : "sheet's name"}`;
  const cell = cellAddress(grid.sheet, top + rowCount - 1, firstColumnOf(header));
  const message = `a register with the same headings stands here${where}; ${why}`;
  if (shared === "all") {
    asking.findings.push({ level: "warning", cell, message });
    return false;
  }
  const choices = { version: "another version", part: "a part of the register" };
  return ask(asking, { id: "olderVersion", cell, message, choices, usual: "version" }) === "part";
}

function keysOf({ header, rows, columns, key }: OpenTable): Set<string> {
  const reference = columnOf(columns, "reference");
  const period = columnOf(columns, "period");
  const textAt = (row: number, column: number): string => nameKey(textOf(cellAt(header.grid, row, column)));
  return new Set(
    rows.rows.map((row) => {
      // In long format a lever stands in a row for each period.
      const when = period ? textAt(row, period.column) : "";
      const own = reference ? textAt(row, reference.column) : "";
      // 1, 2, 3 may begin anew on each sheet; CIP001 does not.
      const isOwn = /\p{L}/u.test(own);
      return `${isOwn || !key ? own : textAt(row, key.column)} ${when}`;
    }),
  );
}

/** What tells a newer version from an older one, the weightiest first. */
function newness({ grid, titles }: HeaderRow, convention: YearConvention, rows: number): number[] {
  const words = [nameWords(grid.sheet), ...titles].join(" ");
  const version = Number(/\bv(?:ersion)?\.?\s*(\d+(?:\.\d+)?)/i.exec(words)?.[1] ?? NaN);
  const year = findYear(grid.sheet, convention)?.year;
  return [
    grid.isHidden ? 0 : 1,
    isOldName(grid.sheet) ? 0 : 1,
    Number.isNaN(version) ? 0 : version,
    year?.kind === "fiscal" ? year.start : 0,
    rows,
  ];
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
