import { areaAddress, cellAddress } from "../../cells/address";
import { isBlank, isCellError, textOf } from "../../cells/cell";
import type { Finding } from "../finding";
import { firstColumnOf, lastColumnOf, rowsOf, type HeaderRow } from "./headerRows";
import { cellAt, lastRow } from "./sheetGrid";
import type { MappedColumn } from "./tableColumns";
import type { TableKind } from "../tableKinds";

export interface TableRows {
  /** Zero-based sheet rows that hold data. */
  rows: number[];
  /** Header to last row that was looked at as part of the table: "Register!B6:P31". */
  address: string;
  /** Totals rows and section headings left out, hidden rows and columns that count. */
  findings: Finding[];
}

/**
 * The data rows under a header: blank rows are passed over; totals, section headings and notes under the table are left out. A plain range ends
 * above the next table, at three blank rows, or at a note.
 *
 * @param key column that names the rows, if there is one
 * @param amounts columns whose totals betray a totals row that does not say so
 */
export function readRows(
  header: HeaderRow,
  columns: MappedColumn[],
  key: MappedColumn | undefined,
  amounts: MappedColumn[],
  headers: HeaderRow[],
  kind: TableKind,
): TableRows {
  const { grid, table } = header;
  const first = header.top + header.rowCount;
  const end = endOf(header, headers);
  const used = columns.filter(({ meaning }) => meaning !== "ignored");
  const findings: Finding[] = [];
  const rows: number[] = [];
  let blankRows = 0;
  let bottom = header.top + header.rowCount - 1;
  let sectionTop = 0;
  for (let row = first; row <= end; row++) {
    const filled = used.filter(({ column }) => !isBlank(cellAt(grid, row, column)));
    if (filled.length === 0) {
      if (columns.every(({ column }) => isBlank(cellAt(grid, row, column)))) blankRows++;
      if (blankRows >= 3 && !table) {
        findings.push(...rowsApart(header, row + 1, end, key, amounts));
        break;
      }
      continue;
    }
    const name = key ? textOf(cellAt(grid, row, key.column)) : "";
    const address = cellAddress(grid.sheet, row, key?.column ?? firstColumnOf(header));
    if (isTotal(header, row, name, key, amounts, rows, sectionTop, kind)) {
      findings.push({
        level: "warning",
        cell: address,
        message: `the totals row${name ? ` '${name}'` : ""} was left out`,
      });
      sectionTop = rows.length;
    } else if (isRepeatedHeader(header, row, used)) {
      findings.push({ level: "warning", cell: address, message: "the repeated heading row was left out" });
    } else if (
      key &&
      filled.length === 1 &&
      filled[0] === key &&
      isHeadingOrNote(header, row, used, key, blankRows, rows, end)
    ) {
      if (!belongsBelow(header, row, used, end)) break;
      findings.push({
        level: "warning",
        cell: address,
        message: `'${name}' has nothing beside its name and was left out as a heading`,
      });
    } else {
      // A lever named so has a group or a category as well; a totals row has nothing but its number.
      if (kind === "levers" && totalWord.test(name) && filled.every((one) => one === key || amounts.includes(one)))
        findings.push({
          level: "warning",
          cell: address,
          message: `'${name}' is named like a totals row, but is not the sum of the rows above, and counts`,
        });
      rows.push(row);
    }
    blankRows = 0;
    bottom = row;
  }
  if (table) bottom = end;
  findings.push(...hiddenFindings(header, rows, used));
  return {
    rows,
    address: areaAddress(rowsOf(header, header.top, bottom)),
    findings,
  };
}

/** Whether a row of a Spending table is, by its name, what pays for the spending. */
export function isFundingName(name: string): boolean {
  return fundingName.test(name);
}

const fundingName =
  /^((total|available|planned|expected|assumed|net)\s+)*(funding|allocations?|resource limit|funding available|funding envelope)\s*:?$/i;

/** Rows below three blank ones are no longer the table; where they look like its rows, the user should know. */
function rowsApart(
  { grid }: HeaderRow,
  first: number,
  end: number,
  key: MappedColumn | undefined,
  amounts: MappedColumn[],
): Finding[] {
  if (!key) return [];
  for (let row = first; row <= end; row++) {
    const isNamed = typeof cellAt(grid, row, key.column) === "string" && !isBlank(cellAt(grid, row, key.column));
    if (!isNamed || !amounts.some(({ column }) => typeof cellAt(grid, row, column) === "number")) continue;
    const message = `'${textOf(cellAt(grid, row, key.column))}' stands below three blank rows and was left out; close the gap if it belongs to the table`;
    return [{ level: "warning", cell: cellAddress(grid.sheet, row, key.column), message }];
  }
  return [];
}

