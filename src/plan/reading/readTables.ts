import { cellAddress } from "../../cells/address";
import type { Finding } from "../finding";
import type { Plan } from "../plan";
import { tableNames, type TableKind } from "../tableKinds";
import { answeredYears, isOfYears } from "./years/answeredYears";
import { askFiscalStart } from "./years/fiscalStart";
import { askBareYears } from "./years/bareYears";
import { saysSpending, splitFundingRows } from "./budget/fundingRows";
import { withoutSummary } from "./budget/summaries";
import { settleBase } from "./budget/settleYears";
import { isTargetTable, readTarget, type TargetRead } from "./budget/targetTable";
import type { SheetGrid } from "./sheetGrid";
import { withDittos } from "./cells/dittos";
import { findYear, fiscalLabel, type YearConvention } from "./cells/times/years";
import { correctionFindings } from "./findings/correctionFindings";
import { columnFindings } from "./findings/columnFindings";
import { firstColumnOf, headersMeet, type HeaderRow } from "./extent/headerRows";
import { mergedFindings } from "./findings/mergedFindings";
import { errorsInUnneededCells, missingParts, openTable, type OpenTable } from "./openTable";
import type { PlanReading, ReadOptions } from "./planReading";
import { askMissingUnit } from "./units/missingUnit";
import { namedYear } from "./years/namedYear";
import { unitsOf } from "./units/planUnits";
import { settledQuestions, withOptions, type Asking } from "./questions";
import { readPlan } from "./readPlan";
import { withCarriedRows } from "./register/lever/carriedRows";
import { withNamedKinds } from "./register/lever/namedKind";
import { isOtherPart, registersOf } from "./register/shapes/registers";
import { withoutNettedCosts } from "./register/nettedCosts";
import { withYearlyRates } from "./register/yearlyRates";
import { registerYears, startYears } from "./register/registerYears";
import { withPeriodsAsStarts } from "./register/shapes/longFormat";
import { runsAcross, withoutOtherShapes } from "./register/shapes/otherShapes";
import { withSectionYears } from "./register/shapes/sectionYears";
import { toldApart } from "./register/shapes/tellingApart";
import { findTables, type FoundTables } from "./roles/findTables";
import { noRegister, noTableThere } from "./roles/whatIsThere";
import type { FindSideTables, FoundSideTables } from "./side/findSideTables";
import { sheetTotalsOf } from "./sheetTotals";
import { tableReading } from "./tableReading";
import { baseYearStart, timelineOf, yearIndex, type Timeline } from "./years/timeline";

/**
 * Finds the register and, where there are any, the Spending, Funding and target tables among the used cells of a workbook; says how every column and row
 * was understood, lists what is wrong or open, and gives the plan where nothing wrong is an error. Never throws on what cells hold.
 *
 * @param findSide finds the tables beside the plan's, where a sheet may hold one
 */
export function readTables(sheets: SheetGrid[], options: ReadOptions = {}, findSide?: FindSideTables): PlanReading {
  // What is counted of a sheet is kept with it, for this reading alone: its cells may be others at the next.
  const grids = sheets.map((sheet) => withDittos({ ...sheet }));
  let convention: YearConvention = {
    fiscalYearStart: options.fiscalYearStart ?? 4,
    bareYear: options.corrections?.bareYear ?? "start",
  };
  let { reading, said } = readOnce(grids, options, convention, findSide);
  for (;;) {
    const answered = answeredYears(said, convention);
    if (!answered) return reading;
    convention = answered;
    const before = reading.answered.filter(({ key }) => isOfYears(key));
    ({ reading, said } = readOnce(grids, options, convention, findSide));
    const isAnew = (key: string): boolean => !reading.answered.some((one) => one.key === key);
    reading = { ...reading, answered: [...before.filter(({ key }) => isAnew(key)), ...reading.answered] };
  }
}

