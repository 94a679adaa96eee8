import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { AreaContent, CellContent, SheetContent, ValueContent, WorkbookContent } from "@workbooks/xlsx/content";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { emptySheet, emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { contains, parseArea } from "@workbooks/stand-in/workbook/address";
import { plainStyle } from "../cases/nativeFormulasWorkbook";

/** What Excel has calculated in one workbook: its inputs, its formulas and their values. */
export interface WorkbookFacts {
  /** Its path where the facts come from (README.md). */
  file: string;
  sheets: SheetFacts[];
  names: { name: string; formula: string; sheet: number | null }[];
}

export interface SheetFacts {
  name: string;
  /** By address: a value, or a formula with the value that Excel gives it. The values of an array stand in its cells. */
  cells: Record<string, ValueContent | FormulaFact>;
  tables: { name: string; area: string; columns: string[]; hasHeaderRow: boolean; hasTotalsRow: boolean }[];
  /** Counted from 0. */
  hiddenRows: number[];
}

/** `array`: the area that an array fills; `spills`: it is a dynamic one. */
export interface FormulaFact {
  formula: string;
  value: ValueContent;
  array?: string;
  spills?: boolean;
}

export const factsFile = join(__dirname, "facts.json.gz");

/** Their formulas are in the words users type, but for parameters that may be left out: those are read here. */
export function readFacts(): WorkbookFacts[] {
  const asTyped = (key: string, value: unknown): unknown =>
    key === "formula" && typeof value === "string" && value.includes("_xlop.") ? formulaFromFile(value) : value;
  return (JSON.parse(gunzipSync(readFileSync(factsFile)).toString(), asTyped) as { workbooks: WorkbookFacts[] })
    .workbooks;
}

export function isFormula(fact: ValueContent | FormulaFact): fact is FormulaFact {
  return typeof fact === "object" && fact !== null && "formula" in fact;
}

/** The workbook of these facts; formulas have their values only where `keeps` says so. */
export function workbookOf(facts: WorkbookFacts, keeps: (fact: FormulaFact) => boolean): WorkbookContent {
  return {
    ...emptyWorkbook(),
    styles: [plainStyle],
    names: facts.names.map((name) => ({ ...name, hidden: false, comment: "" })),
    sheets: facts.sheets.map((sheet) => sheetOf(sheet, keeps)),
  };
}

function sheetOf(facts: SheetFacts, keeps: (fact: FormulaFact) => boolean): SheetContent {
  const sheet = emptySheet(facts.name);
  const forgotten = Object.values(facts.cells).flatMap((fact) =>
    isFormula(fact) && fact.array !== undefined && !keeps(fact) ? [parseArea(fact.array)] : [],
  );
  for (const [address, fact] of Object.entries(facts.cells)) {
    const { row, column } = parseArea(address);
    const cell = cellOf(fact, keeps);
    if (cell.formula === undefined && forgotten.some((area) => contains(area, row, column))) continue;
    const cells = sheet.cells.get(row) ?? new Map<number, CellContent>();
    sheet.cells.set(row, cells.set(column, cell));
  }
  for (const row of facts.hiddenRows) sheet.rows.set(row, { height: null, hidden: true });
  sheet.tables = facts.tables.map(({ area, ...table }) => ({
    ...{ ...table, ...parseArea(area), partId: null },
    ...{ style: null, showBandedRows: true, showFilterButton: false },
  }));
  return sheet;
}

function cellOf(fact: ValueContent | FormulaFact, keeps: (fact: FormulaFact) => boolean): CellContent {
  if (!isFormula(fact)) return { value: fact, style: 0 };
  const { formula, array, spills = false } = fact;
  const value = keeps(fact) ? fact.value : null;
  // What is forgotten of an array is its size, too.
  const area: AreaContent | null = array === undefined ? null : parseArea(array);
  const filled = area && !keeps(fact) && spills ? { ...area, rowCount: 1, columnCount: 1 } : area;
  return { value, formula, style: 0, ...(filled ? { array: { ...filled, dynamic: spills } } : {}) };
}
