import { cellAddress, columnNumber } from "../../cells/address";
import { isBlank, isCellError, textOf, type Cell } from "../../cells/cell";
import { sameName } from "../../cells/names";
import type { Corrections, ReadOptions, TableAreas } from "../reading/planReading";
import type { SheetGrid } from "../reading/sheetGrid";
import { periodMeanings } from "./noticed";
import { argumentNames, type ArgumentName, type PlanArguments, type Problem } from "./planArguments";
import { headingOfColumn, type Heading, type ReadingNotes, type TableNotes } from "./readingNotes";

/** Each table on a sheet of its own, its first cell in A1, and what the notes say of them, as the reader takes it. */
export interface ArgumentSheets {
  grids: SheetGrid[];
  options: ReadOptions;
  /** The sheet of each table. */
  names: Partial<Record<ArgumentName, string>>;
}

/** The tables of a plan as sheets that the reader can read; what the notes say and the tables do not have is a problem. */
export function argumentSheets(given: PlanArguments, notes: ReadingNotes): ArgumentSheets | Problem {
  const grids: SheetGrid[] = [];
  const names: ArgumentSheets["names"] = {};
  const areas: TableAreas = {};
  const corrections: Required<Pick<Corrections, "headings" | "words" | "rows" | "answers">> = {
    ...{ headings: {}, words: {}, rows: {}, answers: {} },
  };
  for (const name of argumentNames) {
    const cells = given[name];
    if (!cells) continue;
    const own = notes.tables[name];
    const sheet = sheetOf(name, own);
    names[name] = sheet;
    const area = { sheet, row: 0, column: 0, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 };
    if (name === "register") areas.levers = [area];
    else areas[name] = area;
    const headed = own ? headingCells(name, cells, own) : [];
    if (!Array.isArray(headed)) return headed;
    const columns = headed.map(({ column }) => column);
    grids.push(gridOf(sheet, cells, own, columns, notes.plan.date1904 === true));
    if (!own) continue;
    const problem = correct(corrections, { name, sheet, cells, own, headed });
    if (problem) return problem;
  }
  const { unit, priceBasis, baseYear, years, fiscalYearStart, bareYear } = notes.plan;
  return {
    grids,
    names,
    options: {
      areas,
      corrections: {
        ...corrections,
        ...(unit !== undefined && { unit }),
        ...(priceBasis !== undefined && { priceBasis }),
        ...(bareYear !== undefined && { bareYear }),
      },
      ...(baseYear !== undefined && { baseYear }),
      ...(years !== undefined && { horizon: years }),
      ...(fiscalYearStart !== undefined && { fiscalYearStart }),
    },
  };
}

/** The register's own sheet may say what its rows are; no two tables stand on one. */
function sheetOf(name: ArgumentName, own: TableNotes | undefined): string {
  const isTaken = argumentNames.some((one) => one !== name && sameName(one, own?.sheet ?? ""));
  return own?.sheet === undefined || own.sheet === "" || isTaken ? name : own.sheet;
}

interface HeadingCell {
  row: number;
  column: number;
}

/** Where the heading of each column of the notes stands: in the order of the notes, which repeated headings keep. */
function headingCells(name: ArgumentName, cells: readonly Cell[][], own: TableNotes): HeadingCell[] | Problem {
  const headings = cells.slice(0, own.headingRows);
  const free = new Set(headings[0]?.keys());
  const found: HeadingCell[] = [];
  for (const { heading } of own.columns) {
    const at = cellHeaded(heading, headings, free, found.at(-1)?.column ?? -1);
    if (!at)
      return {
        problem: `${name}: no column is headed '${heading}', as the reading says; put the heading back, or correct it in the reading.`,
      };
    free.delete(at.column);
    found.push(at);
  }
  const last = headings.at(-1) ?? [];
  const unknown = [...free].find((column) => !isBlank(last[column] ?? null) && last[column] !== 0);
  if (unknown !== undefined && own.columns.length > 0)
    return {
      problem: `${name}: column ${unknown + 1} is headed '${textOf(last[unknown] ?? null)}', which the reading does not know; a row of the reading that says what it means is needed.`,
    };
  return found;
}

/** The heading's cell in a column that is still free, behind the one found before if there is one; the lowest of a column. */
function cellHeaded(
  heading: Heading,
  headings: readonly Cell[][],
  free: ReadonlySet<number>,
  before: number,
): HeadingCell | null {
  const all = [...free].flatMap((column): HeadingCell[] => {
    if (heading === headingOfColumn(column)) return [{ row: headings.length - 1, column }];
    const rows = headings.flatMap((cells, row) => (isHeaded(cells[column] ?? null, heading) ? [row] : []));
    return rows.slice(-1).map((row) => ({ row, column }));
  });
  return all.find(({ column }) => column > before) ?? all[0] ?? null;
}

function isHeaded(cell: Cell, heading: Heading): boolean {
  if (typeof heading === "number" && typeof cell === "number") return heading === cell;
  return !isBlank(cell) && !isCellError(cell) && sameName(textOf(cell), String(heading));
}

