/** An error as Excel answers it over the wire: a code of Office.js, its sentence and an HTTP-like status. */
export class ExcelError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

export function itemNotFound(): ExcelError {
  return new ExcelError("ItemNotFound", "The requested resource doesn't exist.", 404);
}

export function itemAlreadyExists(): ExcelError {
  return new ExcelError("ItemAlreadyExists", "A resource with the same name or identifier already exists.", 409);
}

export function invalidArgument(
  message = "The argument is invalid or missing or has an incorrect format.",
): ExcelError {
  return new ExcelError("InvalidArgument", message, 400);
}

export function invalidReference(): ExcelError {
  return new ExcelError("InvalidReference", "This reference is not valid for the current operation.", 400);
}

export function invalidSelection(): ExcelError {
  return new ExcelError("InvalidSelection", "The current selection is invalid for this operation.", 400);
}

export function invalidOperation(message = "The operation attempted is invalid on the object."): ExcelError {
  return new ExcelError("InvalidOperation", message, 400);
}

/** What is not a request at all, or one that leads through itself. */
export function invalidRequest(): ExcelError {
  return new ExcelError("InvalidRequest", "Cannot process the request.", 400);
}

export function accessDenied(): ExcelError {
  return new ExcelError("AccessDenied", "You cannot perform the requested operation.", 403);
}

export function insertDeleteConflict(): ExcelError {
  return new ExcelError(
    "InsertDeleteConflict",
    "The insert or delete operation attempted resulted in a conflict.",
    409,
  );
}

export function nonBlankCellOffSheet(): ExcelError {
  return new ExcelError(
    "NonBlankCellOffSheet",
    "Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    400,
  );
}

export function rangeExceedsLimit(): ExcelError {
  return new ExcelError(
    "RangeExceedsLimit",
    "The cell count in the range has exceeded the maximum supported number.",
    400,
  );
}

export function mergedRangeConflict(): ExcelError {
  return new ExcelError(
    "MergedRangeConflict",
    "A table can't overlap with another table, a PivotTable report, query results, merged cells, or an XML Map.",
    400,
  );
}

export function generalException(): ExcelError {
  return new ExcelError("GeneralException", "There was an internal error while processing the request.", 500);
}

export function cellEditMode(): ExcelError {
  return new ExcelError(
    "InvalidOperationInCellEditMode",
    "Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.",
    400,
  );
}

/** A member that cannot be taken back was used in an undo group; the code is documented, the sentence and the status are not. */
export function undoNotSupported(member: string): ExcelError {
  return new ExcelError(
    "UndoNotSupported",
    `Undo isn't supported for ${member}, so it can't be part of an undo group.`,
    400,
  );
}

/** A chart, macro or dialog sheet. */
export function unsupportedSheet(): ExcelError {
  return new ExcelError(
    "UnsupportedSheet",
    "This sheet type does not support this operation, since it is a Macro or Chart sheet.",
    400,
  );
}

/** Another workbook has come to the front. */
export function inactiveWorkbook(): ExcelError {
  return new ExcelError(
    "InactiveWorkbook",
    "The operation failed because multiple workbooks are open and the workbook being called by this API has lost focus.",
    400,
  );
}

export function payloadTooLarge(): ExcelError {
  return new ExcelError("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.", 413);
}

/** The sheets of a file cannot be inserted because of what it holds. */
export function unsupportedFeature(): ExcelError {
  return new ExcelError(
    "UnsupportedFeature",
    "The operation failed because the source worksheet contains one or more unsupported features.",
    400,
  );
}

export function answerTooLarge(): ExcelError {
  return new ExcelError("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.", 413);
}

/** A member that the stand-in does not have; the name says which, so that it can be added or avoided. */
export function apiNotFound(member: string): ExcelError {
  return new ExcelError("ApiNotFound", `${member} is not implemented by the Excel stand-in.`, 400);
}
