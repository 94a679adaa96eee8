import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { percentText, readNumber, type CellReader } from "../cells/readCells";
import { amountAt } from "../extent/totals/rowSums";
import { ask } from "../questions";
import type { OpenTable } from "../openTable";
import { columnOf, type MappedColumn } from "../tableColumn";
import { readAmount } from "./lever/cellReading";
import type { RegisterContext, RegisterTable } from "./registerContext";

/** The one column that says which part of the saving beside it comes again, or does not. */
export interface RecurrentPart {
  column: MappedColumn;
  is: "recurrent" | "non-recurrent";
  /** Whether the saving holds it, or it stands beside the saving. */
  lies: "within" | "beside";
}

/** A column of the non-recurrent part, or of the recurrent one, beside what the levers save; where its heading leaves open how they belong together it is asked. */
export function recurrentPartOf(
  table: RegisterTable,
  context: RegisterContext,
  whole: MappedColumn | undefined,
): RecurrentPart | null {
  const [again, once, share] = ["recurrentSaving", "nonRecurrentSaving", "recurrentShare"].map((meaning) =>
    columnOf(table.columns, meaning),
  );
  if (share && !again && !once && whole) return { column: share, is: "recurrent", lies: "within" };
  if (share) sayShareLeftOut(table, context, share);
  const column = again ?? once;
  if (!whole || !column || (again && once)) return null;
  const quiet: CellReader = { grid: table.header.grid, findings: [] };
  const rows = table.rows.rows.map((row) =>
    [whole, column].map((one) => Math.abs(readAmount(quiet, table, context, row, one) ?? 0)),
  );
  const isPart = rows.every(([all = 0, part = 0]) => part <= all + 1e-9);
  const differs = rows.some(([all, part]) => part !== 0 && part !== all);
  const is = column === again ? "recurrent" : "non-recurrent";
  if (ofWhich.test(column.full)) return { column, is, lies: "within" };
  // A recurrent amount above the saving is that of a full year.
  if (is === "recurrent" && (!isPart || !differs)) return null;
  if (!isPart) return { column, is, lies: "beside" };
  const name = `'${whole.heading}'`;
  const lies = ask(context, {
    id: "recurrentPart",
    cell: cellAddress(table.header.grid.sheet, column.row, column.column),
    message: `'${column.heading}' may be a part of ${name}, or stand beside it; it was read as a part`,
    choices: { within: `a part of ${name}`, beside: `beside ${name}` },
    usual: "within",
  });
  return is === "recurrent" && lies === "beside" ? null : { column, is, lies };
}

/** The recurrent saving of the year beside its full-year effect: its heading says so, or the non-recurrent saving stands beside it. */
export function inYearRecurrent({ columns }: OpenTable): MappedColumn | undefined {
  const again = columnOf(columns, "recurrentSaving");
  return (again && /\b(pye|(part|in)[ -]year)\b/i.test(again.full)) || columnOf(columns, "nonRecurrentSaving")
    ? again
    : undefined;
}

/**
 * The recurrent part of the saving in the year, where it and the non-recurrent part come to that saving in every row. Where they do not, they are left out,
 * and it is said.
 */
export function recurrentOfSplit(
  table: RegisterTable,
  context: RegisterContext,
  whole: MappedColumn | undefined,
): MappedColumn | undefined {
  const [again, once] = ["recurrentSaving", "nonRecurrentSaving"].map((meaning) => columnOf(table.columns, meaning));
  if (!whole || !again || !once) return undefined;
  const quiet: CellReader = { grid: table.header.grid, findings: [] };
  const read = (row: number, column: MappedColumn): number => readAmount(quiet, table, context, row, column) ?? 0;
  if (table.rows.rows.every((row) => agree(read(row, again) + read(row, once), read(row, whole), 2))) return again;
  const cell = cellAddress(table.header.grid.sheet, again.row, again.column);
  const message = `'${again.heading}' and '${once.heading}' do not come to '${whole.heading}', and were left out, so that what is recurrent comes again in full`;
  context.findings.push({ level: "warning", cell, message });
  return undefined;
}

/** Beside figures by period a part that names none cannot be placed. */
export function sayPartWithoutYear({ header, columns }: RegisterTable, { findings }: RegisterContext): void {
  const column = columnOf(columns, "nonRecurrentSaving") ?? columnOf(columns, "recurrentSaving");
  if (!column || columnOf(columns, "fullYearEffect")) return;
  const cell = cellAddress(header.grid.sheet, column.row, column.column);
  const message = `'${column.heading}' says what of the savings comes again, and not in which of the columns; it was left out, and what is recurrent comes again in full`;
  findings.push({ level: "warning", cell, message });
}

export const ofWhich = /\b(of which|thereof|incl(\.|uding|udes)?|part of)\b/i;

/** What of a row's saving comes again, and what does not; null where its cell says nothing. */
export function partsOfSaving(
  reader: CellReader,
  table: RegisterTable,
  context: RegisterContext,
  row: number,
  { column, is, lies }: RecurrentPart,
  whole: number,
): { again: number; once: number } | null {
  const part =
    column.meaning === "recurrentShare"
      ? shareOf(reader, table, row, column, whole)
      : readAmount(reader, table, context, row, column);
  if (part === null || part === undefined) return null;
  const rest = Number((whole - part).toPrecision(12));
  if (is === "recurrent") return { again: part, once: rest };
  return { again: lies === "within" ? rest : whole, once: part };
}

function shareOf(
  reader: CellReader,
  table: RegisterTable,
  row: number,
  column: MappedColumn,
  whole: number,
): number | null | undefined {
  const isPlain = table.rows.rows.some((one) => (amountAt(table.header, one, column.column) ?? 0) > 1);
  const share = readNumber(reader, row, column, {
    needed: "a share such as 60%",
    scale: isPlain ? 0.01 : 1,
    refuse: (value) => (value < 0 || value > 1 ? `${percentText(value)} is no share; 0% to 100% is needed` : null),
  });
  return typeof share === "number" ? Number((whole * share).toPrecision(12)) : share;
}

function sayShareLeftOut({ header }: RegisterTable, { findings }: RegisterContext, share: MappedColumn): void {
  const cell = cellAddress(header.grid.sheet, share.row, share.column);
  const message = `'${share.heading}' was left out, since it can be taken of one amount alone; what is recurrent comes again in full`;
  findings.push({ level: "warning", cell, message });
}
