import type { Area } from "../../cells/area";
import { codeOf, WorkbookError } from "../excel/excelErrors";
import { throwIfCancelled } from "../excel/excelRun";

/** An area of a sheet, and what is asked of its cells. */
export interface BandRequest {
  /** The worksheet's id. */
  sheet: string;
  area: Area;
  members: readonly CellMember[];
}

/** What was asked, by rows of the request's area; nothing where a member was not asked for. */
export type BandAnswer = Record<CellMember, unknown[][]>;

/** `rowHidden` is asked of an area of one column, `columnHidden` of one row. */
export type CellMember = keyof typeof members;

/**
 * Reads areas of any size whole. What fits one answer by its usual size is asked for in one sync; an answer that Excel
 * refuses for its size, or leaves out, is asked for again in two halves, and what comes after it in parts as small.
 */
export async function readInBands(
  context: Excel.RequestContext,
  requests: readonly BandRequest[],
  signal?: AbortSignal,
): Promise<BandAnswer[]> {
  const answers = requests.map(noAnswer);
  const waiting: Band[] = requests.map(({ sheet, area, members: asked }, of) => ({ sheet, area, members: asked, of }));
  let most = usualAnswer;
  while (waiting.length > 0) {
    throwIfCancelled(signal);
    const batch = nextBatch(waiting, most);
    const read = await ask(context, batch);
    if (read) {
      batch.forEach((band, at) => put(band, read[at] ?? [], requests[band.of], answers[band.of]));
      continue;
    }
    const [first] = batch;
    if (batch.length === 1 && first && cellsIn(first.area) === 1) throw oneCellTooBig();
    most = Math.min(most, sum(batch.map(bytesOf))) / 2;
    waiting.unshift(...batch);
  }
  return answers;
}

interface Band extends BandRequest {
  /** Index of the request that it is a part of. */
  of: number;
}

/** How each member is asked for, and how much of an answer it usually takes a cell. */
const members = {
  values: asProperty("values", 14),
  valueTypes: asProperty("valueTypes", 9),
  numberFormat: asProperty("numberFormat", 11),
  formulas: asProperty("formulas", 14),
  rowHidden: {
    bytes: 24,
    ask: (range: Excel.Range) => {
      const answer = range.getRowProperties({ rowHidden: true });
      return () => listed(answer)?.map(({ rowHidden }): unknown[] => [rowHidden]) ?? null;
    },
  },
  columnHidden: {
    bytes: 26,
    ask: (range: Excel.Range) => {
      const answer = range.getColumnProperties({ columnHidden: true });
      return () => {
        const columns = listed(answer)?.map(({ columnHidden }): unknown => columnHidden);
        return columns ? [columns] : null;
      };
    },
  },
};

function asProperty(name: "values" | "valueTypes" | "numberFormat" | "formulas", bytes: number) {
  return {
    bytes,
    ask: (range: Excel.Range) => {
      range.load(name);
      return (): unknown[][] | null => range[name];
    },
  };
}

/** Of an answer that is too large Excel may leave out a part. */
function listed<T>(answer: OfficeExtension.ClientResult<T[]>): T[] | null {
  return answer.value;
}

function noAnswer(): BandAnswer {
  return { values: [], valueTypes: [], numberFormat: [], formulas: [], rowHidden: [], columnHidden: [] };
}

/** Excel on the web answers with 5 MB at most; texts may be longer than usual. */
const usualAnswer = 4_000_000;

/** Takes from those that wait as many as their sizes allow, one cell at least; the last one in part, if need be. */
function nextBatch(waiting: Band[], most: number): Band[] {
  const batch: Band[] = [];
  let room = most;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [part, rest] = split(next, room, batch.length === 0);
    if (part) batch.push(part);
    if (rest) {
      waiting.unshift(rest);
      break;
    }
    room -= bytesOf(next);
  }
  return batch;
}

/** The first rows of a band that fit, or of a single row the first columns; and what is left of it. */
function split(band: Band, room: number, atLeastOne: boolean): [part: Band | null, rest: Band | null] {
  if (bytesOf(band) <= room) return [band, null];
  const { row, column, rowCount, columnCount } = band.area;
  const cells = Math.floor((room - envelope) / bytesOfCell(band));
  const rows = Math.floor(cells / columnCount);
  if (rows < 1 && !atLeastOne) return [null, band];
  const part = (area: Partial<Area>): Band => ({ ...band, area: { ...band.area, ...area } });
  if (rowCount > 1) {
    const taken = Math.max(1, Math.min(rows, rowCount - 1));
    return [part({ rowCount: taken }), part({ row: row + taken, rowCount: rowCount - taken })];
  }
  if (columnCount === 1) return [band, null];
  const taken = Math.max(1, Math.min(cells, columnCount - 1));
  return [part({ columnCount: taken }), part({ column: column + taken, columnCount: columnCount - taken })];
}

/** What the bands hold; null where Excel says that the answer is too large, or gives none for its size. */
async function ask(context: Excel.RequestContext, batch: readonly Band[]): Promise<BandPart[] | null> {
  const asked = batch.map(({ sheet, area, members: wanted }) => {
    const { row, column, rowCount, columnCount } = area;
    const range = context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rowCount, columnCount);
    return wanted.map((member) => ({ member, rows: members[member].ask(range) }));
  });
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
  const read = asked.map((parts) => parts.map(({ member, rows }) => ({ member, rows: rows() })));
  return read.every((parts) => parts.every(({ rows }) => rows !== null)) ? (read as BandPart[]) : null;
}

type BandPart = { member: CellMember; rows: unknown[][] }[];

/** Whether Excel refused to answer because the answer is too large. */
export function isTooLarge(error: unknown): boolean {
  return codeOf(error) === "ResponsePayloadSizeLimitExceeded";
}

/** Bands come in order: a row that was read in parts is put together again from the left. */
function put(band: Band, parts: BandPart, request: BandRequest | undefined, answer: BandAnswer | undefined): void {
  if (!request || !answer) return;
  const isMoreOfRow = band.area.column > request.area.column;
  for (const { member, rows } of parts) {
    for (const line of rows) {
      if (isMoreOfRow) answer[member].at(-1)?.push(...line);
      else answer[member].push(line);
    }
  }
}

/** The names and braces around what a band's cells hold. */
const envelope = 200;

function bytesOf(band: Band): number {
  return cellsIn(band.area) * bytesOfCell(band) + envelope;
}

function bytesOfCell({ members: asked }: Band): number {
  return sum(asked.map((member) => members[member].bytes));
}

export function cellsIn({ rowCount, columnCount }: Area): number {
  return rowCount * columnCount;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

function oneCellTooBig(): WorkbookError {
  return new WorkbookError("tooBig", "A cell holds more than Excel can hand over; shorten its text, then read again.");
}
