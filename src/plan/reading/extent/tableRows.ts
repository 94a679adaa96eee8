import { areaAddress, cellAddress } from "../../../cells/address";
import { isBlank, isCellError, textOf } from "../../../cells/cell";
import type { FindingSubject } from "../../finding";
import type { TableKind } from "../../tableKinds";
import { isPending } from "../cells/amountText";
import { isUnitText } from "../cells/units";
import type { ReadOptions } from "../planReading";
import { cellAt, formulaAt, mergedAt } from "../sheetGrid";
import type { MappedColumn } from "../tableColumn";
import { endOf } from "./extentOf";
import type { TableRows } from "./accountedRows";
import { firstColumnOf, firstDataRow, rowsOf, type HeaderRow } from "./headerRows";
import { counts, dropRowsBelowTotal, dropStatistics, nameOf, type MemoSource } from "./memoRows";
import { dropPartsUnderHeads } from "./totals/partRows";
import { isNoteText, isRemark, isSignature, isTotalName, rowNames } from "./rowNames";
import { amountAt, amountsUnder, isSumOfNeighbours, rowsSummed, RunningSums, type SumSource } from "./totals/rowSums";
import { rowsUnderTable } from "./rowsUnderTable";
import { dropSummaries } from "./totals/summaryRows";
import { saysTime, totalOfTime } from "./totals/totalsOfTimes";
import { dropTotalsAboveParts, headParts } from "./totals/totalsAbove";

/**
 * Tells data rows from totals, section headings, repeated headings, notes and blanks. A table of known extent (an Excel table, a filter's range, an area
 * that the user gave) keeps all its rows; a plain one ends where another table begins.
 *
 * @param key column that names the rows, if there is one
 * @param amounts columns of amounts, whose sums betray a total that does not say so
 * @param identity columns that only a row of data fills: reference, status, start, owner
 */
