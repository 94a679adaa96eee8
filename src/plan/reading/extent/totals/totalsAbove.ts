import { textOf } from "../../../../cells/cell";
import { cellAt } from "../../sheetGrid";
import type { TableRows } from "../accountedRows";
import {
  cellOf,
  counts,
  filledAmounts,
  isTotalOf,
  labelOf,
  leaveOut,
  nameOf,
  warn,
  type MemoSource,
} from "../memoRows";
import { isNewTotalName, isTotalName, isUndeliveredName } from "../rowNames";
import { amountAt, ColumnSum, isSum } from "./rowSums";

/**
 * Leaves out subtotals that stand above their parts: rows that references place above others (1 over 1.1 and 1.2), or whose amounts are all the sums of
 * the rows below, where the table's own total says that they count twice, or where the whole table is such blocks. What such a row is called is the
 * section of its parts.
 */
export function dropTotalsAboveParts(result: TableRows, source: MemoSource): void {
  const parents = result.rows.flatMap((row, index) => {
    const parts = partsBelow(source, result.rows, index);
    return parts && !isInOtherTotal(result, source, row, parts) ? [{ row, parts }] : [];
  });
  const isAll = result.totals.some(({ row }) => isTotalOf(source, row, result.rows));
  if (parents.length === 0) {
    if (!isAll) dropTotalsOfBlocks(result, source, "below");
    return;
  }
  const certain = parents.filter(({ row, parts }) => isPlacedAbove(source, row, parts));
  // A part may come out as a sum by chance; the table's total tells.
  const told = isAll ? undefined : [parents, outermost(parents)].find((some) => agreesWithout(result, source, some));
  if (certain.length === 0 && !told && !isAll && dropTotalsOfBlocks(result, source, "above")) return;
  const dropped = told ?? certain;
  takeForTotals(result, source, dropped);
  for (const { row, parts } of dropped) {
    warn(
      result,
      source,
      row,
      `'${nameOf(source, row)}' was left out, since it is the sum of the ${parts.length} rows below it`,
    );
  }
  // Amounts may come out so by chance: only a row that says less of itself than its parts is asked about.
  const isBarer = (row: number, parts: readonly number[]): boolean =>
    !source.isIdentified(row) && filledAmounts(source, row).length > 1 && parts.length > 0;
  for (const { row } of parents.filter((parent) => !dropped.includes(parent) && isBarer(parent.row, parent.parts)))
    if (!counts(result, source, row, "is the sum of the rows right below it, and counts", true)) leaveOut(result, row);
}

/** Whether a total that its rows come to counts the row as one of them, and some of its parts not. */
function isInOtherTotal({ totals }: TableRows, source: MemoSource, row: number, parts: readonly number[]): boolean {
  return totals.some(
    (total) =>
      total.of.includes(row) &&
      parts.some((part) => !total.of.includes(part)) &&
      isTotalOf(source, total.row, total.of),
  );
}

function outermost(blocks: readonly Block[]): Block[] {
  return blocks.reduce<Block[]>(
    (kept, block) => (kept.some(({ parts }) => parts.includes(block.row)) ? kept : [...kept, block]),
    [],
  );
}

/** Whether the table's own total is that of the rows without these. */
function agreesWithout(result: TableRows, source: MemoSource, blocks: readonly Block[]): boolean {
  const rest = result.rows.filter((row) => !blocks.some((block) => block.row === row));
  return rest.length > 1 && grandTotals(result).some((row) => isTotalOf(source, row, rest));
}

/** A total of what is new says nothing of the rows above. */
function grandTotals({ totals }: TableRows): number[] {
  return totals.filter(({ name }) => !isNewTotalName(name)).map(({ row }) => row);
}

interface Block {
  row: number;
  parts: number[];
}

/**
 * Where a table is nothing but blocks, each a total and the rows below or above that it sums, these are taken for totals whatever they are called: that
 * all of them come out so by chance is unlikely, but the user is asked unless a total over all blocks agrees.
 *
 * @param stand where the totals stand beside their parts
 */
function dropTotalsOfBlocks(result: TableRows, source: MemoSource, stand: "above" | "below"): boolean {
  const named = result.rows.filter((row) => isTotalName(nameOf(source, row), "loose") && !source.isIdentified(row));
  const rows = result.rows.filter((row) => !named.includes(row));
  // What is identified is no total: with no other row there is none to find.
  if (rows.every((row) => source.isIdentified(row))) return false;
  const blocks = stand === "above" ? blocksOf(source, rows) : blocksOf(source, [...rows].reverse()).reverse();
  const parts = blocks.flatMap((block) => block.parts);
  const inBlocks = new Set([...blocks.map(({ row }) => row), ...parts]);
  const alone = rows.filter((row) => !inBlocks.has(row));
  const overAll = [...named, ...alone].filter((row) => isTotalOf(source, row, parts));
  const several = blocks.filter((block) => block.parts.length > 1);
  const isWhole = alone.every((row) => overAll.includes(row));
  const isLikely = several.length > 1 || (several.length === 1 && parts.length >= (overAll.length > 0 ? 2 : 3));
  if (!isWhole || !isLikely || blocks.some(({ row }) => source.isIdentified(row))) return false;
  const [first] = blocks;
  if (!first) return false;
  const others = blocks.length - 1;
  const [also, count, left] =
    others === 0
      ? ["is", "counts", "was"]
      : [`and ${others === 1 ? "1 row" : `${others} rows`} like it are each`, "count", "were"];
  // Of two small amounts a third may be the sum, block after block.
  const isByChance =
    stand === "below" && overAll.length === 0 && several.length < 3 && filledAmounts(source, first.row).length < 2;
  const what = `${also} the sum of the rows right ${stand === "above" ? "below" : "above"}, and ${isByChance ? count : `${left} left out`}`;
  const isCertain = [...overAll, ...grandTotals(result)].some((row) => isTotalOf(source, row, parts));
  if (isCertain) warn(result, source, first.row, `'${labelOf(source, first.row)}' ${what}`);
  else if (counts(result, source, first.row, what, isByChance)) return true;
  takeForTotals(result, source, [...blocks, ...overAll.map((row) => ({ row, parts }))], stand === "above");
  for (const row of overAll) {
    result.findings = result.findings.filter(({ cell }) => cell !== cellOf(source, row));
    warn(result, source, row, `the totals row '${nameOf(source, row)}' was left out`, "total that agrees");
  }
  return true;
}

