import { cellAddress, readArea } from "../../cells/address";
import { onSheet, type SheetArea } from "../../cells/area";
import { isBlank, textOf } from "../../cells/cell";
import { findNamed, nameKey, sameName } from "../../cells/names";
import { firstColumnOf, headerRows, lastColumnOf, type HeaderColumn, type HeaderRow } from "./headerRows";
import { recognise, type Recognition } from "./headings";
import type { ReadOptions } from "./planReading";
import { cellAt, type SheetGrid } from "./sheetGrid";
import { byKind, tableKinds, type TableKind } from "../tableKinds";
import { kindWords, nameWords } from "./titles";
import { findYear, type YearConvention } from "./years";

export interface FoundTables extends Record<TableKind, HeaderRow | null> {
  /** Further tables that looked nearly as good, so that the user hears of the choice. */
  alsoLike: { kind: TableKind; header: HeaderRow }[];
  /** Where the user said that a table is, and nothing was found. */
  notThere: { kind: TableKind; reference: string }[];
  /** Rows that begin a table; what stands above ends there. */
  headers: HeaderRow[];
}

/** Finds the header row of each kind of table: where the user said, else the one whose headings, titles and names say most for it. */
export function findTables(grids: SheetGrid[], options: ReadOptions, convention: YearConvention): FoundTables {
  const everywhere = grids.flatMap((grid) => headerRows(grid));
  const notThere: FoundTables["notThere"] = [];
  const ranked = (kind: TableKind): Ranked[] => {
    const given = givenArea(kind, grids, options);
    if (given === "unknown") notThere.push({ kind, reference: options.corrections?.tables?.[kind] ?? "" });
    if (given === null || given === "unknown") return rank(everywhere, kind, options, convention, leastScore);
    const grid = findNamed(grids, given.sheet, ({ sheet }) => sheet);
    const inside = grid ? rank(headerRows(grid, given), kind, options, convention, -Infinity) : [];
    const upper = inside.filter(({ score }) => score >= 2);
    if (upper.length > 0) return upper.slice(0, 1).map((one) => ({ ...one, score: one.score + 1000 }));
    const first = [...inside].sort((a, b) => a.header.top - b.header.top)[0];
    if (!first) notThere.push({ kind, reference: cellAddress(given.sheet, given.row, given.column) });
    return first ? [{ ...first, score: 1000 }] : [];
  };
  const lists = byKind(ranked);
  const best = assign(lists);
  const chosen = Object.values(best).filter((header): header is HeaderRow => header !== null);
  const alsoLike = tableKinds.flatMap((kind) => {
    const [first] = lists[kind].filter(({ header }) => header === best[kind]);
    const rival = lists[kind].find(
      ({ header }) => header.grid !== undefined && !chosen.some((one) => meet(one, header)),
    );
    return first && rival && rival.score >= 0.9 * first.score ? [{ kind, header: rival.header }] : [];
  });
  const headers = everywhere.filter((header) => header.table !== null || beginsTable(header, options, convention));
  return { ...best, alsoLike, notThere, headers };
}

/** The meaning of a column: what the user said, else what its heading says, with the merged heading over it or alone. */
export function columnMeaning(
  header: HeaderRow,
  column: HeaderColumn,
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
  byLikeness = true,
): Recognition {
  const full = recognise(column.full, kind, convention, byLikeness);
  const alone = column.full === column.heading ? full : recognise(column.heading, kind, convention, byLikeness);
  const byHeading = weight(full) >= weight(alone) ? full : alone;
  const address = cellAddress(header.grid.sheet, column.row, column.column);
  const corrected = options.corrections?.headings?.[address];
  if (corrected === undefined) return byHeading;
  const sureness = corrected === "ignored" ? "ignored" : "sure";
  const [meaning = ""] = corrected.split(":");
  const yearKind = meaning === "growth" || meaning === "amount" ? meaning : null;
  const isYear = corrected.includes(":");
  const year = isYear
    ? (recognise(corrected.slice(corrected.indexOf(":") + 1), kind, convention).year ?? byHeading.year)
    : byHeading.year;
  return {
    meaning: isYear ? "year" : corrected,
    sureness,
    why: "was set by the user",
    score: 2,
    year,
    yearKind: isYear ? yearKind : null,
  };
}

