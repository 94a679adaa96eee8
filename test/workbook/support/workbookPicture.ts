import type { StandIn } from "@workbooks/stand-in/standIn";
import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";

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
      charts: sheet.charts.map(({ name, title, series }) => ({ name, title, series })),
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

function cellsOf(cells: Map<number, Map<number, CellContent>>, { styles }: WorkbookContent): string[] {
  const found: { row: number; column: number; text: string }[] = [];
  for (const [row, line] of cells) {
    for (const [column, { value, formula, style }] of line) {
      if (value === null && formula === undefined) continue;
      const format = styles[style]?.numberFormat ?? "General";
      found.push({ row, column, text: JSON.stringify([row, column, formula ?? null, value, format]) });
    }
  }
  return found.sort((a, b) => a.row - b.row || a.column - b.column).map(({ text }) => text);
}
