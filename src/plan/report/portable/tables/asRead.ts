import { columnLetters, readArea } from "../../../../cells/address";
import type { SheetArea } from "../../../../cells/area";
import { isBlank, isCellError, type Cell } from "../../../../cells/cell";
import type { PlanReading } from "../../../reading/planReading";
import { cellAt, formulaAt, type SheetGrid } from "../../../reading/sheetGrid";
import type { OutputCell, ResultArea } from "../../outputTable";
import { call, f, joined, type Formula } from "../formulas/formula";
import type { Follow } from "../following/follow";
import { ResultSheet } from "./resultSheet";
import type { UserTable } from "../following/userTables";

/** What was read of the user's tables, and whether what the formulas do not follow still stands there. */
export interface AsRead {
  sheet: ResultSheet;
  /** 1 where all is as it was read, 0 where a run is needed. */
  isAsRead: ResultArea;
  /** Where it is not, the first line that no longer holds. */
  firstChange: Formula;
  /** Names of the columns whose cells are not all followed, by table. */
  notFollowed: string[];
}

/** Something of the written tables that holds as long as a run would write the same rows. */
export interface ShapeCheck {
  name: string;
  is: Formula;
}

/**
 * A copy of every cell that the formulas do not follow, and a line for each column that compares it; of those that they do follow, whether as many
 * are filled. The headings and the rows under each table are compared too, so that a row that is put in is seen.
 */
