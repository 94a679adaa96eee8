import type { CellResult } from "./results";
import { failedResult } from "./results";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/** The add-in's functions as they are associated, and the class of the errors that they throw. */
export interface DirectFunctions {
  /** By id, as `CustomFunctions._association.mappings` holds them. */
  associations: Record<string, (...args: never[]) => unknown>;
  /** `CustomFunctions.Error`. */
  Error: new (code: never, message?: string) => object;
}

type DirectFunction = (...args: unknown[]) => unknown;

export function directFunction({ associations }: DirectFunctions, id: string): DirectFunction | undefined {
  return (associations[id.toUpperCase()] ?? associations[id]) as DirectFunction | undefined;
}

/** The arguments as the runtime hands them out: errors as CustomFunctions.Error, arrays that the function may change. */
export function handedOut(values: unknown[], { Error }: DirectFunctions): unknown[] {
  return values.map((value) => {
    if (Array.isArray(value)) return handedOut(value as unknown[], { Error } as DirectFunctions);
    return typeof value === "object" && value !== null ? new Error((value as { code: never }).code) : value;
  });
}

/** An answer as it would arrive over the wire, or the failure that the runtime makes of it. */
export function sentAnswer(answer: unknown, { Error: Known }: DirectFunctions): { answer: unknown } | CellResult {
  if (typeof answer === "number") {
    if (Number.isNaN(answer)) return failedResult(0, null);
    return Number.isFinite(answer) ? { answer } : failedResult(6, null);
  }
  if (answer instanceof Error && !(answer instanceof Known)) return failedResult(0, null);
  const isPlain = (typeof answer !== "object" && typeof answer !== "function") || answer === null;
  return { answer: isPlain ? answer : (JSON.parse(JSON.stringify(answer) ?? "null") as unknown) };
}

/** What was thrown, or the reason of a rejected promise: CustomFunctions.Error has a code, anything else is #VALUE!. */
export function sentFailure(thrown: unknown, { Error: Known }: DirectFunctions): CellResult {
  if (!(thrown instanceof Known)) return failedResult(2, null);
  const { code, message } = thrown as unknown as { code: string; message: string };
  return failedResult(numbersByError[code] ?? 7, message);
}

const numbersByError = wordTable<number>({ "#N/A": 1, "#DIV/0!": 5, "#NUM!": 6, "#VALUE!": 7, "#NULL!": 8 });
