import { cellAddress } from "../../../../cells/address";
import type { Effect } from "../../../plan";
import { percentText, readNumber, warnAt, wrong, type CellReader } from "../../cells/readCells";
import type { Moment } from "../../cells/times/startCell";
import { columnOf, type MappedColumn } from "../../tableColumn";
import { ask } from "../../questions";
import { yearIndex } from "../../years/timeline";
import { agree } from "../../cells/agree";
import { isFilled, readAmount } from "./cellReading";
import { checkedSums, rounded, withOwnYears } from "./checkedSums";
import type { RegisterContext, RegisterTable } from "../registerContext";
import { partsOfSaving } from "../recurrentPart";
import { yearOfParts } from "../registerYears";
import { byYearOf, monthsOf, type SavingForm } from "../savingForm";
import { sumOf } from "../ties";

/** What is known of a lever before its saving is read. */
export interface LeverFacts {
  row: number;
  start: Moment | null;
  /** First active year of the plan, 1 = its first. */
  startIndex: number;
  recurrent: boolean;
}

/** Shares of percent columns by their scale. */
type PercentScales = ReadonlyMap<MappedColumn, number>;

/** What a row saves: one effect, or null where it is wrong or has nothing (findings say which). */
export function leverEffect(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  scales: PercentScales,
  facts: LeverFacts,
): Effect | null {
  const { row } = facts;
  const periods = form.periods;
  if (periods && periods.columns.some((column) => isFilled(table, row, column)))
    return checkedByShares(
      fromPeriods(reader, table, context, form, facts),
      reader,
      table,
      context,
      form,
      scales,
      facts,
    );
  if (hasShares(table, form, row)) return fromShares(reader, table, context, form, scales, facts);
  if (form.inYear.some((column) => isFilled(table, row, column)))
    return fromInYear(reader, table, context, form, facts);
  return fromAmount(reader, table, context, form, scales, facts);
}

function hasShares(table: RegisterTable, { shares }: SavingForm, row: number): boolean {
  return (
    shares !== null && shares.columns.some((column) => isFilled(table, row, column)) && isFilled(table, row, shares.of)
  );
}

/** Amounts by year beside shares of the saving: they are to say the same. */
function checkedByShares(
  effect: Effect | null,
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  scales: PercentScales,
  facts: LeverFacts,
): Effect | null {
  const { shares } = form;
  if (effect?.kind !== "byYear" || !shares || !hasShares(table, form, facts.row)) return effect;
  const byShares = fromShares({ ...reader, findings: [] }, table, context, form, scales, facts);
  if (byShares?.kind !== "byYear") return effect;
  const odd = shares.columns.find((column) => {
    const year = yearOfParts(column, table, context) - 1;
    return !agree(byShares.amounts[year] ?? 0, effect.amounts[year] ?? 0, 2);
  });
  if (!odd) return effect;
  const choice = ask(context, {
    id: "amountsOrShares",
    cell: cellAddress(reader.grid.sheet, facts.row, odd.column),
    level: "error",
    message: `the amounts by year are not the shares of '${shares.of.heading}'; one of them is needed`,
    choices: { amounts: "the amounts by year", shares: `the shares of '${shares.of.heading}'` },
    usual: "amounts",
  });
  return choice === "shares" ? byShares : effect;
}