export function asReadOf(
  follow: Follow,
  reading: PlanReading,
  grids: readonly SheetGrid[],
  shape: readonly ShapeCheck[],
): AsRead {
  const followed = followedCells(follow);
  const tables = [...follow.tables.map(comparedTable), ...otherTables(reading, grids)];
  const most = Math.max(1, ...tables.map(({ columns }) => columns.length));
  const letters = Array.from({ length: most }, (_, at) => `Column ${at + 1}`);
  const sheet = new ResultSheet(
    "asRead",
    ["Part", "Line", "Column", "Filled", "Numbers", "Same", ...letters],
    "General",
  );
  const roleOf = (grid: SheetGrid, row: number, column: number, to: number): Role => {
    if (row <= to && followed.has(keyOf(grid.sheet, row, column))) return "followed";
    const isNumber = typeof cellAt(grid, row, column) === "number";
    // Under a table stand assumptions, whose cells may be changed; a row that is added stands where nothing does.
    return isNumber && (row > to || formulaAt(grid, row, column) !== undefined) ? "neither" : "compared";
  };
  const results: ResultArea[] = [];
  const notFollowed: string[] = [];
  sheet.block("Check", "1 where the cells that the formulas do not follow are as they were read; 0: run again.");
  const overall = sheet.add("Check", "All as read", {}, "0");
  for (const { name, grid, from, to, headerRow, columns, rowsBeneath } of tables) {
    sheet.block(
      `Read: ${name}`,
      `Cells of ${grid.sheet} as they were read, where the formulas do not follow them; ${followedMark} where they do.`,
    );
    const first = sheet.rowCount;
    const beneath = to + rowsBeneath;
    for (let row = headerRow; row <= beneath; row++)
      sheet.add(
        `Read: ${name}`,
        row > to ? `Under it, row ${row + 1}` : `Row ${row + 1}`,
        Object.fromEntries(
          columns.map(({ column }, at) => {
            const isCompared = roleOf(grid, row, column, to) === "compared";
            return [letters[at] ?? "", isCompared ? copyOf(cellAt(grid, row, column)) : ""];
          }),
        ),
      );
    sheet.block(
      `Same: ${name}`,
      "Column by column: 1 where it is as it was read. Of what is followed as many cells are filled, figures with figures.",
    );
    const firstLine = sheet.rowCount;
    let lastLine = -1;
    columns.forEach(({ column, heading }, at) => {
      const copy = (row: number, last: number): ResultArea =>
        sheet.at(first + row - headerRow, letters[at] ?? "", { row: first + last - headerRow });
      const user = (row: number, last: number): SheetArea => ({
        ...{ sheet: grid.sheet, row, column, rowCount: last - row + 1, columnCount: 1 },
      });
      const runs = runsOf(headerRow, beneath, (row) => roleOf(grid, row, column, to));
      const valuesOf = ({ row, last }: Run): Cell[] => rowsIn(row, last).map((one) => cellAt(grid, one, column));
      const compared = runs.filter(({ is }) => is === "compared");
      const followedRuns = runs.filter(({ is }) => is === "followed");
      const isMarked = runs.length > mostRuns && !runs.some((run) => valuesOf(run).some(isCellError));
      const [all, copies] = [user(headerRow, beneath), copy(headerRow, beneath)];
      if (isMarked)
        for (const run of runs.filter(({ is }) => is !== "compared"))
          for (const row of rowsIn(run.row, run.last))
            sheet.set(first + row - headerRow, letters[at] ?? "", run.is === "followed" ? followedMark : neitherMark);
      const same = isMarked
        ? [f`SUMPRODUCT((${copies}<>${followedMark})*(${copies}<>${neitherMark})*(1-(${all}=${copies})))`]
        : compared.map(({ row, last }) => f`SUMPRODUCT(1-(${user(row, last)}=${copy(row, last)}))`);
      const now = isMarked
        ? [f`SUMPRODUCT((${copies}=${followedMark})*(${all}<>${""}))`]
        : followedRuns.map(({ row, last }) => f`COUNTA(${user(row, last)})`);
      const filled = followedRuns.flatMap(valuesOf).filter((value) => !isBlank(value)).length;
      const line = sheet.add(`Same: ${name}`, heading || columnLetters(column), { Column: columnLetters(column) }, "0");
      const isFollowed = followedRuns.length > 0;
      const numbers = isFollowed
        ? valuesOf({ row: from, last: to }).filter((value) => typeof value === "number").length
        : 0;
      if (numbers > 0) sheet.set(line, "Numbers", numbers);
      if (isFollowed) sheet.set(line, "Filled", filled);
      const isSame = [
        ...(same.length > 0 ? [f`${joined(same, "+")}=0`] : []),
        ...(isFollowed ? [f`${joined(now, "+")}=${sheet.at(line, "Filled")}`] : []),
        // A sum takes a text in place of a figure for nothing.
        ...(numbers > 0 ? [f`COUNT(${user(from, to)})=${sheet.at(line, "Numbers")}`] : []),
      ];
      sheet.set(line, "Same", f`IFERROR(IF(${isSame.length > 1 ? call("AND", isSame) : (isSame[0] ?? 1)},1,0),0)`);
      lastLine = line;
      const hasOther = runs.some(
        ({ is, row, last }) =>
          is === "compared" &&
          Array.from({ length: last - row + 1 }, (_, n) => row + n).some(
            (at_) => at_ >= from && at_ <= to && !isBlank(cellAt(grid, at_, column)),
          ),
      );
      if (hasOther) notFollowed.push(`${heading || columnLetters(column)} (${grid.sheet})`);
    });
    if (lastLine >= 0) results.push(sheet.at(firstLine, "Same", { row: lastLine }));
  }
  if (shape.length > 0) {
    sheet.block("Limits", "1 where a run would take the figures, and write the same rows in the same order.");
    const first = sheet.rowCount;
    for (const { name, is } of shape)
      sheet.add("Limits", name, { Same: { parts: ["IFERROR(IF(", ...is.parts, ",1,0),0)"] } }, "0");
    results.push(sheet.at(first, "Same", { row: sheet.rowCount - 1 }));
  }
  sheet.set(overall, "Same", results.length === 0 ? 1 : call("MIN", results));
  const below = (heading: string): ResultArea => sheet.at(overall + 1, heading, { row: sheet.rowCount - 1 });
  const place = f`MATCH(0,${below("Same")},0)`;
  const firstChange = f`INDEX(${below("Part")},${place})&", "&INDEX(${below("Line")},${place})`;
  return { sheet, isAsRead: sheet.at(overall, "Same"), firstChange, notFollowed };
}

