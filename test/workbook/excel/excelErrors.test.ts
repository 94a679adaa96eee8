import { openAddin } from "@workbooks/stand-in/addin";
import { toWorkbookError } from "../../../src/workbook/excel/excelErrors";

/** Codes that Microsoft documents for Excel, beside those of `Excel.ErrorCodes`; Word's and those of the ribbon left out. Source: learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling, March 2024. */
const documented =
  "AccessDenied ActivityLimitReached ApiNotAvailable ApiNotFound BadPassword Conflict ContentLengthRequired EmptyChartSeries " +
  "FilteredRangeConflict FormulaLengthExceedsLimit InactiveWorkbook InsertDeleteConflict InvalidBinding " +
  "InvalidOperationInCellEditMode InvalidReference InvalidRequest InvalidSelection ItemAlreadyExists ItemNotFound " +
  "MemoryLimitReached MergedRangeConflict NonBlankCellOffSheet NotImplemented OperationCellsExceedLimit " +
  "PivotTableRangeConflict RangeExceedsLimit RefreshWorkbookLinksBlocked RequestAborted RequestPayloadSizeLimitExceeded " +
  "ResponsePayloadSizeLimitExceeded ServiceNotAvailable Unauthenticated UndoNotSupported UnsupportedFeature " +
  "UnsupportedOperation UnsupportedSheet";

/** Of these Excel's own message says more than the code: which cell, which value. */
const explained = ["GeneralException", "InvalidArgument", "InvalidOperation"];

const excelsWords = "The words of Excel, in its user's language.";
const sentenceOf = (code: string): string => toWorkbookError(Object.assign(new Error(excelsWords), { code })).message;

test("every code that Excel documents, or its library knows, has a sentence that says what to do", async () => {
  const addin = await openAddin();
  const library = Object.values(Excel.ErrorCodes as unknown as Record<string, string>);
  addin.close();
  expect(library.length).toBeGreaterThan(20);
  const codes = [...new Set([...documented.split(" "), ...library])].filter((code) => !explained.includes(code));
  for (const code of codes) {
    expect([code, sentenceOf(code)]).toEqual([code, expect.stringMatching(/^[A-Z][^.;]+; [^.]+\.$/u)]);
    expect(sentenceOf(code)).not.toContain(excelsWords);
  }
});

test.each([...explained, "SomethingNew"])("%s is told in Excel's own words", (code) => {
  expect(sentenceOf(code)).toBe(`Excel could not do this; the workbook is as it was. Excel says: ${excelsWords}`);
});
