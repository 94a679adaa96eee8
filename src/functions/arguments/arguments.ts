import { isCellError, textOf, type Cell } from "../../cells/cell";
import { argumentText, placeText, type Argument } from "./argument";
import { Fault, mayBeBlank, plainValue } from "./cells";
import type { Element } from "./elements";
import { invalidValue } from "../errors";
import { Frame } from "./frame";

/** How an argument may be laid out. */
export type Shape = "cell" | "list" | "row" | "column" | "frame" | "table";

/** A parameter of a function: how it is described to users and how it is read from what Excel passes. */
export interface Parameter<T> {
  shape: Shape;
  elements: readonly Element<unknown>[];
  description: string;
  optional: boolean;
  /** Reads what Excel passed; throws `#VALUE!` that names the argument. */
  read(value: unknown, argument: Argument): T;
}

/** One cell. */
export function cell<T>(element: Element<T>, description: string): Parameter<T> {
  return parameter("cell", element, description, (cells, argument) => {
    if (cells.length !== 1 || cells[0]!.length !== 1) {
      throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; one cell is needed.`);
    }
    return readCell(element, cells[0]![0], argumentText(argument));
  });
}

/** A row or a column, in order. */
export function list<T>(element: Element<T>, description: string): Parameter<T[]> {
  return parameter("list", element, description, (cells, argument) => {
    if (cells.length > 1 && cells[0]!.length > 1) {
      throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; one row or one column is needed.`);
    }
    return readFrame(element, cells, argument).values.flat();
  });
}

/** One row. */
export function row<T>(element: Element<T>, description: string): Parameter<T[]> {
  return parameter("row", element, description, (cells, argument) => {
    if (cells.length !== 1) throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; one row is needed.`);
    return readFrame(element, cells, argument).values[0]!;
  });
}

/** One column. */
export function column<T>(element: Element<T>, description: string): Parameter<T[]> {
  return parameter("column", element, description, (cells, argument) => {
    if (cells[0]!.length !== 1)
      throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; one column is needed.`);
    return readFrame(element, cells, argument).values.map((cellsOfRow) => cellsOfRow[0]!);
  });
}

/** Any size; functions say which sizes go together. */
export function frame<T>(element: Element<T>, description: string): Parameter<Frame<T>> {
  return parameter("frame", element, description, (cells, argument) => readFrame(element, cells, argument));
}

/** A list of which only some entries are wanted: each is read, and found wrong, when it is asked for. */
interface DeferredList<T> {
  length: number;
  at(index: number): T;
}

