import { parseA1Ref, tokenize } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { columnName, lastColumnCount, lastRowCount, quotedSheet, splitSheet } from "../address";

/** A reference as it stands in a formula: an area, and which of its four edges carry a "$". */
interface Reference {
  area: AreaContent;
  fixed: { top: boolean; left: boolean; bottom: boolean; right: boolean };
  /** The sheet that is named before it, null where none is. */
  sheet: string | null;
}

/** What becomes of a reference; null where it points nowhere now. */
type ReferenceChange = (reference: Reference) => Reference | null;

/**
 * A formula with its references to cells of this workbook changed; everything else, also how an unchanged one is written,
 * stays letter by letter. References into other workbooks and over several sheets ("Jan:Mar!A1") stay as they are.
 */
export function mapReferences(formula: string, change: ReferenceChange): string {
  let isChanged = false;
  const pieces = tokenize(formula).map((token) => {
    const reference = token.type.startsWith("range") ? readReference(token.value) : null;
    if (!reference) return token.value;
    const changed = change(reference);
    if (changed && changed.sheet === reference.sheet && isSameArea(changed.area, reference.area)) return token.value;
    isChanged = true;
    const prefix =
      changed && changed.sheet !== reference.sheet
        ? changed.sheet === null
          ? ""
          : `${quotedSheet(changed.sheet)}!`
        : token.value.slice(0, token.value.lastIndexOf("!") + 1);
    return prefix + (changed ? written(changed, token.value.includes(":")) : "#REF!");
  });
  return isChanged ? pieces.join("") : formula;
}

/** A formula as it is pasted so many rows and columns away: relative references move, those that would leave the sheet are #REF!. */
export function offsetFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (reference) => {
    const { area, fixed } = reference;
    const isWholeColumns = area.rowCount === lastRowCount;
    const isWholeRows = area.columnCount === lastColumnCount;
    const top = fixed.top || isWholeColumns ? area.row : area.row + rows;
    const bottom = area.row + area.rowCount - 1 + (fixed.bottom || isWholeColumns ? 0 : rows);
    const left = fixed.left || isWholeRows ? area.column : area.column + columns;
    const right = area.column + area.columnCount - 1 + (fixed.right || isWholeRows ? 0 : columns);
    const moved = areaBetween(top, left, bottom, right);
    // "A$5:A5" pasted two rows up is "A3:A$5": the dollar stays with its row.
    const [first, last] = top <= bottom ? [fixed.top, fixed.bottom] : [fixed.bottom, fixed.top];
    const [start, end] = left <= right ? [fixed.left, fixed.right] : [fixed.right, fixed.left];
    return moved && { ...reference, area: moved, fixed: { top: first, bottom: last, left: start, right: end } };
  });
}

/** A formula at `from` as it is pasted transposed at `to`: what was so many rows below is so many columns to the right. */
export function transposedFormula(formula: string, from: [number, number], to: [number, number]): string {
  return mapReferences(formula, (reference) => {
    const { area, fixed } = reference;
    const isWhole = area.rowCount === lastRowCount || area.columnCount === lastColumnCount;
    if (isWhole || fixed.top || fixed.left || fixed.bottom || fixed.right) return reference;
    const top = to[0] + area.column - from[1];
    const left = to[1] + area.row - from[0];
    const turned = areaBetween(top, left, top + area.columnCount - 1, left + area.rowCount - 1);
    return turned && { ...reference, area: turned };
  });
}

/** The area between two corners, whichever is first; null where it leaves the sheet. */
function areaBetween(row: number, column: number, otherRow: number, otherColumn: number): AreaContent | null {
  const [top, bottom] = [Math.min(row, otherRow), Math.max(row, otherRow)];
  const [left, right] = [Math.min(column, otherColumn), Math.max(column, otherColumn)];
  if (top < 0 || left < 0 || bottom >= lastRowCount || right >= lastColumnCount) return null;
  return { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
}

/** Null for what is no reference to cells of this workbook, or one without an area of its own. */
export function readReference(text: string): Reference | null {
  const parsed = parseA1Ref(text);
  if (!parsed || !("range" in parsed)) return null;
  const { top, left, bottom, right, $top, $left, $bottom, $right } = parsed.range;
  const { sheet } = splitSheet(text);
  const isElsewhere = sheet !== null && /^\[|[:[\]]/.test(sheet);
  // "A1:.B3" leaves out empty rows at its edges; "A5:A" and its like have no area of their own.
  if (isElsewhere || "trim" in parsed.range) return null;
  if ((top === null) !== (bottom === null) || (left === null) !== (right === null)) return null;
  const area = areaBetween(top ?? 0, left ?? 0, bottom ?? lastRowCount - 1, right ?? lastColumnCount - 1);
  return area && { area, sheet, fixed: { top: !!$top, left: !!$left, bottom: !!$bottom, right: !!$right } };
}

/** With its dollars; `asRange`: as "A1:A1" also where it is one cell. */
function written({ area, fixed }: Reference, asRange: boolean): string {
  const dollar = (isFixed: boolean) => (isFixed ? "$" : "");
  const [left, top] = [dollar(fixed.left) + columnName(area.column), dollar(fixed.top) + String(area.row + 1)];
  const right = dollar(fixed.right) + columnName(area.column + area.columnCount - 1);
  const bottom = dollar(fixed.bottom) + String(area.row + area.rowCount);
  if (area.rowCount === lastRowCount) return `${left}:${right}`;
  if (area.columnCount === lastColumnCount) return `${top}:${bottom}`;
  const isCell = area.rowCount === 1 && area.columnCount === 1;
  return isCell && !asRange ? left + top : `${left}${top}:${right}${bottom}`;
}

function isSameArea(one: AreaContent, other: AreaContent): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rowCount === other.rowCount &&
    one.columnCount === other.columnCount
  );
}
