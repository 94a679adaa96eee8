import { type ArrayValueObject, type BaseValueObject, ErrorValueObject } from "@univerjs/engine-formula";
import { valueObject, valueOf } from "./addinFunction";

/**
 * Calculates by single values, for each cell of the arrays among the arguments. One row or column serves all; where
 * an array of several ends before another one does, there is #N/A.
 */
export function eachOf(
  values: BaseValueObject[],
  calculate: (values: BaseValueObject[]) => BaseValueObject,
): BaseValueObject {
  const arrays = values.filter((value) => value.isArray()) as ArrayValueObject[];
  if (arrays.length === 0) return calculate(values);
  const rowCount = Math.max(...arrays.map((array) => array.getRowCount()));
  const columnCount = Math.max(...arrays.map((array) => array.getColumnCount()));
  const results = Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) => {
      const singles = values.map((value) => (value.isArray() ? at(value as ArrayValueObject, row, column) : value));
      return valueOf(singles.includes(notThere) ? notThere : calculate(singles));
    }),
  );
  return valueObject(results);
}

const notThere = ErrorValueObject.create("#N/A" as never);

function at(array: ArrayValueObject, row: number, column: number): BaseValueObject {
  const [rowCount, columnCount] = [array.getRowCount(), array.getColumnCount()];
  if ((rowCount > 1 && row >= rowCount) || (columnCount > 1 && column >= columnCount)) return notThere;
  const value = array.get(rowCount === 1 ? 0 : row, columnCount === 1 ? 0 : column);
  return (value as BaseValueObject | undefined) ?? valueObject(null);
}
