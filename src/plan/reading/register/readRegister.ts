import { areaAddress, cellAddress } from "../../../cells/address";
import { isCellError, textOf } from "../../../cells/cell";
import { nameKey } from "../../../cells/names";
import type { Lever } from "../../plan";
import { percentScales } from "../cells/percentScale";
import { warnAt, wrong, type CellReader } from "../cells/readCells";
import { rowsOf } from "../extent/headerRows";
import { nameAt } from "../extent/tableRows";
import { columnNames, columnOf, type MappedColumn } from "../tableColumn";
import type { OpenTable } from "../openTable";
import { effectMeanings } from "../meaning/effectMeanings";
import { isFilled } from "./lever/cellReading";
import { categoriesIn } from "./lever/leverCategories";
import { leverCosts, leverDelivery, leverWords } from "./lever/leverCells";
import { leverEffect, type LeverFacts } from "./lever/leverEffect";
import { percentGroups, provenScale } from "./lever/percentGroups";
import { leverTiming } from "./lever/leverTiming";
import { longFormat, periodAt } from "./shapes/longFormat";
import type { ReadLever, RegisterContext, RegisterTable } from "./registerContext";
import { isUndeliveredByName, rowKindOf } from "./lever/rowKind";
import { signsOf } from "./registerSigns";
import { leverParts, type LeverPart } from "./leverParts";
import { yearIndex } from "../years/timeline";
import { savingFormOf, type SavingForm } from "./savingForm";
import { sayUnusedSavings } from "./unusedSavings";
import { wordsAbove } from "./lever/wordsAbove";

/** Reads the levers of a register row by row; a row with an error gives no lever. Everything wrong or open is added to the findings. */
export function readRegister(planned: OpenTable, context: RegisterContext, defaultGroup: string): ReadLever[] {
  const reader: CellReader = { grid: planned.header.grid, findings: context.findings };
  const amounts = planned.columns.filter(({ meaning }) => effectMeanings.has(meaning));
  const table: RegisterTable = {
    ...planned,
    ...signsOf(planned, amounts, context),
    groupAbove: wordsAbove(planned, "group", context),
    organisationAbove: wordsAbove(planned, "organisation", context),
  };
  const long = longFormat(table, context);
  const { rows } = table.rows;
  const kinds = new Map(rows.map((row) => [row, rowKindOf(table, row)]));
  const hasPressures = [...kinds.values()].some(
    (kind) => kind === "Pressure" || kind === "Undelivered brought forward",
  );
  const form = savingFormOf(table, context, hasPressures);
  const scales = new Map<MappedColumn, number>();
  for (const { columns, beyond } of percentGroups(table))
    for (const [column, scale] of percentScales(reader, context, columns, rows, beyond, provenScale(table, columns)))
      scales.set(column, scale);
  sayLaterYears(reader, table, context);
  sayUnusedSavings(table, form, context);
  return rows.flatMap((row): ReadLever[] => {
    const kind = kinds.get(row) ?? "Saving";
    if (kind === "Undelivered brought forward" && isUndeliveredByName(table, row))
      warnAt(reader, row, table.key ?? { column: 0 }, "savings that did not come add to need, and were read as none");
    if (kind === "No part") return [];
    if (kind === "Target") {
      warnAt(reader, row, table.key ?? { column: 0 }, "the row says what is needed, and is no lever; it was left out");
      return [];
    }
    const errors = context.findings.filter(({ level }) => level === "error").length;
    const levers = readRow(reader, table, context, form, scales, row, kind, defaultGroup);
    const period = long ? periodAt(reader, long, context, row) : undefined;
    if (period === null || context.findings.filter(({ level }) => level === "error").length > errors) return [];
    return period ? levers.map((lever) => ({ ...lever, period })) : levers;
  });
}

/** Columns of years after the plan's last, which nothing evaluates. */
function sayLaterYears(
  { grid, findings }: CellReader,
  { columns }: RegisterTable,
  { timeline }: RegisterContext,
): void {
  const { labels } = timeline;
  const later = columns.filter(({ meaning, year }) => {
    const index = year && byYearMeanings.has(meaning) ? yearIndex(year, timeline) : null;
    return index !== null && index > labels.length;
  });
  const [first] = later;
  if (!first) return;
  const message = `${columnNames(later)} ${later.length === 1 ? "is" : "are"} after the plan's last year ${labels[labels.length - 1]}, and ${later.length === 1 ? "was" : "were"} left out of its years`;
  findings.push({ level: "warning", cell: cellAddress(grid.sheet, first.row, first.column), message });
}

