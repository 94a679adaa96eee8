import type { CellContent, ChartContent, SheetContent, StyleContent, WorkbookContent } from "@workbooks/xlsx/content";
import { parseAddress } from "@workbooks/xlsx/sheet/address";

export function cellAt(sheet: SheetContent, address: string): CellContent | undefined {
  const { row, column } = parseAddress(address)!;
  return sheet.cells.get(row)?.get(column);
}

export function setCell(sheet: SheetContent, address: string, cell: CellContent | null): void {
  const { row, column } = parseAddress(address)!;
  const inRow = sheet.cells.get(row) ?? new Map<number, CellContent>();
  if (cell) inRow.set(column, cell);
  else inRow.delete(column);
  if (inRow.size > 0) sheet.cells.set(row, inRow);
  else sheet.cells.delete(row);
}

export function bridgeChart(sheet: string): ChartContent {
  return {
    partId: null,
    name: "Bridge",
    type: "ColumnStacked",
    title: "From gap to close",
    left: 200,
    top: 60,
    width: 400,
    height: 260,
    legend: { visible: true, position: "Bottom" },
    axes: {
      category: { title: "Step", numberFormat: null },
      value: { title: "£m", numberFormat: "#,##0", majorGridlines: { color: "#D9D9D9", weight: 0.75 } },
    },
    altText: "Bridge from the gap to what remains",
    series: [
      { name: "Base", values: `${sheet}!$B$2:$B$4`, categories: `${sheet}!$A$2:$A$4`, color: "none", gapWidth: 50 },
      { name: "Rise", values: `${sheet}!$C$2:$C$4`, categories: `${sheet}!$A$2:$A$4`, color: "#107C41", gapWidth: 50 },
    ],
  };
}

/**
 * Content that can be compared: rows and columns in order, the parts' names left out, styles instead of their numbers
 * (a file may keep the same style twice), blank cells that look like any other left out, names in order.
 */
export function comparable(content: WorkbookContent): unknown {
  const style = (index: number | null) => (index === null ? null : (content.styles[index] as StyleContent));
  const isPlain = (index: number) => JSON.stringify(style(index)) === JSON.stringify(style(0));
  const sorted = <T>(map: Map<number, T>) => [...map].sort(([a], [b]) => a - b);
  return {
    ...content,
    styles: undefined,
    notShown: undefined,
    addIn: undefined,
    customXml: [...content.customXml].sort((a, b) => a.id.localeCompare(b.id)),
    names: [...content.names].sort((a, b) => `${a.name} ${a.sheet}`.localeCompare(`${b.name} ${b.sheet}`)),
    sheets: content.sheets.map((sheet) => ({
      ...sheet,
      partId: undefined,
      rows: sorted(sheet.rows),
      columns: sheet.columns.map((column) => ({ ...column, style: style(column.style) })),
      cells: sorted(sheet.cells)
        .map(
          ([row, columns]) =>
            [
              row,
              sorted(columns)
                .filter(([, { value, formula, style }]) => value !== null || formula !== undefined || !isPlain(style))
                .map(([column, cell]) => [column, { ...cell, style: style(cell.style) }] as const),
            ] as const,
        )
        .filter(([, columns]) => columns.length > 0),
      tables: sheet.tables.map((table) => ({ ...table, partId: undefined })),
      charts: sheet.charts.map(({ left, top, width, height, ...chart }) => ({
        ...chart,
        partId: undefined,
        series: chart.series.map(({ name, ...series }) => ({
          ...series,
          partIndex: undefined,
          // A cell that names a series says so itself.
          ...(series.nameReference === undefined && { name }),
        })),
        place: [left, top, width, height].map((points) => Math.round(points * 1000) / 1000),
      })),
    })),
  };
}
