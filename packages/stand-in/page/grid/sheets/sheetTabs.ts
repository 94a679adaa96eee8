import { ICommandService, type Univer } from "@univerjs/core";
import { RenameSheetOperation } from "@univerjs/sheets-ui";

/** A double click on any sheet tab, or F2 on one that has the keyboard, renames its sheet. Answers the way to stop. */
export function watchSheetTabs(univer: Univer, grid: HTMLElement): () => void {
  const rename = (event: Event): void => {
    const id =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[role='tab']")?.dataset["id"] : null;
    if (!id || (event instanceof KeyboardEvent && event.key !== "F2")) return;
    event.preventDefault();
    event.stopPropagation();
    void univer.__getInjector().get(ICommandService).executeCommand(RenameSheetOperation.id, { subUnitId: id });
  };
  grid.addEventListener("dblclick", rename);
  grid.addEventListener("keydown", rename, { capture: true });
  return () => {
    grid.removeEventListener("dblclick", rename);
    grid.removeEventListener("keydown", rename, { capture: true });
  };
}