export function readRows(
  header: HeaderRow,
  kind: TableKind,
  columns: readonly MappedColumn[],
  key: MappedColumn | undefined,
  amounts: readonly MappedColumn[],
  identity: readonly MappedColumn[],
  starts: readonly HeaderRow[],
  options: ReadOptions,
): TableRows {
  const { grid } = header;
  const first = firstDataRow(header);
  const end = endOf(header, starts);
  const result: TableRows & { sectionOf: Map<number, string> } = {
    rows: [],
    sectionOf: new Map(),
    totals: [],
    sections: [],
    results: [],
    leftOut: [],
    address: "",
    findings: [],
  };
  const source: MemoSource = {
    amounts,
    ...amountsUnder(header, amounts),
    header,
    key,
    reference: identity.find(({ meaning }) => meaning === "reference"),
    isIdentified: (row) => isFilled(row, identity).some((one) => one !== key),
    options,
  };
  const isFilled = (row: number, list: readonly MappedColumn[]): MappedColumn[] =>
    list.filter(({ column }) => !isBlank(cellAt(grid, row, column)));
  const warn = (row: number, message: string, about?: FindingSubject): void => {
    const cell = cellAddress(grid.sheet, row, key?.column ?? firstColumnOf(header));
    result.findings.push({ level: "warning", cell, message, ...(about && { about }) });
  };
  const lastData = lastRowWith(first, end, (row) => isFilled(row, amounts).length > 0);
  // What is signed and dated below the table holds no amount.
  const lastAmount = lastRowWith(first, end, (row) =>
    amounts.some(({ column }) => amountAt(source, row, column) !== null),
  );
  const toFillIn: number[] = [];
  const partHeads: number[] = [];
  let section = "";
  let nameAbove = "";
  let bottom = first - 1;
  const all = new RunningSums(source);
  let inSection = new RunningSums(source);
  let pending: number[] = [];
  let isTitled = false;
  for (let row = first; row <= end; row++) {
    const filled = isFilled(row, columns);
    if (filled.length === 0) continue;
    const own = key ? textOf(nameAt(header, row, key.column)) : "";
    const numbers = amounts.filter(({ column }) => amountAt(source, row, column) !== null);
    const label = own !== "" ? own : firstText(header, row);
    // A row without a name of its own may have it in another column: "Total" under Reference.
    const ids = isFilled(row, identity).filter(
      (one) => one !== key && (own !== "" || textOf(cellAt(grid, row, one.column)) !== label),
    );
    const footnote = row > lastAmount ? footnoteAt(row, label, own, ids) : null;
    if (isRepeatedHeader(header, row, columns)) {
      warn(row, "the repeated heading row was left out");
      isTitled ||= pending.length > 0;
    } else if (isUnitRow(header, row, filled, first))
      result.leftOut.push({ row, why: "says the units of the columns" });
    else if (
      filled.length === 1 &&
      numbers.length === 0 &&
      (isFilled(row, amounts).length === 0 || !isPending(label))
    ) {
      // A text alone: a heading of the rows below it, or a note.
      if (rowNames(label, false, kind) === "part") {
        result.leftOut.push({ row, why: "is part of the row above" });
        partHeads.push(row);
      } else if (row < lastData && !isNoteText(label) && !isRemark(label, nameAbove)) {
        section = label;
        inSection = new RunningSums(source);
        result.sections.push({ row, text: label });
        pending.push(row);
      } else result.leftOut.push({ row, why: "is a note" });
      // Below the last row of data it may be a note, or the title of the next table.
      continue;
    } else if (numbers.length === 0 && isFilled(row, amounts).length === 0 && own === "" && ids.length === 0)
      result.leftOut.push({ row, why: "holds neither a name nor an amount" });
    else if (kind === "levers" && isToFillIn(row, own, numbers)) toFillIn.push(row);
    else if (footnote) {
      result.leftOut.push({ row, why: "is a note" });
      if (footnote === "other")
        warn(row, `'${label}' was left out, since it stands below the total and holds no amount`);
      continue;
    } else {
      const named = rowNames(label, ids.length > 0, kind);
      const total = totalOf(row, label, own, ids, numbers);
      if (named === "part") {
        result.leftOut.push({ row, why: "is part of the row above" });
        warn(row, `'${label}' was left out, since it is part of a row above and would count twice`);
      } else if (total) {
        result.totals.push({ row, name: label, of: total.of });
        if (total.said) warn(row, total.said, total.about);
        inSection = new RunningSums(source);
        if (result.sections.length === 0 || /grand/i.test(label)) section = "";
      } else if (named === "target" || named === "gap" || named === "net") {
        result.results.push({ row, is: named });
        warn(
          row,
          `'${label}' was left out: it says what is ${named === "target" ? "needed" : named === "gap" ? "missing" : "left"}, and is no ${kind === "levers" ? "lever" : "row of its own"}`,
        );
      } else {
        result.rows.push(row);
        nameAbove = own;
        all.add(row);
        inSection.add(row);
        if (section !== "") result.sectionOf.set(row, section);
        if (kind === "levers" && isTotalName(label, "loose") && ids.every(saysTime) && numbers.length > 0)
          warn(row, `'${label}' is named like a totals row, but is not the sum of the rows above, and counts`);
      }
      pending = [];
    }
    bottom = row;
  }
  // Headings with nothing under them were notes.
  for (const row of pending) {
    result.sections = result.sections.filter((one) => one.row !== row);
    result.leftOut.push({ row, why: "is a note" });
  }
  const [firstToFillIn] = toFillIn;
  if (firstToFillIn !== undefined) {
    for (const row of toFillIn) result.leftOut.push({ row, why: "has neither a name nor an amount" });
    warn(
      firstToFillIn,
      toFillIn.length === 1
        ? "the row has neither a name nor an amount, and was left out"
        : `${toFillIn.length} rows have neither a name nor an amount, and were left out`,
    );
  }
  const under = rowsUnderTable(header, key, source);
  for (const row of under) result.leftOut.push({ row, why: "stands under the Excel table" });
  if (under[0] !== undefined && header.table)
    warn(
      under[0],
      `${under.length === 1 ? "the row" : `${under.length} rows`} right under the Excel table '${header.table.name}' ${under.length === 1 ? "is" : "are"} no part of it and ${under.length === 1 ? "does" : "do"} not count; drag the table's corner over ${under.length === 1 ? "it" : "them"} to have ${under.length === 1 ? "it" : "them"} counted`,
    );
  // Where later blocks have their titles over their headings, so has the first.
  const title = isTitled ? titleOver(header) : "";
  const [next = end] = result.sections.map((one) => one.row);
  if (title !== "") for (const row of result.rows.filter((one) => one < next)) result.sectionOf.set(row, title);
  settleFormulaTotals(result, source);
  dropTotalsAbove(result, source, key, header, warn);
  dropPartsUnderHeads(result, source, partHeads);
  if (kind === "levers") {
    dropStatistics(result, source);
    dropSummaries(result, source, columns, first, end);
    dropTotalsAboveParts(result, source);
    dropRowsBelowTotal(result, source);
  }
  if (header.table || (header.within && !header.isFiltered)) bottom = Math.max(bottom, end);
  result.address = areaAddress(rowsOf(header, header.top, Math.max(bottom, firstDataRow(header) - 1)));
  return result;

  /** A row of a template: a number of its own and formulas that come to 0, and no text of any lever. */
  function isToFillIn(row: number, own: string, numbers: readonly MappedColumn[]): boolean {
    if (own !== "" || numbers.length === 0) return false;
    return (
      numbers.every(({ column }) => amountAt(source, row, column) === 0) &&
      columns.every(
        ({ column, meaning }) =>
          typeof nameAt(header, row, column) !== "string" ||
          isBlank(nameAt(header, row, column)) ||
          meaning === "reference" ||
          meaning === "rowNumber",
      )
    );
  }

  /** "Prepared by | J. Smith", "Date | 31/03/2025" below everything. */
  function footnoteAt(
    row: number,
    label: string,
    own: string,
    ids: readonly MappedColumn[],
  ): "signature" | "other" | null {
    const texts = isFilled(row, amounts).map(({ column }) => cellAt(grid, row, column));
    if (texts.length === 0)
      return ids.length === 0 &&
        isFilled(row, columns).some(({ column }) => isSignature(textOf(cellAt(grid, row, column))))
        ? "signature"
        : null;
    if (texts.some((value) => isCellError(value) || isPending(textOf(value)))) return null;
    if ([label, ...texts.map(textOf)].some(isSignature)) return "signature";
    return result.totals.length > 0 && ids.length === 0 && own !== "" ? "other" : null;
  }

  /** By its name, by a formula that sums its neighbours, or by arithmetic alone, which may be chance: that is asked. */
  function totalOf(
    row: number,
    label: string,
    own: string,
    ids: readonly MappedColumn[],
    numbers: readonly MappedColumn[],
  ): { of: number[]; said?: string; about?: FindingSubject } | null {
    if (numbers.length === 0 || (kind === "spending" && rowNames(label, false, kind) === "funding")) return null;
    const what = `the totals row${label ? ` '${label}'` : ""} was left out`;
    if (isTotalName(label, "exact") && (ids.length === 0 || own === "")) {
      const of = inSection.rows.length > 0 ? inSection.rows : [...all.rows];
      const isSum = [inSection, all].some((sums) => sums.areSumOf(row, numbers, true));
      return { of, said: what, ...(isSum && { about: "total that agrees" }) };
    }
    if (isSumOfNeighbours(source, row, numbers, first, end))
      return { of: inSection.rows, said: what, about: "total that agrees" };
    const ofYear = totalOfTime(source, all.rows, row, label, ids, numbers);
    if (ofYear) return { of: ofYear, said: what, about: "total that agrees" };
    // A total may have a remark in the column of the status.
    const isToldTotal =
      beginsTotal.test(label) &&
      all.rows.length > 1 &&
      ids.every(({ meaning }) => judged.has(meaning)) &&
      all.areSumOf(row, numbers, true);
    if (ids.length > 0 && !isToldTotal) return null;
    const isNamed = isTotalName(label, "loose") || label === "";
    const summed = [inSection, all].find((sums) => sums.areSumOf(row, numbers, isNamed))?.rows;
    // "Total new savings" may sum but the rows right above it.
    const sum = [...(summed ?? (isNamed && label !== "" ? all.lastRowsSummedBy(row, numbers) : null) ?? [])];
    if (sum.length === 0) return null;
    if (isNamed) return { of: sum, said: what, about: "total that agrees" };
    // By arithmetic alone it is likely only where a row of data would say more of itself than this one does.
    const others = all.rows.filter(source.isIdentified);
    const isUsual =
      numbers.length < 3 &&
      others.length < all.rows.length / 2 &&
      (all.rows.length < 3 || sum.length !== all.rows.length || row < lastData);
    if (isUsual && sum.length < 3) return null;
    const comes = `is the sum of the ${sum.length} rows above, and ${isUsual ? "counts" : "was left out"}`;
    return counts(result, source, row, comes, isUsual) ? null : { of: sum };
  }
}

