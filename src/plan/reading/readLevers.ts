import { areaAddress, cellAddress } from "../../cells/address";
import { isBlank, isCellError, textOf } from "../../cells/cell";
import { nameKey } from "../../cells/names";
import { readAppliesTo } from "./appliesTo";
import { rowsOf, type HeaderRow } from "./headerRows";
import { percentScales, warnOfLargeFractions } from "./percentScale";
import type { Effect, Lever } from "../plan";
import {
  percentText,
  readChoice,
  readNumber,
  readText,
  refuseRate,
  wrong,
  type CellReader,
  type NumberRule,
} from "./readCells";
import { cellAt, formatAt } from "./sheetGrid";
import { quoted } from "./shownCell";
import { columnOf, type MappedColumn } from "./tableColumns";
import { yearIndex, type Timeline } from "./timeline";
import { meaningName } from "../columns/meanings";
import { leverTypes, phasings, recurrence, statuses, yesNo } from "../columns/words";
import { isDateFormat, readMonth, readYear, shareOfFirstYear, type YearConvention } from "./years";

/** What the levers of a table are read against. */
export interface LeverContext {
  header: HeaderRow;
  columns: MappedColumn[];
  rows: number[];
  categoryNames: string[];
  timeline: Timeline;
  convention: YearConvention;
  /** A column's amounts are multiplied by this to reach the plan's unit. */
  unitScale: (column: MappedColumn) => number;
}

/** Reads the levers row by row; a row with an error gives no lever. Everything wrong is added to the findings. */
export function readLevers(reader: CellReader, context: LeverContext): Lever[] {
  const { columns, rows } = context;
  const nameColumn = columnOf(columns, "lever");
  const scales = new Map<string, number>();
  for (const { meanings, beyond, areRates } of percentColumns) {
    const together = meanings.flatMap((meaning) => columnOf(columns, meaning) ?? []);
    const found = percentScales(reader, together, rows, beyond);
    if (areRates) warnOfLargeFractions(reader, found, rows);
    for (const [column, scale] of found) scales.set(column.meaning, scale);
  }
  const seen = new Map<string, number>();
  const levers: Lever[] = [];
  for (const row of rows) {
    const errorsBefore = reader.findings.filter(({ level }) => level === "error").length;
    const name = readName(reader, row, nameColumn, context.header, seen);
    const lever = readLever(reader, row, name ?? "", context, scales);
    if (name && lever && reader.findings.filter(({ level }) => level === "error").length === errorsBefore)
      levers.push(lever);
  }
  return levers;
}

const effectMeanings = ["saving", "savingShare", "yearlyEfficiency"] as const;

/** Columns that may be headed % over plain numbers, those together that one person fills in one way; from which size a number is no fraction. */
const percentColumns = [
  { meanings: ["savingShare"], beyond: 1, areRates: true },
  { meanings: ["yearlyEfficiency"], beyond: 1, areRates: true },
  { meanings: ["low", "likely", "high"], beyond: 2, areRates: false },
  { meanings: ["costReleased"], beyond: 1.01, areRates: false },
  { meanings: ["ceiling"], beyond: 1.01, areRates: false },
];

function readName(
  reader: CellReader,
  row: number,
  column: MappedColumn | undefined,
  header: HeaderRow,
  seen: Map<string, number>,
): string | undefined {
  if (!column) return undefined;
  const value = cellAt(header.grid, row, column.column);
  if (isCellError(value)) return wrong(reader, row, column, `the cell shows ${value.error}; a name is needed`);
  const name = textOf(value);
  if (name === "") return wrong(reader, row, column, "the lever has no name; a name of its own is needed");
  const before = seen.get(nameKey(name));
  if (before !== undefined)
    return wrong(
      reader,
      row,
      column,
      `'${name}' is also the lever in row ${before + 1}; each lever needs a name of its own`,
    );
  seen.set(nameKey(name), row);
  return name;
}

