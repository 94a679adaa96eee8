import { count } from "../../../plan/report/words/figures";
import type { FormulaPlace, SheetPlaces, WorkbookPlaces } from "../formulaPlaces";
import { isLocked, placeWords, type Inventory, type OwnUse } from "../inventory";
import type { StaleSheet } from "./staleResults";

/** What Check says, of one cell or of several alike. */
export interface CheckLine {
  kind: CheckKind;
  level: "error" | "warning" | "notice";
  /** What it selects, the first of them: "Plan!B4"; "" where there is nothing to select. */
  cell: string;
  cells: string[];
  /** Where it stands, where that is no cell: "the name Total". */
  where: string;
  /** One sentence, in lower case after its cell. */
  message: string;
  /** What Repair does about it; null where it does nothing. */
  repair: RepairKind | null;
}

type CheckKind =
  | "mangled name"
  | "unknown function"
  | "shows an error"
  | "whole column"
  | "other workbook"
  | "results out of date"
  | "results not compared"
  | "scenario"
  | "broken off"
  | "not looked at"
  | "without the add-in";

type RepairKind = "formula" | "results" | "scenario";

/** What is known of the workbook beside its formulas. */
export interface Beside {
  /** Name of the scenario whose results stand in the workbook; null where there are none. */
  scenario: string | null;
  stale: StaleSheet[];
  /** Why the results could not be compared; null where they were. */
  notCompared: string | null;
  /** What of each stored scenario does not fit any more, or why it cannot be read. */
  scenarios: { name: string; messages: string[]; isRepairable: boolean }[];
  /** What a run left half done. */
  brokenOff: string | null;
}

