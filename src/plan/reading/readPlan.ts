import { cellAddress } from "../../cells/address";
import { isCellError, textOf } from "../../cells/cell";
import { nameKey } from "../../cells/names";
import { overspends } from "../evaluation/overspends";
import type { Finding } from "../finding";
import type { Category, Funding, Plan } from "../plan";
import { areAfterSavings, beforeSavings } from "./budget/budgetBasis";
import { signOfBudget } from "./budget/budgetSigns";
import { readAmountRows } from "./budget/readAmounts";
import type { TargetRead } from "./budget/targetTable";
import type { CellReader } from "./cells/readCells";
import { cellAt } from "./sheetGrid";
import type { YearConvention } from "./cells/times/years";
import { firstColumnOf } from "./extent/headerRows";
import { isOneOffFunding } from "./extent/rowNames";
import { columnOf } from "./tableColumn";
import type { OpenTable } from "./openTable";
import type { ReadOptions } from "./planReading";
import { priceBasisOf, type PlanUnits } from "./units/planUnits";
import { withoutLabelUnit } from "./units/rowUnits";
import type { Asking } from "./questions";
import { joinPeriods, repeatedLevers } from "./register/shapes/longFormat";
import { measureRows } from "./register/shapes/measureRows";
import { readRegister, withOwnNames } from "./register/readRegister";
import { repeatedReferences } from "./register/repeatedReferences";
import type { Timeline } from "./years/timeline";

/** The tables of a plan, those that the workbook has. */
interface PlanTables {
  spending: OpenTable | null;
  funding: OpenTable | null;
  target: TargetRead | null;
  registers: OpenTable[];
}

/**
 * Reads the tables into a plan; null where one of them, or part of it, cannot be read. What is wrong is added to the findings.
 *
 * @param side what tables beside them add to the plan
 */
export function readPlan(
  { spending, funding, target, registers }: PlanTables,
  timeline: Timeline,
  units: PlanUnits,
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
  side: { hasPrices: boolean; into: (plan: Plan) => Plan } | null = null,
): Plan | null {
  const all = [spending, funding, ...registers].filter((table): table is OpenTable => table !== null);
  const basis = priceBasisOf(all, options, convention, findings, side?.hasPrices);
  const asking: Asking = { findings, options };
  const categories = spending && readCategories(spending, timeline, units, asking);
  const fund = funding && readFunding(funding, timeline, units, categories && sumOfBases(categories), asking);
  const isAfterSavings = spending !== null && areAfterSavings(spending, asking);
  const context = {
    categoryNames: categories?.map(({ name }) => name) ?? null,
    timeline,
    convention,
    units,
    options,
    findings,
    repeated: repeatedLevers(registers, convention),
  };
  const rows = registers.flatMap((table) => {
    const group = registers.length > 1 ? nameOfRegister(table, registers) : "";
    const own = readRegister(measureRows(table), context, group);
    if (context.repeated !== "years" && own.every(({ period }) => !period)) findings.push(...repeatedReferences(own));
    return own;
  });
  const read = withOwnNames(joinPeriods(rows, timeline.labels.length), context);
  const isWhole = (funding === null || fund !== null) && registers.length > 0;
  if (!isWhole || findings.some(({ level }) => level === "error")) return null;
  const written: Plan = {
    baseYear: timeline.baseYear,
    years: timeline.labels,
    unit: units.unit?.name ?? "",
    priceBasis: basis.name,
    prices: basis.prices,
    categories,
    funding: fund,
    target: target?.byYear ?? null,
    levers: read.map(({ lever }) => lever),
    sources: {
      spending: spending?.rows.address ?? null,
      funding: funding?.rows.address ?? null,
      target: target?.cell ?? null,
      levers: registers.map(({ rows }) => rows.address),
    },
    findings: [],
  };
  const whole = side ? side.into(written) : written;
  const plan = isAfterSavings ? beforeSavings(whole) : whole;
  if (!plan) {
    const message =
      "the levers save all of a budget, so what it was before them cannot be worked out; budgets before the savings are needed";
    findings.push({ level: "error", cell: spending ? categoryCell(spending, 0) : "", message });
    return null;
  }
  for (const { lever, category, message } of overspends(plan)) {
    const cell = lever
      ? (read.find((one) => one.lever === lever)?.effectCell ?? "")
      : spending
        ? categoryCell(spending, category)
        : "";
    findings.push({ level: "error", cell, message });
  }
  return plan;
}

/** What a part of the register is called: its sheet, or its title where another part stands on the same sheet. */
function nameOfRegister({ header: { grid, titles } }: OpenTable, registers: readonly OpenTable[]): string {
  const onSheet = registers.filter((other) => other.header.grid === grid).length;
  if (onSheet === 1) return grid.sheet;
  return titles[titles.length - 1] ?? (onSheet === registers.length ? "" : grid.sheet);
}

function categoryCell({ header, rows, key }: OpenTable, category: number): string {
  return cellAddress(header.grid.sheet, rows.rows[category] ?? 0, key?.column ?? firstColumnOf(header));
}

