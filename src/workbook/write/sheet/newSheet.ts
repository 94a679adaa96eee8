import type { OutputCell, OutputTable } from "../../../plan/report/outputTable";
import { resultInput, textInput, type CellInput } from "../../excel/cellInput";
import { columnWidths, followsFigures, isFigure, hasFilter, tallRows } from "../../excel/columnWidths";
import { formatBlocks, formatNumbers } from "../../excel/formatNumbers";
import { markerComment, markerFormula } from "../../own/ownSheets";
import { palette } from "./palette";
import { printActions } from "./printing";
import { writeAbove } from "./writeAbove";
import { bandsOf, action, type Action } from "../../excel/actions";
import type { TableContents } from "../table/tableChange";
import { emphasizeTotals } from "../table/totalRowLooks";
import { addTotals } from "../table/totalsRow";

/** A sheet that is about to be added. */
export interface NewSheet {
  sheet: string;
  tableName: string;
  marker: string;
  scenario: string;
  /** A hidden name of this marker is still there, of a sheet that the user has deleted or taken over. */
  markerExists: boolean;
}

/** Adds an empty sheet, marked as ours before anything else. All of a run are added before any is filled, as formulas may point from one to the other. */
export function sheetAdding(output: OutputTable, target: NewSheet): Action {
  return action((context) => {
    const sheet = context.workbook.worksheets.add(target.sheet);
    const { names } = context.workbook;
    if (target.markerExists) names.getItem(target.marker).delete();
    const comment = markerComment(target.scenario, output.id);
    names.add(target.marker, markerFormula(target.sheet), comment).visible = false;
    sheet.showGridlines = false;
    sheet.tabColor = palette.tab;
  });
}

/** Fills a sheet that was added with title, notes and table. */
export function newSheetActions(output: OutputTable, target: NewSheet): Action[] {
  const contents = withEmptyColumns(contentsOf(output), output.emptyColumns ?? []);
  const above = aboveOf(output);
  const headerRow = headerRowOf(output);
  const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem(target.sheet);
  const width = contents.header.length;
  return [
    action((context) => writeAbove(sheetOf(context), output, above), above),
    ...bandsOf([contents.header.map(textInput), ...contents.rows]).map(([first, rows]) =>
      action((context) => {
        sheetOf(context).getRangeByIndexes(headerRow + first, 0, rows.length, width).formulas = rows as unknown[][];
      }, rows),
    ),
    action(
      (context) => formatNumbers(sheetOf(context), headerRow + 1, 0, contents.numberFormats),
      formatBlocks(contents.numberFormats),
    ),
    action((context) => {
      const sheet = sheetOf(context);
      const area = sheet.getRangeByIndexes(headerRow, 0, contents.rows.length + 1, width);
      const table = sheet.tables.add(area, true);
      table.name = target.tableName;
      table.style = "TableStyleLight1";
      table.showFilterButton = hasFilter(output);
      const widths = columnWidths(output);
      for (const { from, count, points, wraps } of widths) {
        const columns = sheet.getRangeByIndexes(headerRow, from, contents.rows.length + 1, count);
        columns.format.columnWidth = points;
        if (wraps) columns.format.wrapText = true;
      }
      if (widths.some(({ wraps }) => wraps)) area.format.verticalAlignment = "Top";
      contents.header.forEach((_, column) => {
        if (!followsFigures(output, column)) return;
        const words = sheet.getRangeByIndexes(headerRow, column, contents.rows.length + 1, 1).format;
        words.horizontalAlignment = "Left";
        words.indentLevel = 1;
      });
      for (const { row, lines: needed } of tallRows(output)) {
        sheet.getRangeByIndexes(headerRow + 1 + row, 0, 1, 1).format.rowHeight = Math.min(needed * lineHeight, tallest);
      }
      hideColumns(sheet, headerRow, output);
      const lines = widths.some(({ headingWraps }) => headingWraps) ? 2 : 1;
      alignHeadings(sheet, headerRow, { ...output, header: contents.header }, lines);
      emphasizeTotals(sheet, headerRow + 1, 0, output);
      addTotals(table, output, target.tableName, [...output.header, ...(output.emptyColumns ?? []).map(() => null)]);
      // A page would fill the window.
      if (!output.page) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, headerRow + 1, 1));
    }),
    ...printActions(output, target, headerRow),
  ];
}

