import { readArea } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import { isBlank, textOf, type Cell } from "../../../../cells/cell";
import { nameKey } from "../../../../cells/names";
import { findWord } from "../../../columns/words/wordMap";
import { recurrenceWords } from "../../../columns/words/timingWords";
import type { Lever, Plan } from "../../../plan";
import { isDateCell } from "../../../reading/cells/times/period";
import type { PlanReading } from "../../../reading/planReading";
import { cellAt, formatAt, type SheetGrid } from "../../../reading/sheetGrid";
import { shareOfFirstYear } from "../../../reading/cells/times/years";
import { dateOfSerial } from "../../../reading/cells/times/serialDate";
import { CannotFollow } from "../cannotFollow";
import { linksOf, type FoundLinks, type Links } from "./links";
import { haveSameShape, planNumbers } from "./planNumbers";
import { withSums } from "./rowSums";
import { userTables, withCells, type UserTable } from "./userTables";

/** What of the user's cells the formulas follow, and how. */
export interface Follow {
  tables: UserTable[];
  links: Links;
  /** Cells on which numbers hang otherwise than by a link. */
  unlinked: FoundLinks["unlinked"];
  /** Of the levers whose figures are others where the row's recurrence is turned round: what they come from then. */
  turned: (FoundLinks & { plan: Plan }) | null;
  /** By lever: the cell that says whether it recurs, whose word the formulas look up. */
  recurrent: ReadonlyMap<number, SheetArea>;
  /** Words of recurrence in the register and the usual ones. */
  recurrenceWords: readonly { word: string; recurs: boolean }[];
  /** By lever: where it starts and ends. */
  start: ReadonlyMap<number, Moment>;
  end: ReadonlyMap<number, Moment>;
  /** By lever: whether the first year counts by the month of the start's date. */
  monthOfStart: ReadonlySet<number>;
  /** By lever: the cell with the number of its start month, where it has one of its own. */
  startMonth: ReadonlyMap<number, SheetArea>;
  /** Years as the register writes them, with their place in the plan. */
  yearWords: readonly { word: string | number; year: number }[];
  /** Month in which the fiscal year starts, and the calendar year in which the plan's first one does; null where no date is followed. */
  calendar: { firstMonth: number; firstYear: number } | null;
}

/** A cell with a date, or with a year as the register writes it. */
export interface Moment {
  cell: SheetArea;
  isDate: boolean;
}

/** Finds out, by reading again with cells changed, what of a plan formulas can follow. */
export function* followOf(
  reading: PlanReading,
  plan: Plan,
  grids: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): Generator<number, Follow, void> {
  const tables = userTables(reading, plan, grids);
  refuseDependentBudget(plan, tables, grids, read);
  const { links, unlinked } = yield* linksOf(plan, tables, grids, read, targetCells(reading, grids));
  const flags = flagsOf(plan, tables, grids, read);
  const turned = flags.turned && (yield* turnedLinks(plan, flags.turned, read));
  const moments = momentsOf(plan, tables, grids, read);
  return { tables, links, unlinked, turned, recurrent: flags.cells, recurrenceWords: flags.words, ...moments };
}

/** Cells of the target's row. */
function targetCells({ target }: PlanReading, grids: readonly SheetGrid[]): SheetArea[] {
  const place = target && target.cell !== "" ? readArea(target.cell, "") : null;
  const grid = place && grids.find(({ sheet }) => sheet === place.sheet);
  if (!place || !grid) return [];
  const width = grid.values[place.row - grid.row]?.length ?? 0;
  return Array.from({ length: width }, (_, at) => ({
    ...{ sheet: place.sheet, row: place.row, column: grid.column + at, rowCount: 1, columnCount: 1 },
  }));
}

/** Budgets after the savings are worked out from the savings: no formula of ours does that. */
function refuseDependentBudget(
  plan: Plan,
  tables: readonly UserTable[],
  grids: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): void {
  if (!plan.categories) return;
  const changes = tables
    .filter(({ kind }) => kind === "levers")
    .flatMap(({ grid, rows, columns }) =>
      rows.flatMap((row) =>
        columns.flatMap(({ column, sureness, meaning }) => {
          const value = cellAt(grid, row, column);
          const isAmount =
            sureness !== "ignored" && !["start", "end", "startMonth", "investmentYear"].includes(meaning);
          return isAmount && typeof value === "number" && value !== 0
            ? [{ grid, row, column, value: value * (1 - 2 ** -30) }]
            : [];
        }),
      ),
    );
  const changed = read(withSums(withCells(grids, changes), grids)).plan;
  const budget = (of: Plan): string =>
    JSON.stringify([of.categories?.map(({ spend }) => spend), of.funding, of.target]);
  if (changed && budget(changed) !== budget(plan))
    throw new CannotFollow(
      `The budgets in ${plan.sources.spending ?? "Spending"} stand after the savings, and what they were before is worked out in a way that no cell formula can follow; values can be written instead.`,
    );
}