/** The categories, with a name even where their numbers are wrong, so that levers can be checked against them. */
function readCategories(table: OpenTable, timeline: Timeline, units: PlanUnits, asking: Asking): Category[] {
  const { findings } = asking;
  const reader: CellReader = { grid: table.header.grid, findings };
  const amounts = readAmountRows(
    reader,
    asking,
    table.columns,
    table.rows.rows,
    table.form,
    timeline,
    (column, row) => units.scaleOf(table, column, row),
    {
      amount: "113",
      mayBeNegative: false,
      defaultBase: null,
      sign: signOfBudget(table, findings),
    },
  );
  checkEveryYear(table, timeline, findings);
  warnOfSmallAmounts(table, amounts, timeline, findings);
  const seen = new Map<string, number>();
  return table.rows.rows.flatMap((row, index): Category[] => {
    const value = table.key ? cellAt(table.header.grid, row, table.key.column) : null;
    const name = withoutLabelUnit(textOf(value));
    const cell = cellAddress(table.header.grid.sheet, row, table.key?.column ?? firstColumnOf(table.header));
    if (isCellError(value))
      findings.push({
        level: "error",
        cell,
        message: `the cell shows ${value.error}; the name of a category is needed`,
      });
    else if (name === "" && table.key)
      findings.push({ level: "error", cell, message: "the category has no name; a name of its own is needed" });
    const before = seen.get(nameKey(name));
    if (name !== "" && before !== undefined) {
      findings.push({
        level: "error",
        cell,
        message: `'${name}' is also the category in row ${before + 1}; each category needs a name of its own`,
      });
    }
    seen.set(nameKey(name), row);
    const amount = amounts[index];
    const { base, byYear, growth } = amount ?? { base: null, byYear: [] };
    return [{ name, base, spend: byYear, ...(growth && { growth }) }];
  });
}

/** Growth written as plain numbers (4 for 4%) reads as amounts: far below the base, it would be an odd plan. */
function warnOfSmallAmounts(
  table: OpenTable,
  rows: ReturnType<typeof readAmountRows>,
  timeline: Timeline,
  findings: Finding[],
): void {
  const given = rows.flatMap((row) => (row && row.base ? [row] : []));
  const isSmall = given.length > 0 && given.every(({ base, byYear }) => (byYear[0] ?? 0) < (base ?? 0) / 4);
  const column = table.columns.find(({ meaning }) => meaning === "year");
  if (table.form !== "amount" || !isSmall || !column) return;
  const cell = cellAddress(table.header.grid.sheet, column.row, column.column);
  const message = `the amounts of ${timeline.labels[0]} are far below the base; if they are growth, head them Growth % or format them as percentages`;
  findings.push({ level: "warning", cell, message });
}

/** The rows of funding added up. */
function readFunding(
  table: OpenTable,
  timeline: Timeline,
  units: PlanUnits,
  spendBase: number | null,
  asking: Asking,
): Funding | null {
  const { findings } = asking;
  const reader: CellReader = { grid: table.header.grid, findings };
  const withoutBase = columnOf(table.columns, "base") === undefined && table.form !== "amount";
  if (withoutBase && spendBase !== null && table.rows.rows.length === 1) {
    const cell = cellAddress(table.header.grid.sheet, table.header.top, firstColumnOf(table.header));
    findings.push({
      level: "warning",
      cell,
      message: "the Funding table has no column Base, so funding in the base year is taken to equal the spending",
    });
  }
  const rows = readAmountRows(
    reader,
    asking,
    table.columns,
    table.rows.rows,
    table.form,
    timeline,
    (column, row) => units.scaleOf(table, column, row),
    {
      amount: "114",
      mayBeNegative: true,
      defaultBase: withoutBase ? spendBase : null,
      sign: signOfBudget(table, findings),
    },
  );
  checkEveryYear(table, timeline, findings);
  const sound = rows.filter((row): row is NonNullable<typeof row> => row !== null);
  if (sound.length < rows.length || rows.length === 0) return null;
  const { grid } = table.header;
  const oneOff = sound.filter((_, index) => {
    const row = table.rows.rows[index];
    return row !== undefined && table.key && isOneOffFunding(textOf(cellAt(grid, row, table.key.column)));
  });
  const together = (some: typeof sound): { base: number | null; byYear: number[] } => ({
    base: some.every(({ base }) => base !== null) ? some.reduce((sum, { base }) => sum + (base ?? 0), 0) : null,
    byYear: timeline.labels.map((_, index) => some.reduce((sum, { byYear }) => sum + (byYear[index] ?? 0), 0)),
  });
  return { ...together(sound), ...(oneOff.length > 0 && { oneOff: together(oneOff) }) };
}

/** A table with year columns has one for each year of the plan, and none beyond. */
function checkEveryYear(table: OpenTable, timeline: Timeline, findings: Finding[]): void {
  const { header, columns } = table;
  const years = columns.filter(({ meaning, year }) => meaning === "year" && year);
  if (years.length === 0) return;
  const covered = new Set<number>();
  for (const column of years) {
    const { year } = column;
    const index =
      year === null
        ? null
        : year.kind === "ordinal"
          ? year.number
          : timeline.firstStart === null
            ? null
            : year.start - timeline.firstStart + 1;
    if (index !== null && index >= 1 && index <= timeline.labels.length) covered.add(index);
    else {
      const cell = cellAddress(header.grid.sheet, column.row, column.column);
      const span = `${timeline.labels[0]} to ${timeline.labels[timeline.labels.length - 1]}`;
      // Before the first year it is the base year or history, and takes no part.
      const isAfter = index === null || index > timeline.labels.length;
      findings.push({
        level: isAfter ? "error" : "warning",
        cell,
        message: `'${column.heading}' is outside the plan's years ${span}${isAfter ? "; the tables are to have the same years" : " and was left out"}`,
      });
    }
  }
  const missing = timeline.labels.find((_, index) => !covered.has(index + 1));
  if (missing !== undefined) {
    const cell = cellAddress(header.grid.sheet, header.top, firstColumnOf(header));
    findings.push({
      level: "error",
      cell,
      message: `the table has no column for ${missing}; one for each year of the plan is needed`,
    });
  }
}

function sumOfBases(categories: Category[]): number | null {
  return categories.every(({ base }) => base !== null)
    ? categories.reduce((sum, { base }) => sum + (base ?? 0), 0)
    : null;
}
