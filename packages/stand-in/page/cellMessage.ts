import { formatArea } from "../workbook/address";
import type { Host } from "../standIn";

/** Shows what a function of the add-in says of the error in the selected cell, as Excel does beside the cell. */
export function watchCellMessage(host: Host, element: HTMLElement): () => void {
  const show = (): void => {
    const { sheet, areas } = host.workbook.selection;
    const [area] = areas;
    const message = area ? host.cellMessage(sheet, area.row, area.column) : null;
    element.textContent = area && message ? `${formatArea({ ...area, rowCount: 1, columnCount: 1 })}: ${message}` : "";
  };
  show();
  return host.onChange(({ kind }) => {
    if (kind === "selection" || kind === "cells" || kind === "activeSheet") show();
  });
}
