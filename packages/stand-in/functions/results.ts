import type { ValueContent } from "@workbooks/xlsx/content";

/** What a function's answer puts into cells. */
export interface CellResult {
  value: ValueContent | ValueContent[][];
  messages: CellMessage[];
}

/** What Excel shows when a cell is pointed at; row and column count from the formula's own cell. */
interface CellMessage {
  row: number;
  column: number;
  message: string;
}

/** What functions.json says of the answers of a function. */
export interface ResultRules {
  /** `result.dimensionality` is "matrix". */
  givesArrays: boolean;
  /** `allowCustomDataForDataTypeAny`. */
  givesDataTypes: boolean;
}

/** The longest text that a cell holds. */
const longestText = 32_767;

const errorsByNumber: Record<number, string> = {
  ...{ 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" },
  // The add-in's runtime does not have the function.
  ...{ 9: "#NAME?", 10: "#NAME?" },
};

/** The errors that a function can put into a cell; #NAME? and #REF! can only be given to it. */
const givenErrors = new Set(["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"]);

/** The result of a failed call, by the number that the runtime gives; those of CustomFunctions.Error bring their message. */
export function failedResult(errorNumber: number | undefined, message: unknown): CellResult {
  const error = errorsByNumber[errorNumber ?? 0] ?? "#VALUE!";
  return errorResult(error, errorNumber === 1 || errorNumber === 7 ? message : null);
}

/** The answer of a function as it came over the wire: one value, or rows of them where it gives arrays. */
export function answeredResult(answer: unknown, rules: ResultRules): CellResult {
  if (!Array.isArray(answer)) return singleResult(answer, rules);
  const rows = answer as unknown[];
  const isGrid = rows.every((row): row is unknown[] => Array.isArray(row));
  if (!rules.givesArrays || !isGrid) return errorResult("#VALUE!", null);
  const width = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== width)) return errorResult("#VALUE!", null);
  // Excel's name for it is an empty array.
  if (width === 0) return errorResult("#CALC!", null);
  const messages: CellMessage[] = [];
  const value = rows.map((line, row) =>
    line.map((each, column) => {
      const single = singleResult(each, rules);
      messages.push(...single.messages.map(({ message }) => ({ row, column, message })));
      return single.value;
    }),
  );
  return { value, messages };
}

interface SingleResult extends CellResult {
  value: ValueContent;
}

/** Only #VALUE! and #N/A keep the function's own message. */
function errorResult(error: string, message: unknown): SingleResult {
  const keeps = error === "#VALUE!" || error === "#N/A";
  const isKept = keeps && typeof message === "string" && message !== "";
  return { value: { error }, messages: isKept ? [{ row: 0, column: 0, message }] : [] };
}

function singleResult(answer: unknown, rules: ResultRules): SingleResult {
  if (answer === null || answer === undefined) return { value: null, messages: [] };
  if (typeof answer === "number" || typeof answer === "boolean") return { value: answer, messages: [] };
  if (typeof answer === "string")
    return answer.length > longestText ? errorResult("#VALUE!", null) : { value: answer, messages: [] };
  return objectResult(answer as DataType, rules);
}

/** An error or one of Excel's data types, as JSON. */
interface DataType {
  type?: unknown;
  code?: unknown;
  basicValue?: unknown;
  message?: unknown;
}

/** Kinds of data whose basic value is the value that the cell shows, though without its format. */
const plainTypes = new Set(["FormattedNumber", "Double", "String", "Boolean"]);

function objectResult(answer: DataType, rules: ResultRules): SingleResult {
  const { type, basicValue } = answer;
  if (type === "Error") {
    const error = [answer.code, basicValue].find((each) => givenErrors.has(each as string));
    return errorResult((error as string | undefined) ?? "#VALUE!", answer.message);
  }
  if (!rules.givesDataTypes || typeof type !== "string") return errorResult("#VALUE!", null);
  if (plainTypes.has(type) && typeof basicValue !== "object") return singleResult(basicValue, rules);
  return errorResult("#VALUE!", `Excel shows a value of the kind ${type} here; the stand-in cannot.`);
}
