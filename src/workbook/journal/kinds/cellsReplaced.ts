import { action } from "../../excel/actions";
import type { CellInput } from "../../excel/cellInput";
import type { ChangeKind } from "./changeKind";

/** Cells of a sheet of ours that were written anew, all of a block: what they held before, as it was put in. */
export interface CellsReplaced {
  kind: "cellsReplaced";
  /** The hidden name that marks the sheet as ours, which stays when it is renamed. */
  marker: string;
  row: number;
  column: number;
  before: CellInput[][];
}

export const cellsReplaced: ChangeKind<CellsReplaced, Excel.Worksheet> = {
  look({ workbook }, { marker }) {
    const { worksheet } = workbook.names.getItemOrNullObject(marker).getRangeOrNullObject();
    worksheet.load("name");
    return worksheet;
  },
  putBack({ row, column, before }, worksheet) {
    if (worksheet.isNullObject) return [];
    return [
      action(({ workbook }) => {
        const area = workbook.worksheets
          .getItem(worksheet.name)
          .getRangeByIndexes(row, column, before.length, before[0]?.length ?? 1);
        area.formulas = before;
      }, before),
    ];
  },
};