function rowsIn(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

/** Cells that are compared with what was read. */
interface ComparedTable extends Pick<UserTable, "grid" | "from" | "to" | "headerRow"> {
  name: string;
  columns: { column: number; heading: string }[];
  /** Rows under it in which a row that is added would stand. */
  rowsBeneath: number;
}

function comparedTable(
  { kind, grid, from, to, headerRow, columns }: UserTable,
  index: number,
  all: readonly UserTable[],
): ComparedTable {
  const before = all.slice(0, index).filter((one) => one.kind === kind && one.grid === grid).length;
  const name = `${kind === "levers" ? "register" : kind} on ${grid.sheet}${before > 0 ? ` ${before + 1}` : ""}`;
  return {
    ...{ name, grid, from, to, headerRow, rowsBeneath: 3 },
    columns: columns.filter(({ sureness }) => sureness !== "ignored"),
  };
}

/** The tables beside the plan's and the target, of which every cell is compared that no formula follows. */
function otherTables(reading: PlanReading, grids: readonly SheetGrid[]): ComparedTable[] {
  const sides = Object.entries(reading.side ?? {}).map(([kind, { address }]) => ({ name: `${kind} table`, address }));
  const target = reading.target && reading.target.cell !== "" ? [{ name: "target", address: reading.target.cell }] : [];
  return [...sides, ...target].flatMap(({ name, address }): ComparedTable[] => {
    const area = readArea(address, "");
    const grid = area && grids.find(({ sheet }) => sheet === area.sheet);
    if (!area || !grid) return [];
    const isRow = name === "target";
    const first = isRow ? grid.column : area.column;
    const width = isRow ? (grid.values[area.row - grid.row]?.length ?? 0) : area.columnCount;
    const columns = Array.from({ length: width }, (_, at) => ({ column: first + at, heading: "" }));
    return [
      {
        ...{ name: `${name} on ${area.sheet}`, grid, columns, rowsBeneath: 0 },
        ...{ headerRow: area.row, from: area.row, to: area.row + area.rowCount - 1 },
      },
    ];
  });
}

function followedCells({ links, unlinked, turned, recurrent, start, end, startMonth }: Follow): Set<string> {
  const cells = new Set<string>();
  const put = ({ sheet, row, column }: SheetArea): void => void cells.add(keyOf(sheet, row, column));
  for (const link of [...links.values(), ...(turned?.links.values() ?? [])])
    link.terms.forEach(({ cell }) => put(cell));
  // What follows a cell in part is not said to follow it.
  for (const { sheet, row, column } of [...unlinked, ...(turned?.unlinked ?? [])])
    cells.delete(keyOf(sheet, row, column));
  for (const cell of [...recurrent.values(), ...startMonth.values()]) put(cell);
  for (const { cell } of [...start.values(), ...end.values()]) put(cell);
  return cells;
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${sheet}!${row},${column}`;
}

/** The cell's own value, so that a comparison finds it equal. */
function copyOf(value: Cell): OutputCell {
  if (isCellError(value)) return value.error;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
}

/** Cells in a column that are followed, compared, or neither, one under the other. */
function runsOf(from: number, to: number, roleAt: (row: number) => Role): (Run & { is: Role })[] {
  const runs: (Run & { is: Role })[] = [];
  for (let row = from; row <= to; row++) {
    const last = runs.at(-1);
    const is = roleAt(row);
    if (last && last.is === is) last.last = row;
    else runs.push({ row, last: row, is });
  }
  return runs;
}

interface Run {
  row: number;
  last: number;
}

/** A column with more runs is compared in one sum over all of it, in which the copy marks what is not compared: formulas stay short. */
const mostRuns = 12;
const [followedMark, neitherMark] = ["→", "·"];

/** "neither": a number that a formula of the user's gives, from cells that are themselves followed or compared, or that stands under the table. */
type Role = "followed" | "compared" | "neither";
