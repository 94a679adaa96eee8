import { MAXIMUM_COLUMNS, MAXIMUM_ROWS, columnLetters } from "../sheet/address";
import { formulaTokens } from "./formulaTokens";

/** One end of a reference: "$B12", "C", "$7". */
interface Coordinate {
  column: number | null;
  columnFixed: boolean;
  row: number | null;
  rowFixed: boolean;
}

/**
 * Prepares a shared formula for its dependents: gives a function that moves its relative references by so many rows
 * and columns, round the edge of the sheet as Excel does.
 */
export function shiftableFormula(formula: string): (rows: number, columns: number) => string {
  const pieces: (string | Coordinate)[] = [];
  for (const token of formulaTokens(formula)) {
    if (token.type !== "range" && token.type !== "range_beam" && token.type !== "range_ternary") {
      pieces.push(token.value);
      continue;
    }
    token.value.split(/(:)/).forEach((end) => pieces.push(end === ":" ? end : parseCoordinate(end)));
  }
  return (rows, columns) =>
    pieces.map((piece) => (typeof piece === "string" ? piece : shifted(piece, rows, columns))).join("");
}

function parseCoordinate(text: string): Coordinate | string {
  const parts = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  if (!parts) return text;
  const letters = parts[2]!.toUpperCase();
  const onlyRow = letters === "";
  return {
    column: onlyRow ? null : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
    columnFixed: !onlyRow && parts[1] === "$",
    row: parts[4] === "" ? null : Number(parts[4]) - 1,
    rowFixed: onlyRow ? parts[1] === "$" || parts[3] === "$" : parts[3] === "$",
  };
}

function shifted(end: Coordinate, rows: number, columns: number): string {
  const column =
    end.column === null
      ? ""
      : (end.columnFixed ? "$" : "") +
        columnLetters(end.columnFixed ? end.column : wrap(end.column + columns, MAXIMUM_COLUMNS));
  const row =
    end.row === null
      ? ""
      : (end.rowFixed ? "$" : "") + ((end.rowFixed ? end.row : wrap(end.row + rows, MAXIMUM_ROWS)) + 1);
  return column + row;
}

function wrap(index: number, size: number): number {
  return ((index % size) + size) % size;
}
