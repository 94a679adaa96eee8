import { tokenize } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { columnName, lastColumnCount, lastRowCount, quotedSheet, splitSheet } from "../address";

/** Something that makes references point elsewhere. Sheets are named as before the change; whole rows and columns are areas too. */
export type ReferenceChange =
  | { kind: "inserted"; sheet: string; area: AreaContent; shift: "down" | "right" }
  | { kind: "deleted"; sheet: string; area: AreaContent; shift: "up" | "left" }
  | { kind: "moved"; sheet: string; area: AreaContent; toSheet: string; toRow: number; toColumn: number }
  | { kind: "renamed"; sheet: string; to: string }
  | { kind: "sheetDeleted"; sheet: string }
  | { kind: "tableRenamed"; table: string; to: string }
  | { kind: "tableDeleted"; table: string }
  | { kind: "columnRenamed"; table: string; column: string; to: string };

/**
 * A formula (with or without "=") with every reference led to where its cells are after the change; what is gone is #REF!.
 * `home` is the sheet that the formula stands on, to which references without a sheet belong.
 */
export function movedFormula(formula: string, change: ReferenceChange, home: string): string {
  if (!mayConcern(formula, change, home)) return formula;
  const tokens = tokenize(formula, { mergeRefs: true });
  return tokens
    .map(({ type, value }, index) => {
      if (type === "structured") return movedStructure(value, change);
      if (!references.has(type)) return value;
      // What is left of a reference to a sheet that is gone: #REF!A1.
      if (tokens[index - 1]?.value === "#REF!") return value;
      return movedReference(value, change, home, type === "range_named");
    })
    .join("");
}

const references = new Set(["range", "range_beam", "range_ternary", "range_named"]);

function mayConcern(formula: string, change: ReferenceChange, home: string): boolean {
  const text = formula.toLowerCase();
  if ("table" in change) return text.includes(change.table.toLowerCase());
  return isSame(change.sheet, home) || text.includes(change.sheet.replaceAll("'", "''").toLowerCase());
}

function movedReference(reference: string, change: ReferenceChange, home: string, isName: boolean): string {
  if ("table" in change) {
    if (!isName || change.kind === "columnRenamed" || !isSame(reference, change.table)) return reference;
    return change.kind === "tableRenamed" ? change.to : "#REF!";
  }
  const { sheet, address } = splitSheet(reference);
  // [Book2.xlsx]Sheet1!A1 is somebody else's sheet.
  if (sheet?.includes("[")) return reference;
  const sheets = sheet?.split(":") ?? [home];
  if (change.kind === "renamed") {
    if (sheet === null || !sheets.some((each) => isSame(each, change.sheet))) return reference;
    return `${quotedSheets(sheets.map((each) => (isSame(each, change.sheet) ? change.to : each)))}!${address}`;
  }
  if (sheets.length > 1 || !isSame(sheets[0] ?? "", change.sheet)) return reference;
  if (change.kind === "sheetDeleted") return sheet === null ? reference : `#REF!${address}`;
  if (isName) return reference;
  const corners = parseCorners(address);
  const prefix = sheet === null ? "" : reference.slice(0, reference.length - address.length);
  if (!corners) return reference;
  if (change.kind === "moved") {
    const moved = movedCorners(corners, change);
    if (moved === corners || isSame(change.toSheet, change.sheet))
      return prefix + (moved ? formatCorners(moved) : "#REF!");
    if (!moved) return "#REF!";
    return (isSame(change.toSheet, home) ? "" : `${quotedSheet(change.toSheet)}!`) + formatCorners(moved);
  }
  const shifted = shiftedCorners(corners, change);
  return prefix + (shifted ? formatCorners(shifted) : "#REF!");
}

