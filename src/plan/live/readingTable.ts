import { isBlank, isCellError, textOf, type Cell } from "../../cells/cell";
import { sameName } from "../../cells/names";
import { meaningCalled, meaningName } from "../columns/meanings";
import type { TableKind } from "../tableKinds";
import { argumentNames, type ArgumentName, type Problem } from "./planArguments";
import type { CellInTable, Heading, PlanNotes, ReadingNotes, TableNotes } from "./readingNotes";

/** The Reading table as it stands on the sheet; people may correct it there. */
const readingHeader = ["Table", "What", "Heading", "Word", "Meaning", "Year", "Number format"] as const;

const tableWords: Record<ArgumentName, string> = {
  register: "Register",
  spending: "Spending",
  funding: "Funding",
  position: "Position",
};
const planWord = "Plan";
const planRows = [
  ["unit", "Unit"],
  ["priceBasis", "Price basis"],
  ["baseYear", "Base year"],
  ["years", "Years"],
  ["fiscalYearStart", "First month"],
  ["bareYear", "A bare year"],
  ["date1904", "Dates from"],
] as const;
const bareYearWords = { start: "starts then", end: "ends then" } as const;

/** The table, headings first. */
export function readingTable({ plan, tables }: ReadingNotes): (string | number)[][] {
  const rows: (string | number)[][] = planRows.flatMap(([key, what]) =>
    plan[key] === undefined ? [] : [[planWord, what, "", "", planText(plan, key), "", ""]],
  );
  for (const name of argumentNames) {
    const notes = tables[name];
    if (!notes) continue;
    const row = (what: string, cells: Partial<Record<"heading" | "word" | "meaning" | "year" | "format", Heading>>) =>
      rows.push([
        ...[tableWords[name], what, cells.heading ?? "", cells.word ?? ""],
        ...[cells.meaning ?? "", cells.year ?? "", cells.format ?? ""],
      ]);
    if (notes.sheet !== undefined) row("Sheet", { meaning: notes.sheet });
    if (notes.excelTable !== undefined) row("Excel table", { meaning: notes.excelTable });
    if (notes.hasTotalsRow) row("Totals row", { meaning: "yes" });
    for (const title of notes.titles) row("Title", { meaning: title });
    row("Heading rows", { meaning: notes.headingRows });
    for (const { heading, meaning, year, numberFormat } of notes.columns)
      row("Column", { heading, meaning: meaningName(kindOf(name), meaning), year, format: numberFormat });
    for (const { heading, word, means } of notes.words) row("Word", { heading, word, meaning: means });
    for (const { at, question, answer } of notes.answers)
      row("Answer", { heading: placeText(at), word: question, meaning: answer });
    for (const { name: own, word } of notes.rows) row("Row", { word: own, meaning: word });
  }
  return [[...readingHeader], ...rows];
}

/** What such a table says; what it does not know is a problem that names the row. */
export function notesInTable(cells: readonly (readonly Cell[])[]): ReadingNotes | Problem {
  const [header = [], ...rows] = cells;
  const wanted = readingHeader.join(", ");
  if (readingHeader.some((heading, at) => !sameName(textOf(header[at] ?? null), heading)))
    return { problem: `reading: the headings are not ${wanted}; give the Reading table with its headings.` };
  const notes: ReadingNotes = { plan: {}, tables: {} };
  for (const [at, row] of rows.entries()) {
    const wrong = row.findIndex(isCellError);
    const cell = row[wrong];
    if (cell !== undefined && isCellError(cell))
      return { problem: `reading: row ${at + 2}, column ${wrong + 1} is the error ${cell.error}; text is needed.` };
    if (row.every(isBlank) || row.every((one) => one === 0)) continue;
    const problem = takeRow(notes, row);
    if (problem !== null) return { problem: `reading: row ${at + 2}: ${problem}.` };
  }
  return notes;
}

