import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import { firstColumnOf } from "./headerRows";
import type { OpenTable } from "./openTable";
import type { ReadOptions } from "./planReading";
import type { MappedColumn } from "./tableColumns";
import { tableNames } from "../tableKinds";
import { findPriceBasis, findUnit, priceBasisNamed, unstatedBasis, type PriceBasis, type Unit } from "./units";
import type { YearConvention } from "./years";

/** The unit of the whole plan, and by what each column's amounts are multiplied to reach it. */
export interface PlanUnits {
  unit: Unit | null;
  scaleOf: (table: OpenTable, column: MappedColumn) => number;
}

/**
 * Finds the plan's unit: the user's, else that of the spending, the funding, the levers, from column headings before titles. A column in another
 * multiple of the same currency is converted, with a warning.
 */
export function unitsOf(tables: OpenTable[], options: ReadOptions, findings: Finding[]): PlanUnits {
  const given = options.corrections?.unit;
  const stated = tables.flatMap((table) => [
    ...valueColumns(table).map((column) => columnUnit(table, column)),
    titleUnit(table),
  ]);
  const unit = (given === undefined ? null : findUnit(given)) ?? stated.find((one) => one !== null) ?? null;
  const scales = new Map<MappedColumn, number>();
  for (const table of tables) {
    for (const column of valueColumns(table)) {
      const own = columnUnit(table, column);
      if (!own || !unit || (own.currency === unit.currency && own.scale === unit.scale)) continue;
      const cell = cellAddress(table.header.grid.sheet, column.row, column.column);
      if (own.currency !== unit.currency && own.currency !== "" && unit.currency !== "") {
        findings.push({
          level: "error",
          cell,
          message: `'${column.full}' is in ${own.name} and the plan in ${unit.name}; one currency is needed`,
        });
        continue;
      }
      const scale = own.scale / unit.scale;
      if (scale === 1) continue;
      scales.set(column, scale);
      const how = scale < 1 ? `divided by ${thousands(unit.scale / own.scale)}` : `multiplied by ${thousands(scale)}`;
      findings.push({
        level: "warning",
        cell,
        message: `'${column.heading}' is in ${own.name} and the plan in ${unit.name}, so its amounts were ${how}`,
      });
    }
  }
  return { unit, scaleOf: (_, column) => scales.get(column) ?? 1 };
}

/** The price basis that all tables state or leave open; cash and real terms side by side are an error. */
export function priceBasisOf(
  tables: OpenTable[],
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
): PriceBasis {
  const given = options.corrections?.priceBasis;
  if (given !== undefined) return priceBasisNamed(given, convention);
  let basis: PriceBasis = unstatedBasis;
  let where = "";
  for (const table of tables) {
    for (const { text, cell, whole } of statements(table)) {
      const stated = findPriceBasis(text, convention);
      if (!stated) continue;
      if (basis.prices === "unstated" || (basis.name === "real" && stated.prices === "real")) {
        if (basis.prices === "unstated") where = whole;
        basis = stated;
      } else if (stated.prices !== basis.prices || (stated.name !== basis.name && stated.name !== "real")) {
        const message = `${whole} is in ${basisText(stated)} and ${where} in ${basisText(basis)}; without a Prices table all amounts are to be on one price basis`;
        findings.push({ level: "error", cell, message });
        return basis;
      }
    }
  }
  return basis;
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

const valueMeanings = new Set(["base", "growth", "year", "saving", "investment", "runningCost", "doubleRunning"]);

function valueColumns({ columns }: OpenTable): MappedColumn[] {
  return columns.filter(({ meaning }) => valueMeanings.has(meaning));
}

/** The heading's unit, else the title's. A bare "£" in a heading says no multiple, so that the title's £m stands. */
function columnUnit(table: OpenTable, column: MappedColumn): Unit | null {
  if (column.meaning === "growth" || column.yearKind === "growth") return null;
  const own = findUnit(column.full);
  const titled = titleUnit(table);
  if (!own || (own.scale === 1 && titled?.currency === own.currency)) return titled ?? own;
  return own;
}

function titleUnit({ header }: OpenTable): Unit | null {
  for (const title of [...header.titles].reverse()) {
    const unit = findUnit(title);
    if (unit) return unit;
  }
  return null;
}

function basisText({ prices, name }: PriceBasis): string {
  if (prices === "cash") return "cash";
  return name === "real" ? "real terms" : name.replace("real, ", "real terms at ");
}

function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
}