const byYearMeanings = new Set(["year", "month", "quarter", "share", "inYear"]);

function readRow(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  form: SavingForm,
  scales: ReadonlyMap<MappedColumn, number>,
  row: number,
  kind: Lever["kind"],
  defaultGroup: string,
): ReadLever[] {
  const { header, columns } = table;
  const name = readName(reader, table, row);
  if (name === undefined) return [];
  const reference = textAt(table, row, "reference");
  const words = leverWords(reader, context, table, row, name, defaultGroup);
  // A one-off cost and money from reserves are of their own year, unless the register says otherwise.
  const isOneOff = kind === "One-off cost" || kind === "Funding switch";
  const timing = leverTiming(reader, table, context, row, words.recurrent ?? (isOneOff ? false : null));
  const categories = readCategories(reader, table, context, row, kind);
  const costs = leverCosts(reader, table, context, row, scales);
  const delivery = leverDelivery(reader, table, row, scales);
  if (!words.counts || categories === undefined || timing === undefined || !costs || !delivery) return [];
  if (timing.isInOutturn) return [];
  const facts: LeverFacts = {
    row,
    start: timing.moment,
    startIndex: timing.start,
    recurrent: timing.recurrent,
  };
  const effectColumn = columns.find((column) => effectMeanings.has(column.meaning) && isFilled(table, row, column));
  const make = (effect: Lever["effect"], recurrent: boolean, part?: LeverPart, isFirst = true): ReadLever => ({
    lever: {
      name,
      reference,
      group: words.group,
      organisation: words.organisation,
      kind,
      categories,
      effect,
      overlaps: words.overlaps ?? (effect.kind === "level" || effect.kind === "yearlyEfficiency"),
      start: timing.start,
      firstYearShare: timing.firstYearShare,
      end: timing.end,
      phasing: words.phasing,
      ramp: costs.ramp,
      ceiling: costs.ceiling,
      recurrent,
      isRecurrenceStated: words.recurrent !== null,
      type: words.type,
      baselineOnly: words.baselineOnly,
      cashEffect: part?.cashEffect ?? words.cashEffect,
      efficiencyType: words.efficiencyType,
      status: words.status,
      rag: words.rag,
      risk: words.risk,
      gate: words.gate,
      isIdentified: words.isIdentified,
      delivery,
      investment: isFirst ? costs.investment : 0,
      investmentYear: timing.investmentYear ?? timing.start,
      runningCost: isFirst ? costs.runningCost : 0,
      doubleRunning: isFirst ? costs.doubleRunning : 0,
      doubleRunningYears: costs.doubleRunningYears,
      costReleased: costs.costReleased,
      counterparty: words.counterparty,
      effort: isFirst ? costs.effort : 0,
      address: areaAddress(rowsOf(header, row, row)),
    },
    effectCell: cellAddress(
      header.grid.sheet,
      row,
      (part?.column ?? effectColumn ?? table.key ?? { column: 0 }).column,
    ),
    nameCell: cellAddress(header.grid.sheet, row, (table.key ?? { column: 0 }).column),
  });
  const parts = leverParts(reader, table, context, row, form, timing.recurrent);
  // What the row costs is of the row: the first of its levers carries it.
  if (parts)
    return parts.flatMap((part, at) => {
      const { amount, recurrent } = part;
      const effect: Lever["effect"] | null =
        typeof amount === "number"
          ? { kind: "amount", amount }
          : leverEffect(reader, table, context, amount, scales, { ...facts, recurrent });
      return effect ? [make(effect, recurrent, part, at === 0)] : [];
    });
  const effect = leverEffect(reader, table, context, form, scales, facts);
  return effect ? [make(costSign(effect, kind), timing.recurrent)] : [];
}

