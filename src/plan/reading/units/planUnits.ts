import { cellAddress } from "../../../cells/address";
import { textOf } from "../../../cells/cell";
import type { Finding } from "../../finding";
import { tableNames } from "../../tableKinds";
import { askPlainUnit, unitOfCells } from "./cellUnits";
import { cellsLeftOut } from "./otherCurrencies";
import { cellsOfNoMoney } from "./unitsOfNoMoney";
import { rowUnit, rowUnits, sectionUnit } from "./rowUnits";
import { rowsInPounds } from "./poundsInTexts";
import { shownScale } from "../cells/numberFormat";
import { cellAt, formatAt } from "../sheetGrid";
import {
  findPriceBasis,
  findUnit,
  isUnitText,
  priceBasisNamed,
  unstatedBasis,
  type PriceBasis,
  type Unit,
} from "../cells/units";
import type { YearConvention } from "../cells/times/years";
import { firstColumnOf, firstDataRow } from "../extent/headerRows";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import type { ReadOptions } from "../planReading";
import { ask, type Asking } from "../questions";

/** The unit of the whole plan, and by what each cell's amount is multiplied to reach it. */
export interface PlanUnits {
  unit: Unit | null;
  scaleOf: (table: OpenTable, column: MappedColumn, row: number) => number;
  /** Whether the sheet says the unit of a column: in its heading, a title, a row, a number format. */
  isStated: (table: OpenTable, column: MappedColumn) => boolean;
  /** Whether a cell's amount counts: one in another currency than the plan's does not. */
  countsAt: (table: OpenTable, column: MappedColumn, row: number) => boolean;
  /** Of an amount with a unit of its own. */
  scaleOfUnit: (unit: Unit) => number;
}

/**
 * Finds the plan's unit: the user's, else that of the spending, the funding, the register, from column headings before titles. Units are said by a
 * heading, a row under the headings, a title, a column, a category's label; a number format that divides by a thousand or a million counts. What is in
 * another multiple of the same currency is converted, with a warning.
 */
export function unitsOf(tables: OpenTable[], options: ReadOptions, findings: Finding[]): PlanUnits {
  const given = options.corrections?.unit;
  const saidBy = new Map(
    tables.map((table) => [table.header, unitsSaidBy(table, given === undefined ? { findings, options } : null)]),
  );
  const said = (table: OpenTable): SaidUnits => saidBy.get(table.header) ?? unitsSaidBy(table, null);
  const stated = tables.flatMap((table) => [
    ...savingsFirst(valueColumns(table)).map((column) => said(table).ofColumn(column)),
    titleUnit(table),
  ]);
  const byRow = tables.flatMap((table) => said(table).ofRows);
  const byFormat = tables.flatMap((table) => valueColumns(table).map((column) => said(table).ofFormat(column)));
  const find = (units: (Unit | null)[]): Unit | null =>
    units.find((one) => one !== null && one.scale > 1) ?? units.find((one) => one !== null) ?? null;
  const unit =
    (given === undefined ? null : findUnit(given)) ??
    stated.find((one) => one !== null) ??
    find(byRow) ??
    find(byFormat);
  // Of another currency it is asked, and read so only where the user says that the two are one.
  const factor = (own: Unit | null): number => (own && unit ? own.scale / unit.scale : 1);
  const columnFactors = new Map<MappedColumn, number>();
  const inPounds = new Map<MappedColumn, ReadonlySet<number>>();
  for (const table of tables) {
    for (const column of valueColumns(table)) {
      const cell = cellAddress(table.header.grid.sheet, column.row, column.column);
      const shown = said(table).formatScale(column);
      const own = said(table).ofColumn(column) ?? said(table).ofFormat(column);
      if (own && unit && own.currency !== unit.currency && own.currency !== "" && unit.currency !== "") {
        const message = `'${column.full}' is in ${own.name} and the plan in ${unit.name}; one currency is needed`;
        findings.push({ level: "error", cell, message });
        continue;
      }
      const scale = factor(own);
      if (shown !== 1) {
        const what = shown === 1e-3 ? "thousands" : shown === 1e-6 ? "millions" : "billions";
        findings.push({
          level: "warning",
          cell,
          message: `'${column.heading}' shows ${what} by its number format, and its amounts were read as they are shown`,
        });
      } else if (scale !== 1 && own && unit) {
        const how = scale < 1 ? `divided by ${thousands(unit.scale / own.scale)}` : `multiplied by ${thousands(scale)}`;
        findings.push({
          level: "warning",
          cell,
          message: `'${column.heading}' is in ${own.name} and the plan in ${unit.name}, so its amounts were ${how}`,
        });
      }
      columnFactors.set(column, scale);
      if (shown === 1) inPounds.set(column, rowsInPounds(table, column, own ?? unit, { findings, options }));
    }
  }
  for (const table of tables) {
    const column = columnOf(table.columns, "unit");
    if (!unit || said(table).ofRows.every((own) => factor(own) === 1)) continue;
    if (!column) {
      const [row, own] = otherSection(table, factor) ?? [];
      if (row === undefined || !own) continue;
      findings.push({
        level: "warning",
        cell: cellAddress(table.header.grid.sheet, row, table.key?.column ?? firstColumnOf(table.header)),
        message: `'${table.rows.sectionOf.get(row) ?? ""}' stands over amounts in ${own.name}, and the plan is in ${unit.name}, so that they were converted`,
      });
      continue;
    }
    const cell = cellAddress(table.header.grid.sheet, column.row, column.column);
    findings.push({
      level: "warning",
      cell,
      message: `'${column.heading}' gives each row's unit, and amounts in others than ${unit.name} were converted`,
    });
  }
  const asking = { findings, options };
  const leftOut = new Set(
    tables.flatMap((table) => [
      ...cellsLeftOut(table, inRowsCurrency(table), unit, (row) => rowUnit(table, row), asking),
      ...cellsOfNoMoney(table, amountColumns(table), unit, asking),
    ]),
  );
  return {
    unit,
    isStated: (table, column) =>
      said(table).ofColumn(column) !== null || said(table).ofRows.length > 0 || said(table).formatScale(column) !== 1,
    scaleOfUnit: factor,
    countsAt: ({ header }, { column }, row) =>
      leftOut.size === 0 || !leftOut.has(cellAddress(header.grid.sheet, row, column)),
    scaleOf: (table, column, row) => {
      if (unit && inPounds.get(column)?.has(row)) return 1 / unit.scale;
      const shown = shownScale(formatAt(table.header.grid, row, column.column));
      const own = said(table).rowsNameCurrency ? null : rowUnit(table, row);
      return shown * (own ? factor(own) : (columnFactors.get(column) ?? 1));
    },
  };
}

