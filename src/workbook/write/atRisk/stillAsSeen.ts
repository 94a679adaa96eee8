import { action } from "../../excel/actions";
import { WorkbookError } from "../../excel/excelErrors";
import { askForSheet, sheetOf, type OutputSheet, type OutputSheetQuery } from "../inspectOutputs";
import type { WritePart } from "../writeParts";

/**
 * Looks once more, right before anything is written into the sheets: what a co-author has put in or typed since would be written
 * over, row by row in the wrong place. What comes even later, in the time of one request, cannot be seen.
 *
 * @throws WorkbookError (in `then`) that names the sheet
 */
export function confirmation(sheets: readonly OutputSheet[], onConfirmed: () => void): WritePart {
  let asked: { seen: OutputSheet; query: OutputSheetQuery }[] = [];
  return {
    actions:
      sheets.length === 0
        ? []
        : [
            action((context) => {
              asked = sheets.map((seen) => ({ seen, query: askForSheet(context, seen.marker, seen.tableName) }));
            }),
          ],
    then: () => {
      const changed = asked.find(({ seen, query }) => !isAsSeen(seen, sheetOf(query)));
      if (changed)
        throw new WorkbookError(
          "changed",
          `Somebody was changing the sheet ${changed.seen.sheet} just then, so nothing was written; look at it, then write again.`,
        );
      onConfirmed();
    },
  };
}

function isAsSeen(seen: OutputSheet, now: OutputSheet | null): boolean {
  const placeOf = ({ sheet, tableName, row, column, aboveAt, totals, isFiltered, isProtected }: OutputSheet) =>
    JSON.stringify([sheet, tableName, row, column, aboveAt, totals, isFiltered, isProtected]);
  return (
    now !== null &&
    placeOf(seen) === placeOf(now) &&
    JSON.stringify(seen.above) === JSON.stringify(now.above) &&
    JSON.stringify(seen.contents) === JSON.stringify(now.contents)
  );
}
