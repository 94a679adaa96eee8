import type { NameContent, SheetContent, StyleContent } from "@workbooks/xlsx/content";
import { openedChart, type Chart } from "../charts/chart";
import { redirect } from "../charts/chartReferences";
import { contains, lastRowCount } from "../address";
import { movedFormula, type ReferenceChange } from "../formulas/references";
import type { CellEdit, Sheet } from "../sheet";
import { eachColumn, widthInPixels } from "./openContent";
import type { Workbook } from "../workbook";

/** Sheets to be added to a workbook, with what they lean on where they come from. */
interface SheetsToAdd {
  sheets: SheetContent[];
  styles: StyleContent[];
  /** A name's `sheet` counts in `sheets`. */
  names: NameContent[];
  /** Sheets of another workbook that stay there, so that references to them lead nowhere; null for sheets of this one. */
  leftBehind: string[] | null;
}

/** Adds sheets with all that is known of them, behind the others. Names that are taken get a number: "Plan (2)". */
export function addSheets(workbook: Workbook, { sheets, styles, names, leftBehind }: SheetsToAdd): Sheet[] {
  const added = sheets.map((content) => ({ content, sheet: workbook.addSheet(freeName(workbook, content.name)) }));
  const renamed = added.flatMap(({ content, sheet }) => tableNames(workbook, content, sheet));
  // The last first: a sheet that comes may be called what another that comes is now called.
  const sheetMoves: ReferenceChange[] = added
    .map(({ content, sheet }) => ({ kind: "renamed" as const, sheet: content.name, to: sheet.name }))
    .reverse();
  const gone: ReferenceChange[] = (leftBehind ?? []).map((sheet) => ({ kind: "sheetDeleted", sheet }));
  // On a copy in the same workbook, a reference by the sheet's name still means that sheet.
  const moves = [...renamed, ...(leftBehind === null ? [] : [...gone, ...sheetMoves])];
  for (const { content, sheet } of added) fill(workbook, sheet, content, styles, moves);
  for (const name of names) {
    const own = name.sheet === null ? null : (added[name.sheet] ?? null);
    // A sheet's own name means the sheet's own cells, on the copy too.
    const rename = own ? [{ kind: "renamed" as const, sheet: own.content.name, to: own.sheet.name }] : [];
    const formula = moved(name.formula, [...rename, ...moves], own?.content.name ?? "");
    const id = own?.sheet.id ?? null;
    if (!workbook.names.inScope(id).some((each) => each.name.toLowerCase() === name.name.toLowerCase()))
      workbook.names.adopt({ ...name, formula, sheet: id });
  }
  return added.map(({ sheet }) => sheet);
}

/** Puts the sheet's tables in, so that formulas find them; a name that is taken gets a number, as in Excel: "Costs2". */
function tableNames(workbook: Workbook, content: SheetContent, sheet: Sheet): ReferenceChange[] {
  return content.tables.flatMap((table) => {
    let name = table.name;
    for (let n = 2; workbook.tables.find(name) || workbook.names.find(name, null); n++) name = `${table.name}${n}`;
    workbook.tables.adopt(sheet.id, { ...table, name, partId: null });
    return name === table.name ? [] : [{ kind: "tableRenamed" as const, table: table.name, to: name }];
  });
}

function fill(
  workbook: Workbook,
  sheet: Sheet,
  content: SheetContent,
  styles: StyleContent[],
  moves: ReferenceChange[],
): void {
  for (const { from, to, width, hidden, style } of eachColumn(content.columns)) {
    const count = to - from + 1;
    if (width !== null) sheet.setColumnWidth(from, count, widthInPixels(width) * 0.75);
    if (hidden) sheet.hideColumns(from, count, true);
    const look = style === null ? undefined : styles[style];
    if (look) sheet.format({ row: 0, column: from, rowCount: lastRowCount, columnCount: count }, look);
  }
  sheet.write(cellEdits(content, styles, moves));
  for (const [row, { height, hidden }] of content.rows) {
    if (height !== null) sheet.setRowHeight(row, 1, height);
    if (hidden) sheet.hideRows(row, 1, true);
  }
  if (content.merges.length > 0) sheet.changeMerges([], content.merges);
  if (content.frozen.rows > 0 || content.frozen.columns > 0) sheet.freeze(content.frozen.rows, content.frozen.columns);
  if (!content.showGridlines) sheet.setGridlines(false);
  if (content.tabColor) sheet.setTabColor(content.tabColor);
  sheet.charts.push(...content.charts.map((chart) => copiedChart(workbook, sheet, content.name, chart)));
  sheet.protection = content.protection;
  sheet.page = content.page ?? {};
  workbook.emit({ kind: "tables", sheet: sheet.id });
  workbook.emit({ kind: "charts", sheet: sheet.id });
}

function cellEdits(content: SheetContent, styles: StyleContent[], moves: ReferenceChange[]): CellEdit[] {
  const arrays = [...content.cells.values()].flatMap((cells) =>
    [...cells.values()].flatMap(({ array }) => array ?? []),
  );
  return [...content.cells].flatMap(([row, cells]) =>
    [...cells].map(([column, { value, formula, style }]) => {
      const isSpilled = formula === undefined && arrays.some((array) => contains(array, row, column));
      const look = style === 0 ? {} : { style: styles[style] ?? {} };
      if (formula !== undefined) return { row, column, formula: `=${moved(formula, moves, content.name)}`, ...look };
      return { row, column, ...(isSpilled ? {} : { value }), ...look };
    }),
  );
}

/** A chart of its own, over the copied sheet's cells. */
function copiedChart(workbook: Workbook, sheet: Sheet, source: string, chart: SheetContent["charts"][number]): Chart {
  const own = (reference: string) =>
    movedFormula(reference, { kind: "renamed", sheet: source, to: sheet.name }, source);
  const copy = { ...openedChart(chart, workbook.charts.newId()), partId: null };
  for (const series of copy.series) redirect(series, own);
  return copy;
}

function moved(formula: string, moves: ReferenceChange[], home: string): string {
  return moves.reduce((text, move) => movedFormula(text, move, home), formula);
}

function freeName(workbook: Workbook, wanted: string): string {
  if (!workbook.findSheet(wanted)) return wanted;
  let n = 2;
  const numbered = () => `${wanted.slice(0, 31 - ` (${n})`.length)} (${n})`;
  while (workbook.findSheet(numbered())) n++;
  return numbered();
}
