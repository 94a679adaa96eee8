import { cellAddress } from "../../../../cells/address";
import { isBlank, isCellError, textOf } from "../../../../cells/cell";
import { isUnidentifiedName } from "../../../columns/words/namedWords";
import {
  developmentWords,
  gateWords,
  ragWords,
  saysLeftOut,
  stillCountWords,
  stoppedWord,
} from "../../../columns/words/statusWords";
import {
  oneOffWords,
  phasingWords,
  recurrenceInHeading,
  recurrenceWords,
  yesNoWords,
} from "../../../columns/words/timingWords";
import { findWord } from "../../../columns/words/wordMap";
import type { Lever } from "../../../plan";
import {
  percentText,
  readChoice,
  readNumber,
  warnAt,
  wrong,
  type CellReader,
  type NumberRule,
} from "../../cells/readCells";
import { ask, type Asking } from "../../questions";
import { amountAt, amountsUnder, totalIn } from "../../extent/totals/rowSums";
import { effectMeanings } from "../../meaning/effectMeanings";
import { firstColumnOf } from "../../extent/headerRows";
import { nameAt } from "../../extent/tableRows";
import { columnOf, inOurWords, type MappedColumn } from "../../tableColumn";
import type { OpenTable } from "../../openTable";
import { agree } from "../../cells/agree";
import type { RegisterContext, RegisterTable } from "../registerContext";
import { classificationOf } from "./classification";
import { rowFlags } from "./rowFlags";
import { riskOf } from "./riskOf";
import { sectionKind, sectionName } from "./rowKind";
import { saysNothing, textIn } from "./rowTexts";

/** What the words of a row say of a lever. */
interface LeverWords extends Pick<
  Lever,
  | "group"
  | "organisation"
  | "counterparty"
  | "phasing"
  | "type"
  | "baselineOnly"
  | "cashEffect"
  | "efficiencyType"
  | "status"
  | "rag"
  | "risk"
  | "gate"
  | "isIdentified"
> {
  /** Null where the register does not say. */
  recurrent: boolean | null;
  overlaps: boolean | null;
  /** Whether it counts at all: a rejected lever does not. */
  counts: boolean;
}

/** Group, classification, status; words that are not known are kept as written. */
export function leverWords(
  reader: CellReader,
  asking: Asking,
  table: RegisterTable,
  row: number,
  name: string,
  defaultGroup: string,
): LeverWords {
  const text = (meaning: string): string => textIn(reader, table, row, columnOf(table.columns, meaning));
  const word = <T>(meaning: string, words: ReadonlyMap<string, T>): T | undefined => findWord(words, text(meaning));
  const choice = <T>(meaning: string, words: ReadonlyMap<string, T>, needed: string): T | null =>
    readChoice(reader, row, columnOf(table.columns, meaning), words, needed) ?? null;
  const section = table.rows.sectionOf.get(row) ?? "";
  const group = columnOf(table.columns, "group")
    ? text("group") || (table.groupAbove.get(row) ?? "")
    : section !== "" && (sectionKind(section) === undefined || !hasOtherKinds(table))
      ? sectionName(section)
      : defaultGroup;
  const status = text("status");
  const isUnidentified = isUnidentifiedName(name) || isUnidentifiedName(group);
  const developed =
    status === ""
      ? undefined
      : (findWord(developmentWords, status) ?? (isUnidentifiedName(status) ? "Unidentified" : undefined));
  return {
    group,
    organisation: text("organisation") || (table.organisationAbove.get(row) ?? ""),
    counterparty: text("counterparty"),
    recurrent: recurrenceOf(reader, table, row) ?? recurrenceOver(table, row, group),
    overlaps: choice("overlaps", yesNoWords, "yes or no"),
    phasing: choice("phasing", phasingWords, "one of immediate, linear, s-curve, fade and adoption") ?? "immediate",
    ...classificationOf(reader, table, row),
    status: developed ?? status,
    rag: word("rag", ragWords) ?? text("rag"),
    risk: riskOf(reader, table, row),
    gate: word("gate", gateWords) ?? text("gate"),
    isIdentified: developed === undefined ? !isUnidentified : developed !== "Unidentified",
    counts: countsStill(asking, table, row),
  };
}

/** A section heading groups its rows, unless the register's sections say what kind of rows they head. */
function hasOtherKinds(table: RegisterTable): boolean {
  return table.rows.sections.some(({ text }) => !["Saving", undefined].includes(sectionKind(text)));
}

