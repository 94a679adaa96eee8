import type { Area } from "../../cells/area";
import { isCellError, type Cell } from "../../cells/cell";
import { formulaKey, type SheetGrid } from "../../plan/reading/sheetGrid";
import { areaOf, mergedOf, tablesOf, type SheetQuery, type SheetsQuery } from "./askForSheets";
import { cellsIn, readInBands, type BandAnswer, type BandRequest, type CellMember } from "./readBands";
import { partsRead, type Cut } from "./readingLimits";
import { maybeTotals } from "./totalRows";

/**
 * The sheets as the plan reads them, each whole: what the first answer does not hold of a used range is read in as few syncs more
 * as its size needs. Nothing is left out without a word: a sheet that no reading could hold (`partsRead`) is read from its top, and
 * `cuts` says at which cell that ended.
 */
export async function readGrids(
  context: Excel.RequestContext,
  { sheets: asked, firstYear }: SheetsQuery,
  signal?: AbortSignal,
): Promise<{ grids: SheetGrid[]; cuts: Cut[] }> {
  const sheets = asked.map((sheet) => (isLeftOut(sheet.first) ? { ...sheet, first: null } : sheet));
  const parts = await partsOf(context, sheets);
  const isSmall = parts.reduce((cells, { area }) => cells + cellsIn(area), 0) <= mostWithFormulas.workbook;
  const readings = parts.map(({ sheet, area }) => startReading(sheet, area, isSmall));
  const requests = readings.flatMap(({ missing }) => missing);
  const answers = await readInBands(context, requests, signal);
  let at = 0;
  for (const reading of readings) finish(reading, answers.slice(at, (at += reading.missing.length)));
  await readSecond(context, readings, signal);
  const date1904 = firstYear.value === 1904;
  return {
    grids: readings.filter(({ isEmpty }) => !isEmpty).map((reading) => gridOf(reading, date1904)),
    cuts: parts.flatMap(({ cut }) => cut ?? []),
  };
}

/** Of an answer that is too large Excel may leave out a part. */
function isLeftOut(first: Excel.Range | null): boolean {
  if (!first || first.isNullObject) return false;
  return [first.values, first.valueTypes, first.numberFormat, first.formulas].some((part: unknown) => part === null);
}

/** What is read of each sheet: all that is used; of a sheet that is too large what is filled in its first rows. */
async function partsOf(
  context: Excel.RequestContext,
  sheets: readonly SheetQuery[],
): Promise<{ sheet: SheetQuery; area: Area; cut: Cut | null }[]> {
  const used = sheets.map((sheet) => areaOf(sheet.used));
  const largest = partsRead(used);
  const parts = sheets.map((sheet, index) => {
    const [whole, area] = [used[index] ?? areaOf(sheet.used), largest[index] ?? areaOf(sheet.used)];
    if (area.rowCount === whole.rowCount) return { sheet, area, whole, around: null };
    const worksheet = context.workbook.worksheets.getItem(sheet.id);
    const filledIn = ({ row, column, rowCount, columnCount }: Area): Excel.Range => {
      const filled = worksheet.getRangeByIndexes(row, column, rowCount, columnCount).getUsedRangeOrNullObject(true);
      filled.load("rowIndex,columnIndex,rowCount,columnCount");
      return filled;
    };
    const rest = { ...whole, row: area.row + area.rowCount, rowCount: whole.rowCount - area.rowCount };
    return { sheet, area, whole, around: { inside: filledIn(area), beyond: filledIn(rest) } };
  });
  if (parts.some(({ around }) => around)) await context.sync();
  return parts.map(({ sheet, area, whole, around }) => {
    if (!around) return { sheet, area, cut: null };
    const { inside, beyond } = around;
    const cutAt = ({ rowIndex: row, columnIndex: column }: Excel.Range): Cut => {
      return { sheet: sheet.name, row, column, cells: cellsIn(whole) };
    };
    return {
      // Its first cells were asked for from another corner, maybe.
      sheet: { ...sheet, first: null, before: null },
      area: inside.isNullObject ? { ...area, rowCount: 1, columnCount: 1 } : areaOf(inside),
      cut: beyond.isNullObject ? null : cutAt(beyond),
    };
  });
}

