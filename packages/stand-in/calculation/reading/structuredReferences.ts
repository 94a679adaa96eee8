import { parseStructRef } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { formatArea, quotedSheet } from "../../workbook/address";

/** What a reference to a table needs to know of it. `area` has the header row and the totals row. */
export interface TableShape {
  sheetName: string;
  area: AreaContent;
  columns: readonly string[];
  hasHeaderRow: boolean;
  hasTotalsRow: boolean;
}

/** What Univer asks of the workbook's tables. */
export interface KnownTables {
  any(): boolean;
  find(name: string): TableShape | null;
  /** Whether an area has a cell of a table: Excel does not spill into tables. */
  touches(sheet: string, area: AreaContent): boolean;
}

type Rows = { first: number; last: number };

/**
 * A structured reference as a plain one: "Levers[[#All],[Gap]]" is "Data!$J$1:$J$6", "Levers[@Gap]" "THISROW(Data!$J$2:$J$6)".
 * #REF! where the table has no such column or no such row; null where there is no such table.
 */
export function plainReference(reference: string, findTable: (name: string) => TableShape | null): string | null {
  const parsed = parseStructRef(reference.includes("[") ? reference : `${reference}[]`);
  const table = parsed?.table ? findTable(parsed.table) : null;
  if (!parsed || !table) return null;
  const sections = parsed.sections ?? [];
  const rows = rowsOf(table, sections);
  const columns = columnsOf(table, parsed.columns ?? []);
  if (!rows || !columns) return "#REF!";
  const area = {
    ...{ row: rows.first, rowCount: rows.last - rows.first + 1 },
    ...{ column: table.area.column + columns.first, columnCount: columns.last - columns.first + 1 },
  };
  const plain = `${quotedSheet(table.sheetName)}!${formatArea(area, true)}`;
  return sections.includes("this row") ? `THISROW(${plain})` : plain;
}

/** The rows of the parts of a table that are named; they touch, as Excel wants it. */
function rowsOf(table: TableShape, sections: readonly string[]): Rows | null {
  const { row, rowCount } = table.area;
  const body = { first: row + (table.hasHeaderRow ? 1 : 0), last: row + rowCount - 1 - (table.hasTotalsRow ? 1 : 0) };
  const parts = (sections.length === 0 ? ["data"] : sections).map((section): Rows | null => {
    if (section === "all") return { first: row, last: row + rowCount - 1 };
    if (section === "headers") return table.hasHeaderRow ? { first: row, last: row } : null;
    if (section === "totals") return table.hasTotalsRow ? { first: body.last + 1, last: body.last + 1 } : null;
    return body;
  });
  const there = parts.filter((part) => part !== null);
  if (there.length < parts.length && parts.length === 1) return null;
  return {
    first: Math.min(...there.map(({ first }) => first)),
    last: Math.max(...there.map(({ last }) => last)),
  };
}

function columnsOf(table: TableShape, names: readonly string[]): Rows | null {
  if (names.length === 0) return { first: 0, last: table.columns.length - 1 };
  const places = names.map((name) =>
    table.columns.findIndex((column) => column.trim().toLowerCase() === name.trim().toLowerCase()),
  );
  return places.includes(-1) ? null : { first: Math.min(...places), last: Math.max(...places) };
}
