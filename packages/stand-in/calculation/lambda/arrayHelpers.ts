import type { ValueContent } from "@workbooks/xlsx/content";
import {
  Callable,
  eachOf,
  isError,
  type Matrix,
  matrixOf,
  nestedArray,
  omitted,
  singleOf,
  type Value,
  wrongValue,
} from "./values";

/**
 * Functions that call a LAMBDA, and those that look at the shape of what they are given. Documented at
 * support.microsoft.com under their names: a LAMBDA of MAP, SCAN, MAKEARRAY, BYROW and BYCOL answers one value; an
 * array from it is #CALC!.
 */
export const arrayHelpers: Record<string, (given: Value[]) => Value> = {
  MAP(given) {
    const lambda = given.at(-1);
    if (given.length < 2 || !(lambda instanceof Callable)) return wrongValue;
    return eachOf(given.slice(0, -1), (singles) => one(lambda.call(singles)));
  },
  REDUCE([start, array, lambda]) {
    if (!(lambda instanceof Callable) || array === undefined) return wrongValue;
    let result: Value = start === omitted || start === undefined ? null : start;
    for (const row of matrixOf(array)) for (const cell of row) result = lambda.call([result, cell]);
    return result;
  },
  SCAN([start, array, lambda]) {
    if (!(lambda instanceof Callable) || array === undefined) return wrongValue;
    let result: ValueContent = start === omitted || start === undefined ? null : one(start);
    return matrixOf(array).map((row) => row.map((cell) => (result = one(lambda.call([result, cell])))));
  },
  MAKEARRAY([rows, columns, lambda]) {
    const [rowCount, columnCount] = [rows, columns].map(count);
    if (!(lambda instanceof Callable) || !rowCount || !columnCount) return wrongValue;
    return filled(rowCount, columnCount, (row, column) => one(lambda.call([row + 1, column + 1])));
  },
  BYROW([array, lambda]) {
    if (!(lambda instanceof Callable) || array === undefined) return wrongValue;
    return matrixOf(array).map((row) => [one(lambda.call([[row]]))]);
  },
  BYCOL([array, lambda]) {
    if (!(lambda instanceof Callable) || array === undefined) return wrongValue;
    const rows = matrixOf(array);
    return [rows[0]!.map((_, column) => one(lambda.call([rows.map((row) => [row[column]!])])))];
  },
  ISOMITTED([value]) {
    return value === omitted;
  },
  ROWS([array]) {
    return array === undefined || isError(array) ? (array ?? wrongValue) : matrixOf(array).length;
  },
  COLUMNS([array]) {
    return array === undefined || isError(array) ? (array ?? wrongValue) : matrixOf(array)[0]!.length;
  },
  INDEX([array, row, column]) {
    if (array === undefined || row === undefined) return wrongValue;
    const rows = matrixOf(array);
    const isRow = column === undefined && rows.length === 1;
    const [down, across]: [Value, Value] = isRow ? [0, row] : [row, column ?? 0];
    const places = [singleOf(down), singleOf(across)];
    if (places.some(Array.isArray))
      return eachOf(places, ([from, to]) => {
        const found = singleOf(picked(rows, from!, to!, isRow));
        return Array.isArray(found) ? nestedArray : (found as ValueContent);
      });
    return singleOf(picked(rows, places[0] as ValueContent, places[1] as ValueContent, isRow));
  },
};

/** The answer of a LAMBDA that has to be one value. */
function one(value: Value): ValueContent {
  const single = singleOf(value);
  if (single === omitted) return 0;
  return Array.isArray(single) || single instanceof Callable ? nestedArray : (single as ValueContent);
}

function count(value: Value | undefined): number {
  const single = value === undefined ? null : singleOf(value);
  return typeof single === "number" && single >= 1 ? Math.trunc(single) : 0;
}

function filled(rows: number, columns: number, cell: (row: number, column: number) => ValueContent): Matrix {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));
}

/** 0 is the whole column or row. */
function picked(rows: Matrix, row: ValueContent, column: ValueContent, isRow: boolean): Value {
  const [down, across] = [row, column].map((place) => place ?? 0);
  for (const place of [down, across]) {
    if (isError(place)) return place;
    if (typeof place !== "number" || place < 0) return wrongValue;
  }
  const [from, to] = [Math.trunc(down as number), Math.trunc(across as number)];
  if (from > rows.length || to > rows[0]!.length) return { error: "#REF!" };
  if (isRow) return to === 0 ? rows : rows[0]![to - 1]!;
  const taken = from === 0 ? rows : [rows[from - 1]!];
  return to === 0 ? taken : taken.map((cells) => [cells[to - 1]!]);
}
