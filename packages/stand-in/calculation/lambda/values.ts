import type { ValueContent } from "@workbooks/xlsx/content";
import { textOfNumber } from "../../workbook/cells/generalFormat";
import { numberOf } from "../excel/numbers";
import { compare } from "../functions/comparison";

/** What a part of a formula comes to: one value, rows of values, a LAMBDA, or nothing where an argument was left out. */
export type Value = ValueContent | Matrix | Callable | LeftOut;

export type Matrix = ValueContent[][];

/** A LAMBDA with what its names meant where it was written. */
export class Callable {
  constructor(readonly call: (given: Value[]) => Value) {}
}

class LeftOut {
  readonly isLeftOut = true;
}

export const omitted: LeftOut = new LeftOut();

export const wrongValue = { error: "#VALUE!" };
/** Excel's error for an array within an array, and for a LAMBDA that is shown instead of called. */
export const nestedArray = { error: "#CALC!" };
const noNumber = { error: "#NUM!" };
const notThere = { error: "#N/A" };
const divisionByZero = { error: "#DIV/0!" };

export function isError(value: unknown): value is { error: string } {
  return typeof value === "object" && value !== null && "error" in value;
}

/** As cells: one value is a row of one. */
export function matrixOf(value: Value): Matrix {
  return Array.isArray(value) ? value : [[contentOf(value)]];
}

/** One value where it is one, in an array of one too. */
export function singleOf(value: Value): Value {
  return Array.isArray(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
}

function contentOf(value: ValueContent | Callable | LeftOut): ValueContent {
  if (value instanceof LeftOut) return null;
  return value instanceof Callable ? nestedArray : value;
}

/** Calculates value by value; one row or column serves all, and where an array ends before another there is #N/A. */
export function eachOf(given: Value[], calculate: (singles: ValueContent[]) => ValueContent): ValueContent | Matrix {
  const values = given.map(singleOf);
  if (!values.some(Array.isArray)) return calculate(values.map((value) => contentOf(value as ValueContent)));
  const arrays = values.map(matrixOf);
  const rowCount = Math.max(...arrays.map((array) => array.length));
  const columnCount = Math.max(...arrays.map((array) => array[0]!.length));
  const isThere = (array: Matrix, row: number, column: number): boolean =>
    (array.length === 1 || row < array.length) && (array[0]!.length === 1 || column < array[0]!.length);
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      if (!arrays.every((array) => isThere(array, row, column))) return notThere;
      return calculate(arrays.map((array) => at(array, row, column)));
    }),
  );
}

export function at(array: Matrix, row: number, column: number): ValueContent {
  return array[array.length === 1 ? 0 : row]![array[0]!.length === 1 ? 0 : column]!;
}

/** What an operator between two values answers. Numbers are IEEE 754, as in Excel; texts that spell numbers count. */
export function operate(operator: string, one: ValueContent, other: ValueContent): ValueContent {
  if (isError(one)) return one;
  if (isError(other)) return other;
  if (operator === "&") return textOf(one) + textOf(other);
  const calculate = arithmetic[operator];
  if (!calculate) return compare(one, other, operator);
  const [left, right] = [one === "" ? null : numberOf(one), other === "" ? null : numberOf(other)];
  if (left === null || right === null) return wrongValue;
  const result = calculate(left, right);
  return typeof result !== "number" || Number.isFinite(result) ? result : noNumber;
}

const arithmetic: Record<string, (left: number, right: number) => ValueContent> = {
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => (right === 0 ? divisionByZero : left / right),
  "^": (left, right) => {
    if (left === 0 && right === 0) return noNumber;
    if (left === 0 && right < 0) return divisionByZero;
    return left ** right;
  },
};

function textOf(value: ValueContent): string {
  if (value === null) return "";
  if (typeof value === "number") return textOfNumber(value);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

/** Whether a test is true; an error where it is none. */
export function truthOf(value: ValueContent): boolean | { error: string } {
  if (isError(value)) return value;
  if (typeof value !== "string") return Boolean(value);
  const upper = value.toUpperCase();
  return upper === "TRUE" || upper === "FALSE" ? upper === "TRUE" : wrongValue;
}
