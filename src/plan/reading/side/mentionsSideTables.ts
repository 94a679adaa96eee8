import type { ReadOptions } from "../planReading";
import type { SheetGrid } from "../sheetGrid";

/**
 * Whether there may be a Position or a Prices table: the user says where, or its words stand in a sheet's name, a table's, or near a sheet's top left corner.
 * What reads such tables is loaded only then.
 */
export function mentionsSideTables(sheets: readonly SheetGrid[], { areas, corrections }: ReadOptions = {}): boolean {
  if ([areas, corrections?.tables].some((given) => given?.position !== undefined || given?.prices !== undefined))
    return true;
  return sheets.some(
    ({ sheet, tables, values }) =>
      sideWords.test([sheet, ...tables.map(({ name }) => name)].join(" ").replace(/_/g, " ")) ||
      values
        .slice(0, 200)
        .some((line) => line.slice(0, 30).some((value) => typeof value === "string" && sideWords.test(value))),
  );
}

const sideWords = /\bposition|\bprices\b|deflat|\bprice ind|\b(cpih?|rpi|gdp)\b|inflation/i;
