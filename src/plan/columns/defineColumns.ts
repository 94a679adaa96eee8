import type { TableKind } from "../tableKinds";
import type { DocumentedColumn } from "./column";

/**
 * Records of columns of one table, in the order in which the docs, the pane and the template show them. Headings that leave open which column is meant
 * are written once, and are headings of the record like the others.
 */
export function defineColumns(
  table: TableKind,
  records: readonly Omit<DocumentedColumn, "table">[],
): readonly DocumentedColumn[] {
  return records.map((record) => ({
    table,
    ...record,
    headings: [...record.headings, ...(record.openHeadings?.headings ?? [])],
  }));
}
