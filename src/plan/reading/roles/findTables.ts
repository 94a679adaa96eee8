import { areaAddress, readArea } from "../../../cells/address";
import { onSheet, type SheetArea } from "../../../cells/area";
import { findNamed, sameName } from "../../../cells/names";
import { normalise } from "../../columns/words/normalise";
import { byKind, tableKinds, type TableKind } from "../../tableKinds";
import { isBlank } from "../../../cells/cell";
import { findPeriod } from "../cells/times/period";
import { cellAt, type SheetGrid } from "../sheetGrid";
import type { YearConvention } from "../cells/times/years";
import { standsApart } from "../extent/extentOf";
import {
  firstColumnOf,
  headerRows,
  headersLike,
  lastColumnOf,
  headersMeet,
  sameButForYears,
  sameHeadings,
  type HeaderRow,
} from "../extent/headerRows";
import { effectMeanings } from "../meaning/effectMeanings";
import { mapColumns } from "../meaning/mapColumns";
import { isKnownHeading, namesLevers } from "../meaning/matchHeading";
import type { ReadOptions } from "../planReading";
import { choosingScore, firstRows, roleScore } from "./roleScore";

export interface FoundTables {
  spending: HeaderRow | null;
  funding: HeaderRow | null;
  /** The register; several where the user gave several. */
  levers: HeaderRow[];
  /** Tables with the very headings of the register, elsewhere. */
  likeRegister: HeaderRow[];
  /** Further tables that look nearly as good, so that the user hears of the choice. */
  alsoLike: { kind: TableKind; header: HeaderRow }[];
  /** Where the user said that a table is, and nothing was found. */
  notThere: { kind: TableKind; reference: string; area: SheetArea | null }[];
  /** Rows that begin a table; what stands above ends there. */
  starts: HeaderRow[];
}

/** Finds the header row of each kind of table: where the user said, else the one whose headings, cells, titles and names say most for it. */
export function findTables(grids: SheetGrid[], options: ReadOptions, convention: YearConvention): FoundTables {
  // Where the user says where each table is, none is looked for.
  const givens = byKind((kind) => givenAreas(kind, grids, options));
  const areAllGiven = tableKinds.every((kind) => givens[kind] !== "unknown" && givens[kind].length > 0);
  const everywhere = areAllGiven ? [] : grids.flatMap((grid) => headerRows(grid));
  const notThere: FoundTables["notThere"] = [];
  const givenLevers: HeaderRow[] = [];
  const lists = byKind((kind): Ranked[] => {
    const given = givens[kind];
    if (given === "unknown") notThere.push({ kind, reference: options.corrections?.tables?.[kind] ?? "", area: null });
    if (given === "unknown" || given.length === 0) return rank(everywhere, kind, options, convention, leastScore);
    const inside = given.flatMap((area): Ranked[] => {
      const best = bestInside(area, grids, kind, options, convention);
      if (!best) notThere.push({ kind, reference: areaAddress(area), area });
      return best ? [best] : [];
    });
    if (kind === "levers") givenLevers.push(...inside.slice(1).map(({ header }) => header));
    return inside.slice(0, 1).map((one) => ({ ...one, score: one.score + 1000 }));
  });
  const isRegister = (header: HeaderRow): boolean => isWholeRegister(header, options, convention);
  const best = widened(narrowed(assign(lists), lists.levers, isRegister), lists, everywhere, options, convention);
  const chosen = [...Object.values(best).filter((header): header is HeaderRow => header !== null), ...givenLevers];
  const register = best.levers;
  const isFree = (header: HeaderRow): boolean => !chosen.some((one) => headersMeet(one, header));
  const likeRegister =
    register && givenLevers.length === 0 && (lists.levers[0]?.score ?? 0) < 1000
      ? [
          ...lists.levers.map(({ header }) => header).filter((header) => sameButForYears(header, register)),
          ...grids.flatMap((grid) => headersLike(grid, register)),
        ]
          .filter((header) => isFree(header) && !isRepeated(header, register))
          .filter((header, index, all) => all.findIndex((other) => headersMeet(other, header)) === index)
      : [];
  const alsoLike = tableKinds.flatMap((kind) => {
    const own = lists[kind].find(({ header }) => best[kind] !== null && headersMeet(header, best[kind]));
    if (!own || own.score >= 1000) return [];
    return lists[kind]
      .filter(({ header }) => kind !== "levers" || !isRepeated(header, own.header) || !sameHeadings(header, own.header))
      .filter(
        ({ header, likeness }) =>
          isFree(header) &&
          !likeRegister.includes(header) &&
          (kind === "levers" || !header.grid.isHidden) &&
          likeness >= (kind === "levers" ? 0.6 : 0.85) * own.likeness,
      )
      .filter(({ header }, index, all) => all.findIndex((other) => headersMeet(other.header, header)) === index)
      .map(({ header }) => ({ kind, header }));
  });
  return {
    spending: best.spending,
    funding: best.funding,
    levers: register ? [register, ...givenLevers] : [],
    likeRegister,
    alsoLike,
    notThere,
    starts: everywhere.filter((header) => header.table !== null || beginsTable(header, convention)),
  };
}

