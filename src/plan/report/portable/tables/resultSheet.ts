import type { OutputCell, OutputTable, ResultArea } from "../../outputTable";
import { isFormula, type Formula } from "../formulas/formula";

/** A table of workings as it grows: blocks of rows under one row of headings. */
export class ResultSheet {
  private readonly rows: OutputCell[][] = [];
  private readonly formats: string[][] = [];
  private readonly headRows: number[] = [];
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    readonly id: OutputTable["id"],
    readonly header: readonly string[],
    private readonly usualFormat: string,
    private readonly formatOf: Readonly<Record<string, string>> = {},
  ) {
    // Of two that are called alike the first is meant.
    this.places = new Map([...header.entries()].reverse().map(([at, heading]) => [heading, at]));
  }

  /** A block's name, and a sentence that says what stands in it. */
  block(part: string, sentence: string): void {
    if (this.rows.length > 0) this.put({}, undefined);
    this.headRows.push(this.rows.length);
    this.put({ [this.heading(0)]: part, [this.heading(1)]: sentence }, "@");
  }

  /** A row of a block, its cells by heading; the row's place. */
  add(part: string, line: string, cells: Readonly<Record<string, OutputCell | Formula>>, format?: string): number {
    this.put({ [this.heading(0)]: part, [this.heading(1)]: line, ...cells }, format);
    return this.rows.length - 1;
  }

  /** The cell of a row, or those from one heading to another, or of several rows. */
  at(row: number, heading: string, to: { heading?: string; row?: number } = {}): ResultArea {
    const column = this.places.get(heading);
    const last = this.places.get(to.heading ?? heading);
    if (column === undefined || last === undefined)
      throw new Error(`There is no column ${heading} or ${to.heading} in ${this.id}.`);
    return {
      ...{ table: this.id, row, column },
      ...{ rowCount: (to.row ?? row) - row + 1, columnCount: last - column + 1 },
    };
  }

  set(row: number, heading: string, cell: OutputCell | Formula): void {
    const line = this.rows[row];
    const column = this.places.get(heading);
    if (line && column !== undefined) line[column] = cellOf(cell);
  }

  get rowCount(): number {
    return this.rows.length;
  }

  table(): Pick<OutputTable, "header" | "rows" | "numberFormats" | "totalRows" | "keyColumns"> {
    return {
      header: [...this.header],
      rows: this.rows,
      numberFormats: this.formats,
      totalRows: this.headRows,
      keyColumns: 2,
    };
  }

  private put(cells: Readonly<Record<string, OutputCell | Formula>>, format: string | undefined): void {
    this.rows.push(this.header.map((heading) => cellOf(cells[heading] ?? null)));
    this.formats.push(
      this.header.map((heading, at) => (at < 2 ? "@" : (format ?? this.formatOf[heading] ?? this.usualFormat))),
    );
  }

  private heading(at: number): string {
    return this.header[at] ?? "";
  }
}

function cellOf(cell: OutputCell | Formula): OutputCell {
  return isFormula(cell) ? { formula: cell.parts } : cell;
}
