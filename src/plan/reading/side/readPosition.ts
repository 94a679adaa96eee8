import { cellAddress } from "../../../cells/address";
import type { StatedPosition } from "../../plan";
import { agree } from "../cells/agree";
import { figure } from "../cells/figure";
import { shownScale } from "../cells/numberFormat";
import { readNumber } from "../cells/readCells";
import { findUnit } from "../cells/units";
import { findYear, type YearConvention } from "../cells/times/years";
import { firstColumnOf } from "../extent/headerRows";
import type { HeaderColumn } from "../extent/headerColumns";
import { isNoteText } from "../extent/rowNames";
import { ask, type Asking } from "../questions";
import { cellAt, formatAt } from "../sheetGrid";
import type { PlanUnits } from "../units/planUnits";
import type { Timeline } from "../years/timeline";
import { isBeforeSupport, isDeficitName, positionRow, signOfFullYear, type PositionRow } from "./positionWords";
import { headingCell, namesOf, rowName, sideAddress, type SideTable } from "./sideTable";

/** What a Position table says, with the cells that later questions are asked at. */
export interface PositionRead {
  position: StatedPosition;
  /** Of the full-year effects what savings bring. */
  fullYearSavings: number;
  reportedCell: string;
  fullYearCell: string;
}

/** Whether a table is one of a position: so named, with a row that says how a year ended and another that says what of it goes on. */
export function isPositionTable(table: SideTable): boolean {
  const kinds = table.rows.map((row) => positionRow(rowName(table, row)));
  const others = kinds.filter((kind) => kind !== null && kind !== "reported" && kind !== "total").length;
  if (!kinds.includes("reported") || amountColumns(table).length === 0) return false;
  return others > 1 || (others > 0 && namesOf(table).some((name) => /\bposition\b|\bunderlying\b/i.test(name)));
}

/** Null where it says no position of the base year; what is wrong or open is added to the findings. */
export function readPosition(
  table: SideTable,
  timeline: Timeline,
  units: PlanUnits,
  convention: YearConvention,
  asking: Asking,
): PositionRead | null {
  const column = columnOfBase(table, timeline, convention, asking);
  const rows = column && readRows(table, column, units, asking);
  if (!rows) return null;
  const reported = reportedOf(table, rows, asking);
  if (!reported) return null;
  const underlying = rows.filter(({ kind }) => kind === "underlying");
  const parts = partsOf(rows, signOfOnce(table, rows, reported.amount, underlying, asking));
  const position: StatedPosition = { source: sideAddress(table), reported: reported.amount, ...parts.position };
  checkUnderlying(position, underlying, rows, asking);
  return {
    position,
    fullYearSavings: parts.fullYearSavings,
    reportedCell: reported.cell,
    fullYearCell: rows.find(({ kind }) => kind === "fullYear")?.cell ?? reported.cell,
  };
}

interface Row {
  kind: PositionRow;
  name: string;
  cell: string;
  amount: number;
}

/** Columns of figures, in which the row names do not stand. */
function amountColumns({ header, rows }: SideTable): HeaderColumn[] {
  return header.columns.filter(
    ({ column }) =>
      column !== firstColumnOf(header) && rows.some((row) => typeof cellAt(header.grid, row, column) === "number"),
  );
}

/** The column of the base year; of several without a year the one that the user means. */
function columnOfBase(
  table: SideTable,
  { baseYear, firstStart }: Timeline,
  convention: YearConvention,
  asking: Asking,
): HeaderColumn | null {
  const columns = amountColumns(table);
  const yearOf = ({ full }: HeaderColumn) => findYear(full, convention)?.year ?? null;
  const isBase = (column: HeaderColumn): boolean => {
    const year = yearOf(column);
    return year?.kind === "fiscal" ? firstStart !== null && year.start === firstStart - 1 : year?.number === 0;
  };
  const ofBase = columns.filter(isBase);
  const open = ofBase.length > 0 ? ofBase : columns.filter((column) => yearOf(column) === null);
  const [first, second] = open;
  const cell = headingCell(table);
  if (!first) {
    const message =
      columns.length === 0
        ? "the Position table has no figures; a column with those of the base year is needed"
        : `the Position table says nothing of ${baseYear}, the year before the plan's first, so it was not used; a column of that year is needed`;
    asking.findings.push({ level: "warning", cell, message });
    return null;
  }
  if (!second) return first;
  const choices = Object.fromEntries(open.map(({ column, full }) => [String(column), full]));
  const chosen = ask(asking, {
    id: "positionColumn",
    cell,
    message: `several columns of the Position table may say how ${baseYear} ended; '${first.full}' was read`,
    choices,
    usual: String(first.column),
  });
  return open.find(({ column }) => String(column) === chosen) ?? first;
}

