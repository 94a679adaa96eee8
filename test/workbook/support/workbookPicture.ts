import type { StandIn } from "@workbooks/stand-in/standIn";
import type { CellContent, SheetContent, WorkbookContent } from "@workbooks/xlsx/content";

/** All of a workbook that a test compares, in an order that does not depend on how it came about. */
export function pictureOf(standIn: StandIn): unknown {
  const content = standIn.content();
  return {
    sheets: content.sheets.map((sheet) => ({
      name: sheet.name,
      cells: cellsOf(sheet.cells, content),
      tables: sheet.tables
        .map(({ name, row, column, rowCount, columnCount, columns }) => ({
          name,
          row,
          column,
          rowCount,
          columnCount,
          columns,
        }))
        .sort((a, b) => a.name.localeCompare(b.name)),
      charts: sheet.charts.map(({ partId: _part, ...chart }) => chart),
      columns: columnsOf(sheet, content),
      rows: [...sheet.rows]
        .filter(([, { height, hidden }]) => height !== null || hidden)
        .sort(([a], [b]) => a - b)
        .map(([row, { height, hidden }]) => [row, height, hidden]),
      merges: sheet.merges,
      frozen: sheet.frozen,
      page: Object.entries(sheet.page ?? {}).sort(([a], [b]) => a.localeCompare(b)),
      looks: [sheet.tabColor, sheet.visibility, sheet.showGridlines],
    })),
    names: content.names
      .map(({ name, formula, hidden }) => ({ name, formula, hidden }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    settings: Object.entries(content.settings).sort(([a], [b]) => a.localeCompare(b)),
    customXml: content.customXml.map(({ xml }) => xml),
  };
}

/** Values of a sheet's cells by address order, blank cells as null. */
export function valuesOf(standIn: StandIn, name: string): unknown[][] {
  const sheet = standIn.content().sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  const rows = Math.max(-1, ...sheet.cells.keys()) + 1;
  const columns = Math.max(-1, ...[...sheet.cells.values()].flatMap((line) => [...line.keys()])) + 1;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => sheet.cells.get(row)?.get(column)?.value ?? null),
  );
}

/** Every column that says something about itself, one by one: how neighbours are put together is the file's business. */
function columnsOf({ columns }: SheetContent, { styles }: WorkbookContent): string[] {
  return columns.flatMap(({ from, to, width, hidden, style }) =>
    width === null && !hidden && style === null
      ? []
      : Array.from({ length: Math.min(to, lastColumn) - from + 1 }, (_, index) =>
          JSON.stringify([from + index, width, hidden, style === null ? null : styles[style]]),
        ),
  );
}

const lastColumn = 200;

/** What each cell holds and all of how it looks; cells that are empty but look like something count too. */
function cellsOf(cells: Map<number, Map<number, CellContent>>, { styles }: WorkbookContent): string[] {
  const found: { row: number; column: number; text: string }[] = [];
  const usual = JSON.stringify(styles[0]);
  for (const [row, line] of cells) {
    for (const [column, { value, formula, array, style }] of line) {
      const look = JSON.stringify(styles[style] ?? styles[0]);
      if (value === null && formula === undefined && look === usual) continue;
      const text = JSON.stringify([row, column, formula ?? null, value, array ?? null, look]);
      found.push({ row, column, text });
    }
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column).map(({ text }) => text);
}
