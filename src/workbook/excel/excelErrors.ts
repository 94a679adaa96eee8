/** What went wrong in the workbook, in one sentence for the user. Everything in this folder rejects with this and nothing else. */
export class WorkbookError extends Error {
  constructor(
    readonly kind: WorkbookTrouble,
    message: string,
    override readonly cause?: unknown,
  ) {
    super(message);
    this.name = "WorkbookError";
  }
}

type WorkbookTrouble =
  "cancelled" | "changed" | "editing" | "notFound" | "notRestored" | "notSupported" | "other" | "protected" | "tooBig";

/** Excel's own error, and that of a signal, as a sentence; a WorkbookError stays as it is. */
export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  if (isNamed(error, "AbortError")) return cancelled();
  const code = codeOf(error);
  const known = code === null ? undefined : sentences[code];
  if (known) return new WorkbookError(known.kind, known.sentence, error);
  const detail = error instanceof Error && error.message !== "" ? ` Excel says: ${error.message}` : "";
  return new WorkbookError("other", `Excel could not do this; the workbook is as it was.${detail}`, error);
}

function isNamed(error: unknown, name: string): boolean {
  return typeof error === "object" && error !== null && "name" in error && error.name === name;
}

export function cancelled(): WorkbookError {
  return new WorkbookError("cancelled", "Cancelled; the workbook is as it was.");
}

/** The `code` of an OfficeExtension.Error, or null for any other error. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Where an OfficeExtension.Error happened: "WorksheetCollection.getActiveWorksheet"; "" where it does not say. */
export function placeOf(error: unknown): string {
  return error instanceof OfficeExtension.Error ? (error.debugInfo.errorLocation ?? "") : "";
}

/** The codes that Excel documents at https://learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling */
const sentences: Record<string, { kind: WorkbookTrouble; sentence: string } | undefined> = {
  AccessDenied: {
    kind: "protected",
    sentence: "A sheet or the workbook is protected; unprotect it on Excel's Review tab, then run again.",
  },
  ActivityLimitReached: {
    kind: "other",
    sentence: "Excel is too busy at the moment; wait a few seconds, then run again.",
  },
  ApiNotAvailable: {
    kind: "notSupported",
    sentence: "This Excel does not offer what is needed; Excel 2021, Microsoft 365 or Excel on the web is needed.",
  },
  ApiNotFound: {
    kind: "notSupported",
    sentence: "This Excel is too old for this; Excel 2021, Microsoft 365 or Excel on the web is needed.",
  },
  BadPassword: {
    kind: "protected",
    sentence: "The password was not accepted; unprotect the sheet on Excel's Review tab, then run again.",
  },
  ConcurrentEdit: { kind: "changed", sentence: "Somebody else was changing the workbook just then; run again." },
  Conflict: {
    kind: "changed",
    sentence: "Somebody else was changing the workbook just then; run again.",
  },
  ContentLengthRequired: {
    kind: "other",
    sentence: "Excel on the web did not take the request; reload the workbook, then run again.",
  },
  EmptyChartSeries: {
    kind: "other",
    sentence: "A chart has no values to draw; delete the chart on the result sheet, then run again.",
  },
  FilteredRangeConflict: {
    kind: "changed",
    sentence: "Rows of a result table are filtered out; clear the filter, then run again.",
  },
  FormulaLengthExceedsLimit: {
    kind: "tooBig",
    sentence: "A formula would be longer than Excel takes; shorten the names of sheets and tables, then run again.",
  },
  InactiveWorkbook: {
    kind: "other",
    sentence: "Another workbook is in front; click into this one, then run again.",
  },
  InsertDeleteConflict: {
    kind: "changed",
    sentence: "Something on the result sheets is in the way of new rows or columns; move it aside, then run again.",
  },
  InvalidBinding: {
    kind: "notFound",
    sentence: "A cell or sheet that was needed is no longer there; read the workbook again.",
  },
  InvalidOperationInCellEditMode: {
    kind: "editing",
    sentence: "A cell is being edited; press Enter to finish it, then run again.",
  },
  InvalidReference: {
    kind: "notFound",
    sentence: "A cell or sheet that was needed is no longer there; read the workbook again.",
  },
  InvalidRequest: {
    kind: "other",
    sentence: "Excel did not understand the request; reload the add-in, then run again.",
  },
  InvalidSelection: { kind: "notFound", sentence: "The selection is not a range of cells; select the table's cells." },
  ItemAlreadyExists: {
    kind: "changed",
    sentence: "A sheet or table of the same name appeared while writing; run again.",
  },
  ItemNotFound: {
    kind: "notFound",
    sentence: "A sheet or table that was needed is no longer there; read the workbook again.",
  },
  MemoryLimitReached: {
    kind: "tooBig",
    sentence: "Excel has no memory left for this; close other workbooks or run fewer years or levers.",
  },
  MergedRangeConflict: {
    kind: "changed",
    sentence: "Merged cells or another table are in the way of the results; move them aside, then run again.",
  },
  NonBlankCellOffSheet: {
    kind: "changed",
    sentence: "New rows would push filled cells off the end of the sheet; delete cells at its end, then run again.",
  },
  NotImplemented: {
    kind: "notSupported",
    sentence: "This Excel cannot do this; Excel 2021, Microsoft 365 or Excel on the web is needed.",
  },
  OpenWorkbookLinksBlocked: {
    kind: "protected",
    sentence: "Excel may not open linked workbooks; allow it on Excel's Data tab, then run again.",
  },
  OperationCellsExceedLimit: {
    kind: "tooBig",
    sentence:
      "Excel on the web would have to move too many cells; delete what stands far right or far below on the result sheets, then run again.",
  },
  PivotTableRangeConflict: {
    kind: "changed",
    sentence: "A pivot table is in the way of the results; move it aside, then run again.",
  },
  RangeExceedsLimit: {
    kind: "tooBig",
    sentence: "There are more cells than Excel takes at once; run fewer years or levers.",
  },
  RefreshWorkbookLinksBlocked: {
    kind: "protected",
    sentence: "Excel may not refresh links to other workbooks; allow it on Excel's Data tab, then run again.",
  },
  RequestAborted: { kind: "other", sentence: "Excel broke off the request; run again." },
  RequestPayloadSizeLimitExceeded: {
    kind: "tooBig",
    sentence: "The results are too big for Excel on the web; write them in desktop Excel or run fewer years or levers.",
  },
  ResponsePayloadSizeLimitExceeded: {
    kind: "tooBig",
    sentence: "The sheets are too big to be read in Excel on the web; open the workbook in desktop Excel.",
  },
  ServiceNotAvailable: {
    kind: "other",
    sentence: "Excel on the web is not available at the moment; wait a little, then run again.",
  },
  Unauthenticated: {
    kind: "protected",
    sentence: "You are not signed in any more; sign in to Excel, then run again.",
  },
  UndoNotSupported: {
    kind: "other",
    sentence: "Excel could not make one undo step of this; run again.",
  },
  UnsupportedFeature: {
    kind: "notSupported",
    sentence: "A sheet holds something that Excel cannot copy; move it to another sheet, then run again.",
  },
  UnsupportedOperation: {
    kind: "notSupported",
    sentence: "This Excel cannot do this; Excel 2021, Microsoft 365 or Excel on the web is needed.",
  },
  UnsupportedSheet: {
    kind: "notFound",
    sentence: "A chart or macro sheet is in the way; choose a worksheet with cells.",
  },
};
