import { CommandType, ICommandService, type Univer } from "@univerjs/core";
import type { Workbook } from "../../workbook/workbook";

/** Tells of every change of the workbook that a saved file would hold, by the user or the add-in. Answers the way to stop. */
export function watchEdits(univer: Univer, workbook: Workbook, onEdited: () => void): () => void {
  const commands = univer.__getInjector().get(ICommandService);
  const watching = commands.onCommandExecuted(({ type, id }, options) => {
    const isCalculated = Boolean(options?.["fromFormula"] ?? options?.["applyFormulaCalculationResult"]);
    if (
      type === CommandType.MUTATION &&
      id.startsWith("sheet.mutation.") &&
      !isCalculated &&
      !options?.onlyLocal &&
      !ROOM.has(id)
    )
      onEdited();
  });
  const stop = workbook.on(({ kind }) => {
    if (kind === "tables" || kind === "names" || kind === "charts" || kind === "customXml" || kind === "settings")
      onEdited();
  });
  return () => {
    watching.dispose();
    stop();
  };
}

/** What only makes the grid's sheets larger, or rows as high as their text. */
const ROOM = new Set([
  "sheet.mutation.set-worksheet-row-count",
  "sheet.mutation.set-worksheet-column-count",
  "sheet.mutation.set-worksheet-row-auto-height",
]);
