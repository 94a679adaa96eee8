import type { OwnSheet } from "./ownSheets";

/**
 * Whether a change of the workbook is our own: made by this add-in, or on a sheet that a run wrote. Excel says who made a
 * change of cells (ExcelApi 1.14). Of other changes, and in an older Excel, it is only known whether a write is under way.
 * Only a memory of what the workbook itself says; it is filled again by the next reading.
 */
export function isOwnChange({ worksheetId, source, triggerSource }: ChangeEvent): boolean {
  if (source === "Remote") return false;
  if (ownSheetIds.has(worksheetId)) return true;
  return triggerSource === undefined ? writesUnderWay > 0 : triggerSource === "ThisLocalAddin";
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
