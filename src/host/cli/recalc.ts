import type { CellContent, WorkbookContent } from "../../xlsx/content";
import type { Host } from "../host";
import { filledArea, type CellPlace, type DependentCell } from "./dependents";

/**
 * The workbook as it is calculated: only `cells` keep their formulas, all others are the values that the file has of them.
 * So the stand-in's own arithmetic touches nothing but what depends on the add-in.
 */
export function frozenExcept(content: WorkbookContent, cells: CellPlace[]): WorkbookContent {
  const kept = new Set(cells.map(placeKey));
  const sheets = content.sheets.map((sheet, index) => ({
    ...sheet,
    cells: mapCells(sheet.cells, (row, column, cell) =>
      cell.formula === undefined || kept.has(placeKey({ sheet: index, row, column }))
        ? cell
        : { value: cell.value, style: cell.style },
    ),
  }));
  return { ...content, sheets };
}

/** The workbook with new values and arrays in the cells that were calculated, and those of them that could not be. */
export interface Recalculation {
  content: WorkbookContent;
  /** #NAME? now and a value before: they call a function that is not known here, or read a cell that does. */
  unknown: DependentCell[];
}

/** Calculates these cells. */
export async function recalculated(
  host: Host,
  content: WorkbookContent,
  cells: DependentCell[],
): Promise<Recalculation> {
  const ids = host.workbook.sheets.map((sheet) => sheet.id);
  for (const { sheet, row, column } of cells) host.workbook.calculation.markDirty(ids[sheet] ?? "", row, column);
  await host.recalculate();
  const after = host.content();
  const sheets = content.sheets.map((sheet) => ({
    ...sheet,
    cells: mapCells(sheet.cells, (_row, _column, cell) => cell),
  }));
  const unknown = cells.filter((place) => isNameError(cellAt(after, place)) && !isNameError(cellAt(content, place)));
  for (const place of cells) {
    const now = cellAt(after, place);
    const before = cellAt(content, place);
    if (!now || !before || (!place.callsAddin && isSame(before.value, now.value))) continue;
    const [old, area] = [filledArea(place, before), filledArea(place, now)];
    const into = sheets[place.sheet]?.cells ?? new Map<number, Map<number, CellContent>>();
    eachCell(old, (row, column) => setValue(into, row, column, null, {}));
    eachCell(area, (row, column) =>
      setValue(into, row, column, cellAt(after, { ...place, row, column })?.value ?? null, {}),
    );
    setValue(into, place.row, place.column, now.value, {
      ...(before.formula === undefined ? {} : { formula: before.formula }),
      ...arrayOf(place, before, now),
    });
  }
  return { content: { ...content, sheets }, unknown };
}

/** An array formula stays one where it fills a single cell now; else Excel would read it with implicit intersection. */
function arrayOf({ row, column }: CellPlace, before: CellContent, now: CellContent): Pick<CellContent, "array"> {
  if (now.array) return { array: now.array };
  if (!before.array) return {};
  return { array: { row, column, rowCount: 1, columnCount: 1, dynamic: before.array.dynamic } };
}

function isNameError(cell: CellContent | undefined): boolean {
  return typeof cell?.value === "object" && cell.value?.error === "#NAME?";
}

/** Excel's arithmetic and the stand-in's may differ in the last digits; then the file keeps Excel's. */
function isSame(one: CellContent["value"], other: CellContent["value"]): boolean {
  if (typeof one !== "number" || typeof other !== "number") return false;
  return Math.abs(one - other) <= 1e-11 * Math.max(Math.abs(one), Math.abs(other));
}

function setValue(
  cells: Map<number, Map<number, CellContent>>,
  row: number,
  column: number,
  value: CellContent["value"],
  more: Pick<CellContent, "formula" | "array">,
): void {
  const ofRow = cells.get(row) ?? new Map<number, CellContent>();
  ofRow.set(column, { value, style: ofRow.get(column)?.style ?? 0, ...more });
  cells.set(row, ofRow);
}

function cellAt(content: WorkbookContent, { sheet, row, column }: CellPlace): CellContent | undefined {
  return content.sheets[sheet]?.cells.get(row)?.get(column);
}

function mapCells(
  cells: Map<number, Map<number, CellContent>>,
  change: (row: number, column: number, cell: CellContent) => CellContent,
): Map<number, Map<number, CellContent>> {
  return new Map(
    [...cells].map(([row, ofRow]) => [
      row,
      new Map([...ofRow].map(([column, cell]) => [column, change(row, column, cell)])),
    ]),
  );
}

function eachCell(
  area: { row: number; column: number; rowCount: number; columnCount: number },
  visit: (row: number, column: number) => void,
): void {
  for (let row = area.row; row < area.row + area.rowCount; row++) {
    for (let column = area.column; column < area.column + area.columnCount; column++) visit(row, column);
  }
}

function placeKey({ sheet, row, column }: CellPlace): string {
  return `${sheet}:${row}:${column}`;
}
