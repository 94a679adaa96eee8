import { CanceledError, CommandType, ICommandService, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import type { Workbook } from "../../../workbook/workbook";

/**
 * What Excel refuses on a protected sheet, and to a workbook whose structure is protected, is refused here, too, with a
 * sentence for `onRefused`. The add-in's own writing is refused on the wire.
 */
export function refuseProtected(
  univer: Univer,
  api: FUniver,
  workbook: Workbook,
  onRefused: (sentence: string) => void,
): void {
  const refuse = (sentence: string): never => {
    onRefused(sentence);
    throw new CanceledError();
  };
  api.addEvent(api.Event.BeforeSheetEditStart, (edit) => {
    if (!workbook.activeSheet.isProtected) return;
    edit.cancel = true;
    onRefused(SHEET);
  });
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id, type }) => {
      if (type !== CommandType.COMMAND || !id.startsWith("sheet.command.")) return;
      if (workbook.calculation.actors.authorOf() === "addin") return;
      if (OF_STRUCTURE.test(id)) {
        if (workbook.structureProtection) refuse(STRUCTURE);
      } else if (workbook.activeSheet.isProtected && CHANGES.test(id)) refuse(SHEET);
    });
}

const SHEET =
  "This sheet is protected, so nothing on it can be changed here; what its author left unlocked can be changed in Excel.";
const STRUCTURE = "The workbook's structure is protected, so its sheets stay as they are.";

const OF_STRUCTURE =
  /\.(insert-sheet|remove-sheet|copy-sheet|set-worksheet-(name|order|hidden|hide|show)|set-tab-color)/;
const CHANGES =
  /\.(set-(range|style|border|bold|italic|underline|text|background|horizontal|vertical|font|col|row|worksheet-(col|row))|numfmt|clear|paste|cut|auto-fill|refill|move-r|move-c|insert-|remove-|delete-|add-worksheet-merge|reset-|copy-(down|right))/;
