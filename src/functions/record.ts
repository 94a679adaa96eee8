import type { Parameter } from "./arguments/arguments";
import type { FunctionError } from "./errors";

/** What a cell of a result may hold. */
export type ResultCell = number | string | FunctionError;

/** A result: one cell, or rows of cells that spill; a promise where the work is long. */
export type FunctionResult = ResultCell | ResultCell[][];

/** The families of functions, as the help lists them. */
export const families = [
  "Gap and compounding",
  "Attribution",
  "Delivery and risk",
  "Plan against actual",
  "Value",
  "The plan in cells",
] as const;

export type Family = (typeof families)[number];

/** A worked example: tests run it, the documentation and the pane show it. */
export interface Example {
  /** Without the namespace: "COMPOUNDEFF(2%,5)". */
  formula: string;
  result: number | string | (number | string)[][];
  /** What it says in words. */
  says: string;
}

/** All that is known of a function: Excel's metadata, the help, the documentation, the tests and the code come from here. */
export interface FunctionRecord {
  name: string;
  family: Family;
  /** One sentence, shown by Excel as the user types. */
  description: string;
  /** By name, in order. */
  parameters: Readonly<Record<string, Parameter<unknown>>>;
  /** Shape and unit of the result. */
  result: string;
  /** The formula, in words and symbols. */
  formula: string;
  /** What to know before relying on it. */
  notes: readonly string[];
  /** Errors beside those that every function has. */
  errors: readonly string[];
  examples: readonly [Example, Example, ...Example[]];
  compute(values: Readonly<Record<string, unknown>>): FunctionResult | Promise<FunctionResult>;
}

/** Errors that every function has; a record lists only what comes on top. */
export const commonErrors: readonly string[] = [
  "#VALUE! where a number is needed and a cell holds text, TRUE, FALSE or an error, where a number is outside its domain, where sizes do not go together, or where a name is unknown. The message says which argument, which row and column of it, and which cell that is.",
  "#CALC! in Excel on the web where an argument is a whole column (A:A), which is more than a call carries there. Give the cells that are filled, or a table's column.",
  "A blank cell counts as 0 where a number is needed; as an optional argument it means the default where nobody can mean 0: a name, a number of trials, a seed, a month.",
];

type Values<P> = { [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

/** Makes a record; `compute` sees its arguments by name, read and checked. */
export function defineFunction<P extends Record<string, Parameter<unknown>>>(
  record: Omit<FunctionRecord, "parameters" | "compute"> & {
    parameters: P;
    compute: (values: Values<P>) => FunctionResult | Promise<FunctionResult>;
  },
): FunctionRecord {
  return { ...record, compute: (values) => record.compute(values as Values<P>) };
}