function fromPeriods(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  facts: LeverFacts,
): Effect | null {
  const periods = form.periods;
  if (!periods) return null;
  const { row, recurrent } = facts;
  const read = periods.columns.map((column) => readAmount(reader, table, context, row, column));
  const full = readAmount(reader, table, context, row, form.fullYear);
  if (read.includes(undefined) || full === undefined) return null;
  const figures = read as (number | null)[];
  const written = byYearOf(periods, figures, table, context);
  const years = context.timeline.labels.length;
  const indices = [...written.keys()].sort((a, b) => a - b);
  const last = indices[indices.length - 1] ?? 1;
  const sums = checkedSums(table, context, form, row, written, figures);
  if (periods.kind !== "years") {
    const all = withOwnYears(reader, table, context, form, row, sums, figures);
    if (!all) return null;
    const effect = partsByYear(reader, context, form, facts, all, Math.max(last, ...all.keys()), full, figures, years);
    const months = sums === written ? monthsOf(periods, figures, table, context) : null;
    return months && effect.kind === "byYear" ? { ...effect, months } : effect;
  }
  const isOnce = (index: number): boolean => form.oneOffs.has(periods.columns[index] as MappedColumn);
  const once = byYearOf(
    periods,
    figures.map((figure, index) => (isOnce(index) ? figure : null)),
    table,
    context,
  );
  const again = new Map([...sums].map(([year, amount]) => [year, amount - (once.get(year) ?? 0)]));
  let running = 0;
  const amounts = Array.from({ length: years }, (_, index) => {
    const own = sums.get(index + 1);
    if (periods.holds === "new")
      return recurrent || isReversed(figures)
        ? (running += again.get(index + 1) ?? 0) + (once.get(index + 1) ?? 0)
        : (own ?? 0);
    return own ?? (index + 1 > last && recurrent ? (again.get(last) ?? 0) : 0);
  });
  // What was new before the first year is in place in it.
  const before =
    periods.holds === "new" && recurrent
      ? sumOf(indices.filter((index) => index < 1).map((index) => again.get(index) ?? 0))
      : 0;
  const shifted = amounts.map((amount) => amount + before);
  const end = shifted[years - 1] ?? 0;
  const fullYear = recurrent
    ? (full ?? (periods.holds === "new" ? sumOf([...again.values()]) : (again.get(last) ?? end)))
    : 0;
  const asWritten =
    periods.holds === "new"
      ? sumOf(sums === written ? figures.map((figure) => figure ?? 0) : [...sums.values()])
      : (full ?? fullYear) || Math.max(...shifted, 0);
  // Of figures that are new in each year nothing says what was in place before.
  const base = periods.holds === "each" ? written.get(0) : undefined;
  return { kind: "byYear", amounts: shifted, fullYear, asWritten, ...(base !== undefined && { base }) };
}

/** A saving that a later year takes back is written year by year, whatever its recurrence. */
function isReversed(figures: readonly (number | null)[]): boolean {
  return figures.some((figure) => (figure ?? 0) > 0) && figures.some((figure) => (figure ?? 0) < 0);
}

/** Months and quarters: their sum in their years; later the full-year effect, else the last year's amount. */
function partsByYear(
  reader: CellReader,
  context: RegisterContext,
  form: SavingForm,
  { row, recurrent }: LeverFacts,
  sums: ReadonlyMap<number, number>,
  last: number,
  written: number | null,
  figures: readonly (number | null)[],
  years: number,
): Effect {
  const inLast = sums.get(last) ?? 0;
  const lastMonth = figures[figures.length - 1] ?? 0;
  // The rate at which it ends goes on for the whole of the next year.
  const ending = figures.filter((figure) => figure !== null).at(-1) ?? null;
  const rate = form.periods?.holds === "rates" && recurrent ? ending : null;
  const full = fullYearOf(reader, context, form, row, recurrent, inLast, written) ?? rate;
  const later = recurrent ? (full ?? inLast) : 0;
  if (
    recurrent &&
    full === null &&
    last < years &&
    form.periods?.kind === "months" &&
    !agree(12 * lastMonth, inLast, 12)
  ) {
    const column = form.periods.columns[0];
    const twelve = Number((12 * lastMonth).toPrecision(12));
    if (column)
      warnAt(
        reader,
        row,
        column,
        `there is no full-year effect, so later years take the year's amount; the last month times 12 would be ${twelve}`,
      );
  }
  const amounts = Array.from({ length: years }, (_, index) => sums.get(index + 1) ?? (index + 1 > last ? later : 0));
  return { kind: "byYear", amounts, fullYear: recurrent ? (full ?? inLast) : 0, asWritten: full ?? inLast };
}

