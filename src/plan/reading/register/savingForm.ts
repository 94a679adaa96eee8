import { saysCumulative, yearSavingsIn } from "../meaning/aspect";
import { columnOf, type MappedColumn } from "../tableColumn";
import { ask } from "../questions";
import { cashPartsOf, cashYearsOf, type CashParts, type CashYears } from "./cashParts";
import { oneOffParts } from "./oneOffParts";
import {
  inYearRecurrent,
  recurrentOfSplit,
  recurrentPartOf,
  sayPartWithoutYear,
  type RecurrentPart,
} from "./recurrentPart";
import { shareFormOf, type ShareForm } from "./shareForm";
import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { columnsOfMeaning, type RegisterContext, type RegisterTable } from "./registerContext";
import { yearOfParts } from "./registerYears";
import { figuresOf, tieOf, tieOfYears, type Tie } from "./ties";
import { momentAt } from "../cells/times/startCell";
import { orderOf } from "../cells/times/years";

/** How a register says what its levers save, and which of its columns says what. */
export interface SavingForm {
  /** Amounts by year, or of months or quarters of years; the finest in time. */
  periods: {
    kind: "years" | "months" | "quarters";
    columns: MappedColumn[];
    holds: "each" | "new" | "cumulative" | "rates";
  } | null;
  /** In-year amounts: the part-year effect, or the columns of one year, which are its parts. */
  inYear: MappedColumn[];
  /** The amount of a full year beside figures by period; else null. */
  fullYear: MappedColumn | undefined;
  /** Shares by year of the full-year amount: alone its phasing, beside amounts by year what checks them. */
  shares: ShareForm | null;
  /** A full-year amount and nothing else. */
  amount: MappedColumn | undefined;
  /** What the months, quarters or years must add up to. */
  sum: MappedColumn | undefined;
  /** Columns by year beside months or quarters that say their years: their sums, and the amounts of later years. */
  ofYears: MappedColumn[];
  /** Columns by year of what does not come again, though the lever's saving does. */
  oneOffs: ReadonlySet<MappedColumn>;
  /** The column that says which part of the saving comes again, or does not. */
  part: RecurrentPart | null;
  /** The columns that tell what releases cash from what does not. */
  cash: CashParts;
  /** Those of each year; none where the years do not say. */
  cashYears: CashYears[];
}

/** Finds the form of a register: by its columns, and by the arithmetic that ties them. What stays open is asked. */
export function savingFormOf(table: RegisterTable, context: RegisterContext, hasPressures: boolean): SavingForm {
  const form = formOf(table, context, hasPressures);
  if (form.periods) sayPartWithoutYear(table, context);
  const whole = form.amount ?? (form.fullYear ? undefined : form.inYear[0]);
  return {
    ...form,
    oneOffs: oneOffParts(table, context),
    part: recurrentPartOf(table, context, whole),
    cash: form.periods || form.inYear.length > 0 ? null : cashPartsOf(table, context, form.amount ?? form.fullYear),
    cashYears: cashYearsOf(form),
  };
}