const beginsTotal = /^(grand |overall |sub[ -]?)?totals?\b/i;
const judged = new Set("status rag risk gate lead".split(" "));

/** What a total sums is what its formula says: rows below it too, and through the totals that it sums their rows. */
function settleFormulaTotals(result: TableRows, source: SumSource): void {
  const data = new Set(result.rows);
  const summed = new Map(
    result.totals.map(({ row }) => {
      const column = source.amounts.find((one) => formulaAt(source.grid, row, one.column) !== undefined);
      return [row, column ? rowsSummed(source, row, column.column) : []];
    }),
  );
  const dataUnder = (row: number, seen: ReadonlySet<number>): number[] =>
    data.has(row)
      ? [row]
      : seen.has(row)
        ? []
        : (summed.get(row) ?? []).flatMap((other) => dataUnder(other, new Set([...seen, row])));
  for (const total of result.totals) {
    const of = [...new Set(dataUnder(total.row, new Set()))];
    if (of.length > 0) total.of = of;
  }
  const above = result.totals.filter(({ row, of }) => of.length > 0 && of.every((part) => part > row));
  headParts(
    result,
    above.sort((a, b) => a.of.length - b.of.length),
  );
}

/** A total that stands above the rows that it sums. */
function dropTotalsAbove(
  result: TableRows,
  source: SumSource,
  key: MappedColumn | undefined,
  header: HeaderRow,
  warn: (row: number, message: string, about?: FindingSubject) => void,
): void {
  const [first, ...others] = result.rows;
  if (first === undefined || others.length < 2 || result.totals.some(({ row }) => row === first)) return;
  const label = nameOf({ header, key }, first);
  const numbers = source.amounts.filter(({ column }) => amountAt(source, first, column) !== null);
  if (!isTotalName(label, "loose") || numbers.length === 0) return;
  if (!RunningSums.of(source, others).areSumOf(first, numbers, true)) return;
  result.rows.shift();
  result.totals.push({ row: first, name: label, of: others });
  warn(first, `the totals row '${label}' was left out`, "total that agrees");
}