interface Flags {
  cells: Map<number, SheetArea>;
  words: { word: string; recurs: boolean }[];
  /** The sheets with every such word turned round. */
  turned: SheetGrid[] | null;
}

function flagsOf(
  plan: Plan,
  tables: readonly UserTable[],
  grids: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): Flags {
  const cells = leverCells(plan, tables, "recurrent");
  const words = new Map<string, { word: string; recurs: boolean }>();
  const put = (word: string, recurs: boolean): void => {
    const known = words.get(nameKey(word));
    words.set(nameKey(word), { word, recurs: known ? known.recurs && recurs : recurs });
  };
  const changes: { grid: SheetGrid; row: number; column: number; value: Cell; lever: number; recurs: boolean }[] = [];
  for (const word of usualWords) put(word, findWord(recurrenceWords, word) ?? true);
  for (const [lever, { grid, area }] of cells) {
    const text = textOf(cellAt(grid, area.row, area.column));
    const { recurrent } = plan.levers[lever] as Lever;
    if (text === "" || findWord(recurrenceWords, text) !== recurrent) {
      cells.delete(lever);
      continue;
    }
    put(text, recurrent);
    changes.push({ grid, ...area, value: recurrent ? "NR" : "R", lever, recurs: !recurrent });
  }
  const none: Flags = { cells: new Map(), words: [], turned: null };
  if (changes.length === 0) return none;
  const sheets = withCells(grids, changes);
  const { plan: other } = read(sheets);
  if (!other || !haveSameShape(plan, other)) return none;
  for (const { lever, recurs } of changes) if (other.levers[lever]?.recurrent !== recurs) cells.delete(lever);
  return {
    cells: new Map([...cells].map(([lever, { area }]) => [lever, area])),
    words: [...words.values()],
    turned: cells.size > 0 ? sheets : null,
  };
}

const usualWords = ["R", "NR", "Yes", "No", "Y", "N", "Recurrent", "Non-recurrent", "One-off"];

function* turnedLinks(
  plan: Plan,
  sheets: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): Generator<number, Follow["turned"], void> {
  const reading = read(sheets);
  if (!reading.plan) return null;
  const [before, after] = [planNumbers(plan), planNumbers(reading.plan)];
  const differs = [...before].some(([name, value]) => after.get(name) !== value);
  if (!differs) return null;
  const tables = userTables(reading, reading.plan, sheets);
  return { plan: reading.plan, ...(yield* linksOf(reading.plan, tables, sheets, read)) };
}

type Moments = Pick<Follow, "start" | "end" | "monthOfStart" | "startMonth" | "yearWords" | "calendar">;

function momentsOf(
  plan: Plan,
  tables: readonly UserTable[],
  grids: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): Moments {
  const starts = leverCells(plan, tables, "start");
  const ends = leverCells(plan, tables, "end");
  const months = leverCells(plan, tables, "startMonth");
  const words = new Map<string, { word: string | number; year: number }>();
  plan.years.forEach((label, at) => words.set(nameKey(label), { word: label, year: at + 1 }));
  const dates: { serial: number; date1904: boolean; year: number }[] = [];
  const keep = (of: ReadonlyMap<number, LeverCell>, year: (lever: Lever) => number | null): Map<number, Moment> => {
    const kept = new Map<number, Moment>();
    for (const [lever, { grid, area }] of of) {
      const value = cellAt(grid, area.row, area.column);
      const own = plan.levers[lever] as Lever;
      const place = year(own);
      if (isBlank(value) || place === null) continue;
      const isDate = isDateCell(value, formatAt(grid, area.row, area.column));
      if (isDate) dates.push({ serial: value as number, date1904: grid.date1904, year: place });
      else {
        const word = typeof value === "number" ? value : textOf(value);
        const known = words.get(nameKey(String(word)));
        if (known && known.year !== place) continue;
        words.set(nameKey(String(word)), { word, year: place });
      }
      kept.set(lever, { cell: area, isDate });
    }
    return kept;
  };
  const start = keep(starts, (lever) => lever.start);
  const end = keep(ends, (lever) => lever.end);
  const startMonth = startMonthsOf(plan, months);
  const calendar = calendarOf(plan, dates, startMonth.shares);
  const isDated = (moment: Moment): boolean => moment.isDate;
  if (!calendar) {
    for (const own of [start, end]) for (const [lever, one] of own) if (isDated(one)) own.delete(lever);
    startMonth.cells.clear();
  }
  const monthOfStart = new Set<number>();
  for (const [lever, { cell, isDate }] of start) {
    const month = months.get(lever);
    if (month !== undefined && !isBlank(cellAt(month.grid, month.area.row, month.area.column))) continue;
    const share = plan.levers[lever]?.firstYearShare;
    if (!isDate || !calendar) {
      // A text that says the month too would have to be taken apart.
      if (share !== 1) start.delete(lever);
      continue;
    }
    const { grid } = starts.get(lever) as LeverCell;
    const date = dateOfSerial(cellAt(grid, cell.row, cell.column) as number, grid.date1904);
    if (share === shareOfFirstYear(date.getUTCMonth() + 1, calendar.firstMonth)) monthOfStart.add(lever);
    // Where all dates are the ends of years they say the year alone, until one of them is another.
    else start.delete(lever);
  }
  dropDependents(plan, start, starts, grids, read);
  return { start, end, monthOfStart, startMonth: startMonth.cells, yearWords: [...words.values()], calendar };
}