/** What a table says of its units: looked for once, since it may take all of the table's cells. */
interface SaidUnits {
  /** The heading's unit, else the title's. A bare "£" in a heading says no multiple, so that the title's £m stands. */
  ofColumn: (column: MappedColumn) => Unit | null;
  ofRows: readonly Unit[];
  /** A column says each row's currency, and the headings or titles the multiple. */
  rowsNameCurrency: boolean;
  /** The unit that a number format spells out: 0.0,,"m". */
  ofFormat: (column: MappedColumn) => Unit | null;
  formatScale: (column: MappedColumn) => number;
}

function unitsSaidBy(table: OpenTable, asking: Asking | null): SaidUnits {
  const stated = statedUnit(table);
  const amounts = amountColumns(table);
  const isStated = (column: MappedColumn): boolean => (ownUnit(table, column) ?? stated) !== null;
  const shown = stated
    ? null
    : ((asking && askPlainUnit(table, amounts, isStated, asking)) ?? unitOfCells(table, amounts));
  const rowsNameCurrency = namesCurrencyAlone(table, amounts, stated, asking);
  const scales = new Map(valueColumns(table).map((column) => [column, columnFormatScale(table, column)]));
  const formatScale = (column: MappedColumn): number => scales.get(column) ?? columnFormatScale(table, column);
  return {
    ofColumn: (column) => {
      if (["growth", "inflation", "demand"].includes(column.meaning) || column.yearKind === "growth") return null;
      const own = ownUnit(table, column);
      const titled = stated ?? (own ? null : shown);
      return !own || (own.scale === 1 && titled?.currency === own.currency) ? (titled ?? own) : own;
    },
    ofRows: rowsNameCurrency ? [] : rowUnits(table),
    rowsNameCurrency,
    ofFormat: (column) => formatUnit(table, column, formatScale(column)),
    formatScale,
  };
}

/** What the words around a table's cells say of their unit. */
function statedUnit(table: OpenTable): Unit | null {
  return titleUnit(table) ?? neighbourUnit(table) ?? headedUnit(table);
}