/**
 * Of two registers with an empty column between them the first alone: each names its levers and what they save under known headings, so that the second
 * can be asked about.
 */
function narrowed(
  chosen: Record<TableKind, HeaderRow | null>,
  levers: readonly Ranked[],
  isRegister: (header: HeaderRow) => boolean,
): Record<TableKind, HeaderRow | null> {
  const wide = chosen.levers;
  const parts = levers
    .map(({ header }) => header)
    .filter((one) => wide && one !== wide && lastHeaderRow(one) === lastHeaderRow(wide) && headersMeet(one, wide))
    .filter((one) => one.columns.length < (wide?.columns.length ?? 0) && isRegister(one));
  const first = parts
    .filter((one) => wide && firstColumnOf(one) === firstColumnOf(wide))
    .find((one) => parts.some((other) => !headersMeet(one, other)));
  return first ? { ...chosen, levers: first } : chosen;
}

/** Whether a header has a known heading over names and one over what they save. */
function isWholeRegister(header: HeaderRow, options: ReadOptions, convention: YearConvention): boolean {
  const columns = mapColumns(header, "levers", firstRows(header), options, convention);
  return (
    columns.some(({ meaning, heading }) => meaning === "lever" && namesLevers(heading)) &&
    columns.some(({ meaning, sureness }) => effectMeanings.has(meaning) && sureness === "sure")
  );
}

/**
 * A table goes on beyond an empty column where what stands there is no table of its own: the widest header of the same row that meets neither another
 * chosen table nor one that could be chosen.
 */
function widened(
  chosen: Record<TableKind, HeaderRow | null>,
  lists: Record<TableKind, Ranked[]>,
  everywhere: readonly HeaderRow[],
  options: ReadOptions,
  convention: YearConvention,
): Record<TableKind, HeaderRow | null> {
  const ownTables = tableKinds.flatMap((kind) => lists[kind].map(({ header }) => header));
  const isOwn = (other: HeaderRow, header: HeaderRow): boolean =>
    !headersMeet(header, other) &&
    (lastHeaderRow(other) !== lastHeaderRow(header) || !beginsWithYear(other, convention));
  return byKind((kind) => {
    const header = chosen[kind];
    const isGiven = (lists[kind][0]?.score ?? 0) >= 1000;
    if (!header || header.table || isGiven) return header;
    const others = tableKinds.flatMap((other) => (other === kind ? [] : (chosen[other] ?? [])));
    const wider = everywhere.filter(
      (one) =>
        one.grid === header.grid &&
        one.table === null &&
        lastHeaderRow(one) === lastHeaderRow(header) &&
        firstColumnOf(one) <= firstColumnOf(header) &&
        lastColumnOf(one) >= lastColumnOf(header) &&
        one.columns.length > header.columns.length &&
        hasDataAtEdges(one) &&
        !others.some((other) => headersMeet(one, other) || beginsBeside(other, one, header)) &&
        !ownTables.some((other) => headersMeet(one, other) && isOwn(other, header)) &&
        roleScore(one, kind, options, convention) > 0,
    );
    return wider.sort((a, b) => b.columns.length - a.columns.length)[0] ?? header;
  });
}

