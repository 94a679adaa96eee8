import { invalidValue } from "../errors";
import { placeText, type Argument } from "./argument";

/** Things × years as the user gave them: one cell, one row (the same for every thing), one column (the same for every year), or all. */
export class Frame<T> {
  readonly rows: number;
  readonly columns: number;

  constructor(
    readonly name: string,
    readonly values: readonly T[][],
    private readonly argument: Argument = { name },
  ) {
    this.rows = values.length;
    this.columns = values[0]?.length ?? 0;
  }

  /** The value for a thing and a year of the full frame. */
  at(row: number, column: number): T {
    return this.values[this.rows === 1 ? 0 : row]![this.columns === 1 ? 0 : column]!;
  }

  /** A cell of it as a message names it: "rate: row 2, column 1 (Levers!C6)". */
  place(row: number, column: number): string {
    return placeText(this.argument, row, column);
  }

  get size(): string {
    return `${count(this.rows, "row")} × ${count(this.columns, "column")}`;
  }
}

/** The full frame that several arguments make together. `#VALUE!` with both sizes where they do not go together. */
export function fullFrame(...frames: readonly Frame<unknown>[]): { rows: number; columns: number } {
  const rows = Math.max(...frames.map((frame) => frame.rows));
  const columns = Math.max(...frames.map((frame) => frame.columns));
  for (const odd of frames) {
    if (odd.rows !== 1 && odd.rows !== rows)
      throw mismatch(
        odd,
        frames.find((frame) => frame.rows === rows)!,
      );
    if (odd.columns !== 1 && odd.columns !== columns) {
      throw mismatch(
        odd,
        frames.find((frame) => frame.columns === columns)!,
      );
    }
  }
  return { rows, columns };
}

/** A result of the full frame, cell by cell. */
export function elementByElement<R>(
  frames: readonly Frame<unknown>[],
  compute: (row: number, column: number) => R,
): R[][] {
  const { rows, columns } = fullFrame(...frames);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => compute(row, column)));
}

function mismatch(odd: Frame<unknown>, other: Frame<unknown>): Error {
  return invalidValue(
    `${odd.name} is ${odd.size} but ${other.name} is ${other.size}; ` +
      "each must be the same size, or one row, one column or one cell of it.",
  );
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