function movedStructure(reference: string, change: ReferenceChange): string {
  const bracket = reference.indexOf("[");
  const table = reference.slice(0, bracket);
  if (!("table" in change) || !isSame(table, change.table)) return reference;
  if (change.kind === "tableDeleted") return "#REF!";
  if (change.kind === "tableRenamed") return change.to + reference.slice(bracket);
  const [before, after] = [escaped(change.column), escaped(change.to)];
  return (
    table +
    reference
      .slice(bracket)
      .replace(/\[(@?)((?:[^[\]']|'.)*)\]/g, (whole, at: string, name: string) =>
        isSame(name.trim(), before) ? `[${at}${after}]` : whole,
      )
  );
}

/** In a structured reference an apostrophe stands before each of these. */
function escaped(column: string): string {
  return column.replace(/[[\]#'@]/g, "'$&");
}

/** One end of a reference along an axis; null where the reference is of whole rows or whole columns. */
type End = { at: number; isFixed: boolean } | null;
interface Corners {
  top: End;
  left: End;
  bottom: End;
  right: End;
  isSingle: boolean;
}

function parseCorners(address: string): Corners | null {
  const match = /^(\$?)([A-Za-z]{0,3})(\$?)(\d*)(?::(\$?)([A-Za-z]{0,3})(\$?)(\d*))?$/.exec(address);
  if (!match) return null;
  const [, d1, c1, d2, r1, d3, c2, d4, r2] = match;
  const isSingle = !address.includes(":");
  // "$3" parses with the dollar before the missing column.
  const column = (dollar?: string, name?: string): End =>
    name ? { at: columnIndex(name), isFixed: dollar === "$" } : null;
  const row = (dollar?: string, lone?: string, name?: string, number?: string): End =>
    number ? { at: Number(number) - 1, isFixed: (name ? dollar : lone || dollar) === "$" } : null;
  const corners: Corners = {
    left: column(d1, c1),
    top: row(d2, d1, c1, r1),
    right: isSingle ? column(d1, c1) : column(d3, c2),
    bottom: isSingle ? row(d2, d1, c1, r1) : row(d4, d3, c2, r2),
    isSingle,
  };
  const isWhole = (one: End, other: End) => (one === null) === (other === null);
  if (!isWhole(corners.left, corners.right) || !isWhole(corners.top, corners.bottom)) return null;
  if (corners.left === null && corners.top === null) return null;
  return isSingle && (corners.left === null || corners.top === null) ? null : corners;
}

function formatCorners({ left, top, right, bottom, isSingle }: Corners): string {
  const end = (column: End, row: End) =>
    (column ? `${column.isFixed ? "$" : ""}${columnName(column.at)}` : "") +
    (row ? `${row.isFixed ? "$" : ""}${row.at + 1}` : "");
  return isSingle ? end(left, top) : `${end(left, top)}:${end(right, bottom)}`;
}

function shiftedCorners(
  corners: Corners,
  change: Extract<ReferenceChange, { kind: "inserted" | "deleted" }>,
): Corners | null {
  const { area } = change;
  const byRows = change.shift === "down" || change.shift === "up";
  const [first, last] = byRows ? (["top", "bottom"] as const) : (["left", "right"] as const);
  const [crossFirst, crossLast] = byRows
    ? ([corners.left, corners.right] as const)
    : ([corners.top, corners.bottom] as const);
  const [start, count, end] = byRows
    ? [area.row, area.rowCount, lastRowCount]
    : [area.column, area.columnCount, lastColumnCount];
  const [crossStart, crossCount, crossEnd] = byRows
    ? [area.column, area.columnCount, lastColumnCount]
    : [area.row, area.rowCount, lastRowCount];
  // Only references that move as a whole are changed, as in Excel.
  const low = Math.min(crossFirst?.at ?? 0, crossLast?.at ?? 0);
  const high = Math.max(crossFirst?.at ?? crossEnd - 1, crossLast?.at ?? crossEnd - 1);
  if (low < crossStart || high >= crossStart + crossCount) return corners;
  const [one, other] = [corners[first], corners[last]];
  if (!one || !other) return corners;
  const isSwapped = one.at > other.at;
  let [from, to] = isSwapped ? [other.at, one.at] : [one.at, other.at];
  // A1:A1048576 is all of the column, whatever goes or comes.
  if (from === 0 && to === end - 1) return corners;
  if (change.kind === "inserted") {
    if (from >= start) from += count;
    if (to >= start) to = Math.min(to + count, end - 1);
    if (from >= end) return null;
  } else {
    if (from >= start) from = from < start + count ? start : from - count;
    if (to >= start) to = to < start + count ? start - 1 : to - count;
    if (to < from) return null;
  }
  const moved = { ...corners };
  moved[first] = { ...one, at: isSwapped ? to : from };
  moved[last] = { ...other, at: isSwapped ? from : to };
  return moved;
}

/** Cut cells take references along that are wholly, or with one whole side, among them; what they cover is gone (null). */
function movedCorners(corners: Corners, change: Extract<ReferenceChange, { kind: "moved" }>): Corners | null {
  const { area } = change;
  const [rows, columns] = [change.toRow - area.row, change.toColumn - area.column];
  if (isInside(corners, area)) return offset(corners, rows, columns);
  const isSameSheet = isSame(change.sheet, change.toSheet);
  if (isSameSheet && isInside(corners, { ...area, row: change.toRow, column: change.toColumn })) return null;
  const { top, left, bottom, right } = corners;
  if (!isSameSheet || !top || !left || !bottom || !right || (rows !== 0 && columns !== 0)) return corners;
  for (const side of rows !== 0 ? (["top", "bottom"] as const) : (["left", "right"] as const)) {
    const other = { top: "bottom", bottom: "top", left: "right", right: "left" }[side] as "top";
    const edge = { ...corners, [other]: corners[side] };
    const by = rows + columns;
    const at = (corners[side]?.at ?? 0) + by;
    const far = corners[other]?.at ?? 0;
    const isStillBefore = side === "top" || side === "left" ? at <= far : at >= far;
    if (isInside(edge, area) && isStillBefore) return { ...corners, [side]: { ...corners[side], at } };
  }
  return corners;
}

function isInside({ left, top, right, bottom }: Corners, area: AreaContent): boolean {
  const rows = [top?.at ?? 0, bottom?.at ?? lastRowCount - 1];
  const columns = [left?.at ?? 0, right?.at ?? lastColumnCount - 1];
  return (
    Math.min(...rows) >= area.row &&
    Math.max(...rows) < area.row + area.rowCount &&
    Math.min(...columns) >= area.column &&
    Math.max(...columns) < area.column + area.columnCount
  );
}

function offset(corners: Corners, rows: number, columns: number): Corners {
  const by = (end: End, count: number): End => end && { ...end, at: end.at + count };
  return {
    ...corners,
    ...{ top: by(corners.top, rows), bottom: by(corners.bottom, rows) },
    ...{ left: by(corners.left, columns), right: by(corners.right, columns) },
  };
}

function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "Sheet1:Sheet3" is quoted as one where either name must be. */
function quotedSheets(names: string[]): string {
  if (names.length === 1) return quotedSheet(names[0] ?? "");
  const isPlain = names.every((name) => quotedSheet(name) === name);
  return isPlain ? names.join(":") : `'${names.map((name) => name.replaceAll("'", "''")).join(":")}'`;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
