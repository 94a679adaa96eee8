import { areaAddress, cellAddress } from "../../cells/address";
import type { Area } from "../../cells/area";
import { mergedIn, mergedOf } from "../read/askForSheets";
import { codeOf, WorkbookError } from "../excel/excelErrors";
import { excelRun, type RunOptions } from "../excel/excelRun";

/** A formula as Excel's English writes it, and the size of its result in cells. */
export interface FormulaToInsert {
  /** "=SAVINGS.ATTRIBUTE(100,{0.1;0.2})" */
  formula: string;
  rowCount: number;
  columnCount: number;
}

/**
 * Puts a formula into the active cell, where it and all cells that its result fills are empty, and selects the cell.
 * Rejects where a cell is in the way, inside a table, on a protected sheet and over the sheet's edge; then nothing has
 * been changed. Two syncs.
 *
 * @returns the cell's address: "Levers!D7"
 */
export async function insertFormula(wanted: FormulaToInsert, options: RunOptions = {}): Promise<string> {
  let isOnSheet = false;
  try {
    return await excelRun(async (context) => {
      const cell = context.workbook.getActiveCell();
      const { worksheet } = cell;
      const filled = cell.getResizedRange(wanted.rowCount - 1, wanted.columnCount - 1);
      const tables = filled.getTables(false);
      const merged = mergedIn(filled);
      cell.load("rowIndex,columnIndex");
      filled.load("formulas,valueTypes");
      worksheet.load("name");
      worksheet.protection.load("protected");
      tables.load("items/name");
      await context.sync();
      isOnSheet = true;
      const { formulas, valueTypes } = filled;
      const place: Place = {
        sheet: worksheet.name,
        isProtected: worksheet.protection.protected,
        row: cell.rowIndex,
        column: cell.columnIndex,
        tables: tables.items.map(({ name }) => name),
        merged: mergedOf(merged),
        isEmpty: (row, column) =>
          formulas[row]![column] === "" && valueTypes[row]![column] === Excel.RangeValueType.empty,
      };
      const hindrance = hindranceAt(place, wanted);
      if (hindrance) throw hindrance;
      cell.formulas = [[wanted.formula]];
      cell.select();
      await context.sync();
      return cellAddress(place.sheet, place.row, place.column);
    }, options);
  } catch (error) {
    throw isOnSheet ? error : overTheEdge(error, wanted);
  }
}

/** The active cell, and what is known of the cells that the result would fill. */
interface Place {
  sheet: string;
  isProtected: boolean;
  row: number;
  column: number;
  /** Names of the tables that the result would touch. */
  tables: string[];
  /** Merged cells among those that the result would fill. */
  merged: Area[];
  /** Counted from the active cell. */
  isEmpty(row: number, column: number): boolean;
}

/** Why the formula cannot stand here, null where it can. */
function hindranceAt(place: Place, wanted: FormulaToInsert): WorkbookError | null {
  const { sheet, row, column } = place;
  const here = cellAddress(sheet, row, column);
  if (place.isProtected) {
    const message = `The sheet '${sheet}' is protected; unprotect it on Excel's Review tab, or select a cell of another sheet.`;
    return new WorkbookError("protected", message);
  }
  const area = areaAddress({ sheet, row, column, rowCount: wanted.rowCount, columnCount: wanted.columnCount });
  const [table] = place.tables;
  if (table !== undefined) {
    const message =
      area === here
        ? `${here} is in the table '${table}', and Excel would fill its whole column with the formula; select an empty cell outside the table.`
        : `The result would fill ${area}, which touches the table '${table}', and an array cannot spill inside a table (Excel shows #SPILL!); select an empty cell outside it.`;
    return new WorkbookError("other", message);
  }
  const [merge] = area === here ? [] : place.merged;
  if (merge) {
    const message = `The result would fill ${area}, where ${areaAddress({ sheet, ...merge })} is merged, and an array cannot spill over merged cells (Excel shows #SPILL!); select a cell elsewhere.`;
    return new WorkbookError("other", message);
  }
  const inTheWay = firstFilled(place, wanted);
  if (inTheWay === null) return null;
  const message =
    inTheWay === here
      ? `${here} is not empty; select an empty cell.`
      : `The result would fill ${area}, and ${inTheWay} is not empty; select a cell with ${sizeOf(wanted)} of empty cells.`;
  return new WorkbookError("other", message);
}

function firstFilled(
  { sheet, row, column, isEmpty }: Place,
  { rowCount, columnCount }: FormulaToInsert,
): string | null {
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < columnCount; j++) if (!isEmpty(i, j)) return cellAddress(sheet, row + i, column + j);
  }
  return null;
}

/** Cells beyond the sheet's last row or column are an invalid argument to Excel; any other error stays as it is. */
function overTheEdge(error: unknown, wanted: FormulaToInsert): unknown {
  if (!(error instanceof WorkbookError) || codeOf(error.cause) !== "InvalidArgument") return error;
  const message = `The result needs ${sizeOf(wanted)}, which go over the edge of the sheet; select a cell further up or to the left.`;
  return new WorkbookError("other", message, error.cause);
}

/** "8 rows × 2 columns" */
function sizeOf({ rowCount, columnCount }: FormulaToInsert): string {
  return `${rowCount} ${rowCount === 1 ? "row" : "rows"} × ${columnCount} ${columnCount === 1 ? "column" : "columns"}`;
}