function readLever(
  reader: CellReader,
  row: number,
  name: string,
  context: LeverContext,
  scales: Map<string, number>,
): Lever | null {
  const { columns, timeline, convention, header } = context;
  const column = (meaning: string): MappedColumn | undefined => columnOf(columns, meaning);
  const text = (meaning: string): string => readText(reader, row, column(meaning), "a text") ?? "";
  const number = (meaning: string, rule: NumberRule): number | null | undefined =>
    readNumber(reader, row, column(meaning), { scale: scales.get(meaning) ?? 1, ...rule });
  const cost = (meaning: string): number => {
    const at = column(meaning);
    return (
      number(meaning, {
        needed: "an amount such as 2.5",
        isAmount: true,
        scale: at ? context.unitScale(at) : 1,
        refuse: refuseNegativeCost,
      }) ?? 0
    );
  };

  const effect = readEffect(reader, row, context, scales);
  const categories = readCategories(reader, row, context);
  const overlaps = readChoice(reader, row, column("overlaps"), yesNo, "yes or no");
  const start = readYearIndex(reader, row, column("start"), context);
  const monthColumn = column("startMonth");
  const month = readStartMonth(reader, row, monthColumn, column("start"), header);
  const end = readYearIndex(reader, row, column("end"), context);
  const phasing =
    readChoice(reader, row, column("phasing"), phasings, "one of immediate, linear, s-curve, fade and adoption") ??
    "immediate";
  const ramp =
    number("ramp", {
      needed: "a number of years such as 3",
      refuse: (value) => (value > 0 ? null : `${value} is no possible ramp; a number of years above 0 is needed`),
    }) ?? 1;
  const ceiling =
    number("ceiling", {
      needed: "a share such as 80%",
      refuse: (value) =>
        value >= 0 && value <= 1
          ? null
          : `${percentText(value)} is no possible ceiling; a share from 0% to 100% is needed`,
    }) ?? 1;
  const recurrent = readChoice(reader, row, column("recurrent"), recurrence, "yes or no") ?? true;
  const typeWord = readChoice(
    reader,
    row,
    column("type"),
    leverTypes,
    "one of Cost reduction, Cash-releasing, Cost avoidance, Income and Baseline assumption",
  );
  const given = text("status");
  const status = statuses.get(nameKey(given)) ?? given;
  const delivery = readDelivery(reader, row, column, number);
  const investmentYear = readYearIndex(reader, row, column("investmentYear"), context);
  const first = start ?? 1;
  const startColumn = column("start");
  if (start !== null && start !== undefined && start < 1 && startColumn) {
    const label = quoted(cellAt(header.grid, row, startColumn.column), formatAt(header.grid, row, startColumn.column));
    const message =
      !recurrent && (end === null || (end !== undefined && end < 1))
        ? `${label} is before the first year ${timeline.labels[0]}; a non-recurrent saving of that year does not count`
        : `${label} is before the first year ${timeline.labels[0]}; the lever counts in full from ${timeline.labels[0]}`;
    reader.findings.push({ level: "warning", cell: cellAddress(header.grid.sheet, row, startColumn.column), message });
  }
  const endColumn = column("end");
  if (endColumn && end !== null && end !== undefined && end < first) {
    wrong(
      reader,
      row,
      endColumn,
      `the lever ends before it starts; an end in or after ${yearLabel(first, timeline)} is needed`,
    );
  }
  const lever = {
    name,
    reference: "",
    group: text("group"),
    kind: "Saving" as const,
    start: first,
    firstYearShare: month ? shareOfFirstYear(month, convention.fiscalYearStart) : 1,
    end: end ?? null,
    phasing,
    ramp,
    ceiling,
    recurrent,
    isRecurrenceStated: isFilled(header, row, column("recurrent")),
    type: typeWord === "Cost avoidance" || typeWord === "Income" ? typeWord : ("Cost reduction" as const),
    baselineOnly: typeWord === "Baseline assumption",
    cashEffect: typeWord === "Cash-releasing" ? typeWord : ("Not stated" as const),
    efficiencyType: "Not stated" as const,
    status,
    rag: "",
    risk: "",
    gate: "",
    isIdentified: status !== "Unidentified",
    delivery,
    investment: cost("investment"),
    investmentYear: investmentYear ?? first,
    runningCost: cost("runningCost"),
    doubleRunning: cost("doubleRunning"),
    doubleRunningYears:
      number("doubleRunningYears", {
        needed: "a number of years such as 2",
        refuse: (value) => (value >= 0 ? null : `${value} is negative; a number of years is needed`),
      }) ?? 1,
    organisation: text("organisation"),
    costReleased:
      number("costReleased", {
        needed: "a share such as 100%",
        refuse: (value) =>
          value >= 0 && value <= 1 ? null : `${percentText(value)} is no possible share; one from 0% to 100% is needed`,
      }) ?? 1,
    effort:
      number("effort", {
        needed: "a number such as 2",
        refuse: (value) => (value >= 0 ? null : `${value} is negative; an effort of 0 or more is needed`),
      }) ?? 0,
    address: areaAddress(rowsOf(header, row, row)),
  };
  if (!effect || !categories) return null;
  return { ...lever, categories, effect, overlaps: overlaps ?? effect.kind !== "amount" };
}