/** A year over numbers, at the left, goes on with the years of what stands beside it. */
function beginsWithYear({ columns: [first], contrast }: HeaderRow, convention: YearConvention): boolean {
  return first !== undefined && contrast.includes(first.column) && isKnownWithPeriod(first.heading, convention);
}

/** A text beside the headings with nothing under it is a remark. */
function hasDataAtEdges(header: HeaderRow): boolean {
  const rows = firstRows(header);
  return [firstColumnOf(header), lastColumnOf(header)].every((column) =>
    rows.some((row) => !isBlank(cellAt(header.grid, row, column))),
  );
}

/** Whether another table begins lower down in the columns by which one header is wider than the other. */
function beginsBeside(other: HeaderRow, wide: HeaderRow, narrow: HeaderRow): boolean {
  if (other.grid !== wide.grid || other.top < narrow.top - 3) return false;
  const overlaps = (one: HeaderRow): boolean =>
    firstColumnOf(other) <= lastColumnOf(one) && firstColumnOf(one) <= lastColumnOf(other);
  return overlaps(wide) && !overlaps(narrow);
}

function lastHeaderRow({ top, rowCount }: HeaderRow): number {
  return top + rowCount - 1;
}

/** The same headings lower or higher in the same columns repeat those of the register. */
function isRepeated(header: HeaderRow, register: HeaderRow): boolean {
  return header.grid === register.grid && firstColumnOf(header) === firstColumnOf(register);
}

interface Ranked {
  header: HeaderRow;
  /** With which it is chosen. */
  score: number;
  /** What its headings and cells say, wherever it stands. */
  likeness: number;
}

const leastScore = 6;

function rank(
  headers: HeaderRow[],
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
  least: number,
): Ranked[] {
  return (
    headers
      .map((header): Ranked => {
        const likeness = roleScore(header, kind, options, convention);
        return { header, likeness, score: choosingScore(header, likeness) };
      })
      .filter(({ likeness }) => likeness >= least)
      // The same headings lower down in the same columns are repeated; the table begins at the first.
      .filter(
        ({ header }, _, all) =>
          !all.some(
            (other) =>
              other.header.top < header.top && isRepeated(header, other.header) && sameHeadings(header, other.header),
          ),
      )
      .sort((a, b) => b.score - a.score)
  );
}

/** Rows of an area that the user gave among which its headings are. */
const deepestHeader = 12;

/** The likeliest header in an area that the user gave: its first row of headings where none is clearly better. */
function bestInside(
  area: SheetArea,
  grids: SheetGrid[],
  kind: TableKind,
  options: ReadOptions,
  convention: YearConvention,
): Ranked | null {
  const grid = findNamed(grids, area.sheet, ({ sheet }) => sheet);
  if (!grid) return null;
  // Of a header's bands the one below says what they are.
  const near = headerRows(grid, area, deepestHeader + 2);
  const inside = near.filter(({ top, rowCount }) => top + rowCount - area.row <= deepestHeader);
  const ranked = rank(likeliest(inside, kind), kind, options, convention, 2);
  const [first] = ranked;
  if (first) return first;
  const top = [...inside].sort((a, b) => a.top - b.top || b.columns.length - a.columns.length)[0];
  return top ? { header: top, score: 1, likeness: 1 } : null;
}

