import { cellAddress } from "../../../cells/address";
import type { Finding } from "../../finding";
import { cellAt, formatAt } from "../sheetGrid";
import { isPercentFormat } from "../cells/shownCell";
import { orderOf } from "../cells/times/years";
import type { HeaderRow } from "../extent/headerRows";
import { amountsThatGrow } from "./amountsThatGrow";
import { columnOf, type MappedColumn } from "../tableColumn";

/** How the years of a table are given; "oneRate" is one growth, or inflation and demand, for all years. */
export type YearForm = "growth" | "amount" | "oneRate" | "none";

interface SettledYears {
  columns: MappedColumn[];
  form: YearForm;
  findings: Finding[];
}

/**
 * Decides for each year column whether it holds growth or amounts: growth if headed so, percent-formatted, or all below 1 in size; else amounts. Growth
 * beside the amounts of its year is left to check them. Amounts before nothing but growth are the base. A mixture is an error.
 */
export function settleYears(header: HeaderRow, given: readonly MappedColumn[], rows: readonly number[]): SettledYears {
  const rate = columnOf(given, "growth") ?? columnOf(given, "inflation") ?? columnOf(given, "demand");
  let columns = given.map((column) =>
    column.meaning === "year" ? { ...column, yearKind: kindOfYear(header, column, given, rows) } : column,
  );
  const yearsOf = (): MappedColumn[] =>
    columns.filter(({ meaning }) => meaning === "year").sort((a, b) => orderOf(a) - orderOf(b));
  if (yearsOf().length === 0) return { columns, form: rate ? "oneRate" : "none", findings: [] };
  const hasAmount = new Set(
    yearsOf()
      .filter(({ yearKind }) => yearKind === "amount")
      .map(orderOf),
  );
  columns = columns.map((column) =>
    column.meaning === "year" && column.yearKind === "growth" && hasAmount.has(orderOf(column))
      ? {
          ...column,
          meaning: "ignored",
          sureness: "ignored" as const,
          why: "gives the growth to amounts that stand beside it",
        }
      : column,
  );
  const grows = columnOf(columns, "base") ? null : amountsThatGrow(yearsOf(), rate !== undefined);
  if (grows) {
    const asBase = (column: MappedColumn): MappedColumn =>
      column === grows
        ? { ...column, meaning: "base", why: "holds the amounts that grow" }
        : column.meaning === "year" && column.yearKind === "amount"
          ? { ...column, meaning: "ignored", sureness: "ignored", why: `stands beside '${grows.full}', which grows` }
          : column;
    columns = columns.map(asBase);
    if (yearsOf().length === 0) return { columns, form: "oneRate", findings: [] };
  }
  const years = yearsOf();
  const findings: Finding[] = [];
  const odd = years.find(({ yearKind }) => yearKind !== years[0]?.yearKind);
  const holds = (column: MappedColumn | undefined): string => (column?.yearKind === "growth" ? "growth" : "amounts");
  if (odd) {
    const message = `'${odd.heading}' holds ${holds(odd)} and '${years[0]?.heading}' ${holds(years[0])}; all year columns are to hold the same`;
    findings.push({ level: "error", cell: cellAddress(header.grid.sheet, odd.row, odd.column), message });
  } else if (rate && years[0]?.yearKind === "growth") {
    const message = `'${rate.heading}' gives one growth rate and the year columns give growth too; leave one of the two out`;
    findings.push({ level: "error", cell: cellAddress(header.grid.sheet, rate.row, rate.column), message });
  }
  return { columns, form: years[0]?.yearKind === "growth" ? "growth" : "amount", findings };
}

/**
 * Which year column is the base year of a table without a base: the one of the base year where that is known; else the last one headed actual, outturn,
 * current or base; else the first, where the register begins the year after it. Years before it are history and take no part.
 */
export function settleBase(
  columns: readonly MappedColumn[],
  baseYear: number | null,
  registerBegins: number | null,
): MappedColumn[] {
  const years = columns
    .filter(({ meaning, year }) => meaning === "year" && year?.kind === "fiscal")
    .sort((a, b) => orderOf(a) - orderOf(b));
  const own = columnOf(columns, "base");
  const amounts = years.filter(({ yearKind }) => yearKind === "amount");
  const ownYear = own?.year?.kind === "fiscal" ? own.year.start : null;
  let base: MappedColumn | undefined = own;
  if (!base && baseYear !== null) base = amounts.find((column) => orderOf(column) === baseYear);
  if (!base && baseYear === null) {
    const headed = amounts.filter(({ full }) => /\b(actuals?|outturn|fot|current|base|baseline|revised)\b/i.test(full));
    const [first, ...others] = amounts;
    base =
      (headed.length < amounts.length ? headed[headed.length - 1] : undefined) ??
      (first && others.length > 0 && registerBegins !== null && orderOf(first) === registerBegins - 1
        ? first
        : undefined);
  }
  if (!base) return [...columns];
  const start = base === own ? (ownYear ?? baseYear) : orderOf(base);
  return columns.map((column): MappedColumn => {
    if (column === base)
      return { ...column, meaning: "base", why: column === own ? column.why : "holds the amounts of the base year" };
    const isBefore =
      column.meaning === "year" && column.year?.kind === "fiscal" && start !== null && orderOf(column) <= start;
    return isBefore
      ? { ...column, meaning: "ignored", sureness: "ignored", why: "is before the first year of the plan" }
      : column;
  });
}

function kindOfYear(
  header: HeaderRow,
  column: MappedColumn,
  all: readonly MappedColumn[],
  rows: readonly number[],
): "growth" | "amount" {
  if (column.yearKind) return column.yearKind;
  const isPercent = (one: MappedColumn): boolean => {
    const cells = numberCells(header, one, rows);
    return cells.length > 0 && cells.every(({ format }) => isPercentFormat(format));
  };
  if (isPercent(column)) return "growth";
  const open = all.filter((one) => one.meaning === "year" && one.yearKind === null && !isPercent(one));
  const isSmall = (one: MappedColumn): boolean =>
    numberCells(header, one, rows).every(({ value }) => Math.abs(value) < 1);
  const anyGrowth = all.some((one) => one.meaning === "year" && (one.yearKind === "growth" || isPercent(one)));
  return open.every(isSmall) || (anyGrowth && isSmall(column)) ? "growth" : "amount";
}

function numberCells(
  { grid }: HeaderRow,
  { column }: MappedColumn,
  rows: readonly number[],
): { value: number; format: string }[] {
  return rows.flatMap((row) => {
    const value = cellAt(grid, row, column);
    return typeof value === "number" ? [{ value, format: formatAt(grid, row, column) }] : [];
  });
}
