import type { OwnSheet } from "./ownSheets";

/**
 * Which changes of the workbook are our own: made while a write is under way, or on a sheet that a run wrote. Only a
 * memory of what the workbook itself says; it is filled again by the next reading.
 */
export function isOwnChange(worksheetId: string): boolean {
  return writesUnderWay > 0 || ownSheetIds.has(worksheetId);
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
