import { parseStructRef, tokenize, type Token } from "@borgar/fx";
import { intersection, parseArea, splitSheet } from "@workbooks/stand-in/workbook/address";
import { namesOf } from "@workbooks/stand-in/functions/formulaBinding";
import type { AreaContent, TableContent, WorkbookContent } from "@workbooks/xlsx/content";
import { argumentRanges, closingParenthesis, isBlank } from "@workbooks/xlsx/formulas/formulaTokens";

/** A cell by the index of its sheet, zero-based row and column. */
export interface CellPlace {
  sheet: number;
  row: number;
  column: number;
}

export type Place = AreaContent & { sheet: number };

/** What a formula reads at most, seen by its words alone. */
export interface FormulaReads {
  /** It calls a function of the add-in, itself or through a name. */
  isAddin: boolean;
  reads: Place[];
  /** It reads, by INDIRECT or OFFSET, what its words do not say. */
  readsAnything: boolean;
  /** It may read less than its words say: of INDEX what it picks, nothing where only the place of a cell is asked for. */
  readsLess: boolean;
  /** The functions that it calls, in capitals, those of its names included. */
  functions: Set<string>;
  /** It reads another workbook, or the same cells of several sheets. */
  readsOutside: boolean;
}

interface DefinedName {
  formula: string;
  sheet: number | null;
}

/** Names may lead to names, but no longer than this. */
const deepestName = 10;

/** Reads formulas of a workbook without calculating them. */
export class FormulaReader {
  private readonly sheets: Map<string, number>;
  /** By sheet (null for the workbook) and name. */
  private readonly names = new Map<string, DefinedName>();
  private readonly tables = new Map<string, { table: TableContent; sheet: number }>();
  private readonly ownBeginnings: string[];

