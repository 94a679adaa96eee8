/** The three errors that our functions answer with. Excel shows the message of the first two only. */
type ErrorCode = "#VALUE!" | "#N/A" | "#DIV/0!";

/** An Excel error as a value: thrown for the whole result, or put into a cell of a table. */
export interface FunctionError extends Error {
  code: string;
}

/** Something the user can correct: wrong kind, wrong shape, outside the domain, unknown name. `#VALUE!` with the message. */
export function invalidValue(message: string): FunctionError {
  return excelError("#VALUE!", message);
}

/** No answer exists. `#N/A` with the message. */
export function notAvailable(message: string): FunctionError {
  return excelError("#N/A", message);
}

/** A zero divisor. `#DIV/0!`; Excel shows no message here, the log does. */
export function divisionByZero(message: string): FunctionError {
  return excelError("#DIV/0!", message);
}

/** Whether a thing is one of our errors, thrown or standing in a cell. */
export function isFunctionError(thing: unknown): thing is FunctionError {
  return thing instanceof Error && typeof (thing as { code?: unknown }).code === "string";
}

/** Excel's own error class where Excel is there; elsewhere (tests, the help) one of the same form. */
function excelError(code: ErrorCode, message: string): FunctionError {
  if (typeof CustomFunctions !== "undefined" && typeof CustomFunctions.Error === "function") {
    return new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message) as FunctionError;
  }
  return Object.assign(new Error(message), { code });
}
