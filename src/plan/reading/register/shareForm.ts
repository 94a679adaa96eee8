import { cellAddress } from "../../../cells/address";
import { readNumber, type CellReader } from "../cells/readCells";
import { isPercentFormat } from "../cells/shownCell";
import { saysShare } from "../meaning/years/shareSeries";
import { ask } from "../questions";
import { cellAt, formatAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";
import type { RegisterContext, RegisterTable } from "./registerContext";

/** Shares by year of a full-year amount. */
export interface ShareForm {
  columns: MappedColumn[];
  /** The amount that they are shares of. */
  of: MappedColumn;
  /** What is in place in a year, or what is added in it to the years before. */
  hold: "inPlace" | "added";
}

/** The shares of a register beside the amount that they are of; null where there are none, or the user says that they are amounts. */
export function shareFormOf(
  table: RegisterTable,
  context: RegisterContext,
  columns: MappedColumn[],
  of: MappedColumn | undefined,
): ShareForm | null {
  if (columns.length === 0 || !of || areAmounts(table, context, columns, of)) return null;
  return { columns, of, hold: sharesHold(table, context, columns) };
}

/** Plain numbers that nothing but their size tells from amounts are asked. */
function areAmounts(
  { header, rows }: RegisterTable,
  context: RegisterContext,
  columns: readonly MappedColumn[],
  of: MappedColumn,
): boolean {
  const isSaid = columns.some(
    (column) =>
      column.origin === "user" ||
      saysShare(column.full) ||
      rows.rows.some((row) =>
        isPercent(cellAt(header.grid, row, column.column), formatAt(header.grid, row, column.column)),
      ),
  );
  const [first] = columns;
  if (isSaid || !first) return false;
  const choice = ask(context, {
    id: "sharesOrAmounts",
    cell: cellAddress(header.grid.sheet, first.row, first.column),
    message: `the numbers by year come to 1 or end at 1, as shares of '${of.heading}' do, and were read as such; format them as percentages to say so`,
    choices: { shares: `shares of '${of.heading}'`, amounts: "amounts" },
    usual: "shares",
  });
  return choice === "amounts";
}

function isPercent(value: unknown, format: string): boolean {
  return typeof value === "string" ? value.includes("%") : isPercentFormat(format);
}

/** Shares that come to 100% in every row, without all being in place at the end, may be what each year adds. */
function sharesHold(
  table: RegisterTable,
  context: RegisterContext,
  columns: readonly MappedColumn[],
): ShareForm["hold"] {
  const { header, rows } = table;
  const quiet: CellReader = { grid: header.grid, findings: [] };
  const figures = rows.rows
    .map((row) => columns.map((column) => readNumber(quiet, row, column, { needed: "" }) ?? 0))
    .filter((shares) => shares.some((share) => share !== 0));
  const whole = figures.flat().some((share) => share > 1) ? 100 : 1;
  const comesToAll = (shares: readonly number[]): boolean =>
    Math.abs(shares.reduce((sum, share) => sum + share, 0) - whole) < whole / 200;
  const endsAtAll = (shares: readonly number[]): boolean =>
    Math.abs((shares[shares.length - 1] ?? 0) - whole) < whole / 200;
  const [first] = columns;
  const isInPlace = columns.some(({ full }) => /\bin place\b|\bcum(ulative)?\b/i.test(full));
  if (!first || isInPlace || !figures.every(comesToAll) || figures.every(endsAtAll)) return "inPlace";
  return ask(context, {
    id: "shareSteps",
    cell: cellAddress(header.grid.sheet, first.row, first.column),
    level: "error",
    message:
      "the shares of every row come to 100%; they may be what is in place in each year, or what each year adds to those before; say which: it changes every total",
    choices: { inPlace: "in place in each year", added: "added in each year" },
    usual: "added",
  });
}
