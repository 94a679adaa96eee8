import type { Finding } from "../../../src/plan/finding";
import type { PlanReading, ReadOptions } from "../../../src/plan/reading/planReading";
import { readTables } from "../../../src/plan/reading/readTables";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { grid, percent, type CellText } from "./grid";

/** A tidy plan to spoil: two categories, flat funding, two levers. */
export const spendRows: CellText[][] = [
  ["Category", "Base 2014/15 (£m)", "Growth"],
  ["Acute", 100, percent(0.04)],
  ["Community", 50, percent(0.02)],
];

export const fundRows: CellText[][] = [
  ["Funding", "Base 2014/15 (£m)", "Growth"],
  ["Allocation", 150, percent(0.01)],
];

export const leverRows: CellText[][] = [
  ["Lever", "Group", "Applies to", "Saving (£m)", "Saving %", "Yearly efficiency %", "Start"],
  ["Procurement", "Local", "Acute", 5, null, null, "2015/16"],
  ["Productivity", "Local", "All", null, null, percent(0.01), null],
];

export function spendSheet(rows: CellText[][] = spendRows): SheetGrid {
  return grid("Spend", rows);
}

export function fundSheet(rows: CellText[][] = fundRows): SheetGrid {
  return grid("Fund", rows);
}

export function leverSheet(rows: CellText[][] = leverRows): SheetGrid {
  return grid("Levers", rows);
}

/** Reads the tidy plan with one or more of its tables replaced. */
export function readWith(
  tables: { spend?: CellText[][]; fund?: CellText[][]; levers?: CellText[][] },
  options: ReadOptions = {},
): PlanReading {
  return readTables([spendSheet(tables.spend), fundSheet(tables.fund), leverSheet(tables.levers)], options);
}

/** Rows with one cell changed, address on the sheet ("D2") where the rows begin at A1. */
export function withCell(rows: CellText[][], address: string, value: CellText): CellText[][] {
  const column = address.charCodeAt(0) - 65;
  const row = Number(address.slice(1)) - 1;
  return rows.map((cells, at) =>
    at === row
      ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, index) =>
          index === column ? value : (cells[index] ?? null),
        )
      : cells,
  );
}

/** "error Levers!D7: 'two percent' is text; …" */
export function asLine({ level, cell, message }: Finding): string {
  return `${level} ${cell ? `${cell}: ` : ""}${message}`;
}
