import { areaAddress, cellAddress } from "../../../cells/address";
import type { SheetArea } from "../../../cells/area";
import { isBlank, textOf } from "../../../cells/cell";
import { findNamed } from "../../../cells/names";
import type { Finding } from "../../finding";
import { tableNames, type TableKind } from "../../tableKinds";
import { cellAt, formatAt, type SheetGrid } from "../sheetGrid";
import { quoted } from "../cells/shownCell";
import { findYear, type YearConvention } from "../cells/times/years";
import { headerRows, rowsOf, type HeaderRow } from "../extent/headerRows";
import { effectMeanings } from "../meaning/effectMeanings";
import { mapColumns } from "../meaning/mapColumns";
import type { MappedColumn } from "../tableColumn";
import type { ReadOptions } from "../planReading";
import { budgetRowOf, firstRows } from "./roleScore";

/** What is right where schemes stand side by side. */
export const rowsNeeded = "a row for each scheme is needed, as Excel makes by copying and pasting with Transpose";

/** Why no register was found: what stands nearest to one, what it lacks, and the option that says so; else what is needed. */
export function noRegister(grids: readonly SheetGrid[], options: ReadOptions, convention: YearConvention): Finding {
  const none = `no ${tableNames.levers} table was found`;
  const needed = `a header row with Lever and one of Saving, Saving % and Yearly efficiency % is needed`;
  const about = "no register";
  const nearest = nearestHeader(grids, options, convention);
  if (!nearest) return { level: "error", cell: "", message: `${none}; ${needed}`, about };
  const { header, columns, names, savings } = nearest;
  const at = ({ row, column }: MappedColumn): string => cellAddress(header.grid.sheet, row, column);
  const error = (column: MappedColumn, message: string, option?: string): Finding => ({
    ...{ level: "error", cell: at(column), message, about },
    ...(option !== undefined && { option }),
  });
  const rows = firstRows(header);
  const [side] = columns;
  const isYear = (row: number): boolean => {
    const text = side ? textOf(cellAt(header.grid, row, side.column)) : "";
    return findYear(text, convention)?.rest.trim() === "";
  };
  if (side && rows.length > 1 && rows.every(isYear))
    return error(
      side,
      `${none}: years stand down the side here and schemes seem to stand in the columns; ${rowsNeeded}`,
    );
  const area = areaAddress(rowsOf(header, header.top, rows[rows.length - 1] ?? header.top));
  const budget = budgetRowOf(header);
  const given = `--levers '${plain(area)}' says that it is the register`;
  if (savings && budget !== undefined)
    return error(savings, `${none}: the table here holds a budget, as its row '${budget}' says`, given);
  if (names && savings) return error(names, `${none}: the table here says too little of savings`, given);
  if (names) {
    const amounts = columns.find(({ meaning, column }) => meaning === "ignored" && holdsNumbers(header, column, rows));
    const message = `${none}: '${names.heading}' names them here, and no column beside it is headed as a saving`;
    if (!amounts) return error(names, `${message}; a column with the savings is needed`);
    return error(names, message, `--column '${plain(at(amounts))}=saving' says that '${amounts.heading}' is one`);
  }
  if (!savings) return { level: "error", cell: "", message: `${none}; ${needed}`, about };
  const [first] = columns;
  const message = `${none}: '${savings.heading}' holds savings here, and no column beside it is headed as their names`;
  if (!first || first === savings) return error(savings, `${message}; a column Lever is needed`);
  return error(savings, message, `--column '${plain(at(first))}=lever' says that the first is`);
}

interface Nearest {
  header: HeaderRow;
  columns: MappedColumn[];
  names: MappedColumn | undefined;
  savings: MappedColumn | undefined;
  score: number;
}

/** The header row with a heading for the levers' names, else for their savings, and the most other known headings. */
function nearestHeader(
  grids: readonly SheetGrid[],
  options: ReadOptions,
  convention: YearConvention,
): Nearest | undefined {
  const all = grids
    .filter(({ isHidden }) => !isHidden)
    .flatMap((grid) => headerRows(grid).slice(0, mostLookedAt))
    .flatMap((header) => {
      const columns = mapColumns(header, "levers", firstRows(header), options, convention);
      const names = columns.find(({ meaning, heading }) => meaning === "lever" && heading !== "");
      const savings = columns.find(({ meaning }) => effectMeanings.has(meaning));
      if (!names && !savings) return [];
      const known = columns.filter(({ meaning }) => meaning !== "ignored").length;
      const isNamed = names !== undefined && names.origin === "heading";
      return [
        { header, columns, names, savings, score: (isNamed ? 100 : names ? 10 : 0) + (savings ? 10 : 0) + known },
      ];
    });
  return all.sort((a, b) => b.score - a.score)[0];
}

const mostLookedAt = 200;

function holdsNumbers({ grid }: HeaderRow, column: number, rows: readonly number[]): boolean {
  return rows.some((row) => typeof cellAt(grid, row, column) === "number");
}

/** Why what the user gave holds no table: what stands there instead of headings. */
export function noTableThere(
  kind: TableKind,
  reference: string,
  area: SheetArea | null,
  grids: readonly SheetGrid[],
): string {
  const needed = "a range with a header row or an Excel table is needed";
  const grid = area && findNamed([...grids], area.sheet, ({ sheet }) => sheet);
  const missing = `there is no table at '${reference}' for ${tableNames[kind]}`;
  if (!area || !grid) return `${missing}; ${needed}`;
  const columns = Array.from({ length: area.columnCount }, (_, index) => area.column + index);
  const filled = columns.filter((column) => !isBlank(cellAt(grid, area.row, column)));
  if (filled.length === 0) return `${missing}: its first row is empty; ${needed}`;
  const texts = filled
    .slice(0, 3)
    .map((column) => quoted(cellAt(grid, area.row, column), formatAt(grid, area.row, column), grid.date1904));
  return `${missing}: its first row holds ${texts.join(", ")} and no headings; a range that begins with its headings is needed`;
}

/** As one types it after an option: without quotation marks of its own. */
function plain(address: string): string {
  return address.replaceAll("'", "");
}