function formOf(
  table: RegisterTable,
  context: RegisterContext,
  hasPressures: boolean,
): Omit<SavingForm, "oneOffs" | "part" | "cash" | "cashYears"> {
  const of = (meaning: string): MappedColumn | undefined => columnOf(table.columns, meaning);
  const months = columnsOfMeaning(table, "month");
  const quarters = columnsOfMeaning(table, "quarter");
  const full = of("fullYearEffect");
  const planned = of("saving") ?? of("netSaving") ?? of("grossSaving") ?? of("plan") ?? of("registerTotal");
  const inOrder = (columns: MappedColumn[]): MappedColumn[] => columns.sort((a, b) => orderOf(a) - orderOf(b));
  const maybeShares = inOrder(columnsOfMeaning(table, "share"));
  const shares = shareFormOf(table, context, maybeShares, full ?? planned);
  const areAmounts = shares === null && columnsOfMeaning(table, "year").length === 0;
  const years = areAmounts ? maybeShares : inOrder(columnsOfMeaning(table, "year"));
  const inYear = columnsOfMeaning(table, "inYear");
  const isOneYear = new Set(years.map(orderOf)).size === 1;
  const single = isOneYear && months.length + quarters.length === 0 ? years : [];
  const series =
    months.length > 0 ? months : quarters.length > 0 ? quarters : years.length > 0 && !isOneYear ? years : [];
  // A forecast is the saving only where nothing is planned.
  const lesser = of("cashSaving") ?? of("nonCashSaving") ?? of("forecast");
  const named = planned ?? (full || series.length + single.length > 0 ? undefined : lesser);
  if (series === months && isPartOfYear(table, context, months, full))
    return {
      ...{ periods: null, shares: null, sum: undefined, ofYears: [] },
      inYear: [full],
      fullYear: undefined,
      amount: undefined,
    };
  if (series.length > 0) {
    const kind = series === months ? "months" : series === quarters ? "quarters" : "years";
    const ties = (column: MappedColumn | undefined): Tie => tieOf(table, context, series, column);
    const hasOwnYears = kind !== "years" && series.every(({ year }) => year !== null);
    const ofYears = hasOwnYears ? years : [];
    const others = [inYear[0], named, of("registerTotal"), ...(kind === "years" || hasOwnYears ? [] : years)].filter(
      (column) => column !== undefined,
    );
    if (kind === "years") {
      const fullYear = full ?? others.find((column) => ties(column) === "last") ?? undefined;
      const sum = others.find((column) => ties(column) === "sum");
      const holds = yearsHold(table, context, series, full, fullYear, sum, hasPressures);
      return {
        periods: { kind, columns: series, holds },
        inYear: [],
        fullYear: holds === "new" ? undefined : fullYear,
        shares,
        amount: undefined,
        sum: holds === "new" ? sum : undefined,
        ofYears,
      };
    }
    const sum =
      others.find((column) => ["sum", "last"].includes(ties(column))) ??
      inYear[0] ??
      (hasOwnYears ? undefined : years[0]) ??
      of("registerTotal");
    const fullYear = full ?? others.find((column) => column !== sum);
    const holds =
      kind === "months"
        ? monthsHold(table, context, series, sum, fullYear, ofYears)
        : quartersHold(table, context, series, sum, fullYear, ofYears);
    const periods = { kind, columns: series, holds } as const;
    return { periods, inYear: [], fullYear, shares: null, amount: undefined, sum, ofYears };
  }
  const alone = { periods: null, shares: null, sum: undefined, ofYears: [] };
  if (shares) return { ...alone, shares, inYear: [], fullYear: shares.of, amount: undefined };
  const parts = inYear.length > 0 ? inYear : single;
  const own = inYear[0]?.year;
  const others = own ? years.filter(({ year }) => JSON.stringify(year) !== JSON.stringify(own)) : [];
  const split = parts === inYear && inYear.length === 1 ? recurrentOfSplit(table, context, inYear[0]) : undefined;
  // A total of one year and of columns that are not read is no full-year effect.
  const whole = parts === single && named?.meaning === "registerTotal" ? undefined : named;
  if (parts.length > 0)
    return { ...alone, inYear: split ? [split] : parts, fullYear: full ?? whole, amount: undefined, ofYears: others };
  const again = full && !named ? inYearRecurrent(table) : undefined;
  if (again) return { ...alone, inYear: [again], fullYear: full, amount: undefined };
  if (full && named && named.meaning !== "registerTotal")
    return { ...alone, inYear: [named], fullYear: full, amount: undefined };
  const isOfItsYear = !full && !of("phasing") && !of("ramp") && isPlanOfYear(table, context, named);
  return isOfItsYear
    ? { ...alone, inYear: named ? [named] : [], fullYear: undefined, amount: undefined }
    : { ...alone, inYear: [], fullYear: undefined, amount: full ?? named };
}

/** Whether an amount beside starts is that of the year which its heading names: no lever starts after it, and no word makes it a full year's. */
function isPlanOfYear(table: RegisterTable, { convention }: RegisterContext, named: MappedColumn | undefined): boolean {
  const start = columnOf(table.columns, "start");
  const year = named?.year;
  if (!named || !start || year?.kind !== "fiscal" || fullYearWords.test(named.full)) return false;
  return table.rows.rows.every((row) => {
    const moment = momentAt(table.header.grid, row, start.column, convention);
    return moment?.year.kind !== "fiscal" || moment.year.start <= year.start;
  });
}

/** Beside a year: that the amount is what all of its months come to, or what the year is named for. "2025/26 plan" has none. */
const fullYearWords =
  /\b(full|fye|annual|annuali[sz]ed|yearly|recurrent|recurring|prices?|from|since|p\.?a|per (year|annum)|a year|rate)\b/i;

/**
 * Whether the months are the first of a year and 'Full year' is what the whole of it comes to, as in a report after three months; asked. What is headed as
 * an effect or a rate is the amount of a full year, whatever the months.
 */
function isPartOfYear(
  table: RegisterTable,
  context: RegisterContext,
  months: readonly MappedColumn[],
  full: MappedColumn | undefined,
): full is MappedColumn {
  const parts = months.map(({ part }) => part);
  const isBegun = months.length < 12 && parts.every((part, index) => part === index + 1);
  if (!full || full.origin === "user" || !isBegun || /\b(effect|fye|rate|recurrent|annuali[sz]ed)\b/i.test(full.full))
    return false;
  const { column, row, heading } = full;
  const choice = ask(context, {
    id: "restOfYear",
    cell: cellAddress(table.header.grid.sheet, row, column),
    message: `there are months for a part of the year alone, and '${heading}' was read as what the whole of it comes to`,
    choices: { whole: `the year comes to '${heading}'`, months: "the year comes to its months alone" },
    usual: "whole",
  });
  return choice === "whole";
}