/** Exactly one of amount, level and yearly efficiency. */
function readEffect(
  reader: CellReader,
  row: number,
  context: LeverContext,
  scales: Map<string, number>,
): Effect | null {
  const { columns, header } = context;
  const present = effectMeanings.flatMap((meaning) => columnOf(columns, meaning) ?? []);
  const filled = present.filter(({ column }) => !isBlank(cellAt(header.grid, row, column)));
  const [first, second] = filled;
  if (!first) {
    const at = present[0] ?? columnOf(columns, "lever");
    if (at)
      wrong(
        reader,
        row,
        at,
        "the lever saves nothing; exactly one of Saving, Saving % and Yearly efficiency % is needed",
      );
    return null;
  }
  if (second) {
    const names = filled.map(({ meaning }) => meaningName("levers", meaning));
    wrong(
      reader,
      row,
      second,
      `the lever has ${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}; exactly one of Saving, Saving % and Yearly efficiency % is needed`,
    );
    return null;
  }
  const isAmount = first.meaning === "saving";
  const value = readNumber(
    reader,
    row,
    first,
    isAmount
      ? { needed: "an amount such as 2.5", isAmount: true, scale: context.unitScale(first) }
      : { needed: "a rate such as 2%", scale: scales.get(first.meaning) ?? 1, refuse: refuseRate },
  );
  if (value === undefined || value === null) return null;
  if (isAmount) return { kind: "amount", amount: value };
  return first.meaning === "savingShare" ? { kind: "level", share: value } : { kind: "yearlyEfficiency", rate: value };
}

function readCategories(
  reader: CellReader,
  row: number,
  { columns, header, categoryNames }: LeverContext,
): number[] | null {
  const column = columnOf(columns, "appliesTo");
  const cell = column ? cellAt(header.grid, row, column.column) : null;
  if (column && isCellError(cell)) {
    wrong(reader, row, column, `the cell shows ${cell.error}; a category of the Spending table or All is needed`);
    return null;
  }
  const { categories, unknown } = readAppliesTo(textOf(cell), categoryNames);
  for (const { name, nearest } of unknown) {
    if (column)
      wrong(
        reader,
        row,
        column,
        `'${name}' is no category of the Spending table; ${nearest ? `'${nearest}' may be meant` : "one of its categories or All is needed"}`,
      );
  }
  if (column && unknown.length === 0 && categories.length === 0) {
    wrong(reader, row, column, `${quoted(cell)} names no category; one of the Spending table or All is needed`);
  }
  return unknown.length > 0 || categories.length === 0 ? null : categories;
}

