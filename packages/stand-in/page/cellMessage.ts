import { formatArea } from "../workbook/address";
import type { StandIn } from "../standIn";

/** Shows what a function of the add-in says of the error in the selected cell, as Excel does beside the cell. */
export function watchCellMessage(standIn: StandIn, element: HTMLElement): () => void {
  const show = (): void => {
    const { sheet, areas } = standIn.workbook.selection;
    const [area] = areas;
    const message = area ? standIn.cellMessage(sheet, area.row, area.column) : null;
    element.textContent = area && message ? `${formatArea({ ...area, rowCount: 1, columnCount: 1 })}: ${message}` : "";
  };
  show();
  return standIn.onChange(({ kind }) => {
    if (kind === "selection" || kind === "cells" || kind === "activeSheet") show();
  });
}
