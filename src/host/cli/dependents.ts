import { parseStructRef, tokenize, type Token } from "@borgar/fx";
import { parseArea, splitSheet } from "../workbook/address";
import type { AreaContent, CellContent, WorkbookContent } from "../../xlsx/content";

/** A cell by the index of its sheet, zero-based row and column. */
export interface CellPlace {
  sheet: number;
  row: number;
  column: number;
}

/** A cell to calculate; `callsAddin` where its own formula does, and it does not only depend on one that does. */
export interface DependentCell extends CellPlace {
  callsAddin: boolean;
}

type Place = AreaContent & { sheet: number };

/**
 * The cells whose formulas call a function of the namespace, in the formula or through a name, and all that depend on them.
 * What a formula reads through INDIRECT or OFFSET cannot be known beforehand; such formulas count as depending.
 */
export function addinDependents(content: WorkbookContent, namespace: string): DependentCell[] {
  const reader = new ReferenceReader(content, `${namespace}.`.toUpperCase());
  const formulas = formulaCells(content).map(({ place, cell }) => ({
    place,
    area: filledArea(place, cell),
    ...reader.read(cell.formula ?? "", place),
  }));
  const index = new ReadIndex(formulas);
  const found = new Set(formulas.filter(({ isAddin }) => isAddin));
  // A set hands out what is added while it is walked: in the end every dependent has been asked for its own.
  for (const { area } of found) for (const dependent of index.readersOf(area)) found.add(dependent);
  return [...found].map(({ place, isAddin }) => ({ ...place, callsAddin: isAddin }));
}

interface FormulaReads extends Reads {
  place: CellPlace;
  area: Place;
}

/** Which formulas read a cell: those that read few rows by row, those that read many (whole columns, tables) in one list. */
class ReadIndex {
  private readonly byRow = new Map<string, FormulaReads[]>();
  private readonly tall: FormulaReads[] = [];

  constructor(formulas: FormulaReads[]) {
    for (const formula of formulas) {
      if (formula.reads.some(({ rowCount }) => rowCount > FEW_ROWS)) this.tall.push(formula);
      for (const { sheet, row, rowCount } of formula.reads) {
        if (rowCount > FEW_ROWS) continue;
        for (let each = row; each < row + rowCount; each++) {
          const key = `${sheet}:${each}`;
          const readers = this.byRow.get(key);
          if (readers) readers.push(formula);
          else this.byRow.set(key, [formula]);
        }
      }
    }
  }

  *readersOf(area: Place): Iterable<FormulaReads> {
    const reads = ({ reads }: FormulaReads): boolean =>
      reads.some((read) => read.sheet === area.sheet && overlap(read, area));
    yield* this.tall.filter(reads);
    for (let row = area.row; row < area.row + area.rowCount; row++) {
      yield* (this.byRow.get(`${area.sheet}:${row}`) ?? []).filter(reads);
    }
  }
}

const FEW_ROWS = 50;

/** The area that a cell's formula fills: itself, or where its array spills. */
export function filledArea(place: CellPlace, cell: CellContent): Place {
  return cell.array ? { ...cell.array, sheet: place.sheet } : { ...place, rowCount: 1, columnCount: 1 };
}

function formulaCells(content: WorkbookContent): { place: CellPlace; cell: CellContent }[] {
  return content.sheets.flatMap((sheet, index) =>
    [...sheet.cells].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, cell]) =>
        cell.formula === undefined ? [] : [{ place: { sheet: index, row, column }, cell }],
      ),
    ),
  );
}

interface Reads {
  isAddin: boolean;
  reads: Place[];
}

class ReferenceReader {
  private readonly sheets: Map<string, number>;
  private readonly names = new Map<string, { formula: string; sheet: number | null }>();
  private readonly tables = new Map<string, Place>();
  private readonly volatile: Place[];

  constructor(
    content: WorkbookContent,
    private readonly prefix: string,
  ) {
    this.sheets = new Map(content.sheets.map((sheet, index) => [sheet.name.toLowerCase(), index]));
    for (const { name, formula, sheet } of content.names) this.names.set(name.toLowerCase(), { formula, sheet });
    content.sheets.forEach((sheet, index) =>
      sheet.tables.forEach((table) => this.tables.set(table.name.toLowerCase(), { ...table, sheet: index })),
    );
    this.volatile = content.sheets.map((_, sheet) => ({
      sheet,
      row: 0,
      column: 0,
      rowCount: Infinity,
      columnCount: Infinity,
    }));
  }

  read(formula: string, at: CellPlace, depth = 0): Reads {
    const found: Reads = { isAddin: false, reads: [] };
    for (const { type, value } of tokenize(`=${formula}`, { mergeRefs: true }) as Token[]) {
      if (type === "func") {
        const name = value.toUpperCase();
        if (name.startsWith(this.prefix)) found.isAddin = true;
        if (name === "INDIRECT" || name === "OFFSET") found.reads.push(...this.volatile);
      } else if (type === "range" || type === "range_beam" || type === "range_ternary") {
        found.reads.push(...this.area(value, at.sheet));
      } else if (type === "structured") {
        found.reads.push(...this.table(parseStructRef(value)?.table, at));
      } else if (type === "range_named") {
        const key = value.slice(value.lastIndexOf("!") + 1).toLowerCase();
        const name = this.names.get(key);
        if (name && depth < 10) {
          const inner = this.read(name.formula, { ...at, sheet: name.sheet ?? at.sheet }, depth + 1);
          found.isAddin ||= inner.isAddin;
          found.reads.push(...inner.reads);
        } else if (this.tables.has(key)) found.reads.push(...this.table(key, at));
      }
    }
    return found;
  }

  private area(reference: string, ownSheet: number): Place[] {
    const { sheet: name, address } = splitSheet(reference);
    const sheet = name === null ? ownSheet : this.sheets.get(name.toLowerCase());
    try {
      return sheet === undefined ? [] : [{ ...parseArea(address), sheet }];
    } catch {
      return [];
    }
  }

  /** A structured reference without a table means the one that the cell is in. The whole table counts as read. */
  private table(name: string | undefined, at: CellPlace): Place[] {
    const table = name
      ? this.tables.get(name.toLowerCase())
      : [...this.tables.values()].find(
          (one) => overlap(one, { ...at, rowCount: 1, columnCount: 1 }) && one.sheet === at.sheet,
        );
    return table ? [table] : [];
  }
}

function overlap(one: AreaContent, other: AreaContent): boolean {
  return (
    one.row < other.row + other.rowCount &&
    other.row < one.row + one.rowCount &&
    one.column < other.column + other.columnCount &&
    other.column < one.column + one.columnCount
  );
}
