import { barSeries } from "../../plan/report/bridge/barColumns";
import { valueAxisTitle } from "../../plan/report/bridge/bridgeTable";
import type { Breakdown } from "../../plan/breakdown";
import type { Block } from "../../plan/live/planBlocks";
import type { LiveBlock, LiveBreakdown } from "../../plan/live/liveBreakdown";
import { absolute } from "../../plan/live/references";
import { amountFormat, shareFormat } from "../../plan/report/numberFormats";
import type { OutputChart } from "../../plan/report/outputTable";
import { noteLinesOf } from "../../plan/report/tableIdentity";
import { textInput, type CellInput } from "../excel/cellInput";
import { liveFormula, type LivePlaces } from "./liveFormulas";
import { liveTitle, liveWords, type LiveSheetId } from "./liveTitles";

/** A sheet of a live breakdown: its cells from A1, of which the first cell of `headerRow` may spill, and how it looks. */
export interface LiveSheet {
  id: LiveSheetId;
  /** At most 31 characters. */
  title: string;
  cells: CellInput[][];
  /** What spills from the cell in the row of headings; on the sheet Reading nothing does. */
  block: Block | null;
  /** Columns of the widest part, as many characters wide each as they need. */
  widths: number[];
  /** Of each column under the headings, as far down as there is room to grow. */
  formats: string[];
  /** Columns that only draw the chart. */
  hidden: { from: number; count: number } | null;
  chart: OutputChart | null;
}

/** The row of the headings: under title, note and what says that there is no more room, and a blank one. */
export const headerRow = 4;
/** Rows under a block that have its formats too, and are in its chart. */
export const spareRows = 20;
const spareBars = 3;
const scenarioColumn = 8;
/** Rows of the user's own that the tables of the sheet Reading have room for. */
const spareNotes = 30;

/** The sheet of the Reading table and the scenario's, and where a formula finds them. */
export function readingSheet(live: LiveBreakdown): LiveSheet {
  const { reading, scenario } = live;
  const own = typeof scenario === "string" ? [] : scenario;
  const rows = Math.max(reading.length, own.length);
  const cells = (row: number): CellInput[] => [
    ...Array.from({ length: scenarioColumn - 1 }, (_, column) => input(reading[row]?.[column] ?? "")),
    ...(own.length > 0 ? ["", ...[0, 1, 2].map((column) => input(own[row]?.[column] ?? ""))] : []),
  ];
  return {
    id: "reading",
    title: liveTitle("reading", live.breakdown.scenario),
    cells: padded([
      [textInput(`${liveWords.reading.says}, ${live.breakdown.scenario}`)],
      ["The blocks read your tables by this; correct it here, or in the pane and write again."],
      [""],
      [""],
      ...Array.from({ length: rows }, (_, row) => cells(row)),
    ]),
    block: null,
    widths: [12, 14, 32, 22, 28, 12, 20, 3, 12, 28, 14],
    formats: [],
    hidden: null,
    chart: null,
  };
}

/** Where the tables of the sheet Reading stand, with room for rows of the user's. */
export function placesOn(sheet: string, live: LiveBreakdown): LivePlaces {
  const area = (column: number, columnCount: number, rows: number): string =>
    absolute({ sheet, row: headerRow, column, rowCount: rows + spareNotes, columnCount });
  const own = typeof live.scenario === "string" ? 1 : live.scenario.length;
  return { reading: area(0, 7, live.reading.length), scenario: area(scenarioColumn, 3, own) };
}

/** The sheet of a block. */
export function blockSheet(block: LiveBlock, live: LiveBreakdown, places: LivePlaces): LiveSheet {
  const { breakdown } = live;
  const [header = [], ...rows] = block.cells;
  const { says } = liveWords[block.id];
  const format = amountFormat(breakdown);
  const isText = (column: number): boolean => rows.every((row) => typeof row[column] !== "number");
  const chart = block.id === "bridge" ? chartOf(breakdown, block.cells) : null;
  return {
    id: block.id,
    title: liveTitle(block.id, breakdown.scenario),
    cells: [
      [textInput(`${says}, ${breakdown.scenario}`)],
      [textInput([...noteLinesOf(breakdown), "Follows your tables: one formula in A5."].join(" "))],
      [outgrown(block.cells)],
      [""],
      [liveFormula(block, live, places)],
    ],
    block: block.cells,
    widths: header.map((heading, column) => widthOf(String(heading), rows, column)),
    formats: header.map((heading, column) =>
      heading === "Share of gap" ? shareFormat : isText(column) ? "General" : `${format}`,
    ),
    hidden: chart ? { from: 2, count: header.length - 2 } : null,
    chart,
  };
}

/** Says that the block has more rows or columns than are dressed and charted. */
function outgrown(block: Block): string {
  const rows = block.length + spareRows;
  const columns = block[0]?.length ?? 0;
  return `=IF(OR(COUNTA(A${headerRow + 1}:A${headerRow + rows + 2000})>${rows},COUNTA(${headerRow + 1}:${headerRow + 1})>${columns}),"The block has outgrown its formats and its chart: write it again.","")`;
}

function widthOf(heading: string, rows: Block, column: number): number {
  const lengths = rows.map((row) => {
    const cell = row[column];
    // Letters are wider than the digits that a width counts in.
    return typeof cell === "number" ? 11 : Math.ceil(1.12 * String(cell ?? "").length) + 1;
  });
  return Math.min(46, Math.max(heading.length + 2, ...lengths));
}

function chartOf(breakdown: Breakdown, block: Block): OutputChart {
  const format = amountFormat(breakdown);
  const hasGap = (breakdown.summary.gap?.at(-1) ?? null) !== null;
  const year = breakdown.years.at(-1) ?? "";
  return {
    kind: "bridge",
    title: hasGap ? `From gap to remaining gap, ${year}` : `Savings, ${year}`,
    valueAxisTitle: valueAxisTitle(breakdown),
    numberFormat: format,
    categories: "Step",
    barCount: block.length - 1 + spareBars,
    // A block has no blanks, so that it has no lines from bar to bar, and a label of 0 shows nothing.
    series: barSeries(format, hasGap)
      .filter(({ role }) => role !== "link")
      .map((series) => ({ ...series, ...(series.labels !== undefined && { labels: `${series.labels};` }) })),
  };
}

function input(cell: string | number): CellInput {
  return typeof cell === "number" ? cell : textInput(cell);
}

function padded(cells: CellInput[][]): CellInput[][] {
  const width = Math.max(...cells.map((row) => row.length));
  return cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}