/** Reads with labels of years understood in one way; also all that was said, with the questions that are answered. */
function readOnce(
  grids: SheetGrid[],
  options: ReadOptions,
  convention: YearConvention,
  findSide: FindSideTables | undefined,
): { reading: PlanReading; said: Finding[] } {
  const findings: Finding[] = [];
  const asking: Asking = { findings, options };
  const { found, side } = foundTables(grids, convention, asking, findSide);
  const open = (header: HeaderRow, kind: TableKind): OpenTable =>
    openTable(header, kind, found.starts, options, convention);
  const { registers: all, asked } = openRegisters(found, open, convention, asking);
  const budget = withoutSummary(openBudget(found, open), all, findings);
  const told = withoutOtherShapes(all, asking).map((table) =>
    withSectionYears(
      withoutNettedCosts(withYearlyRates(withCarriedRows(toldApart(table, asking), asking), asking), asking),
      convention,
      asking,
    ),
  );
  const registers = withPeriodsAsStarts(told, convention);
  sayWhatIsMissing(found, registers, budget, findings, { grids, options, convention, asked });
  const years = registers.flatMap((table) => registerYears(table, convention));
  const started = registers.flatMap((table) => startYears(table, convention));
  const named = years.length + started.length === 0 ? namedYear(registers, convention) : null;
  const starts = named ? [named] : started;
  const base = baseYearStart(budget.spending, budget.funding, options, convention);
  const begins = firstFiscal([...years, ...starts]);
  const settle = (table: OpenTable | null, known: number | null): OpenTable | null =>
    table && { ...table, columns: settleBase(table.columns, known, begins) };
  const spending = settle(budget.spending, base);
  const funding = settle(budget.funding, base ?? baseYearStart(spending, null, options, convention));
  const tables = [spending, funding, ...registers].filter((table): table is OpenTable => table !== null);
  const timeline = timelineOf(spending ?? budget.target, funding, years, starts, options, convention, findings);
  askBareYears(tables, asking);
  askFiscalStart(tables, convention, asking);
  findings.push(...correctionFindings([...tables, budget.target], found.starts, options));
  const units = unitsOf(budget.target ? [...tables, budget.target] : tables, options, findings);
  askMissingUnit(spending, registers, units, findings);
  const target = targetOf(budget.target, timeline, units, options);
  const beside = side?.read({ tables, timeline, units }) ?? null;
  const plan = readPlan(
    { spending, funding, target, registers },
    timeline,
    units,
    options,
    convention,
    findings,
    beside,
  );
  const sheetTotals = registers.flatMap((table) => sheetTotalsOf(table, findings));
  const { open: left, answered } = settledQuestions(findings);
  const merged = withOptions(mergedFindings(left), answered);
  const reading = (table: OpenTable | null | undefined) => (table ? tableReading(table, timeline, convention) : null);
  const read: PlanReading = {
    spending: reading(spending),
    funding: reading(funding),
    levers: reading(registers[0]),
    registers: registers.map((table) => tableReading(table, timeline, convention)),
    target,
    ...(beside && Object.keys(beside.readings).length > 0 && { side: beside.readings }),
    sheetTotals,
    years: yearMeanings(tables, timeline, convention),
    horizon:
      registers.length + (spending ? 1 : 0) === 0 ? null : { years: timeline.labels.length, from: timeline.from },
    findings: merged,
    answered,
    plan: withFindings(plan, merged),
  };
  return { reading: read, said: findings };
}

/** The plan's own tables, and those beside them, which are no further registers or budgets. */
function foundTables(
  grids: SheetGrid[],
  convention: YearConvention,
  asking: Asking,
  findSide: FindSideTables | undefined,
): { found: FoundTables; side: FoundSideTables | null } {
  const found = findTables(grids, asking.options, convention);
  if (!findSide) return { found, side: null };
  const taken = [found.spending, found.funding, ...found.levers].flatMap((header) => header ?? []);
  const side = findSide(grids, taken, convention, asking);
  const isOther = (header: HeaderRow): boolean => !side.headers.some((one) => headersMeet(one, header));
  return {
    found: {
      ...found,
      likeRegister: found.likeRegister.filter(isOther),
      alsoLike: found.alsoLike.filter(({ header }) => isOther(header)),
    },
    side,
  };
}

/** The register and its parts, and those of the tables like it of which was asked whether they are. */
function openRegisters(
  found: FoundTables,
  open: (header: HeaderRow, kind: TableKind) => OpenTable,
  convention: YearConvention,
  asking: Asking,
): { registers: OpenTable[]; asked: HeaderRow[] } {
  const [first, ...given] = found.levers.map((header) => open(header, "levers"));
  if (!first) return { registers: [], asked: [] };
  const like = found.likeRegister.map((header) => open(header, "levers"));
  const parts = given.length > 0 ? [first, ...given] : registersOf(first, like, convention, asking);
  const asked: HeaderRow[] = [];
  for (const { header } of found.alsoLike.filter(({ kind }) => kind === "levers")) {
    const table = open(header, "levers");
    const isPart = isOtherPart(table, parts, asking);
    if (isPart !== null) asked.push(header);
    if (isPart) parts.push(table);
  }
  return { registers: withNamedKinds(parts, convention, asking), asked };
}

