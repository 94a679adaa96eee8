import { cellAddress, readArea } from "../../cells/address";
import { findNamed } from "../../cells/names";
import { namedMeaning, nearestMeanings } from "../../plan/columns/namedMeaning";
import type { PlanReading, TableReading } from "../../plan/reading/planReading";
import type { SheetGrid } from "../../plan/reading/sheetGrid";
import { WorkbookError } from "../excel/excelErrors";

/** "Register!D4=yearlyEfficiency", "Register!E4=2025/26", "Register!F4=ignored": headings with what they mean, as corrections have them. Rejects the first that says nothing. */
export function givenColumns(columns: readonly string[], grids: readonly SheetGrid[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (const { address, meaning } of columns.map((text) => partsOf(text, grids))) {
    // It says nothing of what the column means.
    if (meaning === carriedWord) continue;
    const id = meaningOf(meaning);
    const before = given[address];
    if (before !== undefined && before !== id)
      throw new WorkbookError("other", `${address} is given two meanings, ${before} and ${id}; one is needed.`);
    given[address] = id;
  }
  return given;
}

/** Headings of columns that are to travel to the Breakdown: "Register!D4=carried". Rejects one that no register has. */
export function givenCarried(
  columns: readonly string[],
  grids: readonly SheetGrid[],
  registers: readonly TableReading[],
): string[] {
  const headings = new Set(registers.flatMap((register) => register.columns.map(({ address }) => address)));
  return columns
    .map((text) => partsOf(text, grids))
    .filter(({ meaning }) => meaning === carriedWord)
    .map(({ address }) => {
      if (headings.has(address)) return address;
      throw new WorkbookError("notFound", `${address} is not the heading of a column of the register; ${example}.`);
    });
}

const carriedWord = "carried";

function partsOf(text: string, grids: readonly SheetGrid[]): { address: string; meaning: string } {
  const at = text.lastIndexOf("=");
  const [reference, meaning] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at <= 0 || meaning === "") throw new WorkbookError("other", `'${text}' says no meaning; ${example}.`);
  return { address: headingAddress(reference, grids), meaning };
}

/** Rejects a heading that belongs to no table that was read, where any was: nobody would notice that it had said nothing. */
export function refuseUnusedColumns(given: Record<string, string>, reading: PlanReading): void {
  const tables = [reading.spending, reading.funding, reading.levers, ...reading.registers].flatMap(
    (table) => table ?? [],
  );
  const read = new Set(tables.flatMap(({ columns }) => columns.map(({ address }) => address)));
  const unused = Object.keys(given).find((address) => read.size > 0 && !read.has(address));
  if (unused !== undefined)
    throw new WorkbookError("notFound", `${unused} is not the heading of a column that was read; ${example}.`);
}

const example =
  "a heading's cell with its meaning is needed, such as Register!D4=saving, Register!E4=2025/26, Register!F4=ignored, or Register!G4=carried, which takes the column to the Breakdown";

function headingAddress(reference: string, grids: readonly SheetGrid[]): string {
  const only = grids.length === 1 ? (grids[0]?.sheet ?? "") : "";
  const area = readArea(reference, only);
  const grid = area && findNamed(grids, area.sheet, ({ sheet }) => sheet);
  if (!area || !grid || area.rowCount * area.columnCount !== 1)
    throw new WorkbookError("notFound", `'${reference}' is no cell of this workbook; ${example}.`);
  return cellAddress(grid.sheet, area.row, area.column);
}

/** By its id or its name; a year is that year's amounts. */
function meaningOf(text: string): string {
  const known = namedMeaning(text);
  if (known) return known;
  if (/^(growth|amount|share):.*\d/.test(text)) return text;
  if (/\d/.test(text)) return `amount:${text}`;
  throw new WorkbookError(
    "other",
    `'${text}' is no meaning of a column; a year, ignored or one such as ${nearestMeanings(text).join(", ")} is needed (docs/headings.md lists all).`,
  );
}
