import { intersection, lastRowCount } from "@workbooks/stand-in/workbook/address";
import type { CellPlace, FormulaReads, Place } from "./formulaReads";

/** A formula of the workbook with what it reads and the area that it fills. */
export interface Formula extends FormulaReads {
  place: CellPlace;
  area: Place;
}

/** An area that formulas read. */
interface Read {
  area: Place;
  readers: Formula[];
}

/** Blocks of rows double in size from level to level: 1, 2, 4, … up to more than a sheet has. */
const levels = 21;

/** Areas of more columns are looked through one by one. */
const mostColumns = 32;

/**
 * Which formulas read an area. Each area that is read stands, column by column, under the few blocks of rows that make it
 * up, so that a whole column costs no more than a cell; those that read a cell are found under its block of each size.
 */
export class ReadIndex {
  private readonly byBlock = new Map<string, Read[]>();
  private readonly wide = new Map<string, Read[]>();
  /** Formulas that may read anything. */
  private readonly anything: Formula[] = [];

  constructor(formulas: Formula[]) {
    const byArea = new Map<string, Read>();
    for (const formula of formulas) {
      if (formula.readsAnything) this.anything.push(formula);
      for (const area of formula.reads) {
        const key = `${area.sheet}:${area.row}:${area.column}:${area.rowCount}:${area.columnCount}`;
        const read = byArea.get(key);
        if (read) read.readers.push(formula);
        else byArea.set(key, { area, readers: [formula] });
      }
    }
    for (const read of byArea.values()) this.add(read);
  }

  /** A search in which each area that is read is found once, however many cells it has in common with those asked for. */
  search(): ReadSearch {
    return new ReadSearch(this.byBlock, this.wide, this.anything);
  }

  private add(read: Read): void {
    const { sheet, row, rowCount, column, columnCount } = read.area;
    if (columnCount > mostColumns) return append(this.wide, String(sheet), read);
    const end = Math.min(row + rowCount, lastRowCount);
    for (let from = row; from < end;) {
      let level = 0;
      while (level + 1 < levels && from % (2 << level) === 0 && from + (2 << level) <= end) level++;
      for (let each = column; each < column + columnCount; each++)
        append(this.byBlock, blockKey(sheet, each, level, from >> level), read);
      from += 1 << level;
    }
  }
}

class ReadSearch {
  private readonly found = new Set<Read>();
  /** What is not found yet, of the lists that have been looked through. */
  private readonly left = new Map<string, Read[]>();
  private hasAsked = false;

  constructor(
    private readonly byBlock: ReadonlyMap<string, Read[]>,
    private readonly wide: ReadonlyMap<string, Read[]>,
    private readonly anything: Formula[],
  ) {}

  /** The formulas that read something of the area and were not answered before. */
  readersOf(area: Place): Formula[] {
    const readers = this.hasAsked ? [] : [...this.anything];
    this.hasAsked = true;
    this.take(`wide ${area.sheet}`, this.wide.get(String(area.sheet)), area, readers);
    const lastRow = Math.min(area.row + area.rowCount, lastRowCount) - 1;
    for (let column = area.column; column < area.column + area.columnCount; column++) {
      for (let level = 0; level < levels; level++) {
        for (let block = area.row >> level; block <= lastRow >> level; block++) {
          const key = blockKey(area.sheet, column, level, block);
          this.take(key, this.byBlock.get(key), area, readers);
        }
      }
    }
    return readers;
  }

  private take(key: string, all: Read[] | undefined, area: Place, readers: Formula[]): void {
    if (!all) return;
    const reads = this.left.get(key) ?? all;
    if (reads.length === 0) return;
    const others = reads.filter((read) => {
      if (this.found.has(read)) return false;
      if (intersection(read.area, area) === null) return true;
      this.found.add(read);
      for (const reader of read.readers) readers.push(reader);
      return false;
    });
    this.left.set(key, others);
  }
}

function append(lists: Map<string, Read[]>, key: string, read: Read): void {
  const list = lists.get(key);
  if (list) list.push(read);
  else lists.set(key, [read]);
}

function blockKey(sheet: number, column: number, level: number, block: number): string {
  return `${sheet}:${column}:${level}:${block}`;
}
