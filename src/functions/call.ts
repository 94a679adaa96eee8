import { addressesOf } from "./arguments/argument";
import { invalidValue, isFunctionError } from "./errors";
import type { ResultCell, FunctionRecord, FunctionResult } from "./record";

/**
 * Calls a function with the arguments as Excel passes them.
 *
 * @returns rows of cells, or a promise of them
 * @throws CustomFunctions.Error, and nothing else but a bug
 */
export function callFunction(
  record: FunctionRecord,
  given: readonly unknown[],
): ResultCell[][] | Promise<ResultCell[][]> {
  const values: Record<string, unknown> = {};
  const addresses = addressesOf(given.at(-1));
  let index = 0;
  for (const name in record.parameters) {
    const argument = { name, address: addresses[index] ?? null };
    values[name] = record.parameters[name]!.read(given[index++], argument);
  }
  const result = record.compute(values);
  return result instanceof Promise ? result.then((later) => cellsOf(later, record)) : cellsOf(result, record);
}

function cellsOf(result: FunctionResult, record: FunctionRecord): ResultCell[][] {
  const cells = Array.isArray(result) ? result : [[result]];
  for (const cellsOfRow of cells) {
    for (let column = 0; column < cellsOfRow.length; column++) {
      const value = cellsOfRow[column];
      if (typeof value !== "number") continue;
      if (!Number.isFinite(value)) throw tooLarge(record);
      // No −0: it would show as "-0" in some number formats.
      if (value === 0) cellsOfRow[column] = 0;
    }
  }
  const only = cells.length === 1 && cells[0]!.length === 1 ? cells[0]![0] : undefined;
  if (isFunctionError(only)) throw only;
  return cells;
}

function tooLarge(record: FunctionRecord): Error {
  const names = Object.keys(record.parameters).join(", ");
  return invalidValue(`${names}: the numbers are too large; the result is beyond what a cell can hold.`);
}