/** The first row of a register under a heading whose unit is not the plan's. */
function otherSection(table: OpenTable, factor: (own: Unit) => number): [row: number, own: Unit] | null {
  for (const row of table.rows.rows) {
    const own = sectionUnit(table, row);
    if (own && factor(own) !== 1) return [row, own];
  }
  return null;
}

/**
 * Whether a column such as Currency names each row's currency and no multiple, which the headings or the title say: "GBP" beside "Saving £k". Under a
 * heading such as Unit it is asked, since it may mean pounds.
 */
function namesCurrencyAlone(
  table: OpenTable,
  amounts: readonly MappedColumn[],
  stated: Unit | null,
  asking: Asking | null,
): boolean {
  const column = columnOf(table.columns, "unit");
  const rows = column ? rowUnits(table) : [];
  if (!column || rows.length === 0 || rows.some(({ scale, currency }) => scale !== 1 || currency === "")) return false;
  const multiple = [...amounts.map((one) => ownUnit(table, one)), stated].find((unit) => unit && unit.scale > 1);
  if (/\b(curr\w*|ccy)\b/i.test(column.full)) return true;
  if (!multiple || !asking) return false;
  const [{ name } = multiple] = rows;
  const taken = ask(asking, {
    id: "unitOfRows",
    cell: cellAddress(table.header.grid.sheet, column.row, column.column),
    level: "error",
    message: `'${column.heading}' says ${name} and the headings or titles say ${multiple.name}; say which the amounts are in`,
    choices: { headings: `in ${multiple.name}, as they are headed`, rows: `in ${name}, as '${column.heading}' says` },
    usual: "headings",
  });
  return taken === "headings";
}

/** The columns of amounts whose currency each row says: all but those that are headed with one of their own, "Saving (GBP)". */
function inRowsCurrency(table: OpenTable): MappedColumn[] {
  return amountColumns(table).filter(({ full }) => !/\b(gbp|eur|usd|sterling|euros?|dollars?)\b/i.test(full));
}

/** By what the number formats of a column divide: all of its numbers that are not 0. */
function columnFormatScale({ header, rows }: OpenTable, { column }: MappedColumn): number {
  const scales = new Set(
    rows.rows.flatMap((row) =>
      typeof cellAt(header.grid, row, column) === "number" && cellAt(header.grid, row, column) !== 0
        ? [shownScale(formatAt(header.grid, row, column))]
        : [],
    ),
  );
  const [only] = scales;
  return scales.size === 1 && only !== undefined ? only : 1;
}

function formatUnit({ header, rows }: OpenTable, { column }: MappedColumn, formatScale: number): Unit | null {
  if (formatScale === 1) return null;
  const format = rows.rows.map((row) => formatAt(header.grid, row, column)).find((one) => shownScale(one) !== 1) ?? "";
  const literal = [...format.matchAll(/"([^"]*)"|\\(.)/g)].map((match) => match[1] ?? match[2] ?? "").join("");
  const currency = /£|€|\$/.exec(format)?.[0] ?? "£";
  const scale = Math.round(1 / formatScale);
  return literal === ""
    ? null
    : (findUnit(`${currency}${literal.trim()}`) ?? { name: `${currency}${literal.trim()}`, currency, scale });
}

/** The price basis that all tables state or leave open; cash and real terms side by side are an error, but for tables of which a Prices table turns one. */
export function priceBasisOf(
  tables: OpenTable[],
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
  mayDiffer = false,
): PriceBasis {
  const given = options.corrections?.priceBasis;
  if (given !== undefined) return priceBasisNamed(given, convention);
  let all: Stated | null = null;
  for (const table of tables) {
    const before: Stated | null = mayDiffer ? null : all;
    const own: Stated | "differ" | null = statedBasis(table, convention, before, findings);
    if (own === "differ") return (before ?? all)?.basis ?? unstatedBasis;
    if (own && (!all || !mayDiffer || (all.basis.name === "real" && own.basis.prices === "real"))) all = own;
  }
  return all?.basis ?? unstatedBasis;
}

interface Stated {
  basis: PriceBasis;
  cell: string;
  whole: string;
}

