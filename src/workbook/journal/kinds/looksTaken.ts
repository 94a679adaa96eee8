import type { Area } from "../../../cells/area";
import { action } from "../../excel/actions";
import type { ChangeKind } from "./changeKind";

/** How cells look that go with their row or column. They get it again only where those have been made anew. */
export interface LooksTaken {
  kind: "looksTaken";
  sheet: string;
  area: Area;
  numberFormats: string[][];
  /** Each look that is there once; by cells, which of them a cell has. */
  looks: Excel.SettableCellProperties[];
  cells: number[][];
}

export const looksTaken: ChangeKind<LooksTaken> = {
  look: () => undefined,
  // As long as nothing has been taken out, the cells look as they did.
  putBack: () => [],
  regrown: ({ sheet, area, numberFormats, looks, cells }) => [
    action(
      ({ workbook }) => {
        const range = workbook.worksheets
          .getItem(sheet)
          .getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
        // What is made anew looks like what stands beside it.
        range.clear("Formats");
        range.numberFormat = numberFormats;
        range.setCellProperties(cells.map((line) => line.map((look) => looks[look] ?? {})));
      },
      cells.map((line) => line.map((look) => looks[look])),
    ),
  ],
};
