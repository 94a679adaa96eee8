import { isFormulaString } from "@univerjs/core";
import type { FormulaDataModel } from "@univerjs/engine-formula";

interface WrittenCell {
  f?: string | null;
  si?: string | null;
}

type CellValue = Record<number, Record<number, WrittenCell | null> | undefined>;
type UpdateFormulaData = (unit: string, sheet: string, cellValue: CellValue) => object;

/**
 * At each write Univer walks over all cells of all sheets, for formulas that share one text (`si`): the grid makes such
 * when a cell is pulled down. As long as there are none, the formulas that were written are those among the written cells.
 */
export function mendWrittenFormulas(model: FormulaDataModel): void {
  const own = model as unknown as { updateFormulaData: UpdateFormulaData };
  const walk = own.updateFormulaData.bind(model);
  let areShared = false;
  own.updateFormulaData = (unit, sheet, cellValue) => {
    areShared ||= someShared(cellValue);
    return areShared ? walk(unit, sheet, cellValue) : formulasAmong(cellValue);
  };
}

function someShared(cellValue: CellValue): boolean {
  return Object.values(cellValue).some((cells) => Object.values(cells ?? {}).some((cell) => Boolean(cell?.si)));
}

function formulasAmong(cellValue: CellValue): object {
  const written: Record<string, Record<string, { f: string }>> = {};
  for (const [row, cells] of Object.entries(cellValue)) {
    for (const [column, cell] of Object.entries(cells ?? {}))
      if (isFormulaString(cell?.f)) (written[row] ??= {})[column] = { f: cell?.f as string };
  }
  return written;
}
