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

/** Excel's own error as a sentence; a WorkbookError stays as it is. */
export function toWorkbookError(error: unknown): WorkbookError {
  if (error instanceof WorkbookError) return error;
  const code = codeOf(error);
  const known = code === null ? undefined : sentences[code];
  if (known) return new WorkbookError(known.kind, known.sentence, error);
  const detail = error instanceof Error && error.message !== "" ? ` Excel says: ${error.message}` : "";
  return new WorkbookError("other", `Excel could not do this; the workbook is as it was.${detail}`, error);
}

/** The `code` of an OfficeExtension.Error, or null for any other error. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
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
  ApiNotFound: {
    kind: "notSupported",
    sentence: "This Excel is too old for this; Excel 2021, Microsoft 365 or Excel on the web is needed.",
  },
  ConcurrentEdit: { kind: "changed", sentence: "Somebody else was changing the workbook just then; run again." },
  InsertDeleteConflict: {
    kind: "changed",
    sentence: "Something on the result sheets is in the way of new rows or columns; move it aside, then run again.",
  },
  InvalidOperationInCellEditMode: {
    kind: "editing",
    sentence: "A cell is being edited; press Enter to finish it, then run again.",
  },
  InvalidReference: {
    kind: "notFound",
    sentence: "A cell or sheet that was needed is no longer there; read the workbook again.",
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
  NotImplemented: {
    kind: "notSupported",
    sentence: "This Excel cannot do this; Excel 2021, Microsoft 365 or Excel on the web is needed.",
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
  UnsupportedSheet: {
    kind: "notFound",
    sentence: "A chart or macro sheet is in the way; choose a worksheet with cells.",
  },
};
