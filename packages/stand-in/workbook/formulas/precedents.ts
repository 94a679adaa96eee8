import { parseStructRef, tokenize } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { intersection } from "../address";
import { readReference } from "./pastedFormula";
import { wholeSheet, type Sheet } from "../sheet";
import { bodyArea, type Table } from "../tables/table";
import type { Workbook } from "../workbook";

/** Cells of one sheet. */
interface SheetArea {
  sheet: Sheet;
  area: AreaContent;
}

/**
 * What a formula reads: its references, the cells that its names and tables stand for, and where the arrays spill that it
 * means with "#". What INDIRECT and OFFSET make of texts and numbers is not known from the formula; Excel does not trace it either.
 */
function directPrecedents(workbook: Workbook, sheet: Sheet, row: number, formula: string, depth = 0): SheetArea[] {
  const tokens = tokenize(formula);
  return tokens.flatMap(({ type, value }, index) => {
    if (type === "structured") return tableParts(workbook, sheet, row, value);
    if (type === "range_named") return named(workbook, sheet, row, value, depth);
    if (!type.startsWith("range")) return [];
    const reads = sheetsOf(workbook, sheet, value).flatMap((on) => {
      const reference = readReference(value.slice(value.lastIndexOf("!") + 1));
      return reference ? [{ sheet: on, area: reference.area }] : [];
    });
    if (tokens[index + 1]?.value !== "#") return reads;
    return reads.map((read) => ({ ...read, area: read.sheet.spillAt(read.area.row, read.area.column) ?? read.area }));
  });
}

/** The precedents of the formulas in some cells, and (`all`) those of what these read, and so on. */
export function precedentsOf(workbook: Workbook, start: SheetArea, all: boolean): SheetArea[] {
  const found: SheetArea[] = [];
  const traced = new Set<string>();
  const queue = [start];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const { row, column, formula } of formulasIn(next)) {
      const key = `${next.sheet.id},${row},${column}`;
      if (traced.has(key)) continue;
      traced.add(key);
      const reads = directPrecedents(workbook, next.sheet, row, formula);
      found.push(...reads);
      if (all) queue.push(...reads);
    }
  }
  return withoutRepeats(found);
}

/** The cells whose formulas read some cells, and (`all`) those that read these, and so on. */
export function dependentsOf(
  workbook: Workbook,
  start: SheetArea,
  all: boolean,
): { sheet: Sheet; cells: [number, number][] }[] {
  const formulas = workbook.sheets.flatMap((sheet) =>
    formulasIn({ sheet, area: wholeSheet }).map(({ row, column, formula }) => ({
      ...{ sheet, row, column },
      reads: directPrecedents(workbook, sheet, row, formula),
      fills: sheet.spills.find((area) => area.row === row && area.column === column) ?? {
        ...{ row, column, rowCount: 1, columnCount: 1 },
      },
    })),
  );
  const found = new Set<(typeof formulas)[number]>();
  const queue = [start];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { sheet, area } = next;
    for (const formula of formulas) {
      if (found.has(formula)) continue;
      if (!formula.reads.some((read) => read.sheet === sheet && intersection(read.area, area))) continue;
      found.add(formula);
      if (all) queue.push({ sheet: formula.sheet, area: formula.fills });
    }
  }
  return workbook.sheets.flatMap((sheet) => {
    const cells = [...found]
      .filter((each) => each.sheet === sheet)
      .map(({ row, column }): [number, number] => [row, column]);
    return cells.length > 0 ? [{ sheet, cells }] : [];
  });
}

/** The formulas in an area, also those that stand elsewhere and spill into it. */
function formulasIn({ sheet, area }: SheetArea): { row: number; column: number; formula: string }[] {
  const found: { row: number; column: number; formula: string }[] = [];
  const add = (row: number, column: number) => {
    const formula = sheet.formula(row, column);
    if (formula !== null) found.push({ row, column, formula });
  };
  sheet.eachCell(area, add);
  for (const spill of sheet.spills)
    if (intersection(spill, area) && !intersection({ ...spill, rowCount: 1, columnCount: 1 }, area))
      add(spill.row, spill.column);
  return found;
}

/** The sheets that a reference names: its own without any, several for "Jan:Mar!A1", none for another workbook's. */
function sheetsOf(workbook: Workbook, sheet: Sheet, reference: string): Sheet[] {
  const mark = reference.lastIndexOf("!");
  if (mark < 0) return [sheet];
  const name = reference.slice(0, mark).replace(/^'|'$/g, "").replaceAll("''", "'");
  if (name.includes("[")) return [];
  const [first, last] = name.split(":").map((each) => workbook.findSheet(each));
  if (!first) return [];
  if (!name.includes(":")) return [first];
  const { sheets } = workbook;
  return last ? sheets.slice(sheets.indexOf(first), sheets.indexOf(last) + 1) : [];
}

function named(workbook: Workbook, sheet: Sheet, row: number, name: string, depth: number): SheetArea[] {
  const on = sheetsOf(workbook, sheet, name)[0] ?? sheet;
  const own = name.slice(name.lastIndexOf("!") + 1);
  const item = workbook.names.find(own, on.id);
  // Names that stand for each other in a circle lead nowhere.
  if (item && depth < 20) return directPrecedents(workbook, on, row, `=${item.formula}`, depth + 1);
  const table = workbook.tables.find(own);
  return table ? [{ sheet: workbook.sheet(table.sheetId), area: bodyArea(table) }] : [];
}

function tableParts(workbook: Workbook, sheet: Sheet, row: number, reference: string): SheetArea[] {
  const parsed = parseStructRef(reference);
  const table = parsed?.table
    ? workbook.tables.find(parsed.table)
    : sheet.tables.find(({ area }) => row >= area.row && row < area.row + area.rowCount);
  if (!parsed || !table) return [];
  const [first, last = first] = (parsed.columns ?? []).map((name) =>
    table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase()),
  );
  if (first === -1 || last === -1) return [];
  const columns =
    first === undefined || last === undefined
      ? { column: table.area.column, columnCount: table.area.columnCount }
      : { column: table.area.column + Math.min(first, last), columnCount: Math.abs(last - first) + 1 };
  const sections = parsed.sections ?? [];
  const parts = (sections.length === 0 ? ["data"] : sections).flatMap((section) =>
    rowsOf(table, section.toLowerCase(), row),
  );
  return parts.map((part) => ({ sheet: workbook.sheet(table.sheetId), area: { ...part, ...columns } }));
}

function rowsOf(table: Table, section: string, row: number): AreaContent[] {
  const { area } = table;
  if (section === "all") return [area];
  if (section === "headers") return table.hasHeaderRow ? [{ ...area, rowCount: 1 }] : [];
  if (section === "totals")
    return table.hasTotalsRow ? [{ ...area, row: area.row + area.rowCount - 1, rowCount: 1 }] : [];
  return [section === "this row" ? { ...area, row, rowCount: 1 } : bodyArea(table)];
}

/** Each area once, and none that lies in another. */
function withoutRepeats(areas: SheetArea[]): SheetArea[] {
  const isIn = (one: SheetArea, other: SheetArea) => {
    const common = one.sheet === other.sheet && intersection(one.area, other.area);
    return common && common.rowCount === one.area.rowCount && common.columnCount === one.area.columnCount;
  };
  return areas.filter(
    (one, i) => !areas.some((other, j) => i !== j && isIn(one, other) && (!isIn(other, one) || j < i)),
  );
}