/**
 * Formulas are a third more to ask for. Of a sheet of more cells than these in a workbook of more than those, they are asked for below
 * its first rows only where there may be totals.
 */
const mostWithFormulas = { sheet: 20_000, workbook: 200_000 };
/** A ledger may name a total in each of its rows. */
const mostTotals = 2000;

/** A sheet that is being read. */
interface Reading {
  sheet: SheetQuery;
  /** What is read of it. */
  area: Area;
  missing: BandRequest[];
  values: Cell[][];
  numberFormats: string[][];
  /** Indices of the rows of which not all was read with its types and formulas at first. */
  untyped: Set<number>;
  formulas: Map<string, string>;
  hasAllFormulas: boolean;
  hiddenRows: number[];
  hiddenColumns: number[];
  isEmpty: boolean;
}

function startReading(sheet: SheetQuery, area: Area, isSmallWorkbook: boolean): Reading {
  const before = cellsBefore(sheet, area);
  const hasAllFormulas = before !== null || isSmallWorkbook || cellsIn(area) <= mostWithFormulas.sheet;
  const members: CellMember[] = hasAllFormulas ? ["values", "numberFormat", "formulas"] : ["values", "numberFormat"];
  const missing = (before ? [] : missingParts(sheet.first, area)).map((part): BandRequest => ({
    sheet: sheet.id,
    area: part,
    members,
  }));
  // Null: some are hidden and some are not.
  if (sheet.used.rowHidden === null)
    missing.push({ sheet: sheet.id, area: { ...area, columnCount: 1 }, members: ["rowHidden"] });
  if (sheet.used.columnHidden === null)
    missing.push({ sheet: sheet.id, area: { ...area, rowCount: 1 }, members: ["columnHidden"] });
  const isHidden = (all: boolean | null, count: number, first: number) =>
    all === true ? Array.from({ length: count }, (_, index) => first + index) : [];
  return {
    ...{ sheet, area, missing, hasAllFormulas, isEmpty: true },
    ...{ values: before?.values ?? [], numberFormats: before?.numberFormats ?? [] },
    ...{ untyped: new Set(), formulas: new Map() },
    hiddenRows: isHidden(sheet.used.rowHidden, area.rowCount, area.row),
    hiddenColumns: isHidden(sheet.used.columnHidden, area.columnCount, area.column),
  };
}

/** The cells of a sheet that nobody has changed since it was read; null where it has to be read again. */
function cellsBefore(
  { before }: SheetQuery,
  { row, column, rowCount, columnCount }: Area,
): Pick<SheetGrid, "values" | "numberFormats"> | null {
  if (!before?.formulas.isNullObject) return null;
  const { grid } = before;
  const isAsFar =
    grid.row === row &&
    grid.column === column &&
    grid.values.length === rowCount &&
    grid.values[0]?.length === columnCount;
  return isAsFar ? grid : null;
}

/** What is right of the cells that were read first, and what is below them. */
function missingParts(first: Excel.Range | null, area: Area): Area[] {
  if (!first || first.isNullObject) return [area];
  const rows = Math.min(first.rowCount, area.rowCount);
  const { columnCount: columns } = first;
  const right = { ...area, column: area.column + columns, rowCount: rows, columnCount: area.columnCount - columns };
  const below = { ...area, row: area.row + rows, rowCount: area.rowCount - rows };
  return [right, below].filter((part) => cellsIn(part) > 0);
}

function finish(reading: Reading, answers: readonly BandAnswer[]): void {
  const { sheet, area, missing } = reading;
  const first = sheet.first && !sheet.first.isNullObject ? sheet.first : null;
  if (first) addCells(reading, { row: area.row, column: area.column }, first);
  missing.forEach(({ area: part, members: [member] }, index) => {
    const answer = answers[index];
    if (!answer) return;
    if (member === "rowHidden")
      reading.hiddenRows = answer.rowHidden.flatMap(([hidden], at) => (hidden === true ? [part.row + at] : []));
    else if (member === "columnHidden")
      reading.hiddenColumns = (answer.columnHidden[0] ?? []).flatMap((hidden, at) =>
        hidden === true ? [part.column + at] : [],
      );
    else addCells(reading, part, answer);
  });
  reading.isEmpty = reading.values.every((line) => line.every((value) => value === "" || value === null));
}

