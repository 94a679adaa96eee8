/** What is wrong with a workbook file, in one sentence that a user can act on. */
export class XlsxError extends Error {
  override name = "XlsxError";
}

/** A part of the package that does not say what its kind must say. */
export function brokenPart(part: string, reason: string): XlsxError {
  return new XlsxError(`The workbook is damaged: its part "${part}" ${reason}.`);
}
