import { readArea } from "../../cells/address";
import type { Area } from "../../cells/area";
import { sameName } from "../../cells/names";
import type { WorkbookShape } from "../excel/workbookShape";
import { areaOf } from "../read/askForSheets";
import { readInBands } from "../read/readBands";
import type { OutputSheet } from "./inspectOutputs";
import { filledStage, hasRemovals, originsAt, reshapingOf } from "./reshaping";
import type { TableChange } from "./tableChange";

/** A formula of the user's that would no longer show what it shows. */
export interface BrokenFormula {
  sheet: string;
  row: number;
  column: number;
  formula: string;
}

/**
 * The user's formulas that point at rows or columns which a run takes out, or puts in anew elsewhere. Asks Excel only where
 * there are such rows or columns.
 */
export async function formulasBroken(
  context: Excel.RequestContext,
  targets: readonly { now: OutputSheet | null; change: TableChange | null }[],
  shape: WorkbookShape,
): Promise<BrokenFormula[]> {
  const shrinking = targets.flatMap(({ now, change }) =>
    now && change && hasRemovals(change) ? [shrinkingTable(now, change)] : [],
  );
  if (shrinking.length === 0) return [];
  const sheets = await formulasOf(context, shape);
  return sheets.flatMap(({ sheet, formulas, row, column }) =>
    formulas.flatMap((line, r) =>
      line.flatMap((formula, c): BrokenFormula[] => {
        if (typeof formula !== "string" || !formula.startsWith("=")) return [];
        const cell = { sheet, row: row + r, column: column + c, formula };
        const isBroken =
          shrinking.some((table) => table.breaks(cell)) && !shrinking.some((table) => table.isOurs(cell));
        return isBroken ? [cell] : [];
      }),
    ),
  );
}

interface ShrinkingTable {
  /** The run writes the cell, or it goes with its row or column. */
  isOurs(cell: BrokenFormula): boolean;
  breaks(cell: BrokenFormula): boolean;
}

function shrinkingTable(now: OutputSheet, change: TableChange): ShrinkingTable {
  const { sheet, row: headerRow, column: firstColumn, contents, tableName } = now;
  const size = { rowCount: contents.rows.length, columnCount: contents.header.length };
  const { rows, columns } = originsAt(reshapingOf(change, size), filledStage(reshapingOf(change, size)));
  const placeOf = new Map(rows.flatMap((origin, place) => (origin === null ? [] : [[origin, place]])));
  const goesAt = (place: number) => change.rowsOut.some(({ index, count }) => place >= index && place < index + count);
  const rowGoes = (row: number) => goesAt(placeOf.get(row) ?? -1);
  const columnsGone = new Set(change.columnsOut.map((index) => columns[index] ?? -1));
  const headingsGone = [...columnsGone].map((column) => contents.header[column] ?? "");
  const ours = new Set(
    columns.flatMap((origin, at) => (origin !== null && change.header[at] !== null ? [origin] : [])),
  );

  /** Rows and columns of the area within the table's own, counted in it; −1 is the headings. */
  const within = (area: Area) => {
    const first = Math.max(area.row - headerRow - 1, -1);
    const last = Math.min(area.row + area.rowCount - 1 - headerRow - 1, size.rowCount - 1);
    const left = area.column - firstColumn;
    const right = left + area.columnCount - 1;
    const isAllWithin =
      area.row >= headerRow &&
      area.row + area.rowCount - 1 - headerRow - 1 === last &&
      left >= 0 &&
      right < size.columnCount;
    const meets = first <= last && left < size.columnCount && right >= 0;
    return { first, last, left, right, isAllWithin, meets };
  };
  const areaBreaks = (area: Area): boolean => {
    const { first, last, left, right, isAllWithin, meets } = within(area);
    if (!meets) return false;
    if (isAllWithin && every(first, last, (row) => row >= 0 && rowGoes(row))) return true;
    if (isAllWithin && every(left, right, (column) => columnsGone.has(column))) return true;
    const [top, bottom] = [Math.max(first, 0), last];
    if (bottom < top || area.row + area.rowCount - headerRow - 1 > size.rowCount) return false;
    // A row that is put in anew elsewhere has to come into, or stay out of, the area as it did before.
    const [from, to] = [placeOf.get(top) ?? 0, placeOf.get(bottom) ?? 0];
    const begins = first < 0 ? -1 : from;
    return change.moves.some((move) => {
      const was = rows[move.from] ?? -1;
      const wasIn = was >= top && was <= bottom;
      return wasIn !== (move.to >= begins && move.to <= to);
    });
  };

  return {
    isOurs({ sheet: on, row, column }) {
      const { first: at, left, isAllWithin } = within({ row, column, rowCount: 1, columnCount: 1 });
      return (
        sameName(on, sheet) && isAllWithin && (ours.has(left) || columnsGone.has(left) || (at >= 0 && rowGoes(at)))
      );
    },
    breaks({ sheet: on, formula }) {
      const isThere = sameName(on, sheet);
      const lower = formula.toLowerCase();
      const words = lower.replaceAll("''", "'");
      if (!isThere && !words.includes(sheet.toLowerCase()) && !lower.includes(tableName.toLowerCase())) return false;
      const { references, columnsNamed } = pointersOf(formula, tableName);
      return (
        columnsNamed.some((name) => headingsGone.some((heading) => sameName(heading, name))) ||
        references.some((reference) => {
          const area = readArea(reference, on);
          return area !== null && sameName(area.sheet, sheet) && areaBreaks(area);
        })
      );
    },
  };
}

/** What a formula points at: addresses ("'My sheet'!B6:B9"), and columns of the table by name. */
function pointersOf(formula: string, tableName: string): { references: string[]; columnsNamed: string[] } {
  const parts = formula.match(pointers) ?? [];
  const references = parts.filter((part) => !part.startsWith('"') && !part.startsWith("["));
  const columnsNamed: string[] = [];
  const lower = formula.toLowerCase();
  const opening = `${tableName.toLowerCase()}[`;
  for (let at = lower.indexOf(opening); at >= 0; at = lower.indexOf(opening, at + 1)) {
    const inside = formula.slice(at + opening.length - 1);
    const end = closingBracket(inside);
    const names = inside.slice(1, end).split(/[[\],:]/);
    columnsNamed.push(
      ...names.map((name) => name.replace(/^@/, "").replace(/'(.)/g, "$1")).filter((name) => name !== ""),
    );
  }
  return { references, columnsNamed };
}

/** Texts and what stands in brackets are taken as wholes, so that what looks like an address in them is none. */
const pointers =
  /"(?:[^"]|"")*"|\[[^[\]]*\]|(?<![\p{L}\p{N}_.])(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.([!])/gu;

/** Where the bracket closes that the text begins with; an apostrophe takes the next character as it is. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return text.length;
}

function every(first: number, last: number, holds: (index: number) => boolean): boolean {
  for (let index = first; index <= last; index++) if (!holds(index)) return false;
  return first <= last;
}

async function formulasOf(context: Excel.RequestContext, { sheets }: WorkbookShape) {
  const asked = sheets.map(({ id }) => {
    const used = context.workbook.worksheets.getItem(id).getUsedRange(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    return used;
  });
  await context.sync();
  const areas = asked.map(areaOf);
  const answers = await readInBands(
    context,
    areas.map((area, index) => ({ sheet: sheets[index]?.id ?? "", area, members: ["formulas"] })),
  );
  return areas.map(({ row, column }, index) => ({
    ...{ sheet: sheets[index]?.name ?? "", row, column },
    formulas: answers[index]?.formulas ?? [],
  }));
}