/** The text nearest above a header that is neither a unit alone nor a note. */
function titleOver({ titles }: HeaderRow): string {
  return [...titles].reverse().find((text) => !isUnitText(text) && !isNoteText(text)) ?? "";
}

/** What stands in a cell, or in the merged cell that it is part of. */
export function nameAt({ grid }: HeaderRow, row: number, column: number) {
  const value = cellAt(grid, row, column);
  if (!isBlank(value)) return value;
  const merged = mergedAt(grid, row, column);
  return merged && merged.rowCount > 1 ? cellAt(grid, merged.row, merged.column) : value;
}

function firstText(header: HeaderRow, row: number): string {
  for (const { column } of header.columns) {
    const value = cellAt(header.grid, row, column);
    if (typeof value === "string" && !isBlank(value)) return textOf(value);
  }
  return "";
}

function lastRowWith(first: number, end: number, is: (row: number) => boolean): number {
  for (let row = end; row >= first; row--) if (is(row)) return row;
  return first - 1;
}

function isRepeatedHeader({ grid }: HeaderRow, row: number, columns: readonly MappedColumn[]): boolean {
  const headed = columns.filter(({ heading }) => heading !== "");
  const same = headed.filter(({ column, heading, row: headRow }) => {
    const value = cellAt(grid, row, column);
    return (
      textOf(value).toLowerCase() === heading.toLowerCase() ||
      (typeof value === "number" && value === cellAt(grid, headRow, column))
    );
  });
  return same.length >= 2 && same.length >= 0.8 * headed.length;
}

/** A row right under the headings that holds nothing but units: £m, £k, %. */
function isUnitRow({ grid }: HeaderRow, row: number, filled: readonly MappedColumn[], first: number): boolean {
  return row === first && filled.every(({ column }) => isUnitText(textOf(cellAt(grid, row, column))));
}
