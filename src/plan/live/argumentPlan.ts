import { isBlank, type Cell } from "../../cells/cell";
import { quotedSheet } from "../../cells/address";
import type { Finding } from "../finding";
import type { Plan } from "../plan";
import type { PlanReading } from "../reading/planReading";
import { argumentSheets, placeOf, type ArgumentSheets } from "./argumentSheets";
import { argumentNames, isProblem, type ArgumentName, type PlanArguments, type Problem } from "./planArguments";
import { notesInTable } from "./readingTable";
import type { ReadingNotes } from "./readingNotes";

/** How tables are read: the pane's reader, as much of it as is loaded. */
export type TableReader = (grids: ArgumentSheets["grids"], options: ArgumentSheets["options"]) => PlanReading;

/** The plan in a function's arguments, as the pane would read them. */
export interface ArgumentPlan {
  reading: PlanReading;
  sheets: ArgumentSheets;
  /** Null where something stands against it: the first of `findings` says what. */
  plan: Plan | null;
  findings: FoundInArgument[];
}

/** What reading found, at a place within an argument. */
interface FoundInArgument {
  level: "error" | "question" | "warning";
  /** "register: row 7, column 2", or "". */
  where: string;
  what: string;
}

/** Reads the arguments; where the answer depends on whether a cell is blank or 0, and nothing says which it is, that is the problem. */
export function readArguments(given: PlanArguments, read: TableReader): ArgumentPlan | Problem {
  const notes = given.reading ? notesInTable(given.reading) : { plan: {}, tables: {} };
  if (isProblem(notes)) return notes;
  const asBlank = withUnclear(given, notes, null);
  const blank = readOnce(asBlank.given, notes, read);
  if (isProblem(blank) || !asBlank.first) return blank;
  const zero = readOnce(withUnclear(given, notes, 0).given, notes, read);
  // Where a 0 would be wrong in itself, nobody typed it.
  if (isProblem(zero) || !zero.plan) return blank;
  if (blank.plan && sameOutcome(blank.plan, zero.plan)) return blank;
  const { name, row, column } = asBlank.first;
  const where = `${name}: row ${row + 1}, column ${column + 1}`;
  return {
    problem: `${where} and perhaps others may be blank or 0, and the answer depends on which; pass IF(range="","",range) in place of the range.`,
  };
}

function readOnce(given: PlanArguments, notes: ReadingNotes, read: TableReader): ArgumentPlan | Problem {
  const sheets = argumentSheets(given, notes);
  if (isProblem(sheets)) return sheets;
  const reading = read(sheets.grids, sheets.options);
  const target = targetsOf(reading.plan, given.target);
  if (target && isProblem(target)) return target;
  const findings = reading.findings.map((finding) => foundInArgument(finding, sheets.names));
  const first = findings.find(({ level }) => level !== "warning");
  const plan = reading.plan && !first ? { ...reading.plan, ...(target && { target: target.byYear }) } : null;
  return { reading, sheets, plan, findings };
}

/** The savings required, year by year. */
function targetsOf(plan: Plan | null, given: number[] | undefined): { byYear: (number | null)[] } | null | Problem {
  if (!plan || !given || given.every((amount) => amount === 0)) return null;
  const { years } = plan;
  if (given.length !== 1 && given.length !== years.length)
    return {
      problem: `target has ${given.length} amounts and the plan ${years.length} ${years.length === 1 ? "year" : "years"}; one amount, or one for each year, is needed.`,
    };
  const [only = 0] = given;
  const byYear = years.map((_, at) => (given.length === 1 ? (at === years.length - 1 ? only : 0) : (given[at] ?? 0)));
  return { byYear: byYear.map((amount) => (amount === 0 ? null : amount)) };
}

/** As a problem where there is no plan. */
export function firstProblem({ findings }: ArgumentPlan): Problem {
  const first = findings.find(({ level }) => level === "error") ?? findings.find(({ level }) => level === "question");
  if (!first) return { problem: "register: no plan can be read from it." };
  return { problem: `${first.where === "" ? "" : `${first.where}: `}${first.what}.` };
}

function foundInArgument(finding: Finding, names: ArgumentSheets["names"]): FoundInArgument {
  const { cell, question, level, count } = finding;
  const choices = question
    ? ` (${question.choices.map((choice) => `'${choice}'`).join(" or ")}; the reading can say which)`
    : "";
  const more = count !== undefined && count > 1 ? ` (${count} cells)` : "";
  return {
    level: question ? "question" : level,
    where: placeOf(cell, names),
    what: `${inArguments(finding.message, names)}${choices}${more}`.replace(/\s+/g, " ").replace(/[.\s]+$/, ""),
  };
}

/** A sentence with the addresses in it as places within arguments. */
function inArguments(message: string, names: ArgumentSheets["names"]): string {
  return argumentNames.reduce((text, name) => {
    const sheet = names[name];
    return sheet === undefined
      ? text
      : text.replaceAll(`${quotedSheet(sheet)}!`, name === sheet ? `${name} ` : `${name} (${sheet}) `);
  }, message);
}

interface Unclear {
  given: PlanArguments;
  /** The first cell that may be either. */
  first: { name: ArgumentName; row: number; column: number } | null;
}

/**
 * The arguments with `blank` in each cell that may be blank or 0: Excel on the desktop passes a blank as 0, on the web as null. A table that holds an empty
 * text, and no null, was passed with its blanks made texts, and its zeros are such; so are all beside a Reading table passed so, which has many blanks.
 * Among words, and in a row without a number, nobody types 0.
 */
function withUnclear(given: PlanArguments, notes: ReadingNotes, blank: null | 0): Unclear {
  let first: Unclear["first"] = null;
  const changed: PlanArguments = { ...given };
  const hasTexts = (cells: readonly Cell[]): boolean => cells.includes("") && !cells.includes(null);
  const areTexts = hasTexts(given.reading?.flat() ?? []);
  for (const name of argumentNames) {
    const cells = given[name];
    if (!cells) continue;
    const all = cells.flat();
    if (hasTexts(all) || (!all.includes(null) && (areTexts || !all.includes(0)))) continue;
    const headingRows = notes.tables[name]?.headingRows ?? 0;
    const isOfNumbers = numberColumns(cells, headingRows);
    changed[name] = cells.map((row, at) => {
      const mayBeZero = at >= headingRows && row.some((cell) => typeof cell === "number" && cell !== 0);
      return row.map((cell, column) => {
        if (cell !== 0 && cell !== null) return cell;
        if (!mayBeZero || !isOfNumbers[column]) return null;
        first ??= { name, row: at, column };
        return blank;
      });
    });
  }
  return { given: changed, first };
}

function numberColumns(cells: readonly Cell[][], top: number): boolean[] {
  const width = cells[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const below = cells.slice(top).map((row) => row[column] ?? null);
    const numbers = below.filter((cell) => typeof cell === "number" && cell !== 0).length;
    const others = below.filter((cell) => cell !== 0 && typeof cell !== "number" && !isBlank(cell)).length;
    // One heading, or as many words as figures, is still a column of figures.
    return numbers > 0 || others <= 1;
  });
}

function sameOutcome(one: Plan, other: Plan): boolean {
  const plain = ({ findings: _, ...plan }: Plan): string => JSON.stringify(plan);
  return plain(one) === plain(other);
}
