import { rowKey, type CellInput } from "../../excel/cellInput";

/** The headings by whose cells a row is known again. */
export function keyHeadings({ header, keyColumns = 1 }: { header: string[]; keyColumns?: number }): string[] {
  return header.slice(0, keyColumns);
}

/** The text by which each row is known again, wherever the columns of these headings stand; several rows may have the same. */
export function rowKeys(
  { header, rows }: { header: string[]; rows: CellInput[][] },
  headings: readonly string[],
): string[] {
  const columns = headings.map((heading) => header.indexOf(heading));
  return rows.map((row) => columns.map((column) => rowKey(row[column] ?? "")).join("\n"));
}