/** Errors first, then warnings, then notices; the same of many cells is one line. */
export function checkLines(
  { uses, links }: Inventory,
  { sheets, unread }: WorkbookPlaces,
  beside: Beside,
): CheckLine[] {
  const lines = [
    ...uses.flatMap((use) => linesOf(use, sheets)),
    ...links.flatMap(({ book, places }) => linkLines(book, places)),
    ...besideLines(beside),
    ...unread.map((message) => line("not looked at", "warning", [], message)),
    ...withoutAddin(uses),
  ];
  const merged = new Map<string, CheckLine>();
  for (const one of lines) {
    const key = JSON.stringify([one.kind, one.message, one.repair, one.where]);
    const same = merged.get(key);
    if (same) same.cells.push(...one.cells);
    else merged.set(key, { ...one, cells: [...one.cells] });
  }
  const order = ["error", "warning", "notice"];
  return [...merged.values()].sort((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
}

function line(
  kind: CheckKind,
  level: CheckLine["level"],
  places: readonly (FormulaPlace | string)[],
  message: string,
  repair: RepairKind | null = null,
): CheckLine {
  const cells = places.flatMap((place) => (typeof place === "string" ? place : place.address) || []);
  const [first] = places;
  const where = first && typeof first !== "string" && first.kind !== "cell" ? placeWords(first) : "";
  return { kind, level, cell: cells[0] ?? "", cells, where, message, repair };
}

function linesOf(use: OwnUse, sheets: readonly SheetPlaces[]): CheckLine[] {
  const { place, calls, mangled, unknown, wholes, error } = use;
  const why = whyNotRepaired(place, sheets);
  const repair = why === "" ? ("formula" as const) : null;
  const lines: CheckLine[] = [];
  if (mangled.length > 0) {
    const names = calls.flatMap(({ name, written }) => (written === name ? [] : name));
    const message = `calls ${[...new Set(names)].join(", ")} by the name that Excel gives it where the add-in is missing (${mangled.join(", ")}), and shows no result${why}`;
    lines.push(line("mangled name", "error", [place], message, repair));
  }
  if (unknown.length > 0)
    lines.push(
      line(
        "unknown function",
        "error",
        [place],
        `calls ${unknown.join(", ")}, which this version of the add-in does not have`,
      ),
    );
  if (error !== null && mangled.length === 0 && unknown.length === 0) {
    const isAsleep = error === "#NAME?";
    const message = isAsleep
      ? `shows #NAME? although the add-in has the function: the formula was calculated without it, and has to be entered again${why}`
      : `shows ${error}; point at the cell, or at the sign beside it, to read why`;
    lines.push(line("shows an error", "error", [place], message, isAsleep ? repair : null));
  }
  if (wholes.length > 0) {
    const written = [...new Set(wholes.map((whole) => whole.written))].join(", ");
    const unit = wholes.every(({ isColumns }) => isColumns) ? "columns" : "rows";
    const isRepairable = canBeCut(use, sheets);
    const message = `hands whole ${unit} (${written}) to a function, more than Excel on the web can: it shows #CALC! there${isRepairable ? why : "; nothing is filled that they could be cut to"}`;
    lines.push(line("whole column", "warning", [place], message, isRepairable ? repair : null));
  }
  return lines;
}

function canBeCut({ place, wholes }: OwnUse, sheets: readonly SheetPlaces[]): boolean {
  return wholes.some(({ sheet }) => lastOf(sheet ?? place.sheet, sheets) !== null);
}

/** The last filled row and column of a sheet; null where nothing is filled, or there is no such sheet. */
export function lastOf(sheet: string, sheets: readonly SheetPlaces[]): { row: number; column: number } | null {
  const found = sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase());
  return found?.last ?? null;
}

/** What is added to a sentence whose fault Repair leaves; "" where it can do it. */
export function whyNotRepaired(place: FormulaPlace, sheets: readonly SheetPlaces[]): string {
  if (place.kind === "validation" || place.kind === "format")
    return "; enter it again by hand (Excel takes no function of an add-in in rules and formats)";
  if (place.isInArray)
    return "; it shares its formula with the cells beside it, as an array entered with Ctrl+Shift+Enter does: enter it again by hand";
  return isLocked(place, sheets)
    ? `; the sheet ${place.sheet} is protected, so Repair leaves it: unprotect it on Excel's Review tab first`
    : "";
}

function linkLines(book: string, places: readonly FormulaPlace[]): CheckLine[] {
  const name = /^\d+$/.test(book) ? `another workbook (number ${book} of Data › Edit Links)` : `the workbook ${book}`;
  return places.map((place) =>
    line("other workbook", "warning", [place], `leans on ${name}, which whoever gets this one may not have`),
  );
}

function besideLines({ scenario, stale, notCompared, scenarios, brokenOff }: Beside): CheckLine[] {
  const first = stale[0];
  return [
    ...(brokenOff === null
      ? []
      : [line("broken off", "error", [], `${brokenOff} Choose Put it back on the Plan page`)]),
    ...(first && scenario !== null
      ? [
          line(
            "results out of date",
            "warning",
            stale.map(({ cell }) => cell),
            `the results of '${scenario}' are not what the tables give now (${stale.map(({ sheet, count: cells }) => `${sheet}: ${count(cells, "cell")}`).join("; ")})`,
            "results",
          ),
        ]
      : []),
    ...(notCompared === null
      ? []
      : [line("results not compared", "warning", [], `whether results are up to date is not known: ${notCompared}`)]),
    ...scenarios.flatMap(({ name, messages, isRepairable }) =>
      messages.map((message) => ({
        ...line("scenario", "warning", [], message, isRepairable ? "scenario" : null),
        where: `the scenario '${name}'`,
      })),
    ),
  ];
}

function withoutAddin(uses: readonly OwnUse[]): CheckLine[] {
  const cells = uses.map(({ place }) => place).filter(({ kind }) => kind === "cell");
  if (cells.length === 0) return [];
  const sheets = new Set(cells.map(({ sheet }) => sheet)).size;
  const message = `${count(cells.length, "cell")} on ${count(sheets, "sheet")} ${cells.length === 1 ? "calculates" : "calculate"} with the add-in's functions: a colleague without it sees the values of today, and #NAME? in them and in all that depends on them once Excel calculates them anew`;
  return [line("without the add-in", "notice", cells, message)];
}
