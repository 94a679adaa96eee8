import { cellAddress } from "../../../cells/address";
import { sameName } from "../../../cells/names";
import type { WorkbookShape } from "../../excel/workbookShape";
import { askForChartSources, type ChartSources } from "../chart/chartSources";
import type { OutputSheet } from "../inspectOutputs";
import { pointersOf, tableColumnsNamed } from "./pointers";
import type { TableChange } from "../table/tableChange";
import type { SheetContents } from "../sheet/sheetContents";
import { movesAnything, tableMoves, type TableMoves } from "../table/tableMoves";

/** A formula of the user's that would no longer show what it shows. */
interface BrokenFormula {
  sheet: string;
  row: number;
  column: number;
  formula: string;
}

/** A name of the user's; `sheet` is "" where it is one of the whole workbook. */
interface BrokenName {
  name: string;
  sheet: string;
  formula: string;
}

/** "the name BestLever", "the chart Savings on Notes". */
export function othersBroken({ names, charts }: Pick<Breakage, "names" | "charts">): string[] {
  return [
    ...names.map(({ name, sheet }) => (sheet === "" ? `the name ${name}` : `the name ${name} of ${sheet}`)),
    ...charts.map(({ chart, sheet }) => `the chart ${chart} on ${sheet}`),
  ];
}

/** What of the user's a run would break or take away. */
export interface Breakage {
  formulas: BrokenFormula[];
  names: BrokenName[];
  charts: ChartSources[];
  /** Addresses of cells in columns of the user's own, in rows that go. */
  lost: string[];
  /** Addresses of cells beside a table, in rows of it, that would stand beside another row. */
  misplaced: string[];
}

/**
 * The user's formulas, names and charts that point at rows or columns which a run takes out, or that would come to mean other
 * ones. `sheets`: what all sheets hold, where rows or columns come or go.
 */
export async function breakageOf(
  context: Excel.RequestContext,
  targets: readonly { now: OutputSheet | null; change: TableChange | null }[],
  shape: WorkbookShape,
  sheets: readonly SheetContents[],
): Promise<Breakage> {
  const changing = targets.flatMap(({ now, change }) =>
    now && change && movesAnything(change) ? [{ now, change }] : [],
  );
  if (changing.length === 0) return { formulas: [], names: [], charts: [], lost: [], misplaced: [] };
  const moves = changing.map(({ now, change }) => {
    const cells = sheets.find(({ sheet }) => sheet === now.sheet);
    return tableMoves(now, change, cells ?? { area: { row: 0, column: 0, rowCount: 0, columnCount: 0 }, formulas: [] });
  });
  const formulas = sheets.flatMap(({ sheet, formulas: lines, area }) =>
    lines.flatMap((line, r) =>
      line.flatMap((formula, c): BrokenFormula[] => {
        if (typeof formula !== "string" || !formula.startsWith("=")) return [];
        const cell = { sheet, row: area.row + r, column: area.column + c, formula };
        return !moves.some((table) => isOursOf(table, cell)) && moves.some((table) => breaks(table, cell))
          ? [cell]
          : [];
      }),
    ),
  );
  const markers = new Set(shape.ownSheets.map(({ marker }) => marker));
  const ofWorkbook = shape.names.map(({ name, formula }): BrokenName => ({ name, formula, sheet: "" }));
  const names = [...ofWorkbook, ...sheets.flatMap((each) => each.names)].filter(
    ({ name, sheet, formula }) =>
      !markers.has(name) && moves.some((table) => breaks(table, outsideCells(sheet, formula))),
  );
  const charts = (await askForChartSources(context, shape)).filter(({ sheet, series }) =>
    series
      .flatMap(({ categories, values }) => [categories, values])
      .some((formula) => moves.some((table) => breaks(table, outsideCells(sheet, formula)))),
  );
  const lost = moves.flatMap(({ sheet, lost: cells }) =>
    cells.map(({ row, column }) => cellAddress(sheet, row, column)),
  );
  const broken = new Set(formulas.map(({ sheet, row, column }) => cellAddress(sheet, row, column)));
  const misplaced = moves.flatMap((table) => misplacedBeside(table, sheets)).filter((address) => !broken.has(address));
  return { formulas, names, charts, lost, misplaced };
}

/** What the user keeps beside the table, apart from it: rows of the table that come or go take no cell along that is not theirs. */
function misplacedBeside(table: TableMoves, sheets: readonly SheetContents[]): string[] {
  const on = sheets.find(({ sheet }) => sameName(sheet, table.sheet));
  if (!on) return [];
  const { formulas, area } = on;
  return formulas.flatMap((line, r) =>
    line.flatMap((cell, c) => {
      const [row, column] = [area.row + r, area.column + c];
      return cell !== "" && cell !== null && table.misleadsBeside(row, column)
        ? [cellAddress(table.sheet, row, column)]
        : [];
    }),
  );
}

/** A formula that stands in no cell: of a name, of a chart. */
function outsideCells(sheet: string, formula: string): BrokenFormula {
  return { sheet, row: -1, column: -1, formula };
}

function isOursOf(table: TableMoves, { sheet, row, column }: BrokenFormula): boolean {
  return sameName(sheet, table.sheet) && table.isOurs(row, column);
}

function breaks(table: TableMoves, { sheet: on, row, column, formula }: BrokenFormula): boolean {
  const isThere = sameName(on, table.sheet);
  const lower = formula.toLowerCase();
  const namesTable = lower.includes(table.tableName.toLowerCase());
  if (!isThere && !namesTable && !lower.replaceAll("''", "'").includes(table.sheet.toLowerCase())) return false;
  const named = namesTable ? tableColumnsNamed(formula, table.tableName) : { columns: [], ofThisRow: false };
  return (
    named.columns.some((name) => table.headingsGone.some((heading) => sameName(heading, name))) ||
    (named.ofThisRow && isThere && table.misleadsBeside(row, column)) ||
    pointersOf(formula, on).some(
      (pointer) => sameName(pointer.sheet, table.sheet) && table.misleads(pointer, isThere ? row : null),
    )
  );
}
