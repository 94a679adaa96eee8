import type { UniverRange } from "../univerAreas";
import { keyOf, overlap, ReadAreas, type ReadArea } from "./readAreas";

/** A cell with a formula, as long as it stands there: kept from one calculation to the next. */
export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** The text as Univer keeps it, and how far this cell stands from the one for which it was written. */
  readonly formula: string;
  readonly offsetX: number;
  readonly offsetY: number;
  reads: ReadArea<FormulaCell>[];
  /** What its array fills. */
  spill: UniverRange | null;
  /** What its array would fill if nothing stood in the way. */
  blocked: UniverRange | null;
  /** Where it stands in the calculation that is going on. */
  state: CalculationState;
}

type CalculationState = "calculated" | "due" | "begun";

/** An area on a sheet. */
export interface SheetRange {
  sheet: string;
  range: UniverRange;
}

/** What Univer says of a formula. */
export interface FormulaReading {
  areas: SheetRange[];
  /** It is calculated in every calculation: TODAY, RAND, OFFSET, INDIRECT. */
  isVolatile: boolean;
  /** It may read more than its areas: OFFSET, INDIRECT. */
  pointsAnywhere: boolean;
}

/** The formulas of a sheet in Univer's form: by row, by column. */
type SheetFormulas = Record<string, Record<string, { f?: string; x?: number; y?: number } | null>>;

/**
 * All cells with formulas and what each of them reads. It is brought up to date with the cells before each calculation,
 * and reads only those formulas anew that are new or have changed.
 */
export class FormulaCells {
  readonly volatile = new Set<FormulaCell>();
  readonly pointing = new Set<FormulaCell>();
  private readonly sheets = new Map<
    string,
    { cells: Map<number, FormulaCell>; areas: ReadAreas<FormulaCell>; arrays: Set<FormulaCell> }
  >();

  constructor(private readonly read: (cell: FormulaCell) => FormulaReading) {}

  /** Takes over the formulas as they stand now. Answers the cells that are new or have changed, and areas no longer filled. */
  update(sheets: Record<string, SheetFormulas | null | undefined>): { changed: FormulaCell[]; freed: SheetRange[] } {
    const changed: FormulaCell[] = [];
    const freed: SheetRange[] = [];
    for (const id of [...this.sheets.keys(), ...Object.keys(sheets)]) this.sheet(id);
    for (const [id, sheet] of this.sheets) {
      const gone = new Set(sheet.cells.keys());
      for (const [rowKey, columns] of Object.entries(sheets[id] ?? {})) {
        const row = Number(rowKey);
        for (const columnKey in columns) {
          const item = columns[columnKey];
          if (!item?.f) continue;
          const key = keyOf(row, Number(columnKey));
          gone.delete(key);
          const { f: formula, x: offsetX = 0, y: offsetY = 0 } = item;
          const before = sheet.cells.get(key);
          if (before?.formula === formula && before.offsetX === offsetX && before.offsetY === offsetY) continue;
          const cell: FormulaCell = {
            ...{ sheet: id, row, column: Number(columnKey), formula, offsetX, offsetY, reads: [] },
            ...{ spill: null, blocked: null, state: "calculated" },
          };
          if (before?.spill) freed.push({ sheet: id, range: before.spill });
          if (before) this.take(before);
          this.put(cell, key);
          changed.push(cell);
        }
      }
      for (const key of gone) {
        const cell = sheet.cells.get(key) as FormulaCell;
        if (cell.spill) freed.push({ sheet: id, range: cell.spill });
        this.take(cell);
        sheet.cells.delete(key);
      }
    }
    return { changed, freed };
  }