interface Budget {
  spending: OpenTable | null;
  funding: OpenTable | null;
  target: OpenTable | null;
}

/** Spending and Funding; funding may be a row of the Spending table, and what stands as Funding may be a target. */
function openBudget(found: FoundTables, open: (header: HeaderRow, kind: TableKind) => OpenTable): Budget {
  const only =
    found.spending === null && found.funding !== null && isBoth(open(found.funding, "spending")) ? found.funding : null;
  const first = found.spending ?? only;
  const spending = first && open(first, "spending");
  const second = found.funding && !only ? open(found.funding, "funding") : null;
  const isTarget = second !== null && isTargetTable(second);
  const funding = isTarget ? null : second;
  const split = spending && splitFundingRows(spending, funding !== null);
  return {
    spending: split?.spending ?? spending,
    funding: funding ?? split?.funding ?? null,
    // What is required is an amount, however small: 0.5 of £m is no growth.
    target: isTarget
      ? { ...second, columns: second.columns.map((column) => ({ ...column, yearKind: "amount" as const })) }
      : null,
  };
}

/** Whether a table holds what is spent and what pays for it. */
function isBoth(table: OpenTable): boolean {
  return (table.key?.sureness === "sure" || saysSpending(table)) && splitFundingRows(table, false) !== null;
}

function sayWhatIsMissing(
  found: FoundTables,
  registers: readonly OpenTable[],
  budget: Budget,
  findings: Finding[],
  {
    grids,
    options,
    convention,
    asked,
  }: {
    grids: SheetGrid[];
    options: ReadOptions;
    convention: YearConvention;
    asked: readonly HeaderRow[];
  },
): void {
  for (const { kind, reference, area } of found.notThere)
    findings.push({ level: "error", cell: "", message: noTableThere(kind, reference, area, grids) });
  if (registers.length === 0 && !found.notThere.some(({ kind }) => kind === "levers"))
    findings.push(noRegister(grids, options, convention));
  const tables = [budget.spending, budget.funding, ...registers].filter((table): table is OpenTable => table !== null);
  for (const table of tables) {
    // Of schemes that stand side by side that is said, and no heading means what it seems to.
    if (table.kind === "levers" && runsAcross(table.header)) continue;
    findings.push(...missingParts(table), ...table.findings);
    // Funding may be rows of the Spending table, of which all is said already.
    if (table.kind === "funding" && table.header === budget.spending?.header) continue;
    findings.push(...columnFindings(table), ...errorsInUnneededCells(table));
  }
  for (const { kind, header } of found.alsoLike) {
    if (asked.includes(header)) continue;
    const used = (kind === "levers" ? registers[0] : budget[kind])?.rows.address ?? "another";
    const cell = cellAddress(header.grid.sheet, header.top + header.rowCount - 1, firstColumnOf(header));
    findings.push({
      level: "warning",
      cell,
      message: `this looks like a ${tableNames[kind]} table too; ${used} is used`,
    });
  }
}

function targetOf(
  table: OpenTable | null,
  timeline: Timeline,
  units: ReturnType<typeof unitsOf>,
  options: ReadOptions,
): TargetRead | null {
  const target = options.target ?? options.corrections?.target;
  if (target === undefined) return table && readTarget(table, timeline, units);
  return {
    cell: "",
    byYear: timeline.labels.map((_, index) => (index === timeline.labels.length - 1 ? target : null)),
  };
}

function firstFiscal(years: readonly { kind: string; start?: number }[]): number | null {
  const starts = years.flatMap((year) => (year.kind === "fiscal" && year.start !== undefined ? [year.start] : []));
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The plan, unless an error stands against it. */
function withFindings(plan: Plan | null, findings: Finding[]): Plan | null {
  return plan && findings[0]?.level !== "error" ? { ...plan, findings } : null;
}

/** What each label in the headings was taken to mean, each once. */
function yearMeanings(
  tables: readonly OpenTable[],
  timeline: Timeline,
  convention: YearConvention,
): { label: string; meaning: string }[] {
  const meanings = new Map<string, string>();
  for (const column of tables.flatMap(({ columns }) => columns)) {
    const found = column.year && findYear(column.full, convention);
    if (!found || column.meaning === "ignored") continue;
    const index = yearIndex(found.year, timeline);
    const meaning =
      found.year.kind === "fiscal"
        ? fiscalLabel(found.year.start, convention)
        : index !== null
          ? timeline.labels[index - 1]
          : undefined;
    if (meaning !== undefined) meanings.set(found.label, meaning);
  }
  return [...meanings].map(([label, meaning]) => ({ label, meaning }));
}
