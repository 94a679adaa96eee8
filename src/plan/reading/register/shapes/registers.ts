import { cellAddress } from "../../../../cells/address";
import { textOf } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { cellAt } from "../../sheetGrid";
import { figure } from "../../cells/figure";
import { fiscalLabel, type YearConvention } from "../../cells/times/years";
import { firstColumnOf } from "../../extent/headerRows";
import { totalIn } from "../../extent/totals/rowSums";
import { nameWords } from "../../extent/titles";
import { effectMeanings } from "../../meaning/effectMeanings";
import { columnOf } from "../../tableColumn";
import { yearOfTable } from "../../years/namedYear";
import type { OpenTable } from "../../openTable";
import { ask, type Asking } from "../../questions";
import { isOldName } from "../../roles/roleScore";

/**
 * Tables with the headings of the register: parts of one register where they are of one year and names and references do not repeat across them; else
 * versions of one another, of which the newest visible one counts. What does not count is named.
 */
export function registersOf(
  first: OpenTable,
  others: readonly OpenTable[],
  convention: YearConvention,
  asking: Asking,
): OpenTable[] {
  // A template to fill in is no part and no version.
  const tables = [first, ...others.filter(({ rows }) => rows.rows.length > 0)];
  const year = newestYear(tables, convention);
  const isOlder = (table: OpenTable): boolean => (yearOfTable(table, convention) ?? year) < year;
  const { parts, left } = versionsApart(tables.filter((table) => !isOlder(table)));
  const [newest = first] = parts;
  const kept = [...tables.filter(isOlder), ...left].filter((table) =>
    isPart(table, newest, sharedKeys(table, newest), convention, asking),
  );
  return [...parts, ...kept];
}

/** The newest year that a register names which is neither hidden nor called old; no register is older where none names one. */
function newestYear(tables: readonly OpenTable[], convention: YearConvention): number {
  const current = tables.filter(({ header: { grid } }) => !grid.isHidden && !isOldName(grid.sheet));
  const years = (current.length > 0 ? current : tables).map((table) => yearOfTable(table, convention) ?? -Infinity);
  return Math.max(...years);
}

/** The registers that count together, and the versions of them that do not. */
function versionsApart(tables: readonly OpenTable[]): { parts: OpenTable[]; left: OpenTable[] } {
  const [first, ...others] = tables;
  if (!first) return { parts: [], left: [] };
  const parts = [first];
  const versions: OpenTable[] = [];
  const seen = keysOf(first);
  for (const other of others) {
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
  const newest = versions.reduce((best, one) => (compare(newness(one), newness(best)) > 0 ? one : best), first);
  return newest === first
    ? { parts, left: versions }
    : { parts: [newest], left: [...parts, ...versions.filter((one) => one !== newest)] };
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
function isPart(
  table: OpenTable,
  newest: OpenTable,
  shared: "all" | "some" | "none",
  convention: YearConvention,
  asking: Asking,
): boolean {
  const { header } = table;
  const { grid, top, rowCount } = header;
  const where = grid.isHidden ? ", on a hidden sheet" : "";
  const [own, other] = [table, newest].map((one) => yearOfTable(one, convention));
  const isOlder = typeof own === "number" && typeof other === "number" && own < other;
  const reason = grid.isHidden
    ? "for its hidden sheet"
    : isOlder
      ? `since it is of ${fiscalLabel(own, convention)} and that one of ${fiscalLabel(other, convention)}`
      : "for its sheet's name";
  const why =
    shared !== "none"
      ? `it has ${shared === "some" ? "some of the" : "the"} levers of the one in ${newest.rows.address} and was left out as another version of it`
      : `it has none of the levers in ${newest.rows.address}, and was left out ${reason}`;
  const cell = cellAddress(grid.sheet, top + rowCount - 1, firstColumnOf(header));
  const message = `a register with the same headings stands here${where}; ${why}`;
  if (shared === "all") {
    asking.findings.push({ level: "warning", cell, message });
    return false;
  }
  const choices = { version: "another version", part: "a part of the register" };
  return ask(asking, { id: "olderVersion", cell, message, choices, usual: "version" }) === "part";
}

/** A table with other headings that holds levers which the registers read have not: its savings count where the user says so. Null where there are none. */
export function isOtherPart(table: OpenTable, registers: readonly OpenTable[], asking: Asking): boolean | null {
  const { header, rows, columns, key } = table;
  const saving = columns.find(({ meaning }) => effectMeanings.has(meaning));
  const known = new Set(registers.flatMap((one) => [...keysOf(one)]));
  if (!saving || !key || rows.rows.length === 0 || [...keysOf(table)].some((one) => known.has(one))) return null;
  const { grid } = header;
  // Rows that are called like the registers' sheets sum them up.
  const sheets = new Set(registers.map((one) => nameKey(one.header.grid.sheet)));
  if (rows.rows.every((row) => sheets.has(nameKey(textOf(cellAt(grid, row, key.column)))))) return null;
  const sum = totalIn({ grid }, rows.rows, saving.column);
  const count = rows.rows.length === 1 ? "1 row" : `${rows.rows.length} rows`;
  const used = registers.map((one) => one.rows.address).join(", ");
  const choice = ask(asking, {
    id: "otherRegister",
    cell: cellAddress(grid.sheet, header.top + header.rowCount - 1, firstColumnOf(header)),
    message: `this looks like a register too, with other headings: its ${count}, ${figure(sum)} under '${saving.heading}', do not count; ${used} is used`,
    choices: { other: "no part of the register", part: "a part of the register" },
    usual: "other",
  });
  return choice === "part";
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
function newness({ header: { grid, titles }, rows }: OpenTable): number[] {
  const words = [nameWords(grid.sheet), ...titles].join(" ");
  const version = Number(/\bv(?:ersion)?\.?\s*(\d+(?:\.\d+)?)/i.exec(words)?.[1] ?? NaN);
  return [grid.isHidden ? 0 : 1, isOldName(grid.sheet) ? 0 : 1, Number.isNaN(version) ? 0 : version, rows.rows.length];
}

function compare(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
