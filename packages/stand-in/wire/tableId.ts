import type { Table } from "../workbook/tables/table";

/** The Id of a table on the wire. */
export function tableId(table: Pick<Table, "id">): string {
  return `{00000000-000C-0000-FFFF-FFFF${table.id.toString(16).toUpperCase().padStart(8, "0")}}`;
}