function fromInYear(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  facts: LeverFacts,
): Effect | null {
  const { row, recurrent, startIndex } = facts;
  const filled = form.inYear.filter((column) => isFilled(table, row, column));
  const [column] = filled;
  // Several columns of one year are its parts.
  const parts = filled.filter((one) => one === column || one.meaning === "year");
  const read = parts.map((one) => readAmount(reader, table, context, row, one));
  const amount = read.includes(undefined) ? undefined : sumOf(read.map((one) => one ?? 0));
  const written = readAmount(reader, table, context, row, form.fullYear);
  if (amount === undefined || written === undefined || !column) return null;
  const own = column.year ? yearIndex(column.year, context.timeline) : null;
  const at = own ?? Math.max(1, startIndex);
  const years = context.timeline.labels.length;
  const full = fullYearOf(reader, context, form, row, recurrent, amount, written);
  const part = form.part && partsOfSaving(reader, table, context, row, form.part, amount);
  const inYear = part ? part.again + part.once : amount;
  const again = part
    ? part.again
    : inYear - sumOf(parts.map((one, index) => (form.oneOffs.has(one) ? (read[index] ?? 0) : 0)));
  if (!own && facts.start && startIndex < 1) {
    const whole = full ?? again;
    return {
      kind: "byYear",
      amounts: Array.from({ length: years }, () => (recurrent ? whole : 0)),
      fullYear: recurrent ? whole : 0,
      asWritten: whole,
    };
  }
  if (recurrent && full === null && at < years)
    warnAt(reader, row, column, `there is no full-year effect, so later years take the in-year amount`);
  const later = recurrent ? (full ?? again) : 0;
  const named = withOwnYears(reader, table, context, form, row, new Map([[at, inYear]]), [inYear]);
  if (!named) return null;
  const last = Math.max(...named.keys());
  const end = last > at && recurrent ? (named.get(last) ?? 0) : later;
  const amounts = Array.from(
    { length: years },
    (_, index) => named.get(index + 1) ?? (index + 1 < at ? 0 : index + 1 < last ? later : end),
  );
  return { kind: "byYear", amounts, fullYear: end, asWritten: full ?? inYear };
}

/** The full-year effect; one below the part-year effect may be what is added in the next year. */
function fullYearOf(
  reader: CellReader,
  context: RegisterContext,
  form: SavingForm,
  row: number,
  recurrent: boolean,
  inYear: number,
  full: number | null,
): number | null {
  if (!recurrent || full === null || !form.fullYear || full >= inYear || agree(full, inYear, 12) || inYear <= 0)
    return full;
  const choice = ask(context, {
    id: "fullYearEffect",
    cell: cellAddress(reader.grid.sheet, row, form.fullYear.column),
    message: "the full-year effect is below the part-year effect; it was read as the amount of a full year",
    choices: { whole: "the amount of a full year", added: "what the next year adds" },
    usual: "whole",
  });
  return choice === "added" ? inYear + full : full;
}

function fromShares(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  scales: PercentScales,
  { row, recurrent }: LeverFacts,
): Effect | null {
  const full = readAmount(reader, table, context, row, form.shares?.of);
  const shares = new Map<number, number>();
  let before = 0;
  for (const column of form.shares?.columns ?? []) {
    const share = readNumber(reader, row, column, { needed: "a share such as 50%", scale: scales.get(column) ?? 1 });
    if (share === undefined) return null;
    if (form.shares?.hold === "added" && recurrent) before += share ?? 0;
    shares.set(yearOfParts(column, table, context), before || (share ?? 0));
  }
  if (full === undefined || full === null) return null;
  const last = Math.max(...shares.keys());
  const amounts = context.timeline.labels.map(
    (_, index) => full * (shares.get(index + 1) ?? (index + 1 > last && recurrent ? (shares.get(last) ?? 0) : 0)),
  );
  return { kind: "byYear", amounts, fullYear: recurrent ? full : 0, asWritten: full };
}

