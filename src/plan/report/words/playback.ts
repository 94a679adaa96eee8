import { cellName } from "../../../cells/address";
import { amountsOf, writtenByYear, writtenFullYear } from "../../evaluation/levers/asWritten";
import { counterfactualOf, spendUnder } from "../../evaluation/counterfactual";
import { deploymentOf } from "../../evaluation/levers/deployment";
import { countsAsSaving, signed } from "../../evaluation/kinds";
import type { KindTotal } from "../../breakdown";
import { kindTotals } from "../../evaluation/totals/kindTotals";
import type { KindOfRow, Lever, Plan } from "../../plan";
import type { PlanReading, SheetTotal } from "../../reading/planReading";
import { heldUpBy } from "../faults";
import { count, decimalsFor, figure, isNothing, plainFigure, type FigureStyle } from "./figures";

/** What was read, said back before anything runs, so that whoever knows the register sees at once whether it was understood. */
export interface Playback {
  /** "13 schemes, £8,381k in 2025/26, £11,736k in a full year, £1,200k not identified, £k, cash." */
  sentence: string;
  /** What counts as something else than a saving, or as none. */
  asides: PlaybackLine[];
  /** "Your total in U20 says the same."; null where the sheet has none to hold it against. */
  agrees: PlaybackLine | null;
  /** Each of the sheet's own totals that says something else, with the rows that hold the difference; the total's cell comes first. */
  differences: PlaybackLine[];
}

export interface PlaybackLine {
  text: string;
  /** Cells that the line speaks of; their names within their sheet stand in the text. */
  cells: string[];
}

/** Null where there is no register. Figures are the register's own, as its rows add up, before what overlaps is taken off. */
export function playback(reading: PlanReading, locale?: string): Playback | null {
  if (reading.registers.length === 0) return null;
  const { plan } = reading;
  if (!plan) return withoutPlan(reading);
  const written = amountsWritten(plan);
  const decimals = decimalsFor([...written.total, written.fullYear]);
  const words: Words = { plan, decimals, style: { locale, unit: plan.unit } };
  const agrees = agreement(reading.sheetTotals, written);
  return {
    sentence: `${[things(reading), ...amountParts(written, words), ...basisParts(plan)].join(", ")}.`,
    asides: asidesOf(written, words),
    agrees,
    differences: reading.sheetTotals.flatMap((total) => difference(total, locale)),
  };
}

function withoutPlan(reading: PlanReading): Playback {
  const { errors, questions } = heldUpBy(reading.findings);
  const where = reading.registers.map(({ address }) => address).join(", ");
  const held = [errors > 0 && count(errors, "error"), questions > 0 && count(questions, "question")].filter(Boolean);
  const until =
    held.length === 0
      ? ""
      : ` It cannot run until ${held.join(" and ")} ${errors + questions === 1 ? "is" : "are"} settled.`;
  return { sentence: `${things(reading)} in ${where}.${until}`, asides: [], agrees: null, differences: [] };
}

/** "13 schemes", in the register's own word for them where its heading has one. */
function things({ registers, plan }: PlanReading): string {
  const heading = registers[0]?.columns.find(({ meaning }) => meaning === "lever")?.heading ?? "";
  const word =
    /\b(project|proposal|lever|initiative|opportunity|measure)s?\b/i.exec(heading)?.[1]?.toLowerCase() ?? "scheme";
  const rows = plan
    ? plan.levers.filter(({ kind }) => kind === "Saving").length
    : registers.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const many = word === "opportunity" ? "opportunities" : `${word}s`;
  return `${count(rows, word, many)}${registers.length > 1 ? ` in ${registers.length} registers` : ""}`;
}

interface Written {
  /** Of the savings, by year. */
  total: number[];
  fullYear: number;
  unidentified: number;
  rows: { lever: Lever; byYear: number[]; fullYear: number }[];
  others: KindTotal[];
}

interface Words {
  plan: Plan;
  decimals: number;
  style: FigureStyle;
}

function amountsWritten(plan: Plan): Written {
  const years = plan.years.length;
  const scenario = { name: "" };
  const counterfactual = counterfactualOf(plan, scenario);
  const { spend } = counterfactual;
  const last = spend.map((path) => path.slice(-1));
  const rows = plan.levers
    .filter(({ kind }) => countsAsSaving(kind))
    .map((lever) => ({
      lever,
      byYear: signed(
        lever.kind,
        amountsOf(writtenByYear(lever, deploymentOf(lever, years)), spendUnder(lever, spend, years)),
      ),
      fullYear: signed(lever.kind, amountsOf(writtenFullYear(lever, years), spendUnder(lever, last, 1)))[0] ?? 0,
    }));
  const at = (year: number): number => rows.reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0);
  return {
    total: plan.years.map((_, year) => at(year)),
    fullYear: rows.reduce((sum, { fullYear }) => sum + fullYear, 0),
    unidentified: rows.reduce((sum, { lever, byYear }) => sum + (lever.isIdentified ? 0 : (byYear.at(-1) ?? 0)), 0),
    rows,
    others: kindTotals(plan, scenario, counterfactual),
  };
}

function amountParts({ total, fullYear, unidentified }: Written, { plan, decimals, style }: Words): string[] {
  const money = (value: number): string => figure(value, decimals, style);
  const last = total.at(-1) ?? 0;
  const same = (a: number, b: number): boolean => isNothing(a - b, decimals);
  const parts = [byYearWords(total, plan.years, decimals, style)];
  if (!same(fullYear, last) && !isNothing(fullYear, decimals)) parts.push(`${money(fullYear)} in a full year`);
  if (!isNothing(unidentified, decimals)) parts.push(`${money(unidentified)} not identified`);
  return parts;
}

