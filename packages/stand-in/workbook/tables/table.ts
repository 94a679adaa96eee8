import type { AreaContent } from "@workbooks/xlsx/content";

/** An Excel table. Its area includes the header and the totals row. */
export interface Table {
  /** Running number within the workbook, as Excel's own ids are. */
  id: number;
  partId: string | null;
  sheetId: string;
  name: string;
  area: AreaContent;
  columns: string[];
  hasHeaderRow: boolean;
  hasTotalsRow: boolean;
  style: string | null;
  showBandedRows: boolean;
  showFilterButton: boolean;
  /** As the file says: some of its rows are filtered out. */
  isFiltered?: boolean;
}

/** The rows between header and totals; at least one, since Excel keeps an empty row in an empty table. */
export function bodyArea(table: Table): AreaContent {
  const above = table.hasHeaderRow ? 1 : 0;
  const below = table.hasTotalsRow ? 1 : 0;
  const rowCount = Math.max(1, table.area.rowCount - above - below);
  return { row: table.area.row + above, column: table.area.column, rowCount, columnCount: table.area.columnCount };
}

/** Excel's rules for the names of tables and of workbook names: a letter or _ or \, no blanks, not like a cell address. */
export function isValidName(name: string): boolean {
  const isWord = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  const isAddress = /^[A-Za-z]{1,3}\d{1,7}$/.test(name) || /^[Rr]\d*[Cc]\d*$/.test(name) || /^[RrCc]$/.test(name);
  return isWord && !isAddress;
}

/** Headings made unique as Excel does it: the first free of "Column1", "Column2" … for nothing, "Rate2" for a second "Rate". */
export function uniqueHeadings(headings: (string | null)[]): string[] {
  const taken = new Set<string>();
  const free = (name: (n: number) => string, from: number) => {
    let n = from;
    while (taken.has(name(n).toLowerCase())) n++;
    taken.add(name(n).toLowerCase());
    return name(n);
  };
  const named = headings.map((heading) => {
    if (heading === null || heading === "") return null;
    return free((n) => (n === 1 ? heading : `${heading}${n}`), 1);
  });
  return named.map((name) => name ?? free((n) => `Column${n}`, 1));
}
