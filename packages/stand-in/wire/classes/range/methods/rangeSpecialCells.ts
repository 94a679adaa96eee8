import type { AreaContent, ValueContent } from "@workbooks/xlsx/content";
import { contains, intersection } from "../../../../workbook/address";
import { apiNotFound, invalidArgument } from "../../../../workbook/excelError";
import type { Sheet } from "../../../../workbook/sheet";
import { oneOf } from "../../../arguments";
import type { WireObject } from "../../../table";
import type { AreasTarget } from "../../../targets";
import { rangeAreasOf } from "../rangeObjects";

const cellTypes = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;

type Kind = "errors" | "logical" | "numbers" | "text";

/** Office.js's names for kinds of values and their combinations. */
const valueTypes: Record<string, Kind[]> = {
  All: ["errors", "logical", "numbers", "text"],
  Errors: ["errors"],
  ErrorsLogical: ["errors", "logical"],
  ErrorsNumbers: ["errors", "numbers"],
  ErrorsText: ["errors", "text"],
  ErrorsLogicalNumber: ["errors", "logical", "numbers"],
  ErrorsLogicalText: ["errors", "logical", "text"],
  ErrorsNumberText: ["errors", "numbers", "text"],
  Logical: ["logical"],
  LogicalNumbers: ["logical", "numbers"],
  LogicalText: ["logical", "text"],
  LogicalNumbersText: ["logical", "numbers", "text"],
  Numbers: ["numbers"],
  NumbersText: ["numbers", "text"],
  Text: ["text"],
};

/**
 * The cells of some kind, as few rectangles as rows of the same width make. Blanks, constants and formulas are looked for
 * in the used part of the sheet only, as Excel does. A cell that an array spills into is neither constant nor formula.
 * @throws ItemNotFound where there is none
 */
export function specialCells({ sheet, areas }: AreasTarget, [cellType, valueType]: unknown[]): WireObject {
  const type = oneOf(cellType, cellTypes);
  if (type === "Visible")
    return rangeAreasOf(
      sheet,
      areas.flatMap((area) => visibleParts(sheet, area)),
    );
  if (type === "ConditionalFormats" || type === "DataValidations")
    return rangeAreasOf(sheet, cellsWithRules(sheet, areas, type === "DataValidations" ? "validation" : "format"));
  if (type !== "Blanks" && type !== "Constants" && type !== "Formulas")
    throw apiNotFound(`Range.getSpecialCells("${type}")`);
  if (valueType !== undefined && valueType !== null && type === "Blanks") throw invalidArgument();
  const kinds = valueTypes[oneOf(valueType ?? "All", Object.keys(valueTypes))] ?? [];
  const isWanted = (row: number, column: number) => {
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    if (type === "Blanks") return value === null && formula === null;
    if (type === "Formulas") return formula !== null && kinds.includes(kindOf(value));
    return formula === null && value !== null && !spilled(row, column) && kinds.includes(kindOf(value));
  };
  const spills = sheet.spills;
  const spilled = (row: number, column: number) =>
    spills.some((area) => contains(area, row, column) && (area.row !== row || area.column !== column));
  const seen = new Set<number>();
  const found: [number, number][] = [];
  const used = sheet.usedArea(false);
  for (const area of areas) {
    const part = used && intersection(area, used);
    if (!part) continue;
    for (let row = part.row; row < part.row + part.rowCount; row++) {
      for (let column = part.column; column < part.column + part.columnCount; column++) {
        const key = row * 16_384 + column;
        if (seen.has(key) || !isWanted(row, column)) continue;
        seen.add(key);
        found.push([row, column]);
      }
    }
  }
  return rangeAreasOf(sheet, rectangles(found));
}

/** Where marks of that kind stand, one after the other. */
function cellsWithRules(sheet: Sheet, areas: AreaContent[], kind: "format" | "validation"): AreaContent[] {
  const marked = sheet.marks.filter(({ rules }) => rules?.some((rule) => rule.kind === kind));
  return marked
    .flatMap((mark) => mark.areas)
    .flatMap((area) => areas.flatMap((part) => intersection(area, part) ?? []));
}

/** Rectangles that together are these cells: stretches of each row, joined with equal ones of the rows below. */
export function rectangles(cells: [number, number][]): AreaContent[] {
  const sorted = [...cells].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const done: AreaContent[] = [];
  const open = new Map<string, AreaContent>();
  for (let i = 0; i < sorted.length;) {
    const [row, column] = sorted[i] as [number, number];
    let end = i + 1;
    while (end < sorted.length && sorted[end]?.[0] === row && sorted[end]?.[1] === column + end - i) end++;
    const key = `${column},${end - i}`;
    const above = open.get(key);
    if (above && above.row + above.rowCount === row) above.rowCount++;
    else {
      const area = { row, column, rowCount: 1, columnCount: end - i };
      open.set(key, area);
      done.push(area);
    }
    i = end;
  }
  return done;
}

/** The stretches of rows times the stretches of columns that are not hidden. */
function visibleParts(sheet: Sheet, area: AreaContent): AreaContent[] {
  const rows = stretches(area.row, area.rowCount, (row) => !sheet.isRowHidden(row));
  const columns = stretches(area.column, area.columnCount, (column) => !sheet.isColumnHidden(column));
  return rows.flatMap(([row, rowCount]) =>
    columns.map(([column, columnCount]) => ({ row, column, rowCount, columnCount })),
  );
}

function stretches(from: number, count: number, test: (index: number) => boolean): [number, number][] {
  const all: [number, number][] = [];
  for (let i = from; i < from + count; i++) {
    if (!test(i)) continue;
    const last = all.at(-1);
    if (last && last[0] + last[1] === i) last[1]++;
    else all.push([i, 1]);
  }
  return all;
}

function kindOf(value: ValueContent): Kind {
  if (typeof value === "number") return "numbers";
  if (typeof value === "boolean") return "logical";
  return typeof value === "object" && value !== null ? "errors" : "text";
}
