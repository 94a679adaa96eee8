import type { OwnSheet } from "./ownSheets";

/** What a change touches: what a plan may be read from, the sheets that runs wrote, or nothing that is news to the add-in. */
export type Changed = "plan" | "results" | "nothing";

/**
 * What somebody has changed; "nothing" where it was the add-in itself. Excel says who made a change of cells (ExcelApi 1.14). Of
 * other changes, and in an older Excel, it is only known whether a write is under way. Only a memory of what the workbook itself
 * says; it is filled again by the next reading.
 */
export function changedBy({ worksheetId, source, triggerSource }: ChangeEvent): Changed {
  if (source === "Remote") return "plan";
  const isOwn = triggerSource === undefined ? writesUnderWay > 0 : triggerSource === "ThisLocalAddin";
  if (isOwn) return "nothing";
  return ownSheetIds.has(worksheetId) ? "results" : "plan";
}

/** What an event says of a change; `triggerSource` is left out where Excel does not say it. */
export interface ChangeEvent {
  worksheetId: string;
  source: string;
  triggerSource?: string;
}

/** Called with what was read: the sheets that a run wrote. */
export function rememberOwnSheets(
  sheets: readonly { id: string; name: string }[],
  ownSheets: readonly Pick<OwnSheet, "sheet">[],
): void {
  const own = new Set(ownSheets.map((sheet) => sheet.sheet));
  ownSheetIds = new Set(sheets.filter((sheet) => own.has(sheet.name)).map((sheet) => sheet.id));
}

/** Runs a write whose change events are ours; events arrive shortly after the write, so the mark stays a moment longer. */
export async function asOwnWrite<T>(write: () => Promise<T>): Promise<T> {
  writesUnderWay++;
  try {
    return await write();
  } finally {
    setTimeout(() => writesUnderWay--, eventsArriveWithin);
  }
}

let ownSheetIds = new Set<string>();
let writesUnderWay = 0;
const eventsArriveWithin = 250;
