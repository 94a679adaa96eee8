import type { AddinArgument } from "../calculation/calculation";
import type { BlankCell, SkippedArgument } from "./blanks";
import { coerced, refused } from "./coercion";
import type { FunctionMetadata, ParameterMetadata } from "./functionsMetadata";

/** What Excel does to the arguments before it calls a function: the values to call with, or the error that is the result. */
type PreparedArguments = { values: unknown[] } | { error: string };

interface ArgumentRules {
  blank: BlankCell;
  skipped: SkippedArgument;
  /** functions.json says that parameters of the kind `any` take errors. */
  takesErrors: boolean;
}

export function prepareArguments(
  { parameters }: FunctionMetadata,
  given: AddinArgument[],
  rules: ArgumentRules,
): PreparedArguments {
  const repeats = parameters.at(-1)?.repeating === true;
  const required = parameters.filter(({ optional, repeating }) => optional !== true && repeating !== true).length;
  // Newer versions of Excel do not let such a formula be entered; files may hold it.
  if (given.length < required || (!repeats && given.length > parameters.length)) return { error: "#VALUE!" };
  const values: unknown[] = [];
  let isRefused = false;
  for (const [index, argument] of given.entries()) {
    const parameter = parameters[index] ?? (parameters.at(-1) as ParameterMetadata);
    const error = errorIn(argument, rules.takesErrors && (parameter.type ?? "any") === "any");
    if (error) return { error };
    // Excel cannot lift a function of an add-in over an array, as it does its own: #CALC!, "unsupported lifting".
    if (parameter.dimensionality !== "matrix" && isArray(argument)) return { error: "#CALC!" };
  }
  const prepare = (parameter: ParameterMetadata, argument: AddinArgument): unknown => {
    const value = prepared(parameter, argument, rules.blank);
    isRefused ||= value === refused;
    return value;
  };
  for (const [index, parameter] of parameters.entries()) {
    if (parameter.repeating) values.push(given.slice(index).map((argument) => prepare(parameter, argument)));
    else if (index < given.length && given[index] === null) values.push(skipped(parameter, rules.skipped));
    else values.push(prepare(parameter, given[index] ?? null));
  }
  return isRefused ? { error: "#VALUE!" } : { values };
}

/** The first error among the cells given, which the function's own cell then shows; one that waits always comes first. */
function errorIn(argument: AddinArgument, taken: boolean): string | null {
  let first: string | null = null;
  for (const line of argument?.values ?? []) {
    for (const value of line) {
      if (typeof value !== "object" || value === null) continue;
      if (value.error === "#BUSY!") return value.error;
      if (!taken) first ??= value.error;
    }
  }
  return first;
}

function isArray(argument: AddinArgument): boolean {
  return argument !== null && (argument.values.length !== 1 || argument.values[0]?.length !== 1);
}

function skipped({ dimensionality }: ParameterMetadata, as: SkippedArgument): unknown {
  if (as === "nothing" || dimensionality !== "matrix") return null;
  return [[as === "zero" ? 0 : null]];
}

/** A left-out argument is null, whatever its kind. */
function prepared(parameter: ParameterMetadata, argument: AddinArgument, blank: BlankCell): unknown {
  if (argument === null) return null;
  const type = parameter.type ?? "any";
  if (parameter.dimensionality !== "matrix") return coerced(type, argument.values[0]?.[0] ?? null, blank);
  const lines = argument.values.map((line) => line.map((value) => coerced(type, value, blank)));
  return lines.some((line) => line.includes(refused)) ? refused : lines;
}