/** A row or a column whose entries are read only where they are wanted. */
export function deferredList<T>(element: Element<T>, description: string): Parameter<DeferredList<T>> {
  return parameter("list", element, description, (cells, argument) => {
    if (cells.length > 1 && cells[0]!.length > 1) {
      throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; one row or one column is needed.`);
    }
    const upright = cells.length > 1;
    const at = (index: number): T =>
      upright
        ? readCell(element, cells[index]![0], placeText(argument, index, 0))
        : readCell(element, cells[0]![index], placeText(argument, 0, index));
    return { length: upright ? cells.length : cells[0]!.length, at };
  });
}

/** Two columns, label and value; rows without a label are skipped. */
export function lookup<T>(element: Element<T>, key: Element<string>, description: string): Parameter<[string, T][]> {
  const two = parameter("table", element, description, (cells, argument) => {
    if (cells[0]!.length !== 2)
      throw invalidValue(`${argument.name}: ${sizeOf(cells)} are given; two columns are needed.`);
    const entries: [string, T][] = [];
    cells.forEach(([left, right], index) => {
      const found = readCell(key, left, placeText(argument, index, 0));
      if (found !== "") entries.push([found, readCell(element, right, placeText(argument, index, 1))]);
    });
    return entries;
  });
  return { ...two, elements: [key, element] };
}

/** A table with its headings, as its cells hold it. */
export function cellTable(element: Element<Cell>, description: string): Parameter<readonly Cell[][]> {
  return parameter("table", element, description, (cells, argument) => {
    const { values } = readFrame(element, cells, argument);
    if (cells.length > 1 && cells[0]!.length > 1) return values;
    const error = values.flat().find(isCellError);
    const what = error ? `the error ${error.error} is` : `${sizeOf(cells)} are`;
    throw invalidValue(`${argument.name}: ${what} given; a table with its headings is needed.`);
  });
}

/** A name in one cell, or a table of so many columns. */
export function nameOrTable(
  element: Element<Cell>,
  columns: number,
  description: string,
): Parameter<string | readonly Cell[][]> {
  return parameter("table", element, description, (cells, argument) => {
    const { values } = readFrame(element, cells, argument);
    const only = cells.length === 1 && cells[0]!.length === 1 ? values[0]![0]! : null;
    if (only !== null && isCellError(only))
      throw invalidValue(`${argumentText(argument)} is the error ${only.error}; a name is needed.`);
    if (only !== null) return textOf(only);
    if (cells[0]!.length === columns) return values;
    throw invalidValue(
      `${argument.name}: ${sizeOf(cells)} are given; a name, or a table of ${columns} columns, is needed.`,
    );
  });
}

/**
 * May be left out; then the function sees the default. So it does for a blank cell where nobody can mean 0 (a name, a number of
 * trials, a table): Excel does not say whether a skipped argument arrives as one.
 */
export function optional<T, const D>(given: Parameter<T>, left: D): Parameter<T | D> {
  const [element] = given.elements;
  const takesNoBlank = given.shape === "table" || (element?.isCountOrName && element.read(0) instanceof Fault);
  return {
    ...given,
    optional: true,
    read: (value, argument) =>
      isLeftOut(value) || (takesNoBlank && isBlankCell(value)) ? left : given.read(value, argument),
  };
}

function isBlankCell(value: unknown): boolean {
  const [row, ...others] = Array.isArray(value) ? (value as unknown[]) : [[value]];
  return others.length === 0 && Array.isArray(row) && row.length === 1 && mayBeBlank(plainValue(row[0]));
}

/** Left out is a bare null or undefined; Excel may also have put its invocation object in the place. */
function isLeftOut(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return (
    typeof value === "object" && !Array.isArray(value) && ("functionName" in value || "parameterAddresses" in value)
  );
}

/** "3 rows × 2 columns" */
function sizeOf(cells: readonly (readonly unknown[])[]): string {
  return sizeText(cells.length, cells[0]?.length ?? 0);
}

/** "3 rows × 2 columns" */
export function sizeText(rows: number, columns: number): string {
  return `${rows} ${rows === 1 ? "row" : "rows"} × ${columns} ${columns === 1 ? "column" : "columns"}`;
}

function parameter<T, E>(
  shape: Shape,
  element: Element<E>,
  description: string,
  readCells: (cells: readonly (readonly unknown[])[], argument: Argument) => T,
): Parameter<T> {
  return {
    shape,
    elements: [element],
    description,
    optional: false,
    read(value, argument) {
      if (isLeftOut(value)) throw invalidValue(`${argument.name} is left out; it is needed.`);
      return readCells(matrixOf(value, argument.name), argument);
    },
  };
}

function matrixOf(value: unknown, name: string): readonly (readonly unknown[])[] {
  if (!Array.isArray(value)) return [[value]];
  const cells = value.map((cellsOfRow: unknown) => (Array.isArray(cellsOfRow) ? (cellsOfRow as unknown[]) : null));
  if (cells.every((cellsOfRow) => cellsOfRow === null)) return matrixOf([value], name);
  const rows = cells.map((cellsOfRow) => cellsOfRow ?? []);
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((cellsOfRow) => cellsOfRow.length !== width)) {
    throw invalidValue(`${name}: the rows are empty or of different lengths; a range of cells is needed.`);
  }
  return rows;
}

function readFrame<T>(element: Element<T>, cells: readonly (readonly unknown[])[], argument: Argument): Frame<T> {
  const single = cells.length === 1 && cells[0]!.length === 1;
  const values = cells.map((cellsOfRow, i) =>
    cellsOfRow.map((value, j) => {
      const read = element.read(value);
      if (read instanceof Fault) throw faultAt(read, single ? argumentText(argument) : placeText(argument, i, j));
      return read;
    }),
  );
  return new Frame(argument.name, values, argument);
}

function readCell<T>(element: Element<T>, value: unknown, where: string): T {
  const read = element.read(value);
  if (read instanceof Fault) throw faultAt(read, where);
  return read;
}

function faultAt(fault: Fault, where: string): Error {
  return invalidValue(`${where} ${fault.says}.`);
}
