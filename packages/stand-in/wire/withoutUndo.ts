/** What Excel cannot take back, on the web and on the desktop (Windows and Mac). */
interface WithoutUndo {
  /** "Worksheet.delete" */
  member: string;
  web: boolean;
  desktop: boolean;
}

/**
 * Members that refuse to be part of an undo group, as far as the stand-in has them.
 * Source: Microsoft, "Undo capabilities with the Excel JavaScript API", table of unsupported APIs, as of May 2025
 * (learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-undo-capabilities).
 */
export const withoutUndo: readonly WithoutUndo[] = [
  { member: "LinkedWorkbookCollection.refreshAll", web: true, desktop: true },
  { member: "NamedItem.comment", web: true, desktop: false },
  { member: "Workbook.insertWorksheetsFromBase64", web: true, desktop: true },
  { member: "WorkbookProtection.protect", web: true, desktop: true },
  { member: "WorkbookProtection.unprotect", web: true, desktop: true },
  { member: "Worksheet.copy", web: true, desktop: true },
  { member: "Worksheet.delete", web: true, desktop: true },
  { member: "Worksheet.name", web: false, desktop: true },
  { member: "Worksheet.position", web: false, desktop: true },
  { member: "Worksheet.visibility", web: false, desktop: true },
  { member: "WorksheetProtection.protect", web: true, desktop: true },
  { member: "WorksheetProtection.unprotect", web: true, desktop: true },
];

export function isWithoutUndo(member: string, where: "web" | "desktop"): boolean {
  return withoutUndo.some((each) => each.member === member && each[where]);
}