/** Cells that begin at that place: more of rows that are there, or rows further down. */
function addCells(
  reading: Reading,
  { row, column }: Pick<Area, "row" | "column">,
  read: { values: unknown[][]; valueTypes: unknown[][]; numberFormat: unknown[][]; formulas: unknown[][] },
): void {
  const { area, values, numberFormats } = reading;
  const count = Math.min(read.values.length, area.row + area.rowCount - row);
  for (let at = 0; at < count; at++) {
    const types = read.valueTypes[at] ?? [];
    const cells = (read.values[at] ?? []).map((value, index) => cellOf(value, types[index]));
    const formats = (read.numberFormat[at] ?? []) as string[];
    const line = row - area.row + at;
    values[line] = column === area.column ? cells : [...(values[line] ?? []), ...cells];
    numberFormats[line] = column === area.column ? formats : [...(numberFormats[line] ?? []), ...formats];
    if (read.valueTypes.length === 0) reading.untyped.add(line);
    addFormulas(reading, row + at, column, read.formulas[at] ?? [], read.values[at] ?? []);
  }
}

/** A text that begins with "=" is no formula: it is what the cell shows. */
function addFormulas(reading: Reading, row: number, column: number, formulas: unknown[], values: unknown[]): void {
  formulas.forEach((formula, index) => {
    if (typeof formula === "string" && formula.startsWith("=") && formula !== values[index])
      reading.formulas.set(formulaKey(row, column + index), formula);
  });
}

/** What only the cells that are there tell to be worth asking for: which texts are errors, and the formulas of a large sheet's totals. */
async function readSecond(
  context: Excel.RequestContext,
  readings: readonly Reading[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const asked = readings.flatMap((reading) => [...errorQueries(reading), ...totalQueries(reading)]);
  const answers = await readInBands(
    context,
    asked.map(({ request }) => request),
    signal,
  );
  asked.forEach(({ take }, index) => {
    const answer = answers[index];
    if (answer) take(answer);
  });
}

interface SecondQuery {
  request: BandRequest;
  take(answer: BandAnswer): void;
}

/** The types of the rows, from the first to the last, in which something looks like an error and may be a text. */
function errorQueries({ sheet, area, values, untyped }: Reading): SecondQuery[] {
  const rows = [...untyped].filter((row) =>
    values[row]?.some((cell) => typeof cell === "string" && cell.startsWith("#")),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      request: {
        sheet: sheet.id,
        area: { ...area, row: area.row + first, rowCount: last - first + 1 },
        members: ["valueTypes"],
      },
      take: ({ valueTypes }) =>
        valueTypes.forEach((types, at) => {
          values[first + at] = (values[first + at] ?? []).map((cell, index) => cellOf(cell, types[index]));
        }),
    },
  ];
}

function totalQueries(reading: Reading): SecondQuery[] {
  const { sheet, area, values, hasAllFormulas, untyped } = reading;
  if (hasAllFormulas) return [];
  const rows = maybeTotals(values).filter((row) => untyped.has(row));
  return rows.slice(-mostTotals).map((row) => ({
    request: { sheet: sheet.id, area: { ...area, row: area.row + row, rowCount: 1 }, members: ["formulas"] },
    take: ({ formulas }) => addFormulas(reading, area.row + row, area.column, formulas[0] ?? [], values[row] ?? []),
  }));
}

function gridOf(reading: Reading, date1904: boolean): SheetGrid {
  const { sheet, area, values, numberFormats, formulas, hiddenRows, hiddenColumns } = reading;
  const merged = mergedOf(sheet.merged);
  return {
    ...{ sheet: sheet.name, id: sheet.id, row: area.row, column: area.column, values, numberFormats },
    ...{ tables: tablesOf(sheet), hiddenRows, hiddenColumns, isHidden: sheet.isHidden, merged, formulas },
    ...{ filter: sheet.filter.isNullObject ? null : areaOf(sheet.filter), date1904 },
  };
}

/** An error that is known to be one stays so. */
function cellOf(value: unknown, type: unknown): Cell {
  if (isCellError(value as Cell)) return value as Cell;
  if (type === "Error") return { error: String(value) };
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return null;
}
