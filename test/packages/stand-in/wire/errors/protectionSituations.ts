import type { Situation } from "./situation";

const denied = "AccessDenied";

const protectSheet = (context: Excel.RequestContext): void =>
  context.workbook.worksheets.getItem("Data").protection.protect();
const protectBook = (context: Excel.RequestContext): void => context.workbook.protection.protect();

/** What protection refuses. */
export const protectionSituations: Situation[] = [
  // ---- protection
  {
    does: "values on a protected sheet",
    code: denied,
    location: "Range.values",
    before: protectSheet,
    call: (_, sheet) => void (sheet.getRange("D1").values = [[1]]),
  },
  {
    does: "formats on a protected sheet",
    code: denied,
    before: protectSheet,
    call: (_, sheet) => void (sheet.getRange("D1").format.fill.color = "#123456"),
  },
  {
    does: "a table on a protected sheet",
    code: denied,
    before: protectSheet,
    call: (_, sheet) => void sheet.tables.add("J1:K3", true),
  },
  {
    does: "a row into a protected table",
    code: denied,
    before: protectSheet,
    call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.add(undefined, [["c", 9]]),
  },
  {
    does: "a chart on a protected sheet",
    code: denied,
    before: protectSheet,
    call: (_, sheet) => void sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3")),
  },
  {
    does: "cells deleted on a protected sheet",
    code: denied,
    before: protectSheet,
    call: (_, sheet) => sheet.getRange("5:5").delete("Up"),
  },
  {
    does: "protecting what is protected",
    code: denied,
    location: "WorksheetProtection.protect",
    before: protectSheet,
    call: (_, sheet) => sheet.protection.protect(),
  },
  {
    does: "a sheet into a protected structure",
    code: denied,
    location: "WorksheetCollection.add",
    before: protectBook,
    call: ({ workbook }) => void workbook.worksheets.add("New"),
  },
  {
    does: "renaming in a protected structure",
    code: denied,
    location: "Worksheet.name",
    before: protectBook,
    call: (_, sheet) => void (sheet.name = "Other"),
  },
  {
    does: "deleting in a protected structure",
    code: denied,
    before: protectBook,
    call: ({ workbook }) => workbook.worksheets.getItem("Hidden").delete(),
  },
  {
    does: "copying in a protected structure",
    code: denied,
    before: protectBook,
    call: (_, sheet) => void sheet.copy(),
  },
  {
    does: "moving in a protected structure",
    code: denied,
    before: protectBook,
    call: (_, sheet) => void (sheet.position = 1),
  },
  {
    does: "showing a sheet of a protected structure",
    code: denied,
    before: protectBook,
    call: ({ workbook }) => void (workbook.worksheets.getItem("Hidden").visibility = "Visible"),
  },
];