  constructor(content: WorkbookContent, namespace: string) {
    this.ownBeginnings = namesOf(namespace);
    this.sheets = new Map(content.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
    for (const { name, formula, sheet } of content.names) this.names.set(nameKey(sheet, name), { formula, sheet });
    content.sheets.forEach((sheet, index) =>
      sheet.tables.forEach((table) => this.tables.set(table.name.toLowerCase(), { table, sheet: index })),
    );
  }

  read(formula: string, at: CellPlace): FormulaReads {
    const found: FormulaReads = {
      isAddin: false,
      reads: [],
      readsAnything: false,
      readsLess: false,
      functions: new Set(),
      readsOutside: false,
    };
    this.readInto(found, formula, at, 0);
    return found;
  }

  private readInto(found: FormulaReads, formula: string, at: CellPlace, depth: number): void {
    const tokens = tokenize(`=${formula}`, { mergeRefs: true }) as Token[];
    const isLocal = localNames(tokens);
    tokens.forEach(({ type, value }, index) => {
      if (type === "func") {
        if (isLocal.has(value.toUpperCase())) return;
        if (tokens[index - 1]?.value === "!") found.functions.add(`!${value.toUpperCase()}`);
        else if (!this.followName(found, value, at, depth)) this.readFunction(found, value.toUpperCase());
      } else if (type === "range" || type === "range_beam" || type === "range_ternary") {
        this.readRange(found, value, at.sheet);
      } else if (type === "structured") {
        if (tokens[index - 1]?.value === "!") found.readsOutside = true;
        else found.reads.push(...this.readTable(value, at));
      } else if (type === "range_named") {
        if (tokens[index - 1]?.value === "!") found.readsOutside = true;
        else if (!this.followName(found, value, at, depth)) found.reads.push(...this.readTable(`${value}[]`, at));
      }
    });
  }

  private readFunction(found: FormulaReads, name: string): void {
    found.functions.add(name);
    if (this.ownBeginnings.some((beginning) => name.startsWith(beginning))) found.isAddin = true;
    if (pointingFunctions.has(name)) found.readsAnything = true;
    if (placeFunctions.has(name)) found.readsLess = true;
  }

  private readRange(found: FormulaReads, reference: string, ownSheet: number): void {
    const { sheet: name, address } = splitSheet(reference);
    const sheets = name === null ? [ownSheet] : this.sheetsNamed(name);
    found.readsOutside ||= name !== null && /[[:]/.test(name);
    for (const sheet of sheets) {
      try {
        found.reads.push({ ...parseArea(address), sheet });
      } catch {
        found.reads.push(wholeSheet(sheet));
      }
    }
  }

  /** "Data", or "First:Last" for all from the first to the last. */
  private sheetsNamed(name: string): number[] {
    const [from, to] = name.split(":").map((each) => this.sheets.get(each.toLowerCase()));
    if (from === undefined) return [];
    return Array.from({ length: Math.max(1, (to ?? from) - from + 1) }, (_, index) => from + index);
  }

  /**
   * The formula with the names of single sheets replaced by what they stand for: Univer knows one name of a kind in a
   * workbook.
   */
  withoutSheetNames(formula: string, at: CellPlace): string {
    const tokens = (tokenize(`=${formula}`, { mergeRefs: true }) as Token[]).slice(1);
    const isLocal = localNames(tokens);
    return tokens
      .map(({ type, value }, index) => {
        if (type !== "range_named" || isLocal.has(value.toUpperCase()) || tokens[index - 1]?.value === "!")
          return value;
        const name = this.findName(value, at);
        return name && name.sheet !== null ? `(${name.formula})` : value;
      })
      .join("");
  }

  /** Reads what a name stands for; answers whether the workbook has it. */
  private followName(found: FormulaReads, value: string, at: CellPlace, depth: number): boolean {
    const name = this.findName(value, at);
    if (!name) return false;
    if (depth < deepestName) this.readInto(found, name.formula, { ...at, sheet: name.sheet ?? at.sheet }, depth + 1);
    return true;
  }

  /** A sheet's own names come before the workbook's. */
  private findName(value: string, at: CellPlace): DefinedName | undefined {
    const { sheet: sheetName, address } = splitSheet(value);
    const sheet = sheetName === null ? at.sheet : (this.sheets.get(sheetName.toLowerCase()) ?? null);
    return this.names.get(nameKey(sheet, address)) ?? this.names.get(nameKey(null, address));
  }

  /** A structured reference without a table means the one that the cell is in. */
  private readTable(reference: string, at: CellPlace): Place[] {
    const parsed = parseStructRef(reference);
    const own = { ...at, rowCount: 1, columnCount: 1 };
    const found = parsed?.table
      ? this.tables.get(parsed.table.toLowerCase())
      : [...this.tables.values()].find(({ table, sheet }) => sheet === at.sheet && intersection(table, own) !== null);
    if (!parsed || !found) return [];
    const { table, sheet } = found;
    const [rows, columns] = [rowsOf(table, parsed.sections ?? [], at.row), columnsOf(table, parsed.columns ?? [])];
    return [{ sheet, ...rows, ...columns }];
  }
}

function rowsOf(table: TableContent, sections: string[], ownRow: number): { row: number; rowCount: number } {
  const { row, rowCount } = table;
  const isInside = ownRow >= row && ownRow < row + rowCount;
  if (sections.includes("this row") && isInside) return { row: ownRow, rowCount: 1 };
  const top = sections.length > 0 && !sections.every((section) => section === "data" || section === "totals");
  const bottom = sections.length > 0 && !sections.every((section) => section === "data" || section === "headers");
  const first = row + (table.hasHeaderRow && !top ? 1 : 0);
  const end = row + rowCount - (table.hasTotalsRow && !bottom ? 1 : 0);
  return { row: first, rowCount: Math.max(1, end - first) };
}

function columnsOf(table: TableContent, names: string[]): { column: number; columnCount: number } {
  const indexes = names.map((name) => table.columns.findIndex((each) => each.toLowerCase() === name.toLowerCase()));
  if (indexes.length === 0 || indexes.includes(-1)) return { column: table.column, columnCount: table.columnCount };
  const first = Math.min(...indexes);
  return { column: table.column + first, columnCount: Math.max(...indexes) - first + 1 };
}

/** Words do not say where they lead. */
const pointingFunctions = new Set(["INDIRECT", "OFFSET"]);
/** They take references of which they do not read all that is there. */
const placeFunctions = new Set(
  "INDIRECT OFFSET INDEX ROW ROWS COLUMN COLUMNS AREAS SHEET SHEETS CELL ISREF ISFORMULA FORMULATEXT".split(" "),
);

/** What LET and LAMBDA name inside a formula, in capitals: where it is called, it is no function of Excel. */
function localNames(tokens: Token[]): Set<string> {
  const names = new Set<string>();
  tokens.forEach(({ type, value }, index) => {
    const caller = value.toUpperCase();
    if (type !== "func" || (caller !== "LET" && caller !== "LAMBDA")) return;
    const open = index + 1;
    const declared = argumentRanges(tokens, open, closingParenthesis(tokens, open))
      .slice(0, -1)
      .filter((_, position) => caller === "LAMBDA" || position % 2 === 0);
    for (const [from, to] of declared) {
      const [word, ...more] = tokens.slice(from, to).filter((token) => !isBlank(token));
      if (word && more.length === 0) names.add(word.value.toUpperCase());
    }
  });
  return names;
}

function nameKey(sheet: number | null, name: string): string {
  return `${sheet ?? ""}!${name.toLowerCase()}`;
}

function wholeSheet(sheet: number): Place {
  return { sheet, row: 0, column: 0, rowCount: Infinity, columnCount: Infinity };
}
