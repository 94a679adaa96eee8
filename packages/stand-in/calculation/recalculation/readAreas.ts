import type { UniverRange } from "../univerAreas";

/** An area that formulas read, on one sheet. */
export interface ReadArea<Reader> {
  readonly sheet: string;
  readonly range: UniverRange;
  readonly readers: Set<Reader>;
  /** The round in which all its readers were found to be due. */
  visited: number;
}

/** Excel has 2^20 rows; the rows of an area are split into stretches of 2^k rows, at most 40, as in a segment tree. */
const rowCount = 1 << 20;

/** The areas that the formulas read of one sheet, found again by a cell in them in at most 21 steps a column group. */
export class ReadAreas<Reader> {
  private readonly cells = new Map<number, ReadArea<Reader>>();
  private readonly groups = new Map<number, ColumnGroup<Reader>>();

  constructor(private readonly sheet: string) {}

  /** The area for this range, made where it is not there yet. */
  add(range: UniverRange, reader: Reader): ReadArea<Reader> {
    const area = this.find(range) ?? this.make(range);
    area.readers.add(reader);
    return area;
  }

  remove(area: ReadArea<Reader>, reader: Reader): void {
    area.readers.delete(reader);
    if (area.readers.size > 0) return;
    const { range } = area;
    if (isCell(range)) this.cells.delete(keyOf(range.startRow, range.startColumn));
    else this.groups.get(groupKey(range))?.remove(area);
  }

  /** Each area that has a cell in common with the range. */
  touching(range: UniverRange, visit: (area: ReadArea<Reader>) => void): void {
    this.cellsIn(range, visit);
    for (const group of this.groups.values())
      if (group.startColumn <= range.endColumn && group.endColumn >= range.startColumn) group.touching(range, visit);
  }

  private cellsIn(range: UniverRange, visit: (area: ReadArea<Reader>) => void): void {
    const { startRow, endRow, startColumn, endColumn } = range;
    if ((endRow - startRow + 1) * (endColumn - startColumn + 1) > this.cells.size) {
      for (const area of this.cells.values()) if (overlap(area.range, range)) visit(area);
      return;
    }
    for (let row = startRow; row <= endRow; row++)
      for (let column = startColumn; column <= endColumn; column++) {
        const area = this.cells.get(keyOf(row, column));
        if (area) visit(area);
      }
  }

  private find(range: UniverRange): ReadArea<Reader> | undefined {
    return isCell(range)
      ? this.cells.get(keyOf(range.startRow, range.startColumn))
      : this.groups.get(groupKey(range))?.areas.get(rowsKey(range));
  }

  private make(range: UniverRange): ReadArea<Reader> {
    const area: ReadArea<Reader> = { sheet: this.sheet, range, readers: new Set(), visited: 0 };
    if (isCell(range)) {
      this.cells.set(keyOf(range.startRow, range.startColumn), area);
      return area;
    }
    let group = this.groups.get(groupKey(range));
    if (!group) this.groups.set(groupKey(range), (group = new ColumnGroup(range.startColumn, range.endColumn)));
    group.add(area);
    return area;
  }
}

/** The areas that span the same columns. */
class ColumnGroup<Reader> {
  readonly areas = new Map<number, ReadArea<Reader>>();
  private readonly stretches = new Map<number, Set<ReadArea<Reader>>>();

  constructor(
    readonly startColumn: number,
    readonly endColumn: number,
  ) {}

  add(area: ReadArea<Reader>): void {
    this.areas.set(rowsKey(area.range), area);
    eachStretch(area.range, (stretch) => {
      const areas = this.stretches.get(stretch);
      if (areas) areas.add(area);
      else this.stretches.set(stretch, new Set([area]));
    });
  }

  remove(area: ReadArea<Reader>): void {
    this.areas.delete(rowsKey(area.range));
    eachStretch(area.range, (stretch) => {
      const areas = this.stretches.get(stretch);
      areas?.delete(area);
      if (areas?.size === 0) this.stretches.delete(stretch);
    });
  }

  touching(range: UniverRange, visit: (area: ReadArea<Reader>) => void): void {
    if (range.startRow === range.endRow) {
      for (let stretch = range.startRow + rowCount; stretch >= 1; stretch >>= 1)
        for (const area of this.stretches.get(stretch) ?? []) visit(area);
      return;
    }
    for (const area of this.areas.values()) if (overlap(area.range, range)) visit(area);
  }
}

/** The fewest stretches of 2^k rows that make up the rows of a range, by their number in the segment tree. */
function eachStretch(range: UniverRange, visit: (stretch: number) => void): void {
  let from = range.startRow + rowCount;
  let to = range.endRow + rowCount + 1;
  for (; from < to; from >>= 1, to >>= 1) {
    if (from & 1) visit(from++);
    if (to & 1) visit(--to);
  }
}

export function overlap(one: UniverRange, other: UniverRange): boolean {
  return (
    one.startRow <= other.endRow &&
    one.endRow >= other.startRow &&
    one.startColumn <= other.endColumn &&
    one.endColumn >= other.startColumn
  );
}

/** A cell's own number on its sheet. */
export function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

function isCell(range: UniverRange): boolean {
  return range.startRow === range.endRow && range.startColumn === range.endColumn;
}

function groupKey(range: UniverRange): number {
  return keyOf(range.startColumn, range.endColumn);
}

function rowsKey(range: UniverRange): number {
  return range.startRow * rowCount + range.endRow;
}
