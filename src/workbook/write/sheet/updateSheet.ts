import { areaAddress, cellAddress } from "../../../cells/address";
import type { OutputChart, OutputTable } from "../../../plan/report/outputTable";
import { cellUnder, drawChart, setSeries, type BarSource } from "../chart/outputChart";
import { cellDigest, type CellInput } from "../../excel/cellInput";
import { chartName, type OutputSheet } from "../inspectOutputs";
import { aboveOf, contentsOf } from "./newSheet";
import { totalRowLooks } from "../table/totalRowLooks";
import { fillActions } from "../table/reshapeTable";
import { action, type Action } from "../../excel/actions";
import { tableChange, type TableChange, type TableContents } from "../table/tableChange";
import { totalsActions, totalsTypedOver } from "../table/totalsRow";
import { digestAbove, headingsAsWritten, isWrittenTitle, typedOver, type WrittenRecord } from "../record/writtenRecord";

/** Brings a sheet of ours up to date in place: its own formats, widths, extra columns and chart looks stay. What is no longer needed is still there after it. */
export function updateActions(output: OutputTable, now: OutputSheet, change: TableChange): Action[] {
  const { contents } = now;
  return [
    ...aboveActions(now.sheet, now.aboveAt, linesFor(output, now)),
    ...fillActions(now, change, contents.rows.length),
    ...totalRowLooks(output, now, change),
    ...totalsActions(output, now, headingsFilled(change, contents.header)),
  ];
}

/** Where the rows of a table that is there stand once all are in, with those between the bars that go: as they are taken out, Excel draws the ranges of charts in. */
export function barSourceNow(now: OutputSheet, change: TableChange, barCount: number): BarSource {
  const { sheet, row, column, contents } = now;
  return {
    sheet,
    row,
    column,
    header: headingsFilled(change, contents.header),
    rowCount: barsFilled(change, barCount),
  };
}

export function changeOf(output: OutputTable, now: OutputSheet): TableChange {
  return tableChange({ ...now.contents, header: headingsNow(now) }, contentsOf(output), now.record?.header ?? []);
}

/** The headings once all columns are in and none is out. */
function headingsFilled(change: TableChange, before: readonly string[]): string[] {
  const headings = [...before];
  change.columnsIn.forEach(({ index, header }) => headings.splice(index, 0, header));
  return change.header.map((heading, index) => heading ?? headings[index] ?? "");
}

/** Addresses of cells that a run would replace although the user has typed into them since the last one. */
export function cellsTypedOver(output: OutputTable, now: OutputSheet): string[] {
  const { sheet, row, column, contents, record } = now;
  if (!record) {
    // Without our record of what was written, any cell may be the user's.
    const lines = linesAboveOf(output, now);
    const table = { row, column, rowCount: contents.rows.length + 1, columnCount: contents.header.length };
    const page = { ...now.aboveAt, rowCount: lines.length, columnCount: lines[0]?.length ?? 0 };
    return [...(output.page && lines.length > 0 ? [page] : []), table].map((area) => areaAddress({ sheet, ...area }));
  }
  const found = changedSince(record, output, now);
  // After an undo the sheet is as the run before the last one wrote it.
  return record.previous && found.length > 0 && changedSince(record.previous, output, now).length === 0 ? [] : found;
}

function changedSince(record: WrittenRecord, output: OutputTable, now: OutputSheet): string[] {
  const { sheet, row, column, contents, above, aboveAt } = now;
  const header = headingsAsWritten(record, contents.header);
  const cells = typedOver(record, contents.header, { ...contents, header });
  const linesChanged = linesAboveOf(output, now).flatMap((cells, index) =>
    cells.flatMap((cell, at) => {
      const was = digestAbove(record, index, at);
      // Where nothing of ours was or comes, what stands there is the user's.
      const isOurs = was !== nothing || (cell !== "" && cell !== null);
      return isOurs && cellDigest(above[index]?.[at] ?? "") !== was
        ? [cellAddress(sheet, aboveAt.row + index, aboveAt.column + at)]
        : [];
    }),
  );
  return [
    ...linesChanged,
    ...cells.map((cell) => cellAddress(sheet, row + 1 + cell.row, column + cell.column)),
    ...totalsTypedOver(output, { ...now, record }, header).map((at) =>
      cellAddress(sheet, row + 1 + contents.rows.length, column + at),
    ),
  ];
}