/** Null where a cell is wrong. */
function readRows(table: SideTable, { column, full }: HeaderColumn, units: PlanUnits, asking: Asking): Row[] | null {
  const { header } = table;
  const { grid } = header;
  const reader = { grid, findings: asking.findings };
  const unit = [full, ...[...header.titles].reverse(), header.columns[0]?.full ?? ""]
    .map(findUnit)
    .find((one) => one !== null);
  if (
    unit &&
    units.unit &&
    unit.currency !== units.unit.currency &&
    unit.currency !== "" &&
    units.unit.currency !== ""
  ) {
    const message = `the Position table is in ${unit.name} and the plan in ${units.unit.name}; one currency is needed`;
    asking.findings.push({ level: "error", cell: headingCell(table), message });
    return null;
  }
  const rows: Row[] = [];
  let isSound = true;
  for (const row of table.rows) {
    const name = rowName(table, row);
    const scale = shownScale(formatAt(grid, row, column)) * (unit ? units.scaleOfUnit(unit) : 1);
    const kind = positionRow(name);
    if (kind === null && typeof cellAt(grid, row, column) === "string") continue;
    const amount = readNumber(
      reader,
      row,
      { column },
      {
        needed: "an amount such as −4.2",
        scale,
        isAmount: true,
        scaleOfUnit: units.scaleOfUnit,
        mayBePending: true,
      },
    );
    if (amount === undefined) isSound = false;
    if (amount === undefined || amount === null || isNoteText(name)) continue;
    const cell = cellAddress(grid.sheet, row, column);
    const said = kind ?? askRow(name, cell, asking);
    if (said !== "total")
      rows.push({ kind: said, name, cell, amount: signedAsNamed(said, name, amount, cell, asking) });
  }
  return isSound ? rows : null;
}

/** What a row is whose name does not say it. */
function askRow(name: string, cell: string, asking: Asking): PositionRow {
  const chosen = ask(asking, {
    id: "positionRow",
    cell,
    message: `'${name}' in the Position table says neither that it does not come again nor that it comes in full only next year, and was left out`,
    choices: { total: "no part of it", once: "does not come again", fullYear: "comes in full from next year" },
    usual: "total",
  });
  return chosen;
}

/** "Deficit 4.0" is −4.0. */
function signedAsNamed(kind: PositionRow, name: string, amount: number, cell: string, { findings }: Asking): number {
  if ((kind !== "reported" && kind !== "underlying") || !isDeficitName(name) || amount <= 0) return amount;
  findings.push({ level: "warning", cell, message: `'${name}' ${figure(amount)} was read as a deficit of that size` });
  return -amount;
}

function reportedOf(table: SideTable, rows: readonly Row[], asking: Asking): Row | null {
  const reported = rows.filter(({ kind }) => kind === "reported");
  const [first, second] = reported;
  if (!first) {
    asking.findings.push({
      level: table.isGiven ? "error" : "warning",
      cell: headingCell(table),
      message:
        "the Position table has no row that says how the base year ended; one such as Reported position is needed",
    });
    return null;
  }
  if (!second) return first;
  const chosen = ask(asking, {
    id: "positionReported",
    cell: first.cell,
    message: `several rows of the Position table may say how the base year ended; '${first.name}' was read`,
    choices: Object.fromEntries(reported.map(({ cell, name }) => [cell, name])),
    usual: first.cell,
  });
  return reported.find(({ cell }) => cell === chosen) ?? first;
}

/**
 * By what rows that only say that something does not come again are times, to be what the position holds of it: 1 where they stand as it holds them, −1
 * where they stand as what is to be added. The underlying position says which, else the signs of the other rows; else the user.
 */