function recurrenceOf(reader: CellReader, table: RegisterTable, row: number): boolean | null {
  const column = columnOf(table.columns, "recurrent");
  const text = textIn(reader, table, row, column);
  const said = text === "" ? undefined : findWord(recurrenceWords, text);
  if (said !== undefined) return said;
  if (column && text !== "" && !saysNothing(text))
    warnAt(
      reader,
      row,
      column,
      "the word says neither recurrent nor non-recurrent, so the saving counts as recurrent; R or NR would say which",
    );
  const oneOff = textIn(reader, table, row, columnOf(table.columns, "oneOff"));
  const isOneOff = oneOff === "" ? undefined : findWord(oneOffWords, oneOff);
  if (isOneOff !== undefined) return isOneOff;
  const type = textIn(reader, table, row, columnOf(table.columns, "type"));
  return (type === "" ? undefined : findWord(recurrenceWords, type)) ?? null;
}

/** What the heading over a row says of its recurrence, else its group, else the table's title or its sheet. */
function recurrenceOver({ rows, header }: RegisterTable, row: number, group: string): boolean | null {
  const over = [rows.sectionOf.get(row) ?? "", group, ...[...header.titles].reverse(), header.grid.sheet];
  return over.map(recurrenceInHeading).find((said) => said !== null) ?? null;
}

/** Rejected, withdrawn and duplicate levers do not count, closed ones and those on hold do; each is asked. */
function countsStill(asking: Asking, table: RegisterTable, row: number): boolean {
  const found = table.rows.counted?.has(row) ? null : stoppedAt(table, row);
  if (!found) return true;
  const { column, says, isHeading, stillCounts } = found;
  const isLeftOut = stillCounts && totalLeavesOut(table);
  const choices = isHeading
    ? { yes: "they count", no: "they do not count" }
    : { yes: "the lever counts", no: "the lever does not count" };
  const usual = stillCounts && !isLeftOut ? "yes" : "no";
  const why = isLeftOut ? ", as the sheet's own total has it" : "";
  const counts = ask(asking, {
    id: "leverCounts",
    cell: cellAddress(table.header.grid.sheet, row, column),
    message: `${says} may count or not; ${choices[usual]}${why}`,
    choices,
    usual,
  });
  return counts === "yes";
}

/** Whether a row's status says that its lever does not count. */
export function isDropped(table: OpenTable, row: number): boolean {
  const found = table.rows.counted?.has(row) ? null : stoppedAt(table, row);
  return found !== null && !(found.stillCounts && !totalLeavesOut(table));
}

/** Whether the sheet's own total is the sum of the levers without those that were stopped, closed and on hold ones too. */
function totalLeavesOut(table: OpenTable): boolean {
  const known = leavesOut.get(table.rows.rows);
  if (known !== undefined) return known;
  const { header, columns, rows } = table;
  const source = amountsUnder(header, columns);
  const amounts = columns.filter(({ meaning }) => effectMeanings.has(meaning));
  const going = rows.rows.filter((row) => stoppedAt(table, row) === null);
  const found =
    going.length < rows.rows.length &&
    rows.totals.some(({ row }) => {
      const filled = amounts.filter(({ column }) => (amountAt(source, row, column) ?? 0) !== 0);
      const isSumOf = (list: readonly number[]): boolean =>
        filled.every(({ column }) =>
          agree(totalIn(source, list, column), amountAt(source, row, column) ?? 0, list.length),
        );
      return filled.length > 0 && isSumOf(going) && !isSumOf(rows.rows);
    });
  leavesOut.set(table.rows.rows, found);
  return found;
}

const leavesOut = new WeakMap<readonly number[], boolean>();

/** What says of a row that its lever was stopped, or is not to count, and where. */
interface Stopped {
  column: number;
  /** "a lever that is withdrawn", "'Rejected' stands over rows that". */
  says: string;
  /** The heading over the row says it. */
  isHeading: boolean;
  stillCounts: boolean;
}

function stoppedAt(table: OpenTable, row: number): Stopped | null {
  const section = table.rows.sectionOf.get(row) ?? "";
  if (saysLeftOut(section)) {
    const column = table.key?.column ?? firstColumnOf(table.header);
    return { column, says: `'${section}' stands over rows that`, isHeading: true, stillCounts: false };
  }
  for (const meaning of ["status", "rag", "gate", "group", "appliesTo"]) {
    const column = columnOf(table.columns, meaning);
    const value = column ? nameAt(table.header, row, column.column) : null;
    const word =
      !column || isBlank(value) || isCellError(value) ? undefined : stoppedWord(inOurWords(column, textOf(value)));
    if (!column || word === undefined) continue;
    const says = `a lever that is ${word.toLowerCase()}`;
    return { column: column.column, says, isHeading: false, stillCounts: stillCountWords.has(word) };
  }
  for (const { column, rows, stillCounts } of rowFlags(table)) {
    const text = rows.get(row);
    const says = `a lever of which '${column.heading}' says ${text === "" ? "nothing" : `'${text ?? ""}'`}`;
    if (text !== undefined) return { column: column.column, says, isHeading: false, stillCounts };
  }
  return null;
}