/** The year of a cell as an index of the plan: null where blank. A year after the last is an error. */
function readYearIndex(
  reader: CellReader,
  row: number,
  column: MappedColumn | undefined,
  context: LeverContext,
): number | null | undefined {
  if (!column) return null;
  const { header, timeline, convention } = context;
  const value = cellAt(header.grid, row, column.column);
  const format = formatAt(header.grid, row, column.column);
  const example = `a year of the plan such as ${timeline.labels[0]}`;
  if (isBlank(value)) return null;
  if (isCellError(value)) return wrong(reader, row, column, `the cell shows ${value.error}; ${example} is needed`);
  const year = readYear(value, format, convention);
  if (!year) return wrong(reader, row, column, `${quoted(value, format)} is no year; ${example} is needed`);
  const index = yearIndex(year, timeline);
  if (index === null)
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format)} cannot be placed, since the plan's years are ${timeline.labels[0]} to ${timeline.labels[timeline.labels.length - 1]}; ${example} is needed`,
    );
  const last = timeline.labels.length;
  if (index > last)
    return wrong(
      reader,
      row,
      column,
      `${quoted(value, format)} is after the plan's last year ${timeline.labels[last - 1]}; a year up to then${column.meaning === "end" ? ", or nothing for a saving that goes on," : ""} is needed`,
    );
  return index;
}

/** The start month of its own column, else that of a Start given as a date. */
function readStartMonth(
  reader: CellReader,
  row: number,
  column: MappedColumn | undefined,
  start: MappedColumn | undefined,
  header: HeaderRow,
): number | null | undefined {
  const own = column ? cellAt(header.grid, row, column.column) : null;
  if (column && !isBlank(own)) {
    if (isCellError(own))
      return wrong(reader, row, column, `the cell shows ${own.error}; a month such as October or 10 is needed`);
    const month = readMonth(own, formatAt(header.grid, row, column.column));
    return month ?? wrong(reader, row, column, `${quoted(own)} is no month; a month such as October or 10 is needed`);
  }
  if (!start) return null;
  const format = formatAt(header.grid, row, start.column);
  const value = cellAt(header.grid, row, start.column);
  return typeof value === "number" && isDateFormat(format) ? readMonth(value, format) : null;
}

function readDelivery(
  reader: CellReader,
  row: number,
  column: (meaning: string) => MappedColumn | undefined,
  number: (meaning: string, rule: NumberRule) => number | null | undefined,
): Lever["delivery"] {
  const needed = "a share of the plan such as 80%";
  const refuse = (value: number): string | null =>
    Math.abs(value) > mostDelivered
      ? `${percentText(value)} of the plan is no possible delivery; ${needed} is needed`
      : null;
  const low = number("low", { needed, refuse }) ?? null;
  const likely = number("likely", { needed, refuse }) ?? null;
  const high = number("high", { needed, refuse }) ?? null;
  const given = [low, likely, high].filter((value): value is number => value !== null);
  const at = column("low") ?? column("likely");
  if (at && given.some((value, index) => index > 0 && value < (given[index - 1] ?? value))) {
    wrong(
      reader,
      row,
      at,
      `the range falls (${given.map(percentText).join(", ")}); Low, Likely and High are to rise in that order`,
    );
  }
  return { low, likely, high };
}

/** Beyond it the number is an amount or a percentage, not a share. */
const mostDelivered = 5;

function isFilled({ grid }: HeaderRow, row: number, column: MappedColumn | undefined): boolean {
  return column !== undefined && !isBlank(cellAt(grid, row, column.column));
}

function refuseNegativeCost(value: number): string | null {
  return value < 0 ? `${value} is negative; costs are positive numbers` : null;
}

function yearLabel(index: number, timeline: Timeline): string {
  return timeline.labels[index - 1] ?? (index === 0 ? timeline.baseYear : timeline.labels[0]) ?? "";
}