/** Whether amounts by year are counted in each year or come new in each year. */
function yearsHold(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  full: MappedColumn | undefined,
  fullYear: MappedColumn | undefined,
  sum: MappedColumn | undefined,
  hasPressures: boolean,
): "each" | "new" {
  const [first] = series;
  const cell = first ? cellAddress(table.header.grid.sheet, first.row, first.column) : "";
  if (series.some(({ full }) => saysRates(full))) {
    const message = "the yearly rates were read as what is saved in each year; one may be reached only at its end";
    context.findings.push({ level: "warning", cell, message });
    return asGiven(context, cell, "each");
  }
  const words = series.map(({ full }) => yearSavingsIn(full));
  const inHeading = words.find((one) => one !== null);
  // One cumulative year among others says nothing of those, nor do additional savings of those that are added to them.
  const hasParts = new Set(series.map(orderOf)).size < series.length;
  const isOdd =
    (series.some(({ full }) => saysCumulative(full)) && words.slice(1).some((one) => one !== "each")) ||
    (hasParts && words.includes(null));
  const said = isOdd ? null : (inHeading ?? table.header.titles.map(yearSavingsIn).find((one) => one !== null) ?? null);
  const ties = (): "each" | "new" | null => {
    if (fullYear && ["last", "both"].includes(tieOf(table, context, series, fullYear))) return "each";
    if (full && tieOf(table, context, series, full) === "sum") return "new";
    return null;
  };
  const isStrategy = table.header.titles.some((title) => /\bmtf[sp]\b|medium[ -]term financial/i.test(title));
  const settled = said ?? ties() ?? (hasPressures && isStrategy ? "new" : null);
  if (settled) return asGiven(context, cell, settled);
  const rows = figuresOf(table, context, series);
  const differs = rows.some(({ figures }) => figures.slice(0, -1).some((figure) => figure !== 0));
  if (!differs || !first) return context.options.yearSavings ?? "each";
  const hint = sum ? `; '${sum.heading}' sums the years, as it would of savings that are new in each year` : "";
  return askYearSavings(context, cell, hint);
}

/** What `--year-savings` says, even where the sheet's words or sums say otherwise; that it does is said. */
export function asGiven(context: RegisterContext, cell: string, settled: "each" | "new"): "each" | "new" {
  const given = context.options.yearSavings;
  if (given && given !== settled)
    context.findings.push({
      level: "warning",
      cell,
      message: `by its words or sums the sheet's amounts by year are ${yearSavingsChoices[settled]}, and were read as ${yearSavingsChoices[given]}, as you said`,
    });
  return given ?? settled;
}

const yearSavingsChoices = { each: "counted in each year", new: "new in each year" };

/** Asks what amounts by year are; `--year-savings` answers it for every register. */
export function askYearSavings(context: RegisterContext, cell: string, hint = ""): "each" | "new" {
  return ask(context, {
    id: "yearSavings",
    cell,
    level: "error",
    message: `the amounts by year may be counted in each year, or be new in each year and add to those before${hint}; say which: it changes every total`,
    choices: yearSavingsChoices,
    usual: "each",
    given: context.options.yearSavings,
  });
}

type MonthsHold = "each" | "cumulative" | "rates";

function monthsHold(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  sum: MappedColumn | undefined,
  fullYear: MappedColumn | undefined,
  ofYears: readonly MappedColumn[],
): MonthsHold {
  const [first] = series;
  if (first && saysCumulative(first.full)) return "cumulative";
  if (first && saysRates(first.full)) return "rates";
  const tie = ofYears.length > 0 ? tieOfYears(table, context, series, ofYears) : tieOf(table, context, series, sum);
  if (tie === "sum") return "each";
  if (tie === "last") return "cumulative";
  const rows = figuresOf(table, context, series, fullYear).filter(({ figures }) =>
    figures.some((figure) => figure !== 0),
  );
  const rises = (figures: number[]): boolean =>
    figures.every((figure, index) => index === 0 || figure >= (figures[index - 1] ?? 0) - 1e-9);
  const isSteady = (figures: number[]): boolean =>
    new Set(figures.filter((figure) => figure !== 0).map((figure) => figure.toPrecision(9))).size <= 2;
  const isTitled = [...table.header.titles, table.header.grid.sheet].some(saysCumulative);
  if (isTitled && rows.length > 0 && rows.every(({ figures }) => rises(figures))) return "cumulative";
  const full = rows.filter(({ total }) => total !== null);
  if (
    full.length > 0 &&
    full.every(({ figures, total }) => agree(12 * (figures[figures.length - 1] ?? 0), total ?? 0, 12))
  )
    return "each";
  const areRates = table.header.titles.some(saysRates);
  const areRising = rows.every(({ figures }) => rises(figures)) && !rows.every(({ figures }) => isSteady(figures));
  if (rows.length === 0 || (!areRising && !isTitled && !areRates) || !first) return "each";
  const rates = areRates ? { rates: "yearly rates" } : {};
  const choices = { each: "amounts of each month", cumulative: "cumulative amounts", ...rates } as Record<
    MonthsHold,
    string
  >;
  const usual = areRates ? "rates" : "each";
  const why = areRates
    ? "the months may be yearly rates, since the title says run rate"
    : areRising
      ? "the months rise in every row, as cumulative amounts do"
      : "the title says cumulative, and some months fall, as cumulative amounts do not";
  return ask<MonthsHold>(context, {
    id: "monthAmounts",
    cell: cellAddress(table.header.grid.sheet, first.row, first.column),
    message: `${why}; they were read as ${choices[usual]}`,
    choices,
    usual,
  });
}

