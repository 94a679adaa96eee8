import type { ValueContent } from "../../xlsx/content";

/** What a function's answer puts into cells; `message` is what Excel shows when the cell is pointed at. */
export interface CellResult {
  value: ValueContent | ValueContent[][];
  message: string | null;
}

const errorsByNumber: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  9: "#NAME?",
  10: "#NAME?",
};
const knownErrors = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#NAME?", "#REF!"]);

/** The result of a failed call, by the number that the runtime gives. */
export function failedResult(errorNumber: number | undefined, message: unknown): CellResult {
  return errorResult(errorsByNumber[errorNumber ?? 0] ?? "#VALUE!", message);
}

/** Only #VALUE! and #N/A keep the function's own message. */
export function errorResult(error: string, message: unknown): CellResult {
  const keeps = error === "#VALUE!" || error === "#N/A";
  return { value: { error }, message: keeps && typeof message === "string" && message !== "" ? message : null };
}

/** What was thrown by a function that was called directly: CustomFunctions.Error has a code, anything else is #VALUE!. */
export function thrownResult(thrown: unknown): CellResult {
  const { code, message } = (typeof thrown === "object" && thrown !== null ? thrown : {}) as {
    code?: unknown;
    message?: unknown;
  };
  if (typeof code === "string" && knownErrors.has(code)) return errorResult(code, message);
  return { value: { error: "#VALUE!" }, message: null };
}

/** The answer of a function, one value or rows of them. Anything that is no value for a cell is #VALUE!. */
export function answeredResult(answer: unknown): CellResult {
  if (!Array.isArray(answer)) {
    if (isErrorObject(answer)) return errorResult(errorOf(answer), answer.message ?? answer.errorMessage);
    return { value: cellValue(answer), message: null };
  }
  const rows = answer.map((line: unknown) => (Array.isArray(line) ? line.map(cellValue) : [cellValue(line)]));
  const width = rows[0]?.length ?? 0;
  if (rows.length === 0 || width === 0 || rows.some((line) => line.length !== width))
    return errorResult("#VALUE!", null);
  return { value: rows, message: null };
}

interface ErrorObject {
  type?: string;
  code?: string;
  basicValue?: string;
  message?: unknown;
  errorMessage?: unknown;
}

function cellValue(value: unknown): ValueContent {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (isErrorObject(value)) return { error: errorOf(value) };
  return { error: "#VALUE!" };
}

function isErrorObject(value: unknown): value is ErrorObject {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const { code, basicValue } = value as ErrorObject;
  return knownErrors.has(code ?? "") || knownErrors.has(basicValue ?? "");
}

function errorOf({ code, basicValue }: ErrorObject): string {
  return [code, basicValue].find((error) => error !== undefined && knownErrors.has(error)) ?? "#VALUE!";
}