interface Ranked {
  header: HeaderRow;
  score: number;
}

const leastScore = 6;

function weight(recognition: Recognition): number {
  return { sure: 2, unsure: 1, ignored: 0 }[recognition.sureness] + recognition.score;
}

function rank(
  headers: HeaderRow[],
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
  least: number,
): Ranked[] {
  const ranked = (list: HeaderRow[], byLikeness: boolean): Ranked[] =>
    list
      // Of two that say the same, the one without a second header row: the row above is its title then.
      .map((header) => ({
        header,
        score: scoreOf(header, kind, options, convention, byLikeness) - 0.3 * (header.rowCount - 1),
      }))
      .sort((a, b) => b.score - a.score);
  // Likening takes its time: only for those that promise something without it.
  const promising = ranked(headers, false)
    .filter(({ score }) => score >= Math.min(least, leastPromise))
    .slice(0, mostPromising);
  return ranked(
    promising.map(({ header }) => header),
    true,
  ).filter(({ score }) => score >= least);
}

const leastPromise = 1.5;
const mostPromising = 30;

/** How much says that this header row begins a table of that kind. */
function scoreOf(
  header: HeaderRow,
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
  byLikeness: boolean,
): number {
  const best = new Map<string, number>();
  let years = 0;
  let strangers = 0;
  for (const column of header.columns) {
    if (column.heading === "") continue;
    const { meaning, sureness, yearKind } = columnMeaning(header, column, kind, options, convention, byLikeness);
    const generic = genericHeadings.has(nameKey(column.heading)) ? 0.5 : 1;
    const points = (sureness === "sure" ? 1 : sureness === "unsure" ? 0.4 : 0) * generic;
    if (meaning === "year") years += (yearKind === null && kind === "levers") || isLoneNumber(header, column) ? 0 : 1;
    else if (meaning === "ignored") strangers++;
    else best.set(meaning, Math.max(points, best.get(meaning) ?? 0));
  }
  if (best.size === 0 && years === 0) return 0;
  const has = (meaning: string): number => best.get(meaning) ?? 0;
  const titles = hint(header);
  if (kind === "levers") {
    if (has("lever") === 0 && titles.levers === 0) return 0;
    const effect = Math.max(has("saving"), has("savingShare"), has("yearlyEfficiency"));
    const others = [...best.values()].reduce((sum, points) => sum + points, 0) - has("lever");
    const score = 6 * has("lever") + 4 * effect + others + 1.5 * titles.levers;
    return score - 0.2 * strangers - (years > 2 ? 3 : 0);
  }
  const values = 3 * has("base") + 2 * has("growth") + (years > 0 ? 1.5 + 0.5 * Math.min(years, 3) : 0);
  if (values === 0 && titles[kind] < 2) return 0;
  if (kind === "funding" && titles.funding === 0) return 0;
  const about = kind === "spending" ? titles.spending - titles.funding : titles.funding - titles.spending;
  const key = has("category") * (kind === "spending" ? 4 : 2);
  return key + values + 2 * about - 0.2 * strangers - (isLeverLike(header, convention) ? 8 : 0);
}

/** An amount of 2000 is no year; of numbers only those are that another heading continues, by a year or the days of one. */
function isLoneNumber({ grid, columns }: HeaderRow, { row, column }: HeaderColumn): boolean {
  const value = cellAt(grid, row, column);
  if (typeof value !== "number") return false;
  return !columns.some((other) => {
    const neighbour = cellAt(grid, other.row, other.column);
    return typeof neighbour === "number" && [1, 365, 366].includes(Math.abs(neighbour - value));
  });
}

/**
 * Whether a header row surely begins a table, so that one above ends there: nothing or a title stands right above it, and it names both what its rows
 * are and what they amount to.
 */
function beginsTable(header: HeaderRow, options: ReadOptions, convention: YearConvention): boolean {
  const { grid, top, columns } = header;
  const above = columns.filter(({ column }) => !isBlank(cellAt(grid, top - 1, column))).length;
  if (above > 1) return false;
  return tableKinds.some((kind) => {
    const sure = new Set<string>();
    let years = 0;
    for (const column of columns) {
      const { meaning, sureness } = columnMeaning(header, column, kind, options, convention, false);
      if (sureness !== "sure") continue;
      if (meaning === "year") years += isLoneNumber(header, column) ? 0 : 1;
      else sure.add(meaning);
    }
    if (kind === "levers")
      return sure.has("lever") && ["saving", "savingShare", "yearlyEfficiency"].some((effect) => sure.has(effect));
    return (sure.has("base") || sure.has("growth") || years >= 2) && sure.size + years >= 2;
  });
}