/** Cells that hold the number of a month, and what share of the first year each leaves. */
function startMonthsOf(
  plan: Plan,
  months: ReadonlyMap<number, LeverCell>,
): { cells: Map<number, SheetArea>; shares: { month: number; share: number }[] } {
  const cells = new Map<number, SheetArea>();
  const shares: { month: number; share: number }[] = [];
  for (const [lever, { grid, area }] of months) {
    const month = cellAt(grid, area.row, area.column);
    if (typeof month !== "number" || isDateCell(month, formatAt(grid, area.row, area.column))) continue;
    cells.set(lever, area);
    shares.push({ month, share: plan.levers[lever]?.firstYearShare ?? 1 });
  }
  return { cells, shares };
}

/** Figures by year that stand elsewhere where the lever starts in another year are read again: no formula of ours moves them. */
function dropDependents(
  plan: Plan,
  start: Map<number, Moment>,
  cells: ReadonlyMap<number, LeverCell>,
  grids: SheetGrid[],
  read: (grids: SheetGrid[]) => PlanReading,
): void {
  const byYear = [...start].filter(([lever]) => plan.levers[lever]?.effect.kind === "byYear");
  if (byYear.length === 0) return;
  const changes = byYear.map(([lever, { cell, isDate }]) => {
    const { grid } = cells.get(lever) as LeverCell;
    const value = cellAt(grid, cell.row, cell.column);
    const at = plan.levers[lever]?.start ?? 1;
    const other = at < plan.years.length ? at + 1 : at - 1;
    const moved = isDate ? (value as number) + 365 * (other - at) : (plan.years[other - 1] ?? value);
    return { grid, row: cell.row, column: cell.column, value: moved };
  });
  const changed = read(withCells(grids, changes)).plan;
  for (const [lever] of byYear) {
    const [was, is] = [plan.levers[lever], changed?.levers[lever]];
    if (!changed || !haveSameShape(plan, changed) || JSON.stringify(was?.effect) !== JSON.stringify(is?.effect))
      start.delete(lever);
  }
}

/** The month in which fiscal years start that puts every date into the year, and every month into the place in it, that it was read as. */
function calendarOf(
  plan: Plan,
  dates: readonly { serial: number; date1904: boolean; year: number }[],
  months: readonly { month: number; share: number }[],
): Follow["calendar"] {
  if (dates.length === 0 && months.length === 0) return null;
  for (const firstMonth of [4, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12]) {
    if (months.some(({ month, share }) => shareOfFirstYear(month, firstMonth) !== share)) continue;
    const firstYears = new Set(
      dates
        .filter(({ year }) => year < plan.years.length)
        .map(({ serial, date1904, year }) => {
          const date = dateOfSerial(serial, date1904);
          return date.getUTCFullYear() - (date.getUTCMonth() + 1 < firstMonth ? 1 : 0) - (year - 1);
        }),
    );
    const [firstYear] = firstYears;
    const label = Number(/^\d{4}/.exec(plan.years[0] ?? "")?.[0]);
    if (firstYears.size <= 1 && (firstYear ?? label) === label) return { firstMonth, firstYear: label };
  }
  return null;
}

interface LeverCell {
  grid: SheetGrid;
  area: SheetArea;
}

/** By lever the cell of its row in the column of a meaning. */
export function leverCells(plan: Plan, tables: readonly UserTable[], meaning: string): Map<number, LeverCell> {
  const cells = new Map<number, LeverCell>();
  plan.levers.forEach(({ address }, lever) => {
    const place = readArea(address, "");
    const table = tables.find(
      ({ kind, grid, from, to }) =>
        kind === "levers" && grid.sheet === place?.sheet && from <= (place?.row ?? -1) && (place?.row ?? -1) <= to,
    );
    const column = table?.columns.find((one) => one.meaning === meaning && one.sureness !== "ignored");
    if (!place || !table || !column) return;
    const area = { sheet: place.sheet, row: place.row, column: column.column, rowCount: 1, columnCount: 1 };
    cells.set(lever, { grid: table.grid, area });
  });
  return cells;
}
