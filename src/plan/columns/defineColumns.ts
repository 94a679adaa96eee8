import type { TableKind } from "../tableKinds";
import type { ColumnRecord } from "./column";

/** Records of columns of one table, in the order in which the docs, the pane and the template show them. */
export function defineColumns(
  table: TableKind,
  records: readonly Omit<ColumnRecord, "table">[],
): readonly ColumnRecord[] {
  return records.map((record) => ({ table, ...record }));
}
