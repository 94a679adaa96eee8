import type { ValueContent } from "../../xlsx/content";
import type { EngineArgument } from "../workbook/calculation";
import type { FunctionMetadata, ParameterMetadata } from "./functionsMetadata";

/** What Excel does to the arguments before it calls a function: the values to call with, or the error that is the result. */
export type PreparedArguments = { values: unknown[] } | { error: string };

/** `blank`: what an empty cell is, 0 in Excel for Windows and Mac, null on the web. */
export function prepareArguments(
  metadata: FunctionMetadata,
  given: EngineArgument[],
  blank: 0 | null,
): PreparedArguments {
  const { parameters } = metadata;
  const last = parameters.at(-1);
  const repeats = last?.repeating === true;
  if (!repeats && given.length > parameters.length) return { error: "#VALUE!" };
  const error = firstError(given);
  if (error) return { error };
  const values: unknown[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.repeating) {
      const rest = given.slice(index).map((argument) => prepared(parameter, argument, blank));
      if (rest.includes(refused)) return { error: "#VALUE!" };
      values.push(rest);
    } else {
      const value = prepared(parameter, given[index] ?? null, blank);
      if (value === refused) return { error: "#VALUE!" };
      values.push(value);
    }
  }
  return { values };
}

const refused = Symbol("refused");

/** An error in a cell that a function is given is what the function's own cell shows. */
function firstError(given: EngineArgument[]): string | null {
  for (const argument of given) {
    for (const line of argument?.values ?? []) {
      for (const value of line) if (typeof value === "object" && value !== null) return value.error;
    }
  }
  return null;
}

/** A left-out argument is null, whatever its kind. */
function prepared(parameter: ParameterMetadata, argument: EngineArgument, blank: 0 | null): unknown {
  if (argument === null) return null;
  const convert = (value: ValueContent) => converted(parameter.type ?? "any", value, blank);
  if (parameter.dimensionality === "matrix") {
    const lines = argument.values.map((line) => line.map(convert));
    return lines.some((line) => line.includes(refused)) ? refused : lines;
  }
  if (argument.values.length !== 1 || argument.values[0]?.length !== 1) return refused;
  return convert(argument.values[0][0] ?? null);
}

function converted(type: string, value: ValueContent, blank: 0 | null): unknown {
  if (type === "number") return toNumber(value, blank);
  if (value === null) return type === "string" ? "" : type === "boolean" ? false : blank;
  if (type === "string") return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
  if (type === "boolean") return typeof value === "string" ? refused : Boolean(value);
  return value;
}

function toNumber(value: ValueContent, blank: 0 | null): unknown {
  if (value === null) return blank;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string") return value;
  const number = Number(value);
  return value.trim() === "" || Number.isNaN(number) ? refused : number;
}