/** Row of the headings on a new sheet, with a blank one before it. */
export function headerRowOf(output: OutputTable): number {
  return aboveOf(output).length + 1;
}

/** With room for the user at the right. */
function withEmptyColumns(contents: TableContents, headings: readonly string[]): TableContents {
  return {
    header: [...contents.header, ...headings],
    rows: contents.rows.map((row) => [...row, ...headings.map(() => "")]),
    numberFormats: contents.numberFormats.map((row) => [...row, ...headings.map(() => "General")]),
  };
}

/** The result as the cells of its table. */
export function contentsOf({ header, rows, numberFormats, keyColumns }: OutputTable): TableContents {
  return {
    header,
    ...(keyColumns !== undefined && { keyColumns }),
    rows: rows.map((row) => header.map((_, column) => resultInput(row[column] ?? null))),
    // Text is kept text by the cell's own mark, so that a text format would only get in the way of later entries.
    numberFormats: rows.map((_, row) =>
      header.map((__, column) => {
        const format = numberFormats[row]?.[column] ?? "General";
        return format === "@" ? "General" : format;
      }),
    ),
  };
}

/**
 * Title and notes, or a page, from column A and the first row. In a sheet that is there, one of the rows above the table stays
 * free; what does not fit joins the last line of notes, and is left out of a page, whose rows have their places.
 */
export function aboveOf({ title, noteLines, page }: OutputTable, rowsAbove = Infinity): CellInput[][] {
  const room = Math.max(1, rowsAbove - 1);
  if (page) {
    const rows = [[title], ...page.rows.map(({ cells }) => cells)].slice(0, room);
    return rows.map((cells) => Array.from({ length: page.columnCount }, (_, at) => resultInput(cells[at] ?? null)));
  }
  const lines = [title, ...noteLines];
  const broken = [
    title,
    ...noteLines.flatMap((line): OutputCell[] => (typeof line === "string" ? inLines(line) : [line])),
  ];
  if (broken.length <= room) return broken.map((line) => [resultInput(line)]);
  const rest = lines.slice(room - 1).filter((line): line is string => typeof line === "string");
  const fitting = lines.length <= room ? lines : [...lines.slice(0, room - 1), rest.join(" · ")];
  return fitting.map((line) => [resultInput(line)]);
}

/** A note as lines that do not widen the printed page. */
function inLines(note: string): string[] {
  return note.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= lineLength) return [...lines, word];
    return [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** Headings of number columns stand over their numbers, in up to two lines. */
function alignHeadings(sheet: Excel.Worksheet, headerRow: number, output: OutputTable, lines: 1 | 2): void {
  const { header, rows } = output;
  const headings = sheet.getRangeByIndexes(headerRow, 0, 1, header.length).format;
  headings.wrapText = true;
  headings.rowHeight = lines * lineHeight + 2;
  headings.verticalAlignment = "Bottom";
  // The table's style shows in Excel only; these make the headings stand out in any program.
  headings.font.bold = true;
  const rule = headings.borders.getItem("EdgeBottom");
  rule.style = "Continuous";
  rule.color = palette.quiet;
  header.forEach((_, column) => {
    if (!rows.some((row) => isFigure(row[column] ?? null))) return;
    sheet.getRangeByIndexes(headerRow, column, 1, 1).format.horizontalAlignment = "Right";
  });
}

/** The columns that only draw the chart are there to be shown, and out of the way of figures and print. */
function hideColumns(sheet: Excel.Worksheet, headerRow: number, { header, hiddenColumns = [] }: OutputTable): void {
  const columns = hiddenColumns.map((heading) => header.indexOf(heading));
  if (columns.length === 0) return;
  const first = Math.min(...columns);
  sheet.getRangeByIndexes(headerRow, first, 1, Math.max(...columns) - first + 1).columnHidden = true;
}

/** Characters of a note in one line. */
const lineLength = 140;
/** Of Excel's standard font, in points. */
const lineHeight = 15;
/** Excel has no higher rows; what does not fit is read in the formula bar. */
const tallest = 409;