/** Names that a totals row bears; "Total estates" is one only where its number is the sum of the rows above. */
const totalNames =
  /^((grand|overall|sub|sub-|net|gross)\s*)?totals?(\s+(savings?|spend|spending|expenditure|funding|costs?|levers|schemes|budget|plan|programme|need|allocation))?\s*:?$|^sums?\s*:?$|^all (levers|schemes|categories)$|^sub[\s-]?totals?\b/i;
const totalWord = /\b(sub)?totals?\b/i;

/** @param rows data rows above; those from index `sectionTop` on stand below the last totals row */
function isTotal(
  header: HeaderRow,
  row: number,
  name: string,
  key: MappedColumn | undefined,
  amounts: MappedColumn[],
  rows: number[],
  sectionTop: number,
  kind: TableKind,
): boolean {
  if (kind === "spending" && isFundingName(name)) return false;
  if (key && totalNames.test(name)) return true;
  if (!totalWord.test(name) && !(key !== undefined && name === "")) return false;
  return [rows.slice(sectionTop), rows].some(
    (above) => above.length >= 2 && amounts.some(({ column }) => isSumOf(header, above, row, column)),
  );
}

function isSumOf({ grid }: HeaderRow, above: number[], row: number, column: number): boolean {
  const value = cellAt(grid, row, column);
  if (typeof value !== "number" || value === 0) return false;
  const sum = above.reduce((total, at) => total + numberOr0(cellAt(grid, at, column)), 0);
  return Math.abs(sum - value) <= 1e-6 * Math.abs(value);
}

function isRepeatedHeader(header: HeaderRow, row: number, used: MappedColumn[]): boolean {
  return used.length >= 2 && used.every(({ column, heading }) => textOf(cellAt(header.grid, row, column)) === heading);
}

/** A row with nothing but a name is a heading or a note where the other rows are well filled; else it is a row that lacks something. */
function isHeadingOrNote(
  header: HeaderRow,
  row: number,
  used: MappedColumn[],
  key: MappedColumn,
  blankRows: number,
  rows: number[],
  end: number,
): boolean {
  if (isCellError(cellAt(header.grid, row, key.column))) return false;
  if (blankRows > 0 && !header.table) return true;
  const others = rows.length > 0 ? rows : nextRows(header, row, end);
  const typical = others.map((at) => used.filter(({ column }) => !isBlank(cellAt(header.grid, at, column))).length);
  return used.length >= 4 && typical.length > 0 && Math.min(...typical) >= 3;
}

function belongsBelow(header: HeaderRow, row: number, used: MappedColumn[], end: number): boolean {
  if (header.table) return true;
  return nextRows(header, row, end).some(
    (at) => used.filter(({ column }) => !isBlank(cellAt(header.grid, at, column))).length >= 2,
  );
}

function nextRows(header: HeaderRow, row: number, end: number): number[] {
  return [row + 1, row + 2].filter(
    (at) => at <= end && header.columns.some(({ column }) => !isBlank(cellAt(header.grid, at, column))),
  );
}

/** Last row that may belong to the table: of its Excel table, of the area given, or above the next header in the same columns. */
function endOf(header: HeaderRow, headers: HeaderRow[]): number {
  const { grid, table, within } = header;
  if (table) return table.row + table.rowCount - 1 - (table.hasTotalsRow ? 1 : 0);
  const bound = within ? Math.min(lastRow(grid), within.row + within.rowCount - 1) : lastRow(grid);
  const below = headers.filter(
    (other) =>
      other.grid === grid &&
      other.top >= header.top + header.rowCount &&
      firstColumnOf(other) <= lastColumnOf(header) &&
      lastColumnOf(other) >= firstColumnOf(header) &&
      !sameHeadings(header, other),
  );
  return Math.min(bound, ...below.map(({ top }) => top - 1));
}

function sameHeadings(a: HeaderRow, b: HeaderRow): boolean {
  return a.columns.map(({ heading }) => heading).join("\n") === b.columns.map(({ heading }) => heading).join("\n");
}

function hiddenFindings(header: HeaderRow, rows: number[], used: MappedColumn[]): Finding[] {
  const { grid } = header;
  const hiddenRow = rows.filter((row) => grid.hiddenRows.includes(row));
  const hiddenColumn = used.filter(({ column }) => grid.hiddenColumns.includes(column));
  const findings: Finding[] = [];
  const [firstRow] = hiddenRow;
  if (firstRow !== undefined) {
    const what =
      hiddenRow.length === 1
        ? `row ${firstRow + 1} is hidden and counts`
        : `${hiddenRow.length} hidden rows count, the first is row ${firstRow + 1}`;
    findings.push({ level: "warning", cell: cellAddress(grid.sheet, firstRow, firstColumnOf(header)), message: what });
  }
  for (const { column, row, heading } of hiddenColumn) {
    findings.push({
      level: "warning",
      cell: cellAddress(grid.sheet, row, column),
      message: `the column '${heading}' is hidden and counts`,
    });
  }
  return findings;
}

function numberOr0(value: unknown): number {
  return typeof value === "number" ? value : 0;
}
