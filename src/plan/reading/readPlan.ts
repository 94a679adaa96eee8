import { cellAddress } from "../../cells/address";
import { isCellError, textOf } from "../../cells/cell";
import { nameKey } from "../../cells/names";
import { checkPlan } from "../evaluation/checkPlan";
import type { Finding } from "../finding";
import { firstColumnOf } from "./headerRows";
import type { OpenTable } from "./openTable";
import type { Category, Funding, Plan } from "../plan";
import type { ReadOptions } from "./planReading";
import { priceBasisOf, unitsOf } from "./planUnits";
import { readAmountRows } from "./readAmounts";
import type { CellReader } from "./readCells";
import { readLevers } from "./readLevers";
import { cellAt } from "./sheetGrid";
import { columnOf } from "./tableColumns";
import type { Timeline } from "./timeline";
import type { YearConvention } from "./years";

/** Reads the three tables into a plan; null where one of them, or part of it, cannot be read. What is wrong is added to the findings. */
export function readPlan(
  tables: { spending: OpenTable; funding: OpenTable | null; levers: OpenTable | null },
  timeline: Timeline,
  options: ReadOptions,
  convention: YearConvention,
  findings: Finding[],
): Plan | null {
  const { spending, funding, levers } = tables;
  const all = [spending, funding, levers].filter((table): table is OpenTable => table !== null);
  const units = unitsOf(all, options, findings);
  const basis = priceBasisOf(all, options, convention, findings);
  const categories = readCategories(spending, timeline, (column) => units.scaleOf(spending, column), findings);
  const fund =
    funding &&
    readFunding(funding, timeline, (column) => units.scaleOf(funding, column), sumOfBases(categories), findings);
  const read =
    levers &&
    readLevers(
      { grid: levers.header.grid, findings },
      {
        header: levers.header,
        columns: levers.columns,
        rows: levers.rows.rows,
        categoryNames: categories.map(({ name }) => name),
        timeline,
        convention,
        unitScale: (column) => units.scaleOf(levers, column),
      },
    );
  if (!funding || !fund || !levers || !read || findings.some(({ level }) => level === "error")) return null;
  const plan: Plan = {
    baseYear: timeline.baseYear,
    years: timeline.labels,
    unit: units.unit?.name ?? "",
    priceBasis: basis.name,
    prices: basis.prices,
    categories: categories.map(({ name, base, spend }) => ({ name, base, spend })),
    funding: fund,
    target: targetOf(options, timeline),
    levers: read,
    sources: {
      spending: spending.rows.address,
      funding: funding.rows.address,
      target: null,
      levers: [levers.rows.address],
    },
    findings: [],
  };
  findings.push(...checkPlan(plan, levers, spending));
  return plan;
}

/** A target that the user gives is the last year's. */
export function targetOf({ target }: ReadOptions, timeline: Timeline): (number | null)[] | null {
  if (target === undefined) return null;
  return timeline.labels.map((_, index) => (index === timeline.labels.length - 1 ? target : null));
}

/** The categories, with a name even where their numbers are wrong, so that levers can be checked against them. */
function readCategories(
  table: OpenTable,
  timeline: Timeline,
  unitScale: Parameters<typeof readAmountRows>[5],
  findings: Finding[],
): Category[] {
  const reader: CellReader = { grid: table.header.grid, findings };
  const amounts = readAmountRows(reader, table.columns, table.rows.rows, table.form, timeline, unitScale, {
    amount: "113",
    mayBeNegative: false,
    defaultBase: null,
  });
  checkEveryYear(table, timeline, findings);
  warnOfSmallAmounts(table, amounts, timeline, findings);
  const seen = new Map<string, number>();
  return table.rows.rows.flatMap((row, index): Category[] => {
    const value = table.key ? cellAt(table.header.grid, row, table.key.column) : null;
    const name = textOf(value);
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
    return [{ name, base: amount?.base ?? null, spend: amount?.byYear ?? [] }];
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
  unitScale: Parameters<typeof readAmountRows>[5],
  spendBase: number | null,
  findings: Finding[],
): Funding | null {
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
  const rows = readAmountRows(reader, table.columns, table.rows.rows, table.form, timeline, unitScale, {
    amount: "114",
    mayBeNegative: true,
    defaultBase: withoutBase ? spendBase : null,
  });
  checkEveryYear(table, timeline, findings);
  const sound = rows.filter((row): row is NonNullable<typeof row> => row !== null);
  if (sound.length < rows.length || rows.length === 0) return null;
  const bases = sound.map(({ base }) => base);
  return {
    base: bases.every((base): base is number => base !== null) ? bases.reduce((sum, base) => sum + base, 0) : null,
    byYear: timeline.labels.map((_, index) => sound.reduce((sum, { byYear }) => sum + (byYear[index] ?? 0), 0)),
  };
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
