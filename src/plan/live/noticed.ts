import { readArea } from "../../cells/address";
import { holdsCell, type CellPlace, type SheetArea } from "../../cells/area";
import { isBlank, textOf } from "../../cells/cell";
import { findNamed, sameName } from "../../cells/names";
import { titleLines } from "../reading/extent/titles";
import type { Corrections, PlanReading, TableReading } from "../reading/planReading";
import { idOfKey, cellOfKey } from "../reading/questions";
import { cellAt, formatAt, type SheetGrid } from "../reading/sheetGrid";
import { isDateFormat } from "../reading/cells/times/years";
import { argumentNames, type ArgumentName } from "./planArguments";
import { headingOfColumn, type ColumnNotes, type Heading, type ReadingNotes, type TableNotes } from "./readingNotes";

/** Where each argument's cells stand in the workbook. */
export type ArgumentAreas = Partial<Record<ArgumentName, SheetArea>>;

/** What the pane noticed of the tables as it read them, in the form that a function can be given. */
export function noticed(
  reading: PlanReading,
  grids: readonly SheetGrid[],
  corrections: Corrections,
  areas: ArgumentAreas,
): ReadingNotes {
  const notes: ReadingNotes = { plan: planNotes(reading, grids, corrections), tables: {} };
  for (const name of argumentNames) {
    const area = areas[name];
    const grid = area && findNamed(grids, area.sheet, ({ sheet }) => sheet);
    if (!area || !grid) continue;
    notes.tables[name] = tableNotes(name, tablesIn(name, reading), { area, grid, reading, corrections });
  }
  return notes;
}

function planNotes(
  { plan, horizon, answered, findings }: PlanReading,
  grids: readonly SheetGrid[],
  corrections: Corrections,
): ReadingNotes["plan"] {
  const said = [
    ...answered.map(({ key, chosen }) => ({ key, chosen })),
    ...findings.flatMap(({ question }) => (question ? [{ key: question.key, chosen: question.taken }] : [])),
  ];
  const ends = said.some(({ key, chosen }) => idOfKey(key) === "bareYear" && /ends/i.test(chosen));
  return {
    ...(plan && plan.unit !== "" && { unit: plan.unit }),
    ...(plan && plan.prices !== "unstated" && { priceBasis: plan.priceBasis }),
    ...(plan && plan.baseYear !== "" && { baseYear: plan.baseYear }),
    ...(horizon && { years: horizon.years }),
    ...((corrections.bareYear === "end" || ends) && { bareYear: "end" as const }),
    ...(grids.some(({ date1904 }) => date1904) && { date1904: true as const }),
  };
}

/** The tables of the reading that stand in an argument: funding may be rows of the spending. */
function tablesIn(name: ArgumentName, { levers, spending, funding }: PlanReading): TableReading[] {
  const table = { register: levers, spending, funding, position: null }[name];
  return table ? [table] : [];
}

interface Noticing {
  area: SheetArea;
  grid: SheetGrid;
  reading: PlanReading;
  corrections: Corrections;
}

function tableNotes(name: ArgumentName, tables: readonly TableReading[], noticing: Noticing): TableNotes {
  const { area, grid } = noticing;
  const [table] = tables;
  const excel =
    !table || table.tableName === null ? undefined : findNamed(grid.tables, table.tableName, (one) => one.name);
  const places = (table?.columns ?? []).map((column) => ({ column, at: readArea(column.address, grid.sheet) }));
  const bottom = Math.max(area.row, ...places.map(({ at }) => at?.row ?? area.row));
  return {
    ...(name === "register" && { sheet: area.sheet }),
    ...(excel && { excelTable: excel.name }),
    ...(excel?.hasTotalsRow && { hasTotalsRow: true as const }),
    titles: titleLines(grid, area.row, area.column, area.column + area.columnCount - 1),
    headingRows: bottom - area.row + 1,
    columns: places.map(({ column, at }): ColumnNotes => {
      const [row, index] = [at?.row ?? area.row, at?.column ?? area.column];
      return {
        ...meaningAndYear(column.meaning, column.year, noticing.corrections.headings?.[column.address]),
        heading: headingAt(grid, row, index, area),
        numberFormat: usualFormat(grid, index, bottom + 1, area.row + area.rowCount - 1),
      };
    }),
    words: Object.entries(noticing.corrections.words ?? {}).flatMap(([address, words]) => {
      const at = readArea(address, "");
      if (!at || !isIn(area, at)) return [];
      const heading = headingAt(grid, at.row, at.column, area);
      return Object.entries(words).map(([word, means]) => ({ heading, word, means }));
    }),
    answers: answersIn(new Set(places.flatMap(({ at }) => (at ? [placeKey(at)] : []))), noticing),
    rows: rowsIn(tables, noticing),
  };
}