/** Rows of other kinds are written as they count: costs and funding positive, an allowance as it takes from the savings. */
function costSign(effect: Lever["effect"], kind: Lever["kind"]): Lever["effect"] {
  if (kind === "Saving" || kind === "Mitigation") return effect;
  const turn = (amount: number): number => (kind === "Contingency" ? -Math.abs(amount) || 0 : amount);
  if (effect.kind === "amount")
    return { ...effect, amount: kind === "Contingency" ? turn(effect.amount) : Math.abs(effect.amount) };
  if (effect.kind !== "byYear") return effect;
  const isNegative = effect.amounts.reduce((sum, amount) => sum + amount, 0) < 0;
  const sign = kind !== "Contingency" && isNegative ? -1 : 1;
  return {
    ...effect,
    amounts: effect.amounts.map((amount) => turn(amount) * sign || 0),
    fullYear: turn(effect.fullYear) * sign || 0,
    asWritten: turn(effect.asWritten) * sign || 0,
    ...(effect.base !== undefined && { base: turn(effect.base) * sign || 0 }),
    ...(effect.months && {
      months: { ...effect.months, amounts: effect.months.amounts.map((amount) => turn(amount) * sign || 0) },
    }),
  };
}

function readName(reader: CellReader, table: RegisterTable, row: number): string | undefined {
  const { key, header } = table;
  if (!key) return undefined;
  const value = nameAt(header, row, key.column);
  if (isCellError(value)) return wrong(reader, row, key, `the cell shows ${value.error}; a name is needed`);
  const name = textOf(value);
  if (name !== "") return name;
  const reference = textAt(table, row, "reference");
  if (reference !== "") return reference;
  return wrong(reader, row, key, "the lever has no name; a name of its own is needed");
}

function textAt(table: RegisterTable, row: number, meaning: string): string {
  const column = columnOf(table.columns, meaning);
  return column ? textOf(nameAt(table.header, row, column.column)) : "";
}

/** Indices of the categories that the row names; empty without a Spending table; undefined where one is unknown. */
function readCategories(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  kind: Lever["kind"],
): number[] | undefined {
  // A pressure that names no category is one of its own.
  if ((kind === "Pressure" || kind === "Undelivered brought forward") && textAt(table, row, "appliesTo") === "")
    return [];
  return context.categoryNames ? categoriesIn(reader, table, context.categoryNames, row) : [];
}

function isOfOneRow(levers: readonly ReadLever[]): boolean {
  return new Set(levers.map(({ lever }) => lever.address)).size === 1;
}

/** Levers whose names are the same are told apart by their reference, else their sheet, else their row. */
export function withOwnNames(read: ReadLever[], context: Pick<RegisterContext, "findings">): ReadLever[] {
  const byName = new Map<string, ReadLever[]>();
  for (const one of read) byName.set(nameKey(one.lever.name), [...(byName.get(nameKey(one.lever.name)) ?? []), one]);
  return read.map((one) => {
    const same = byName.get(nameKey(one.lever.name)) ?? [];
    if (same.length < 2) return one;
    const { lever, nameCell } = one;
    const isUnique = (of: (other: ReadLever) => string): boolean =>
      of(one) !== "" && same.filter((other) => of(other) === of(one)).length === 1;
    const sheet = (other: ReadLever): string =>
      other.lever.address.slice(0, other.lever.address.lastIndexOf("!")).replace(/^'|'$/g, "");
    const rowOf = (other: ReadLever): string =>
      `row ${/(\d+)(?!.*!)/.exec(other.lever.address.slice(other.lever.address.lastIndexOf("!")))?.[1] ?? ""}`;
    const mark = isUnique(({ lever: { reference } }) => reference)
      ? lever.reference
      : isUnique((other) => (other.lever.recurrent ? "" : "non-recurrent") || "recurrent")
        ? lever.recurrent
          ? "recurrent"
          : "non-recurrent"
        : isOfOneRow(same) && isUnique((other) => other.lever.cashEffect)
          ? lever.cashEffect.toLowerCase()
          : isUnique(sheet)
            ? sheet(one)
            : rowOf(one);
    // Parts in columns of their own make two of one row by intent.
    if (one === same[0] && !isOfOneRow(same))
      context.findings.push({
        level: "warning",
        cell: nameCell,
        count: same.length,
        message: `'${lever.name}' is the name of ${same.length} levers; each has its ${mark === lever.reference ? "reference" : mark === sheet(one) ? "sheet" : "own mark"} beside it`,
      });
    return { ...one, lever: { ...lever, name: `${lever.name} (${mark})` } };
  });
}