function takeRow(notes: ReadingNotes, row: readonly Cell[]): string | null {
  const text = (at: number): string => {
    const value = row[at] ?? null;
    return value === 0 ? "" : textOf(value);
  };
  const [table, what, word, meaning, year, numberFormat] = [text(0), text(1), text(3), text(4), text(5), text(6)];
  if (sameName(table, planWord)) return takePlanRow(notes.plan, what, meaning);
  const name = argumentNames.find((one) => sameName(tableWords[one], table));
  const known = [planWord, ...Object.values(tableWords)].join(", ");
  if (!name) return `the table '${table}' is not known; one of ${known} is needed`;
  const own = (notes.tables[name] ??= { titles: [], headingRows: 1, columns: [], words: [], answers: [], rows: [] });
  const heading = typeof row[2] === "number" && row[2] !== 0 ? row[2] : text(2);
  return takeTableRow(own, kindOf(name), { what, heading, word, meaning, year, numberFormat });
}

interface TableRow {
  what: string;
  heading: Heading;
  word: string;
  meaning: string;
  year: string;
  numberFormat: string;
}

function takeTableRow(own: TableNotes, kind: TableKind, row: TableRow): string | null {
  const { heading, word, meaning } = row;
  const takes: Record<string, () => string | null> = {
    sheet: () => ((own.sheet = meaning), null),
    "excel table": () => ((own.excelTable = meaning), null),
    "totals row": () => ((own.hasTotalsRow = true), null),
    title: () => (own.titles.push(meaning), null),
    "heading rows": () => {
      const rows = Number(meaning);
      if (!Number.isInteger(rows) || rows < 1 || rows > mostHeadingRows)
        return `'${meaning}' is no number of heading rows; a whole number from 1 to ${mostHeadingRows} is needed`;
      own.headingRows = rows;
      return null;
    },
    column: () => {
      const id = meaningCalled(kind, meaning);
      if (id === undefined) return `'${meaning}' is no meaning of a column; one that the pane offers is needed`;
      own.columns.push({ heading, meaning: id, year: row.year, numberFormat: row.numberFormat || "General" });
      return null;
    },
    word: () => (own.words.push({ heading, word, means: meaning }), null),
    answer: () => (own.answers.push({ at: placeIn(heading), question: word, answer: meaning }), null),
    row: () => {
      if (meaning !== "counts" && meaning !== "left out") return `'${meaning}' is neither counts nor left out`;
      own.rows.push({ name: word, word: meaning });
      return null;
    },
  };
  const take = takes[row.what.toLowerCase()];
  return take ? take() : `'${row.what}' is not known; one of ${Object.keys(takes).join(", ")} is needed`;
}

const mostHeadingRows = 20;

function takePlanRow(plan: PlanNotes, what: string, meaning: string): string | null {
  const key = planRows.find(([, word]) => sameName(word, what))?.[0];
  if (!key) return `'${what}' is not known; one of ${planRows.map(([, word]) => word).join(", ")} is needed`;
  const number = Number(meaning);
  if (key === "date1904") {
    if (number === 1904) plan.date1904 = true;
    else if (number !== 1900) return `dates count from 1900 or 1904, not from '${meaning}'`;
  } else if (key === "bareYear") {
    const found = (["start", "end"] as const).find((one) => sameName(bareYearWords[one], meaning));
    if (!found) return `'${meaning}' is not known; '${bareYearWords.start}' or '${bareYearWords.end}' is needed`;
    plan.bareYear = found;
  } else if (key === "years" || key === "fiscalYearStart") {
    const most = key === "years" ? 100 : 12;
    if (!Number.isInteger(number) || number < 1 || number > most)
      return `${what} is '${meaning}'; a whole number from 1 to ${most} is needed`;
    plan[key] = number;
  } else plan[key] = meaning;
  return null;
}

function planText(plan: PlanNotes, key: (typeof planRows)[number][0]): string | number {
  if (key === "date1904") return 1904;
  if (key === "bareYear") return bareYearWords[plan.bareYear ?? "start"];
  return plan[key] ?? "";
}

function kindOf(name: ArgumentName): TableKind {
  return name === "register" ? "levers" : name === "position" ? "spending" : name;
}

function placeText(at: Heading | CellInTable): Heading {
  return typeof at === "object" ? `(row ${at.row}, column ${at.column})` : at;
}

function placeIn(heading: Heading): Heading | CellInTable {
  const [, row, column] = /^\(row (\d+), column (\d+)\)$/.exec(String(heading)) ?? [];
  return row === undefined ? heading : { row: Number(row), column: Number(column) };
}