/** The blocks, each a row and the rows right below whose sums its amounts are, that take up the most of the rows. */
function blocksOf(source: MemoSource, rows: readonly number[]): Block[] {
  const covered: number[] = Array.from({ length: rows.length + 1 }, () => 0);
  const ends: (number | null)[] = Array.from({ length: rows.length }, () => null);
  for (let index = rows.length - 1; index >= 0; index--) {
    covered[index] = covered[index + 1] ?? 0;
    for (const end of blockEnds(source, rows, index)) {
      const count = end - index + (covered[end] ?? 0);
      if (count < (covered[index] ?? 0) || (count === covered[index] && ends[index] === null)) continue;
      covered[index] = count;
      ends[index] = end;
    }
  }
  const blocks: Block[] = [];
  for (let index = 0; index < rows.length;) {
    const end = ends[index] ?? null;
    if (end !== null) blocks.push({ row: rows[index] ?? 0, parts: rows.slice(index + 1, end) });
    index = end ?? index + 1;
  }
  return blocks;
}

/** Where a block may end that begins with the row: after each run of rows right below it whose sums its amounts are. */
function* blockEnds(source: MemoSource, rows: readonly number[], index: number): Generator<number> {
  const row = rows[index] ?? 0;
  if (isUndeliveredName(nameOf(source, row))) return;
  const [first, ...others] = filledAmounts(source, row).filter(({ column }) => amountAt(source, row, column) !== 0);
  if (!first) return;
  // The first column's sum, kept as the parts come, says when the others are worth adding.
  const total = amountAt(source, row, first.column) ?? 0;
  const sum = new ColumnSum();
  for (let at = index + 1; at < Math.min(rows.length, index + mostParts); at++) {
    sum.add(rows[at] ?? 0, amountAt(source, rows[at] ?? 0, first.column));
    if (!sum.isTotal(total, false)) continue;
    const parts = rows.slice(index + 1, at + 1);
    if (others.every(({ column }) => isSum(source, parts, row, column, false))) yield at + 1;
  }
}

const mostParts = 25;

/** Takes rows for the totals of their parts, which stand in the section of that name where it heads them, unless they stand in one already. */
function takeForTotals(result: TableRows, source: MemoSource, blocks: readonly Block[], isHead = true): void {
  const heads = new Set(blocks.map(({ row }) => row));
  const totals = blocks.map(({ row, parts }) => ({ row, name: nameOf(source, row), of: parts }));
  result.rows = result.rows.filter((row) => !heads.has(row));
  result.totals.push(...totals);
  if (isHead) headParts(result, totals);
}

/** Gives the parts of totals above them their names as sections, the nearest total first, unless they stand in one. */
export function headParts(result: TableRows, totals: readonly { name: string; of: readonly number[] }[]): void {
  const sectionOf = new Map(result.sectionOf);
  for (const { name, of } of totals)
    if (name !== "" && !isTotalName(name, "loose"))
      for (const part of of) if (!sectionOf.has(part)) sectionOf.set(part, name);
  result.sectionOf = sectionOf;
}

/** The rows right below whose sums a row's amounts are: those that its reference is placed above, else two at least, as many as it takes. */
function partsBelow(source: MemoSource, rows: readonly number[], index: number): number[] | null {
  const row = rows[index] ?? 0;
  if (isUndeliveredName(nameOf(source, row))) return null;
  const placed: number[] = [];
  if (source.reference)
    for (let at = index + 1; at < rows.length && isBelow(source, row, rows[at] ?? 0); at++) placed.push(rows[at] ?? 0);
  if (placed.length >= 1 && isTotalOf(source, row, placed)) return placed;
  for (const end of blockEnds(source, rows, index)) if (end - index > 2) return rows.slice(index + 1, end);
  return null;
}

function isPlacedAbove(source: MemoSource, row: number, parts: readonly number[]): boolean {
  return parts.every((part) => isBelow(source, row, part));
}

/** Whether a reference continues another: 1.2 under 1, A-03 under A. */
function isBelow(source: MemoSource, row: number, other: number): boolean {
  const [above, below] = [referenceOf(source, row), referenceOf(source, other)];
  return (
    above !== "" && below.length > above.length && below.startsWith(above) && /[.\-/]/.test(below[above.length] ?? "")
  );
}

function referenceOf({ header, reference }: MemoSource, row: number): string {
  return reference ? textOf(cellAt(header.grid, row, reference.column)) : "";
}