function saysRates(text: string): boolean {
  return /run[ -]?rate|annuali[sz]ed/i.test(text);
}

function quartersHold(
  table: RegisterTable,
  context: RegisterContext,
  series: MappedColumn[],
  sum: MappedColumn | undefined,
  fullYear: MappedColumn | undefined,
  ofYears: readonly MappedColumn[],
): "each" | "cumulative" | "rates" {
  const [first] = series;
  if (first && saysCumulative(first.full)) return "cumulative";
  if (table.header.titles.some(saysCumulative) && tieOf(table, context, series, sum) === "last") return "cumulative";
  const rows = figuresOf(table, context, series, fullYear).filter(
    ({ total, figures }) => total !== null && figures.some((figure) => figure !== 0),
  );
  const every = (times: number): boolean =>
    rows.length > 0 &&
    rows.every(({ figures, total }) => agree(times * (figures[figures.length - 1] ?? 0), total ?? 0, 4));
  if (every(1) || (series.some(({ full }) => saysRates(full)) && !every(4))) return "rates";
  const areParts = [sum, fullYear].some((column) => tieOf(table, context, series, column) === "sum");
  if (every(4) || areParts || tieOfYears(table, context, series, ofYears) === "sum" || !first) return "each";
  const choices = { each: "amounts of each quarter", rates: "yearly rates" } as const;
  const usual = table.header.titles.some(saysRates) ? "rates" : "each";
  return ask<"each" | "rates">(context, {
    id: "quarterAmounts",
    cell: cellAddress(table.header.grid.sheet, first.row, first.column),
    message: `the quarters may be amounts or yearly rates; they were read as ${choices[usual]}`,
    choices,
    usual,
  });
}

/** Figures of months or quarters by the year in which they lie; a series of years as it stands. */
export function byYearOf(
  form: NonNullable<SavingForm["periods"]>,
  figures: readonly (number | null)[],
  table: RegisterTable,
  context: RegisterContext,
): Map<number, number> {
  const sums = new Map<number, number>();
  for (const { year, amount } of partsOf(form, figures, table, context)) sums.set(year, (sums.get(year) ?? 0) + amount);
  return sums;
}

/** The twelve months of the last year that has them all; null where none has. */
export function monthsOf(
  form: NonNullable<SavingForm["periods"]>,
  figures: readonly (number | null)[],
  table: RegisterTable,
  context: RegisterContext,
): { year: number; amounts: number[] } | null {
  if (form.kind !== "months") return null;
  const parts = partsOf(form, figures, table, context);
  const year = parts.at(-1)?.year ?? 0;
  const amounts = parts.filter((part) => part.year === year).map(({ amount }) => amount);
  return amounts.length === 12 && year >= 1 ? { year, amounts } : null;
}

/** What each column says of its own period, with its year. */
function partsOf(
  form: NonNullable<SavingForm["periods"]>,
  figures: readonly (number | null)[],
  table: RegisterTable,
  context: RegisterContext,
): { year: number; amount: number }[] {
  let before = 0;
  let year = NaN;
  return form.columns.map((column, index) => {
    const at = yearOfParts(column, table, context);
    if (at !== year) before = 0;
    year = at;
    const figure = figures[index] ?? 0;
    const own =
      form.holds === "cumulative"
        ? figure - before
        : form.holds === "rates"
          ? figure / (form.kind === "months" ? 12 : 4)
          : figure;
    before = figure === 0 && form.holds === "cumulative" && before !== 0 && figures[index] === null ? before : figure;
    return { year: at, amount: figures[index] === null && form.holds === "cumulative" ? 0 : own };
  });
}
