import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import { intersection } from "../address";
import { assertArraysWhole } from "./arrayFormulas";
import { liftCells, placeCells } from "./cellMoves";
import { invalidOperation } from "../excelError";
import { offsetFormula } from "../formulas/pastedFormula";
import type { Sheet } from "../sheet";
import type { Workbook } from "../workbook";

export interface SortKey {
  /** Counted from the first column of the area, or row where columns are sorted. */
  key: number;
  ascending: boolean;
  textAsNumber: boolean;
}

/**
 * Sorts the rows of an area (or its columns) by the values of some of its columns; equal ones keep their order. Hidden
 * rows stay where they are, formats but borders go along, and relative references of formulas as in a copy.
 * @throws InvalidOperation where cells are merged or an array spills
 */
export function sortCells(
  workbook: Workbook,
  sheet: Sheet,
  area: AreaContent,
  keys: SortKey[],
  { matchCase, columns }: { matchCase: boolean; columns: boolean },
): void {
  if (sheet.merges.some((merge) => intersection(merge, area)))
    throw invalidOperation("To do this, all the merged cells need to be the same size.");
  if (sheet.spills.some((spill) => intersection(spill, area)))
    throw invalidOperation("You can't change part of an array.");
  assertArraysWhole(workbook, sheet, [area]);
  const [first, count] = columns ? [area.column, area.columnCount] : [area.row, area.rowCount];
  const isHidden = (line: number) => (columns ? sheet.isColumnHidden(line) : sheet.isRowHidden(line));
  const lines = Array.from({ length: count }, (_, i) => first + i).filter((line) => !isHidden(line));
  const valueOf = (line: number, key: number) =>
    columns ? sheet.value(area.row + key, line) : sheet.value(line, area.column + key);
  const compare = comparison(matchCase);
  const sorted = lines
    .map((line) => ({ line, values: keys.map(({ key, textAsNumber }) => sortable(valueOf(line, key), textAsNumber)) }))
    .sort((one, other) => {
      for (const [i, { ascending }] of keys.entries()) {
        const order = compare(one.values[i] ?? null, other.values[i] ?? null, ascending);
        if (order !== 0) return order;
      }
      return one.line - other.line;
    });
  const target = new Map(sorted.map(({ line }, i) => [line, lines[i] ?? line]));
  if (sorted.every(({ line }, i) => line === lines[i])) return;

  const lifted = liftCells(sheet, workbook.calculation, area);
  const borders = new Map(lifted.map(({ row, column, style }) => [`${row},${column}`, style?.bd]));
  const placed = lifted.map((cell) => {
    const line = columns ? cell.column : cell.row;
    const by = (target.get(line) ?? line) - line;
    const at = columns ? { row: cell.row, column: cell.column + by } : { row: cell.row + by, column: cell.column };
    const bd = borders.get(`${at.row},${at.column}`);
    const { bd: _own, ...style } = cell.style ?? {};
    return {
      ...cell,
      ...at,
      formula: cell.formula && offsetFormula(cell.formula, columns ? 0 : by, columns ? by : 0),
      style: { ...style, ...(bd ? { bd } : {}) },
    };
  });
  const taken = new Set(placed.map(({ row, column }) => `${row},${column}`));
  const left = lifted.flatMap(({ row, column, style }) =>
    style?.bd && !taken.has(`${row},${column}`)
      ? [{ row, column, formula: null, cell: {}, style: { bd: style.bd } }]
      : [],
  );
  placeCells(sheet, workbook.calculation, [area], [...placed, ...left]);
  workbook.emit({ kind: "sorted", sheet: sheet.id, area, sorted: columns ? "columns" : "rows" });
}

function sortable(value: ValueContent, textAsNumber: boolean): ValueContent {
  if (!textAsNumber || typeof value !== "string" || value.trim() === "") return value;
  const number = Number(value.trim());
  return Number.isFinite(number) ? number : value;
}

/** Excel's order: numbers, texts, FALSE, TRUE, errors, which are all equal; blank cells come last either way. */
function comparison(matchCase: boolean): (one: ValueContent, other: ValueContent, ascending: boolean) => number {
  const { compare } = new Intl.Collator("en", {
    sensitivity: matchCase ? "variant" : "accent",
    ignorePunctuation: false,
  });
  const rank = (value: ValueContent) =>
    typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : 3;
  return (one, other, ascending) => {
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    const byKind = rank(one) - rank(other);
    const order =
      byKind !== 0
        ? byKind
        : typeof one === "string"
          ? compare(one, other as string)
          : typeof one === "object"
            ? 0
            : Number(one) - Number(other);
    return ascending ? order : -order;
  };
}
