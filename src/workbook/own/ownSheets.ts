import { quotedSheet, splitAddress } from "../../cells/address";
import { findNamed } from "../../cells/names";

/**
 * A sheet that a run wrote. It is known by a hidden workbook name that refers to its columns A to ZZ: renaming or moving
 * the sheet, or deleting any of its rows or columns, leaves the name in place, and a copy that the user makes of the sheet is the user's own.
 */
export interface OwnSheet {
  /** The hidden name: "SavingsOutput_1a2b3c4d_Summary". */
  marker: string;
  table: string;
  /** The sheet's name today. */
  sheet: string;
}

/** The hidden name under which a scenario's table is found again. */
export function markerName(scenario: string, table: string): string {
  return `${markerPrefix}${digest(scenario)}_${table.replace(/[^A-Za-z0-9]/g, "_")}`;
}

/** The sheets that runs of a scenario wrote, by the table that each holds. */
export function ownSheetsOf(scenario: string, ownSheets: readonly OwnSheet[]): Pick<OwnSheet, "table" | "sheet">[] {
  return ownSheets.filter(({ marker }) => marker.startsWith(markerName(scenario, "")));
}

/** Not all cells of the sheet: some programs, ExcelJS among them, list a name's cells one by one as they open the file. */
export function markerFormula(sheet: string): string {
  return `=${quotedSheet(sheet)}!$A:$ZZ`;
}

/** A name's comment holds at most 255 characters. */
export function markerComment(scenario: string, table: string): string {
  return `${table}|${scenario}`.slice(0, 255);
}

/** The written sheets among the workbook's names; markers of deleted sheets are left out. */
export function ownSheetsAmong(
  names: readonly { name: string; formula: string; comment: string }[],
  sheetNames: readonly string[],
): OwnSheet[] {
  return names.flatMap(({ name, formula, comment }) => {
    if (!name.startsWith(markerPrefix)) return [];
    const sheet = findNamed(sheetNames, splitAddress(formula).sheet ?? "", (sheetName) => sheetName);
    if (sheet === undefined) return [];
    const bar = comment.indexOf("|");
    return [{ marker: name, table: comment.slice(0, Math.max(bar, 0)), sheet }];
  });
}

/** A hidden name that leads to the sheet of a share copy that lists what was replaced, also once that is renamed. */
export const sharedListName = "SAVINGS_SHARED_LIST";

/** That sheet: no table of the user's is on it. Null where the workbook is no copy. */
export function sharedListAmong(names: readonly { name: string; formula: string }[]): string | null {
  const found = names.find(({ name }) => name.toUpperCase() === sharedListName);
  return found ? splitAddress(found.formula).sheet : null;
}

/** Eight hexadecimal digits of a text (FNV-1a, 32 bits): names stay short and legal whatever a scenario is called. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

const markerPrefix = "SavingsOutput_";