/** The basis that a table states, on top of what was stated before it. */
export function statedBasis(table: OpenTable, convention: YearConvention): Stated | null;
export function statedBasis(
  table: OpenTable,
  convention: YearConvention,
  before: Stated | null,
  findings: Finding[],
): Stated | null | "differ";
export function statedBasis(
  table: OpenTable,
  convention: YearConvention,
  before: Stated | null = null,
  findings: Finding[] = [],
): Stated | null | "differ" {
  let stated = before;
  for (const { text, cell, whole } of statements(table)) {
    const basis = findPriceBasis(text, convention);
    if (!basis) continue;
    if (!stated) stated = { basis, cell, whole };
    else if (stated.basis.name === "real" && basis.prices === "real") stated = { ...stated, basis };
    else if (basis.prices !== stated.basis.prices || (basis.name !== stated.basis.name && basis.name !== "real")) {
      const message = `${whole} is in ${basisText(basis)} and ${stated.whole} in ${basisText(stated.basis)}; without a Prices table all amounts are to be on one price basis`;
      findings.push({ level: "error", cell, message });
      return "differ";
    }
  }
  return stated;
}

/** Titles before headings: each text that may state a price basis. */
function statements(table: OpenTable): { text: string; cell: string; whole: string }[] {
  const { header, kind } = table;
  const top = cellAddress(header.grid.sheet, header.top, firstColumnOf(header));
  const name = `the ${tableNames[kind]} table`;
  return [
    ...header.titles.map((text) => ({ text, cell: top, whole: name })),
    ...(header.table ? [{ text: header.table.name.replace(/_/g, " "), cell: top, whole: name }] : []),
    ...valueColumns(table).map((column) => ({
      text: column.full,
      cell: cellAddress(header.grid.sheet, column.row, column.column),
      whole: `'${column.heading}'`,
    })),
  ];
}

const valueMeanings = new Set(
  (
    "base growth inflation demand year month quarter saving inYear fullYearEffect plan recurrentSaving nonRecurrentSaving cashSaving nonCashSaving netSaving grossSaving registerTotal " +
    "baselineCost investment runningCost doubleRunning"
  ).split(" "),
);

function valueColumns({ columns }: OpenTable): MappedColumn[] {
  return columns.filter(({ meaning }) => valueMeanings.has(meaning));
}

function amountColumns(table: OpenTable): MappedColumn[] {
  return valueColumns(table).filter(({ meaning }) => !["growth", "inflation", "demand"].includes(meaning));
}

/** What is spent and saved says the plan's unit before what it costs to save it. */
function savingsFirst(columns: MappedColumn[]): MappedColumn[] {
  const isCost = ({ meaning }: MappedColumn): boolean => costs.has(meaning);
  return [...columns.filter((column) => !isCost(column)), ...columns.filter(isCost)];
}

const costs = new Set(["investment", "runningCost", "doubleRunning", "baselineCost"]);

function ownUnit(table: OpenTable, column: MappedColumn): Unit | null {
  return findUnit(column.full) ?? unitBelow(table, column);
}

/** The unit that all columns of a table that say one agree on: months beside a total in £k are in £k. */
function neighbourUnit(table: OpenTable): Unit | null {
  const stated = valueColumns(table).flatMap((column) => ownUnit(table, column) ?? []);
  const [first] = stated;
  return first && stated.every(({ name }) => name === first.name) ? first : null;
}

/** A heading anywhere in the table that holds a unit and nothing else. */
function headedUnit({ columns }: OpenTable): Unit | null {
  const alone = columns.find(({ heading }) => heading !== "" && isUnitText(heading) && findUnit(heading));
  return alone ? findUnit(alone.heading) : null;
}

/** The unit in a row under the headings that holds nothing else. */
function unitBelow({ header, rows }: OpenTable, { column }: MappedColumn): Unit | null {
  const row = firstDataRow(header);
  return rows.leftOut.some((one) => one.row === row) ? findUnit(textOf(cellAt(header.grid, row, column))) : null;
}

/** The unit in a title, or in the heading over the rows' names: "Savings target £m" beside years. */
function titleUnit({ header, key, kind, columns }: OpenTable): Unit | null {
  for (const title of [...header.titles].reverse()) {
    const unit = findUnit(title);
    if (unit) return unit;
  }
  const names = key ?? (kind === "levers" ? undefined : columns[0]);
  return names ? findUnit(names.full) : null;
}

export function basisText({ prices, name }: PriceBasis): string {
  if (prices === "cash") return "cash";
  return name === "real" ? "real terms" : name.replace("real, ", "real terms at ");
}

function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
