import { cellAddress, readArea } from "../../cells/address";
import { findNamed, sameName } from "../../cells/names";
import { meaningsOf } from "../../plan/columns/meanings";
import type { PlanReading } from "../../plan/reading/planReading";
import type { SheetGrid } from "../../plan/reading/sheetGrid";
import { tableKinds } from "../../plan/tableKinds";
import { WorkbookError } from "../excel/excelErrors";

/** "Register!D4=yearlyEfficiency", "Register!E4=2025/26", "Register!F4=ignored": headings with what they mean, as corrections have them. Rejects the first that says nothing. */
export function givenColumns(columns: readonly string[], grids: readonly SheetGrid[]): Record<string, string> {
  return Object.fromEntries(
    columns.map((text) => {
      const at = text.lastIndexOf("=");
      const [reference, meaning] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      if (at <= 0 || meaning === "") throw new WorkbookError("other", `'${text}' says no meaning; ${example}.`);
      return [headingAddress(reference, grids), meaningOf(meaning)];
    }),
  );
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
  "a heading's cell with its meaning is needed, such as Register!D4=saving, Register!E4=2025/26 or Register!F4=ignored";

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
  if (sameName(text, "ignored")) return "ignored";
  const known = tableKinds.flatMap(meaningsOf).find(({ id, name }) => sameName(id, text) || sameName(name, text));
  if (known) return known.id;
  if (/^(growth|amount):.*\d/.test(text)) return text;
  if (/\d/.test(text)) return `amount:${text}`;
  const names = [...new Set(tableKinds.flatMap(meaningsOf).map(({ id }) => id))].join(", ");
  throw new WorkbookError(
    "other",
    `'${text}' is no meaning of a column; a year, ignored or one of ${names} is needed.`,
  );
}