function signOfOnce(
  table: SideTable,
  rows: readonly Row[],
  reported: number,
  underlying: readonly Row[],
  asking: Asking,
): 1 | -1 {
  const once = rows.filter(({ kind, amount }) => kind === "once" && amount !== 0);
  const [first] = once;
  if (!first) return 1;
  if (underlying.length > 0) {
    const fits = ([1, -1] as const).filter((sign) => {
      const own = goesOn({ reported, ...partsOf(rows, sign).position });
      return underlying.some(({ amount }) => agree(own, amount, rows.length));
    });
    if (fits.length === 1 && fits[0]) return fits[0];
  }
  const tells = rows.flatMap(({ kind, amount }) =>
    amount === 0 || !["income", "savings", "costs"].includes(kind) ? [] : [kind === "costs" ? -amount : amount],
  );
  if (tells.length > 0 && tells.every((amount) => amount > 0)) return 1;
  if (tells.length > 0 && tells.every((amount) => amount < 0)) return -1;
  const chosen = ask(asking, {
    id: "positionOnce",
    cell: first.cell,
    message: `whether '${first.name}' ${figure(first.amount)} is what the position holds or what is to be added to it is open; the former was taken`,
    choices: { held: "the position holds it", added: "it is to be added" },
    usual: "held",
  });
  return chosen === "held" ? 1 : -1;
}

/** The rows added up; `sign` of those that say no more than that they do not come again. */
function partsOf(
  rows: readonly Row[],
  sign: 1 | -1,
): { position: Omit<StatedPosition, "source" | "reported">; fullYearSavings: number } {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const sizes = (kind: PositionRow): number => sum((row) => (row.kind === kind ? Math.abs(row.amount) : 0));
  const others = sign * sum(({ kind, amount }) => (kind === "once" ? amount : 0));
  const hasIncome = rows.some(({ kind }) => kind === "income") || others > 0;
  const fullYear = (row: Row): number => {
    const named = row.kind === "fullYear" ? signOfFullYear(row.name) : 0;
    return row.kind !== "fullYear" ? 0 : named === 0 ? row.amount : named * Math.abs(row.amount);
  };
  return {
    position: {
      nonRecurrentIncome: hasIncome ? sizes("income") + Math.max(0, others) : null,
      nonRecurrentSavings: sizes("savings"),
      nonRecurrentCosts: sizes("costs") + Math.max(0, -others),
      fullYearEffects: sum(fullYear),
    },
    fullYearSavings: sum((row) => (signOfFullYear(row.name) === 1 ? fullYear(row) : 0)),
  };
}

/** What of a position comes again, full-year effects included. */
export function goesOn(position: Omit<StatedPosition, "source">): number {
  const { reported, nonRecurrentIncome, nonRecurrentSavings, nonRecurrentCosts, fullYearEffects } = position;
  return reported - (nonRecurrentIncome ?? 0) - nonRecurrentSavings + nonRecurrentCosts + fullYearEffects;
}

/**
 * The table's own underlying positions are held against its rows: one may be that before full-year effects, or before deficit support. Alone the first
 * says how much does not come again.
 */
function checkUnderlying(
  position: StatedPosition,
  underlying: readonly Row[],
  rows: readonly Row[],
  { findings }: Asking,
): void {
  const own = goesOn(position);
  const warn = ({ cell }: Row, message: string): void => void findings.push({ level: "warning", cell, message });
  const isExplained = ({ name, amount }: Row): boolean =>
    agree(own, amount, rows.length) ||
    (underlying.length > 1 && agree(own - position.fullYearEffects, amount, rows.length)) ||
    (isBeforeSupport(name) && agree(position.reported - (position.nonRecurrentIncome ?? 0), amount, 2));
  const odd = underlying.filter((row) => !isExplained(row));
  const [first] = underlying;
  if (!first || odd.length === 0) return;
  if (rows.some(({ kind }) => kind !== "reported" && kind !== "underlying")) {
    for (const row of odd)
      warn(
        row,
        `'${row.name}' says ${figure(row.amount)} and the rows of the Position table come to ${figure(own)}; the rows were taken`,
      );
    return;
  }
  const once = own - first.amount;
  if (once > 0) position.nonRecurrentIncome = once;
  else position.nonRecurrentCosts = -once;
  warn(
    first,
    `the Position table lists nothing that does not come again, so that all of the ${figure(Math.abs(once))} between '${first.name}' and what was reported was taken as one-off ${once > 0 ? "income" : "cost"}`,
  );
  for (const row of odd.filter((one) => one !== first && !agree(one.amount, first.amount)))
    warn(row, `'${row.name}' says ${figure(row.amount)} and '${first.name}' ${figure(first.amount)}, which was taken`);
}
