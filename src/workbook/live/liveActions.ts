import { action, type Action } from "../excel/actions";
import { resultInput } from "../excel/cellInput";
import { markerComment, markerFormula } from "../own/ownSheets";
import { chartName } from "../write/inspectOutputs";
import { drawChart, setSeries, type BarSource } from "../write/chart/outputChart";
import { palette } from "../write/sheet/palette";
import { printActions } from "../write/sheet/printing";
import { headerRow, spareRows, type LiveSheet } from "./liveSheet";
import { liveTable } from "./liveTitles";

/** Where a sheet of a live breakdown is written to. */
export interface LiveTarget {
  output: LiveSheet;
  sheet: string;
  marker: string;
  scenario: string;
  markerExists: boolean;
}

/** Puts a new sheet into the workbook, still empty. */
export function addLiveAction({ output, sheet: name, marker, scenario, markerExists }: LiveTarget): Action {
  return action(({ workbook }) => {
    const sheet = workbook.worksheets.add(name);
    if (markerExists) workbook.names.getItem(marker).delete();
    const comment = markerComment(scenario, liveTable(output.id));
    workbook.names.add(marker, markerFormula(name), comment).visible = false;
    sheet.showGridlines = false;
    sheet.tabColor = palette.tab;
  });
}

/** Fills a new sheet. */
export function newLiveActions(target: LiveTarget): Action[] {
  const { output, sheet: name, scenario } = target;
  return [
    action(({ workbook }) => dress(workbook.worksheets.getItem(name), output)),
    ...chartActions(target),
    cellsAction(target),
    ...printActions({ fitsOnePage: true }, { sheet: name, scenario }, headerRow),
  ];
}

/** Excel makes a chart of what stands in cells, and a block does not yet: its figures stand there until the chart has its series. */
function chartActions(target: LiveTarget): Action[] {
  const { output, sheet: name } = target;
  const { chart, block } = output;
  if (!chart || !block) return [];
  return [
    action((context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const cells = sheet.getRangeByIndexes(headerRow, 0, block.length, block[0]?.length ?? 1);
      cells.formulas = block.map((row) => row.map(resultInput));
      const drawn = drawChart(context, sheet, chart, sourceOf(target));
      // Where a bar has no part of a kind the block holds an empty text, which is drawn as a bar of no height: its edges alone would be seen.
      chart.series.forEach(({ role }, at) => {
        if (role !== "link") drawn.series.getItemAt(at).format.line.clear();
      });
      // Beside what is shown of the block: its other columns are hidden.
      const shown = output.widths.slice(0, output.hidden?.from ?? output.widths.length);
      drawn.left = shown.reduce((sum, characters) => sum + pointsOf(characters), chartGap);
      drawn.top = headerRow * rowHeight + chartGap;
      drawn.width = chartSize.width;
      drawn.height = chartSize.height;
      cells.clear("Contents");
    }, block),
  ];
}

/** In points. */
const chartSize = { width: 720, height: 330 };
const chartGap = 24;
const rowHeight = 15;

/** Writes a sheet that is there again: its own formats, widths and columns stay, what is written is put in anew. */
export function liveAgainActions(target: LiveTarget, hasChart: boolean): Action[] {
  const { output, sheet } = target;
  const { chart } = output;
  return [
    cellsAction(target),
    ...(chart && hasChart
      ? [
          action((context) => {
            const drawn = context.workbook.worksheets.getItem(sheet).charts.getItem(chartName);
            setSeries(context, drawn, chart, sourceOf(target));
          }),
        ]
      : []),
  ];
}

function cellsAction({ output, sheet }: LiveTarget): Action {
  const { cells } = output;
  return action(({ workbook }) => {
    const width = cells[0]?.length ?? 1;
    workbook.worksheets.getItem(sheet).getRangeByIndexes(0, 0, cells.length, width).formulas = cells;
  }, cells);
}

function sourceOf({ output: { block, chart }, sheet }: LiveTarget): BarSource {
  const header = (block?.[0] ?? []).map(String);
  return { sheet, row: headerRow, column: 0, header, rowCount: chart?.barCount ?? 0 };
}

function dress(sheet: Excel.Worksheet, { block, cells, widths, formats, hidden }: LiveSheet): void {
  const title = sheet.getRangeByIndexes(0, 0, 1, 1).format.font;
  title.set({ size: 14, bold: true, color: palette.heading });
  sheet.getRangeByIndexes(1, 0, 1, 1).format.font.color = palette.quiet;
  sheet.getRangeByIndexes(2, 0, 1, 1).format.font.set({ bold: true, color: palette.heading });
  const columns = block?.[0]?.length ?? cells[0]?.length ?? 1;
  const rows = (block?.length ?? cells.length - headerRow) + spareRows;
  widths.forEach((characters, column) => {
    sheet.getRangeByIndexes(headerRow, column, rows, 1).format.columnWidth = pointsOf(characters);
  });
  formats.forEach((format, column) => {
    if (format === "General") return;
    const below = sheet.getRangeByIndexes(headerRow + 1, column, rows - 1, 1);
    below.numberFormat = [[format]];
    sheet.getRangeByIndexes(headerRow, column, 1, 1).format.horizontalAlignment = "Right";
  });
  const headings = sheet.getRangeByIndexes(headerRow, 0, 1, columns).format;
  headings.font.bold = true;
  headings.wrapText = true;
  const rule = headings.borders.getItem("EdgeBottom");
  rule.style = "Continuous";
  rule.color = palette.quiet;
  if (hidden) sheet.getRangeByIndexes(headerRow, hidden.from, 1, hidden.count).columnHidden = true;
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, headerRow + 1, 1));
}

function pointsOf(characters: number): number {
  return characters * pointsPerCharacter + margin;
}

/** Of Excel's standard font, Calibri 11. */
const pointsPerCharacter = 5.25;
const margin = 6;
