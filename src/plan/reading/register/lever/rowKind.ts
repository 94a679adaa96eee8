import { textOf } from "../../../../cells/cell";
import { kindOfRowWords } from "../../../columns/words/kindWords";
import { leverTypeWords } from "../../../columns/words/typeWords";
import { findWord } from "../../../columns/words/wordMap";
import type { KindOfRow } from "../../../plan";
import { findUnit, withoutUnit } from "../../cells/units";
import { nameOf } from "../../extent/memoRows";
import { amountAt } from "../../extent/totals/rowSums";
import { isUndeliveredName } from "../../extent/rowNames";
import { cellAt } from "../../sheetGrid";
import { columnOf, inOurWords } from "../../tableColumn";
import { effectMeanings } from "../../meaning/effectMeanings";
import type { OpenTable } from "../../openTable";

/** What a row of a register is. */
type RowKind = KindOfRow | "Target" | "No part";

/**
 * From a Kind or Type column, else the heading over the row, else a name such as "Use of reserves", else what the whole table is said to hold. A row that
 * the user counts is no target.
 */
export function rowKindOf(table: OpenTable, row: number): RowKind {
  const kind = table.carried?.get(row) ?? kindByWords(table, row);
  return kind === "Target" && table.rows.counted?.has(row) ? "Saving" : kind;
}

function kindByWords(table: OpenTable, row: number): RowKind {
  for (const meaning of ["kind", "type"]) {
    const column = columnOf(table.columns, meaning);
    const text = column ? inOurWords(column, textOf(cellAt(table.header.grid, row, column.column))) : "";
    const isType = meaning === "type" && findWord(leverTypeWords, text) !== undefined;
    const kind = text === "" || isType ? undefined : kindOfText(text);
    if (kind !== undefined && kind !== "Saving") return kind;
    if (kind === "Saving" && meaning === "kind") return nameKind(table, row) ?? kind;
  }
  const section = table.rows.sectionOf.get(row);
  const bySection = section === undefined ? undefined : sectionKind(section);
  if (bySection) return bySection;
  const byName = nameKind(table, row) ?? (isUndeliveredName(nameOf(table, row)) ? "Undelivered brought forward" : null);
  return byName ?? table.kindOfRows ?? "Saving";
}

/** Whether nothing but a row's name says that it is what was not delivered before. */
export function isUndeliveredByName(table: OpenTable, row: number): boolean {
  const section = table.rows.sectionOf.get(row);
  const isSaid =
    columnOf(table.columns, "kind") ?? columnOf(table.columns, "type") ?? (section && sectionKind(section));
  return !isSaid && isUndeliveredName(nameOf(table, row));
}

/** The kind that a section's heading names: "Cost pressures"; undefined where it is a group's name. */
export function sectionKind(section: string): RowKind | undefined {
  return kindOfText(sectionName(section));
}

/** The kind that a text names, or that it says of savings which did not come: "Undelivered saving b/f". */
export function kindOfText(text: string): KindOfRow | "Target" | undefined {
  return findWord(kindOfRowWords, text) ?? (isUndeliveredName(text) ? "Undelivered brought forward" : undefined);
}

/** What a heading over rows is called, without the unit of its amounts: "Children £k" heads Children. */
export function sectionName(section: string): string {
  if (!findUnit(section)) return section;
  const name = withoutUnit(section).replace(/\(\s*\)/g, " ");
  return name.trim() || section;
}

function nameKind(table: OpenTable, row: number): RowKind | null {
  const name = nameOf(table, row);
  if (isAllowance(name) || (isNamedContingency(name) && takesOff(table, row))) return "Contingency";
  return fundingSwitch.test(name) ? "Funding switch" : null;
}

/** "Less: slippage allowance (10%)": what is taken off the savings, as its own words say. */
function isAllowance(name: string): boolean {
  const [, rest = ""] = /^\s*(?:less|deduct|minus)\b\s*[:–-]?\s*(.*)$/i.exec(name) ?? [];
  return rest !== "" && (isNamedContingency(rest) || allowances.test(withoutShare(rest)));
}

function isNamedContingency(name: string): boolean {
  return findWord(kindOfRowWords, withoutShare(name)) === "Contingency";
}

/** "Slippage allowance (10%)" is a slippage allowance. */
function withoutShare(name: string): string {
  return name
    .replace(/\([^()]*\)|\d+(\.\d+)?\s*%|@/g, " ")
    .replace(/^\s*(provision|allowance)\s+for\s+/i, "allowance for ");
}

/** Whether a row's amounts have another sign than the register's. */
function takesOff({ header, columns, rows }: OpenTable, row: number): boolean {
  const amounts = columns.filter(({ meaning }) => effectMeanings.has(meaning));
  const sumIn = (one: number): number =>
    amounts.reduce((sum, { column }) => sum + (amountAt(header, one, column) ?? 0), 0);
  return sumIn(row) * rows.rows.reduce((sum, one) => sum + sumIn(one), 0) < 0;
}

const allowances = /\b(slippage|non-delivery|optimism bias|contingency|overlaps?|double[ -]count(ing)?)\b/i;

const fundingSwitch =
  /^((flexible )?use of |draw ?down (of|from) |contribution from )?(capital receipts?|(general |earmarked )?reserves|balances)\b/i;