const nothing = cellDigest("");

/** The cells to write above the table; those of an earlier run that are no longer needed are emptied, those that never were ours stay. */
function linesFor(output: OutputTable, now: OutputSheet): CellInput[][] {
  const lines = linesAboveOf(output, now);
  const before = now.record ?? { above: [] };
  const rowCount = Math.max(lines.length, Math.min(before.above.length, now.above.length));
  const width = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: width }, (__, column): CellInput => {
      const cell = lines[row]?.[column] ?? "";
      return cell === "" && digestAbove(before, row, column) === nothing ? null : cell;
    }),
  );
}

/** Title and notes as far as there is room for them above the table. */
export function linesAboveOf(output: OutputTable, { above }: OutputSheet): CellInput[][] {
  return above.length === 0 ? [] : aboveOf(output, above.length);
}

export function aboveActions(
  sheet: string,
  at: OutputSheet["aboveAt"],
  lines: readonly (readonly CellInput[])[],
): Action[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  if (lines.length === 0 || width === 0) return [];
  const cells = lines.map((line) => Array.from({ length: width }, (_, column) => line[column] ?? null));
  return [
    action((context) => {
      const block = context.workbook.worksheets
        .getItem(sheet)
        .getRangeByIndexes(at.row, at.column, lines.length, width);
      block.formulas = cells;
    }, cells),
  ];
}

/**
 * Leads the chart to the rows that draw it, with a title of ours that says what they say now; one with other series, of an older version, is
 * drawn anew in its place.
 */
export function chartActions(chart: OutputChart | undefined, now: OutputSheet, source: BarSource): Action[] {
  const before = now.chart;
  if (!chart || !before) return [];
  const isThere = source.rowCount > 0 && chart.series.every(({ heading }) => source.header.includes(heading));
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(now.sheet);
      const drawn = sheet.charts.getItem(chartName);
      if (isThere && before.seriesCount !== chart.series.length) {
        drawn.delete();
        drawChart(context, sheet, chart, source).set({ ...now.chartAt });
        return;
      }
      if (isThere) setSeries(context, drawn, chart, source);
      if (isWrittenTitle(now.record, before.title)) drawn.title.text = chart.title;
    }),
  ];
}

/** Rows of the table that have a bar, from the first. */
export function barsIn(chart: OutputChart | null, { header, rows }: Pick<TableContents, "header" | "rows">): number {
  const names = chart ? header.indexOf(chart.categories) : -1;
  return names < 0 ? 0 : rows.reduce((last, row, index) => ((row[names] ?? "") === "" ? last : index + 1), 0);
}

/** How far down the rows with a bar reach before those are taken out that go. */
function barsFilled({ cells, rowsOut }: TableChange, barCount: number): number {
  const goes = (row: number): boolean => rowsOut.some(({ index, count }) => row >= index && row < index + count);
  const staying = cells.flatMap((_, row) => (goes(row) ? [] : [row]));
  // Where all stay, those that go beneath them are none of the chart's.
  return staying.length === barCount ? cells.length : (staying[barCount - 1] ?? -1) + 1;
}

/** A chart under the table makes room where the table grows into it. */
export function chartAside(now: OutputSheet, rowCount: number): Action[] {
  const growth = (rowCount - now.contents.rows.length) * usualRowHeight;
  if (now.chartBelow === null || growth <= 0 || now.chartBelow - growth >= usualRowHeight) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(now.sheet);
      sheet.charts.getItem(chartName).setPosition(cellUnder(sheet, now.row, rowCount));
    }),
  ];
}

/** In points. */
const usualRowHeight = 15;

export function headingsNow(now: OutputSheet): string[] {
  return now.record ? headingsAsWritten(now.record, now.contents.header) : now.contents.header;
}