function gridOf(
  sheet: string,
  cells: readonly Cell[][],
  own: TableNotes | undefined,
  columns: readonly number[],
  date1904: boolean,
): SheetGrid {
  const width = cells[0]?.length ?? 0;
  const titles = own?.titles ?? [];
  const above = titleRows(titles, width);
  const headingRows = own?.headingRows ?? 0;
  const formats = new Map(own?.columns.map(({ numberFormat }, at) => [columns[at], numberFormat]));
  const dates = new Set(own?.columns.flatMap(({ heading }) => (typeof heading === "number" ? [heading] : [])));
  const formatOf = (value: Cell, row: number, column: number): string => {
    if (typeof value !== "number") return "General";
    if (row < headingRows) return dates.has(value) ? "mmm yyyy" : "General";
    return formats.get(column) ?? "General";
  };
  const table = { row: 0, column: 0, rowCount: cells.length, columnCount: width };
  return {
    sheet,
    // Titles stand above the table, which begins in A1, so that every address is a place within the argument.
    row: -above.length,
    column: 0,
    values: [...above, ...cells.map((row) => [...row])],
    numberFormats: [
      ...above.map((row) => row.map(() => "General")),
      ...cells.map((row, at) => row.map((value, column) => formatOf(value, at, column))),
    ],
    tables: own?.excelTable ? [{ ...table, name: own.excelTable, hasTotalsRow: own.hasTotalsRow === true }] : [],
    ...{ hiddenRows: [], hiddenColumns: [], isHidden: false, merged: [], formulas: new Map(), filter: null, date1904 },
  };
}

/** Texts above a table, as many beside one another as its reader takes for titles. */
function titleRows(titles: readonly string[], width: number): Cell[][] {
  const perRow = titles.length <= mostTitleRows ? 1 : Math.min(3, Math.max(1, width));
  const rows: Cell[][] = [];
  for (let at = 0; at < titles.length; at += perRow) {
    const texts = titles.slice(at, at + perRow);
    rows.push(Array.from({ length: width }, (_, column) => texts[column] ?? null));
  }
  return rows.slice(-mostTitleRows);
}

const mostTitleRows = 4;

interface Correcting {
  name: ArgumentName;
  sheet: string;
  cells: readonly Cell[][];
  own: TableNotes;
  headed: readonly HeadingCell[];
}

/** What the notes say of columns, words, questions and rows, at the cells of the table. */
function correct(
  { headings, words, rows, answers }: Required<Pick<Corrections, "headings" | "words" | "rows" | "answers">>,
  { name, sheet, cells, own, headed }: Correcting,
): Problem | null {
  const addresses = headed.map(({ row, column }) => cellAddress(sheet, row, column));
  const addressOf = (heading: Heading): string | Problem => {
    const at = own.columns.findIndex((column) => isHeaded(column.heading, heading));
    const missing = { problem: `reading: ${name} has no column '${heading}'; the heading of one is needed.` };
    return addresses[at] ?? missing;
  };
  own.columns.forEach(({ meaning, year }, at) => {
    if (periodMeanings.has(meaning) && year === "") return;
    headings[addresses[at] ?? ""] = year === "" || meaning === "ignored" ? meaning : `${meaning}:${year}`;
  });
  for (const { heading, word, means } of own.words) {
    const address = addressOf(heading);
    if (typeof address !== "string") return address;
    (words[address] ??= {})[word] = means;
  }
  for (const { at, question, answer } of own.answers) {
    const address = typeof at === "object" ? cellAddress(sheet, at.row - 1, at.column - 1) : addressOf(at);
    if (typeof address !== "string") return address;
    answers[`${question}@${address}`] = answer;
  }
  for (const { name: text, word } of own.rows) {
    const alike = cells.flatMap((row, at) => (row.some((cell) => sameName(textOf(cell), text)) ? [at] : []));
    const [only, ...others] = alike;
    // What is not there need not be left out.
    if (only === undefined && word === "left out") continue;
    if (only === undefined || others.length > 0) {
      const count = only === undefined ? "no row" : `${alike.length} rows`;
      return { problem: `reading: ${name} has ${count} '${text}'; the name of one is needed.` };
    }
    const column = Math.max(0, cells[only]?.findIndex((cell) => sameName(textOf(cell), text)) ?? 0);
    rows[cellAddress(sheet, only, column)] = word;
  }
  return null;
}

/** "register: row 7, column 2" of a cell of its sheet; "" where it is of none. */
export function placeOf(address: string, names: ArgumentSheets["names"]): string {
  for (const name of argumentNames) {
    const sheet = names[name];
    if (sheet === undefined) continue;
    const prefix = cellAddress(sheet, 0, 0).slice(0, -2);
    const [, letters = "", number = ""] = address.startsWith(prefix)
      ? (/^([A-Z]+)(\d+)/.exec(address.slice(prefix.length)) ?? [])
      : [];
    if (letters === "") continue;
    const column = columnNumber(letters);
    return `${name}: row ${number}, column ${column + 1}`;
  }
  return "";
}
