import { areaAddress, cellAddress } from "../../cells/address";
import type { OutputChart, OutputTable } from "../../plan/report/outputTable";
import { cellUnder, drawChart, setSeries } from "./bridgeChart";
import { cellDigest, type CellInput } from "../excel/cellInput";
import { chartName, type OutputSheet } from "./inspectOutputs";
import { aboveOf, contentsOf } from "./newSheet";
import { totalRowLooks } from "./totalRowLooks";
import { fillActions } from "./reshapeTable";
import { action, type Action } from "../excel/actions";
import { tableChange, type TableChange, type TableContents } from "./tableChange";
import { totalsActions, totalsTypedOver } from "./totalsRow";
import { headingsAsWritten, isWrittenTitle, typedOver, type WrittenRecord } from "./writtenRecord";

/** Brings a sheet of ours up to date in place: its own formats, widths, extra columns and chart looks stay. What is no longer needed is still there after it. */
export function updateActions(output: OutputTable, now: OutputSheet, change: TableChange): Action[] {
  const { contents } = now;
  return [
    ...aboveActions(now.sheet, now.aboveAt, linesFor(output, now)),
    ...fillActions(now, change, contents.rows.length),
    ...totalRowLooks(output, now, change),
    ...totalsActions(output, now, headingsFilled(change, contents.header)),
    // With what goes: as that is taken out, Excel draws the ranges of the chart in.
    ...chartActions(
      output.chart,
      now,
      headingsFilled(change, contents.header),
      barsFilled(change, output.chart?.barCount ?? 0),
    ),
    ...chartAside(now, output.rows.length),
  ];
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
    return [
      areaAddress({ sheet, row, column, rowCount: contents.rows.length + 1, columnCount: contents.header.length }),
    ];
  }
  const found = changedSince(record, output, now);
  // After an undo the sheet is as the run before the last one wrote it.
  return record.previous && found.length > 0 && changedSince(record.previous, output, now).length === 0 ? [] : found;
}

function changedSince(record: WrittenRecord, output: OutputTable, now: OutputSheet): string[] {
  const { sheet, row, column, contents, above, aboveAt } = now;
  const header = headingsAsWritten(record, contents.header);
  const cells = typedOver(record, contents.header, { ...contents, header });
  const lines = linesAboveOf(output, now);
  const linesChanged = above.flatMap((line, index) => {
    const was = record.above[index] ?? cellDigest("");
    return index < lines.length && cellDigest(line) !== was
      ? [cellAddress(sheet, aboveAt.row + index, aboveAt.column)]
      : [];
  });
  return [
    ...linesChanged,
    ...cells.map((cell) => cellAddress(sheet, row + 1 + cell.row, column + cell.column)),
    ...totalsTypedOver(output, { ...now, record }, header).map((at) =>
      cellAddress(sheet, row + 1 + contents.rows.length, column + at),
    ),
  ];
}

/** The lines to write above the table; those of an earlier run that are no longer needed are emptied. */
function linesFor(output: OutputTable, now: OutputSheet): CellInput[] {
  const lines = linesAboveOf(output, now);
  const before = Math.min(now.record?.above.length ?? 0, now.above.length);
  return [...lines, ...Array.from({ length: Math.max(0, before - lines.length) }, () => "")];
}

/** Title and notes as far as there is room for them above the table. */
export function linesAboveOf(output: OutputTable, { above }: OutputSheet): CellInput[] {
  return above.length === 0 ? [] : aboveOf(output, above.length);
}

export function aboveActions(sheet: string, at: OutputSheet["aboveAt"], lines: readonly CellInput[]): Action[] {
  if (lines.length === 0) return [];
  const cells = lines.map((line) => [line]);
  return [
    action((context) => {
      context.workbook.worksheets.getItem(sheet).getRangeByIndexes(at.row, at.column, cells.length, 1).formulas = cells;
    }, cells),
  ];
}

/**
 * Leads the chart to the table's rows, with a title of ours that says what they say now; one with other series, of an older version, is drawn anew
 * in its place.
 *
 * @param rowCount rows from the first that have a bar, with those between them that go
 */
export function chartActions(
  chart: OutputChart | undefined,
  now: OutputSheet,
  header: readonly string[],
  rowCount: number,
): Action[] {
  const before = now.chart;
  if (!chart || !before || rowCount === 0 || chart.series.some(({ heading }) => !header.includes(heading))) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(now.sheet);
      const drawn = sheet.charts.getItem(chartName);
      if (before.seriesCount === chart.series.length) {
        setSeries(drawn, chart, sheet, now, header, rowCount);
        if (isWrittenTitle(now.record, before.title)) drawn.title.text = chart.title;
        return;
      }
      drawn.delete();
      drawChart(sheet, chart, now, header, rowCount).set({ ...now.chartAt });
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
function chartAside(now: OutputSheet, rowCount: number): Action[] {
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
