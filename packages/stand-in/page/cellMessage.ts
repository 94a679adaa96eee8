import { formatArea } from "../workbook/address";
import type { StandIn } from "../standIn";

/**
 * Shows what there is to say of the selected cell, as Excel does beside it: what a function of the add-in says of its error,
 * that its formula is not calculated here, or which name was probably meant. `isLow` says whether a row is drawn in the lower
 * half of the window: then it stands above, so as not to cover the cell.
 */
export function watchCellMessage(standIn: StandIn, element: HTMLElement, isLow: (row: number) => boolean): () => void {
  const show = (): void => {
    const { sheet, areas } = standIn.workbook.selection;
    const [area] = areas;
    const message = area ? standIn.cellMessage(sheet, area.row, area.column) : null;
    element.classList.toggle("above", Boolean(area && isLow(area.row)));
    element.textContent = area && message ? `${formatArea({ ...area, rowCount: 1, columnCount: 1 })}: ${message}` : "";
  };
  show();
  return standIn.onChange(({ kind }) => {
    if (kind === "selection" || kind === "cells" || kind === "activeSheet") show();
  });
}