/** A register has amounts and years too, but names its levers or their savings. */
function isLeverLike(header: HeaderRow, convention: YearConvention): boolean {
  return header.columns.some(({ heading }) => {
    const { sureness, meaning } = recognise(heading, "levers", convention, false);
    const isOfLevers = ["lever", "saving", "savingShare", "yearlyEfficiency"].includes(meaning);
    // "2025/26 plan" is a year of spending as well.
    const words = findYear(heading, convention)?.rest ?? heading;
    return sureness === "sure" && isOfLevers && !genericHeadings.has(nameKey(words));
  });
}

/** What titles, names and the labels of the first rows say: 0 nothing, more the nearer to the table. */
function hint(header: HeaderRow): Record<TableKind, number> {
  const { grid, table, titles, top, rowCount } = header;
  const labels = Array.from({ length: 8 }, (_, index) =>
    textOf(cellAt(grid, top + rowCount + index, firstColumnOf(header))),
  );
  const key = header.columns[0]?.heading ?? "";
  return byKind((kind) => {
    const words = kindWords[kind];
    if (table && words.test(nameWords(table.name))) return 3;
    if (words.test(key) || titles.some((title) => words.test(title))) return 2;
    if (words.test(nameWords(grid.sheet))) return 1;
    const named = labels.filter((label) => label !== "");
    return named.length > 0 && named.filter((label) => words.test(label)).length >= named.length / 2 ? 1.5 : 0;
  });
}

/** Headings that many a table has. */
const genericHeadings = new Set([
  "description",
  "name",
  "title",
  "item",
  "line",
  "amount",
  "value",
  "plan",
  "target",
  "action",
  "measure",
  "programme",
  "area",
  "start",
  "actual",
  "current",
]);

/** The choice of three different tables with the highest sum of scores. */
function assign(lists: Record<TableKind, Ranked[]>): Record<TableKind, HeaderRow | null> {
  const top = (list: Ranked[]): (Ranked | null)[] => [...list.slice(0, 6), null];
  let best: { total: number; pick: Record<TableKind, HeaderRow | null> } = {
    total: -1,
    pick: byKind(() => null),
  };
  for (const levers of top(lists.levers)) {
    for (const spending of top(lists.spending)) {
      if (levers && spending && meet(levers.header, spending.header)) continue;
      for (const funding of top(lists.funding)) {
        if (
          funding &&
          ((levers && meet(levers.header, funding.header)) || (spending && meet(spending.header, funding.header)))
        )
          continue;
        const total = (levers?.score ?? 0) + (spending?.score ?? 0) + (funding?.score ?? 0);
        if (total > best.total) {
          best = {
            total,
            pick: {
              levers: levers?.header ?? null,
              spending: spending?.header ?? null,
              funding: funding?.header ?? null,
            },
          };
        }
      }
    }
  }
  return best.pick;
}

/** Whether two header rows share a heading's cell. */
function meet(a: HeaderRow, b: HeaderRow): boolean {
  if (a.grid !== b.grid) return false;
  const rows = a.top < b.top + b.rowCount && b.top < a.top + a.rowCount;
  return rows && firstColumnOf(a) <= lastColumnOf(b) && firstColumnOf(b) <= lastColumnOf(a);
}

/** The area that the command line or a correction gives for a table; "unknown" where the reference means nothing. */
function givenArea(kind: TableKind, grids: SheetGrid[], options: ReadOptions): SheetArea | null | "unknown" {
  const area = kind === "levers" ? options.areas?.levers?.[0] : options.areas?.[kind];
  if (area) return area;
  const reference = options.corrections?.tables?.[kind];
  if (!reference) return null;
  for (const { sheet, tables } of grids) {
    const table = findNamed(tables, reference, ({ name }) => name);
    if (table) return onSheet(sheet, table);
  }
  const read = readArea(reference, grids[0]?.sheet ?? "");
  return read && grids.some(({ sheet }) => sameName(sheet, read.sheet)) ? read : "unknown";
}