/** The first year with an amount and the last; one figure where all years are the same. */
function byYearWords(
  amounts: readonly number[],
  years: readonly string[],
  decimals: number,
  style: FigureStyle,
): string {
  const money = (value: number): string => figure(value, decimals, style);
  const [first = 0] = amounts;
  const last = amounts.at(-1) ?? 0;
  if (amounts.length > 1 && amounts.every((amount) => isNothing(amount - first, decimals)))
    return `${money(last)} a year`;
  const from = amounts.findIndex((amount) => !isNothing(amount, decimals));
  const end = `${money(last)} in ${yearName(years.at(-1) ?? "")}`;
  if (from < 0 || from === amounts.length - 1) return end;
  const begin = `${money(amounts[from] ?? 0)} in ${yearName(years[from] ?? "")}`;
  return isNothing(last, decimals) ? `${begin}, nothing in ${yearName(years.at(-1) ?? "")}` : `${begin}, ${end}`;
}

function yearName(label: string): string {
  return label.replace(/^Year (?=\d)/, "year ");
}

function basisParts({ unit, prices, priceBasis, levers }: Plan): string[] {
  return [
    unit === "" ? "unit not stated" : unit,
    prices === "unstated" ? "price basis not stated" : priceBasis,
    ...(levers.some(({ overlaps }) => overlaps) ? ["before overlaps"] : []),
  ];
}

function asidesOf({ rows, others }: Written, words: Words): PlaybackLine[] {
  const savings = rows.filter(({ lever }) => lever.kind === "Saving");
  const empty = savings.filter(({ byYear, fullYear }) => fullYear === 0 && byYear.every((amount) => amount === 0));
  const negative = savings.filter(({ byYear }) => byYear.some((amount) => amount < 0));
  const lines: PlaybackLine[] = [];
  if (empty.length > 0)
    lines.push({
      text: `${empty.length} of them ${empty.length === 1 ? "has" : "have"} no amount.`,
      cells: cellsOf(empty),
    });
  if (negative.length > 0) {
    const sum = byYearWords(sumByYear(negative), words.plan.years, words.decimals, words.style);
    lines.push({
      text: `${negative.length} of them ${negative.length === 1 ? "costs" : "cost"}: ${sum}.`,
      cells: cellsOf(negative),
    });
  }
  for (const { kind, amounts, rows: own } of others) {
    if (kind === "Saving") continue;
    const sum = byYearWords(amounts, words.plan.years, words.decimals, words.style);
    const cells = own.map(({ cell }) => cell).filter((cell) => cell !== "");
    lines.push({ text: `${kindNames[kind]}: ${sum}, ${kindMeanings[kind]}.`, cells });
  }
  return lines;
}

type OtherKind = Exclude<KindOfRow, "Saving">;

const kindNames: Record<OtherKind, string> = {
  Pressure: "Pressures",
  "Undelivered brought forward": "Undelivered brought forward",
  Contingency: "Contingency",
  Mitigation: "Mitigations",
  "One-off cost": "One-off costs",
  "Funding switch": "Reserves and other funding",
};

const kindMeanings: Record<OtherKind, string> = {
  Pressure: "to be met, not saved",
  "Undelivered brought forward": "to be met, not saved",
  Contingency: "taken off the savings",
  Mitigation: "counted in forecasts, not in the plan",
  "One-off cost": "set against the savings as investment",
  "Funding switch": "not a saving",
};

function cellsOf(rows: readonly { lever: Lever }[]): string[] {
  return rows.map(({ lever }) => lever.address).filter((address) => address !== "");
}

function sumByYear(rows: readonly { byYear: number[] }[]): number[] {
  return (rows[0]?.byYear ?? []).map((_, year) => rows.reduce((sum, { byYear }) => sum + (byYear[year] ?? 0), 0));
}

/** The total that says what the sentence says; else that the sheet's totals agree with the rows, whatever they are totals of. */
function agreement(totals: readonly SheetTotal[], { total, fullYear }: Written): PlaybackLine | null {
  const agreeing = totals.filter(({ explainedBy }) => explainedBy === undefined);
  if (agreeing.length === 0) return null;
  const said = [total.at(-1) ?? 0, fullYear, total[0] ?? 0]
    .map((amount) => agreeing.find(({ says }) => isSameAmount(says, amount)))
    .find((found) => found !== undefined);
  if (said) return { text: `Your total in ${cellName(said.cell)} says the same.`, cells: [said.cell] };
  const [first] = agreeing;
  if (!first || agreeing.length < totals.length) return null;
  return agreeing.length === 1
    ? { text: `Your total in ${cellName(first.cell)} agrees with its rows.`, cells: [first.cell] }
    : { text: `Your ${agreeing.length} totals agree with their rows.`, cells: [first.cell] };
}

/** In whichever unit and with whichever sign the sheet has it. */
function isSameAmount(says: number, amount: number): boolean {
  if (amount === 0 || says === 0) return false;
  const power = Math.log10(Math.abs(says / amount)) / 3;
  return Math.abs(power - Math.round(power)) < 1e-7;
}

function difference({ cell, says, read, explainedBy }: SheetTotal, locale: string | undefined): PlaybackLine[] {
  if (explainedBy === undefined) return [];
  const decimals = [says, read].some((value) => !Number.isInteger(value)) ? 2 : 0;
  const [total, rows] = [says, read].map((value) => plainFigure(value, decimals, { locale, unit: "" }));
  const holds =
    explainedBy.length === 0
      ? ""
      : `; ${explainedBy.map(cellName).join(" or ")} ${explainedBy.length === 1 ? "is" : "are"} the difference`;
  return [
    {
      text: `Your total in ${cellName(cell)} says ${total}, its rows come to ${rows}${holds}.`,
      cells: [cell, ...explainedBy],
    },
  ];
}