  /**
   * What these formulas read is found out anew: a name, a table or a sheet means something else. `isElsewhere`: they read
   * other cells now.
   */
  readAgain(isMeant: (cell: FormulaCell) => boolean): { cell: FormulaCell; isElsewhere: boolean }[] {
    const cells = this.all().filter(isMeant);
    return cells.map((cell) => {
      const before = cell.reads;
      this.letGo(cell);
      this.connect(cell);
      const isSame =
        before.length === cell.reads.length && before.every((area, at) => isSameArea(area, cell.reads[at]));
      return { cell, isElsewhere: !isSame };
    });
  }

  all(): FormulaCell[] {
    return [...this.sheets.values()].flatMap(({ cells }) => [...cells.values()]);
  }

  at(sheet: string, row: number, column: number): FormulaCell | undefined {
    return this.sheets.get(sheet)?.cells.get(keyOf(row, column));
  }

  within({ sheet, range }: SheetRange): FormulaCell[] {
    const cells = this.sheets.get(sheet)?.cells ?? new Map<number, FormulaCell>();
    const { startRow, endRow, startColumn, endColumn } = range;
    if ((endRow - startRow + 1) * (endColumn - startColumn + 1) > cells.size)
      return [...cells.values()].filter((cell) => isIn(cell, range));
    const found: FormulaCell[] = [];
    for (let row = startRow; row <= endRow; row++)
      for (let column = startColumn; column <= endColumn; column++) {
        const cell = cells.get(keyOf(row, column));
        if (cell) found.push(cell);
      }
    return found;
  }

  /** Each area that some formula reads and that has a cell in common with this one. */
  readAreas({ sheet, range }: SheetRange, visit: (area: ReadArea<FormulaCell>) => void): void {
    this.sheets.get(sheet)?.areas.touching(range, visit);
  }

  /** Cells whose arrays fill, or would fill, a part of this area. */
  arraysOver({ sheet, range }: SheetRange): FormulaCell[] {
    return [...(this.sheets.get(sheet)?.arrays ?? [])].filter((cell) => {
      const area = cell.spill ?? cell.blocked;
      return area !== null && overlap(area, range);
    });
  }

  setArray(cell: FormulaCell, spill: UniverRange | null, blocked: UniverRange | null): void {
    cell.spill = spill;
    cell.blocked = blocked;
    const arrays = this.sheet(cell.sheet).arrays;
    if (spill || blocked) arrays.add(cell);
    else arrays.delete(cell);
  }

  private put(cell: FormulaCell, key: number): void {
    const sheet = this.sheet(cell.sheet);
    sheet.cells.set(key, cell);
    this.connect(cell);
  }

  private connect(cell: FormulaCell): void {
    const { areas, isVolatile, pointsAnywhere } = this.read(cell);
    cell.reads = areas.map(({ sheet, range }) => this.sheet(sheet).areas.add(range, cell));
    if (isVolatile) this.volatile.add(cell);
    if (pointsAnywhere) this.pointing.add(cell);
  }

  private take(cell: FormulaCell): void {
    this.letGo(cell);
    this.sheet(cell.sheet).arrays.delete(cell);
  }

  private letGo(cell: FormulaCell): void {
    for (const area of cell.reads) this.sheet(area.sheet).areas.remove(area, cell);
    this.volatile.delete(cell);
    this.pointing.delete(cell);
  }

  private sheet(id: string) {
    let sheet = this.sheets.get(id);
    if (!sheet) this.sheets.set(id, (sheet = { cells: new Map(), areas: new ReadAreas(id), arrays: new Set() }));
    return sheet;
  }
}

function isSameArea(one: SheetRange, other: SheetRange | undefined): boolean {
  const [a, b] = [one.range, other?.range];
  return (
    one.sheet === other?.sheet &&
    a.startRow === b?.startRow &&
    a.endRow === b.endRow &&
    a.startColumn === b.startColumn &&
    a.endColumn === b.endColumn
  );
}

export function isIn(cell: { row: number; column: number }, range: UniverRange): boolean {
  return (
    cell.row >= range.startRow &&
    cell.row <= range.endRow &&
    cell.column >= range.startColumn &&
    cell.column <= range.endColumn
  );
}
