import type { Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { ILayoutService } from "@univerjs/ui";

/** Gives the keyboard to the cells: the grid listens through an invisible editor of its own. */
export function focusGrid(univer: Univer): void {
  univer.__getInjector().get(ILayoutService).focus();
}

/**
 * Ends the editing of a cell as Enter does. False where what was typed is refused, so that the cell is still being edited;
 * a user who types on, in the same cell or the next, has had what was typed before entered all the same.
 */
export async function endEditing(api: FUniver): Promise<boolean> {
  const workbook = api.getActiveWorkbook();
  if (!workbook?.isCellEditing()) return true;
  let isEntered = false;
  const watching = api.addEvent(api.Event.SheetEditEnded, () => void (isEntered = true));
  await workbook.endEditingAsync(true);
  watching.dispose();
  return isEntered || !workbook.isCellEditing();
}