/** Costs and other numbers of a lever; null where one of them is wrong. */
export function leverCosts(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  scales: ReadonlyMap<MappedColumn, number>,
): Pick<
  Lever,
  "investment" | "runningCost" | "doubleRunning" | "doubleRunningYears" | "costReleased" | "effort" | "ramp" | "ceiling"
> | null {
  let isSound = true;
  const number = (meaning: string, rule: NumberRule): number | null => {
    const column = columnOf(table.columns, meaning);
    const value = readNumber(reader, row, column, {
      scale: (column && scales.get(column)) ?? 1,
      mayBePending: true,
      ...rule,
    });
    if (value === undefined) isSound = false;
    return value ?? null;
  };
  const cost = (meaning: string): number => {
    const column = columnOf(table.columns, meaning);
    if (column?.isNetted || (column && !context.units.countsAt(table, column, row))) return 0;
    const rule: NumberRule = {
      needed: "an amount such as 2.5",
      isAmount: true,
      scaleOfUnit: context.units.scaleOfUnit,
      scale: column ? context.units.scaleOf(table, column, row) : 1,
      timesAYear: column?.timesAYear,
    };
    return Math.abs(
      number(meaning, { ...rule, refuse: table.sign === -1 ? undefined : refuseNegativeCost } as NumberRule) ?? 0,
    );
  };
  const share = (value: number, what: string): string | null =>
    value >= 0 && value <= 1 ? null : `${percentText(value)} is no possible ${what} from 0% to 100% is needed`;
  const costs = {
    investment: cost("investment"),
    runningCost: cost("runningCost"),
    doubleRunning: cost("doubleRunning"),
    doubleRunningYears:
      number("doubleRunningYears", {
        needed: "a number of years such as 2",
        refuse: (value) => (value >= 0 ? null : `${value} is negative; a number of years is needed`),
      }) ?? 1,
    costReleased:
      number("costReleased", { needed: "a share such as 100%", refuse: (value) => share(value, "share; one") }) ?? 1,
    effort:
      number("effort", {
        needed: "a number such as 2",
        refuse: (value) => (value >= 0 ? null : `${value} is negative; an effort of 0 or more is needed`),
      }) ?? 0,
    ramp:
      number("ramp", {
        needed: "a number of years such as 3",
        refuse: (value) => (value > 0 ? null : `${value} is no possible ramp; a number of years above 0 is needed`),
      }) ?? 1,
    ceiling:
      number("ceiling", { needed: "a share such as 80%", refuse: (value) => share(value, "ceiling; a share") }) ?? 1,
  };
  return isSound ? costs : null;
}

function refuseNegativeCost(value: number): string | null {
  return value < 0 ? `${value} is negative; costs are positive numbers` : null;
}

/** Low, Likely and High as shares of the plan, rising; null where they are wrong. */
export function leverDelivery(
  reader: CellReader,
  table: RegisterTable,
  row: number,
  scales: ReadonlyMap<MappedColumn, number>,
): Lever["delivery"] | null {
  const needed = "a share of the plan such as 80%";
  const refuse = (value: number): string | null =>
    Math.abs(value) > mostDelivered
      ? `${percentText(value)} of the plan is no possible delivery; ${needed} is needed`
      : null;
  // Where the saving is what is left of a gross amount, the rate between them is used up.
  const isNet =
    columnOf(table.columns, "netSaving") !== undefined && columnOf(table.columns, "grossSaving") !== undefined;
  const read = ["low", "likely", "high"].map((meaning) => {
    const column = isNet && meaning === "likely" ? undefined : columnOf(table.columns, meaning);
    return readNumber(reader, row, column, {
      needed,
      refuse,
      mayBePending: true,
      scale: (column && scales.get(column)) ?? 1,
    });
  });
  if (read.includes(undefined)) return null;
  const [low = null, likely = null, high = null] = read;
  const given = [low, likely, high].filter((value): value is number => value !== null);
  const at = columnOf(table.columns, "low") ?? columnOf(table.columns, "likely");
  if (at && given.some((value, index) => index > 0 && value < (given[index - 1] ?? value)))
    return (
      wrong(
        reader,
        row,
        at,
        `the range falls (${given.map(percentText).join(", ")}); Low, Likely and High are to rise in that order`,
      ) ?? null
    );
  return { low, likely, high };
}

/** Beyond it the number is an amount or a percentage, not a share. */
const mostDelivered = 5;