/** A full-year amount, a percent of the row's own baseline, or a percent of its categories' spend. */
function fromAmount(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  scales: PercentScales,
  { row }: LeverFacts,
): Effect | null {
  const column = form.amount ?? form.fullYear ?? form.inYear[0];
  const baseline = columnOf(table.columns, "baselineCost");
  const percents = [columnOf(table.columns, "savingShare"), columnOf(table.columns, "yearlyEfficiency")].filter((one) =>
    isFilled(table, row, one),
  );
  const hasAmount = isFilled(table, row, column);
  const hasBaseline = isFilled(table, row, baseline) && percents[0]?.meaning === "savingShare";
  if (hasAmount && !(percents.length > 0 && !hasBaseline)) {
    const amount = readAmount(reader, table, context, row, column);
    if (amount === undefined || amount === null) return null;
    if (!hasBaseline) return { kind: "amount", amount };
    return {
      kind: "amount",
      amount: checkedProduct(reader, table, context, row, column, baseline, percents[0], scales, amount),
    };
  }
  const [percent, second] = percents;
  if (!percent) {
    const at =
      column ??
      columnOf(table.columns, "savingShare") ??
      columnOf(table.columns, "yearlyEfficiency") ??
      form.periods?.columns[0] ??
      table.key;
    // Of a table without any column of savings that is said once.
    if (at && at !== table.key) warnAt(reader, row, at, "the row is without an amount and counts as 0");
    return { kind: "amount", amount: 0 };
  }
  if (second || hasAmount) {
    const names = [hasAmount ? column : undefined, percent, second].flatMap((one) => (one ? [`'${one.heading}'`] : []));
    return (
      wrong(
        reader,
        row,
        second ?? percent,
        `the lever has ${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}; exactly one of them is needed`,
      ) ?? null
    );
  }
  const isLevel = percent.meaning === "savingShare";
  const refuse = (value: number): string | null =>
    value > 1 || (!isLevel && value >= 1)
      ? `${percentText(value)} is no possible rate; a rate ${isLevel ? "up to" : "below"} 100% such as 2% is needed`
      : value <= -1
        ? `${percentText(value)} is no possible rate; a rate above −100% such as 2% is needed`
        : null;
  const rate = readNumber(reader, row, percent, {
    needed: "a rate such as 2%",
    scale: scales.get(percent) ?? 1,
    refuse,
    mayBePending: true,
  });
  if (rate === undefined || rate === null) return null;
  if (hasBaseline) {
    const cost = readAmount(reader, table, { ...context }, row, baseline);
    return cost === undefined || cost === null ? null : { kind: "amount", amount: Math.abs(cost) * rate };
  }
  if (context.categoryNames === null) {
    const message = `${percentText(rate)} is a percent of spend, and there is no Spending table; an amount, or a column with the baseline cost, is needed`;
    return wrong(reader, row, percent, message) ?? null;
  }
  return isLevel ? { kind: "level", share: rate } : { kind: "yearlyEfficiency", rate };
}

/** The saving, which baseline times percent is to be. */
function checkedProduct(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  column: MappedColumn | undefined,
  baseline: MappedColumn | undefined,
  percent: MappedColumn | undefined,
  scales: PercentScales,
  amount: number,
): number {
  const quiet: CellReader = { grid: reader.grid, findings: [] };
  const cost = readAmount(quiet, table, context, row, baseline);
  const rate = percent && readNumber(quiet, row, percent, { needed: "", scale: scales.get(percent) ?? 1 });
  if (!column || !cost || !rate || agree(Math.abs(cost) * rate, Math.abs(amount), 2)) return amount;
  const product = Math.abs(cost) * rate;
  const choice = ask(context, {
    id: "savingOrProduct",
    cell: cellAddress(reader.grid.sheet, row, column.column),
    message: `the baseline times the percent is ${rounded(product)}, and '${column.heading}' says ${rounded(amount)}, which was taken`,
    choices: { saving: `'${column.heading}'`, product: "the baseline times the percent" },
    usual: "saving",
  });
  return choice === "product" ? product : amount;
}
