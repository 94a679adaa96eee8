import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { ILayoutService } from "@univerjs/ui";

/** Gives the keyboard to the cells: the grid listens through an invisible editor of its own. */
export function focusGrid(univer: Univer): void {
  univer.__getInjector().get(ILayoutService).focus();
}

/** Ends the editing of a cell as Enter does. False where what was typed is refused, so that the cell is still being edited. */
export async function endEditing(api: FUniver): Promise<boolean> {
  const workbook = api.getActiveWorkbook();
  if (!workbook?.isCellEditing()) return true;
  await workbook.endEditingAsync(true);
  return !workbook.isCellEditing();
}