/** Without the rows of texts over texts that hold fewer known headings than another: rows of a register's words, which need no closer look. */
function likeliest(headers: readonly HeaderRow[], kind: TableKind): HeaderRow[] {
  const known = headers.map(({ columns }) => columns.filter(({ heading }) => isKnownHeading(heading, [kind])).length);
  const most = Math.max(...known);
  return headers.filter(({ contrast }, at) => contrast.length > 0 || known[at] === most);
}

/** Whether a header row surely begins a table: it stands apart, and what stands over other kinds of cells are known headings, two at least. */
function beginsTable(header: HeaderRow, convention: YearConvention): boolean {
  if (!standsApart(header) || header.contrast.length === 0) return false;
  const isKnown = new Map(
    header.columns.map(({ column, heading, serial }) => [
      column,
      serial !== null || isKnownHeading(heading, tableKinds) || isKnownWithPeriod(heading, convention),
    ]),
  );
  const known = [...isKnown.values()].filter(Boolean).length;
  // Years alone may be the Start and End of a row of data.
  const hasWord = header.columns.some(({ heading }) => isKnownHeading(heading, tableKinds));
  if (header.contrast.some((column) => continuesYears(header, column))) return false;
  return known >= 2 && hasWord && header.contrast.every((column) => isKnown.get(column));
}

/** A year under a year is one more of them, and no heading. */
function continuesYears({ grid, top, rowCount }: HeaderRow, column: number): boolean {
  const isYear = (row: number): boolean => {
    const value = cellAt(grid, row, column);
    return typeof value === "number" && Number.isInteger(value) && value >= 1950 && value < 2100;
  };
  return isYear(top + rowCount - 1) && [1, 2, 3].some((step) => isYear(top - step));
}

function isKnownWithPeriod(heading: string, convention: YearConvention): boolean {
  const found = findPeriod(heading, convention);
  return found !== null && (normalise(found.rest) === "" || isKnownHeading(found.rest, tableKinds));
}

/** The choice of three different tables with the highest sum of scores. */
function assign(lists: Record<TableKind, Ranked[]>): Record<TableKind, HeaderRow | null> {
  const top = (list: Ranked[]): (Ranked | null)[] => [
    ...list.filter(({ score }) => score >= leastScore).slice(0, 6),
    null,
  ];
  let best: { total: number; pick: Record<TableKind, HeaderRow | null> } = { total: -1, pick: byKind(() => null) };
  const collide = (a: Ranked | null, b: Ranked | null): boolean =>
    a !== null && b !== null && headersMeet(a.header, b.header);
  // A sheet of pressures under the register's own headings is a part of it.
  const isPart = (a: Ranked | null, b: Ranked | null): boolean =>
    collide(a, b) || (a !== null && b !== null && sameHeadings(a.header, b.header));
  for (const levers of top(lists.levers)) {
    for (const spending of top(lists.spending)) {
      if (isPart(levers, spending)) continue;
      for (const funding of top(lists.funding)) {
        if (isPart(levers, funding) || collide(spending, funding)) continue;
        const total = (levers?.score ?? 0) + (spending?.score ?? 0) + (funding?.score ?? 0);
        if (total <= best.total) continue;
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
  return best.pick;
}

/** The areas that the command line or a correction gives for a table; "unknown" where the reference means nothing. */
function givenAreas(kind: TableKind, grids: SheetGrid[], options: ReadOptions): SheetArea[] | "unknown" {
  const areas = options.areas?.[kind];
  if (areas) return Array.isArray(areas) ? areas : [areas];
  const reference = options.corrections?.tables?.[kind];
  if (!reference) return [];
  for (const { sheet, tables } of grids) {
    const table = findNamed(tables, reference, ({ name }) => name);
    if (table) return [onSheet(sheet, table)];
  }
  const read = readArea(reference, grids[0]?.sheet ?? "");
  return read && grids.some(({ sheet }) => sameName(sheet, read.sheet)) ? [read] : "unknown";
}
