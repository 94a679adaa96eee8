import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { mapCells, placeKey } from "./cellMaps";
import type { CellPlace, FormulaReader } from "./formulaReads";

/**
 * The workbook as it is calculated: only `cells` keep their formulas, all others are the values that the file has of them.
 * So the stand-in's own arithmetic touches nothing but what depends on the add-in, and what the file has no value of, which
 * is calculated to be read. `single` are cells that show one value
 * whatever their formula gives.
 */
export function frozenExcept(
  content: WorkbookContent,
  cells: CellPlace[],
  single: Set<string>,
  reader: FormulaReader,
): WorkbookContent {
  const kept = new Set(cells.map(placeKey));
  const sheets = content.sheets.map((sheet, index) => ({
    ...sheet,
    cells: mapCells(sheet.cells, (row, column, cell) => {
      const key = placeKey({ sheet: index, row, column });
      if (cell.formula === undefined) return cell;
      if (!kept.has(key) && cell.value !== null) return { value: cell.value, style: cell.style };
      return calculable(cell, reader.withoutSheetNames(cell.formula, { sheet: index, row, column }), single.has(key));
    }),
  }));
  return { ...content, sheets };
}

/**
 * The formula that gives Univer, which knows dynamic arrays only, what Excel puts into the cell's area: an older array
 * formula fills the area that it was entered for, one row or column repeated, #N/A where there is nothing.
 */
function calculable(cell: CellContent, formula: string, isSingle: boolean): CellContent {
  if (isSingle) return { ...cell, formula: `SINGLE(${formula})` };
  if (!cell.array || cell.array.dynamic) return { ...cell, formula };
  const { rowCount, columnCount } = cell.array;
  const size = `${rowCount},${columnCount}`;
  return { ...cell, formula: `TAKE(IF(SEQUENCE(${size})>0,${formula}),${size})` };
}