/** Rows of which no value says enough: those that the user counts or leaves out, and totals, which their cells alone need not show. */
function rowsIn(tables: readonly TableReading[], { area, grid, corrections }: Noticing): TableNotes["rows"] {
  const nameAt = (address: string): string => {
    const at = readArea(address, "");
    return at && isIn(area, at) ? textOf(cellAt(grid, at.row, at.column)) : "";
  };
  const given = Object.entries(corrections.rows ?? {}).map(([address, word]) => ({ name: nameAt(address), word }));
  const totals = tables.flatMap((table) =>
    table.totals.map((address) => ({ name: nameAt(address), word: "left out" as const })),
  );
  const all = [...given, ...totals].filter(({ name }) => name !== "");
  return all.filter(({ name }) => timesIn(area, grid, name) === 1);
}

/** In how many rows of an area a text stands. */
function timesIn(area: SheetArea, grid: SheetGrid, text: string): number {
  const rows = Array.from({ length: area.rowCount }, (_, at) => area.row + at);
  const columns = Array.from({ length: area.columnCount }, (_, at) => area.column + at);
  return rows.filter((row) => columns.some((column) => sameName(textOf(cellAt(grid, row, column)), text))).length;
}

/** A month's, a quarter's or a share's heading says its period itself, unless the user said so. */
function meaningAndYear(
  id: string,
  year: string | null,
  said: string | undefined,
): Pick<ColumnNotes, "meaning" | "year"> {
  const [meaning = "", label = ""] = parts(id);
  if (!periodMeanings.has(meaning)) return { meaning, year: meaning === "ignored" ? "" : label || (year ?? "") };
  const [own, period = ""] = said === undefined ? [""] : parts(said);
  return { meaning, year: own === meaning ? period : "" };
}

/** Meanings of columns whose place in a series their headings say, or those over them. */
export const periodMeanings: ReadonlySet<string> = new Set(["month", "quarter", "share"]);

function parts(id: string): string[] {
  const colon = id.indexOf(":");
  return colon < 0 ? [id] : [id.slice(0, colon), id.slice(colon + 1)];
}

function placeKey({ row, column }: CellPlace): string {
  return `${row},${column}`;
}

/** Questions with their answers, those asked at a heading by it. */
function answersIn(headings: ReadonlySet<string>, { area, grid, reading }: Noticing): TableNotes["answers"] {
  const given = [
    ...reading.answered.map(({ key, chosen, cells }) => ({ key, answer: chosen, cells })),
    ...reading.findings.flatMap(({ question }) =>
      question ? [{ key: question.key, answer: question.taken, cells: question.cells }] : [],
    ),
  ];
  return given.flatMap(({ key, answer, cells }) =>
    [...new Set([cellOfKey(key), ...(cells ?? [])])].flatMap((cell) => {
      const at = readArea(cell, "");
      if (!at || !isIn(area, at)) return [];
      const place: Heading | { row: number; column: number } = headings.has(placeKey(at))
        ? headingAt(grid, at.row, at.column, area)
        : { row: at.row - area.row + 1, column: at.column - area.column + 1 };
      return [{ at: place, question: idOfKey(key), answer }];
    }),
  );
}

function isIn(area: SheetArea, at: SheetArea): boolean {
  return sameName(area.sheet, at.sheet) && holdsCell(area, at.row, at.column);
}

/** A heading as its cell holds it; a number only where it is a date's. */
function headingAt(grid: SheetGrid, row: number, column: number, area: SheetArea): Heading {
  const value = cellAt(grid, row, column);
  if (typeof value === "number" && isDateFormat(formatAt(grid, row, column))) return value;
  return isBlank(value) ? headingOfColumn(column - area.column) : textOf(value);
}

/** The number format that most of a column's numbers have. */
function usualFormat(grid: SheetGrid, column: number, top: number, bottom: number): string {
  const counts = new Map<string, number>();
  for (let row = top; row <= bottom; row++) {
    if (typeof cellAt(grid, row, column) !== "number") continue;
    const format = formatAt(grid, row, column);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "General";
}
