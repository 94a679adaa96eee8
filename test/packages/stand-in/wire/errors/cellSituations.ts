import type { Situation } from "./situation";

const invalid = "InvalidArgument";
const missing = "ItemNotFound";
const exists = "ItemAlreadyExists";

/** Addresses, cells, tables and charts. */
export const cellSituations: Situation[] = [
  // ---- addresses and cells
  {
    does: "an address that is none",
    code: invalid,
    location: "Worksheet.getRange",
    call: (_, sheet) => void sheet.getRange("A0").load("address"),
  },
  { does: "a column behind the last", code: invalid, call: (_, sheet) => void sheet.getRange("XFE1").load("address") },
  { does: "a row below the last", code: invalid, call: (_, sheet) => void sheet.getRange("A1048577").load("address") },
  { does: "a cell above the first row", code: invalid, call: (_, sheet) => void sheet.getCell(-1, 0).load("address") },
  {
    does: "a block of no rows",
    code: invalid,
    call: (_, sheet) => void sheet.getRangeByIndexes(0, 0, 0, 1).load("address"),
  },
  {
    does: "an offset off the sheet",
    code: invalid,
    call: (_, sheet) => void sheet.getRange("A1").getOffsetRange(-1, 0).load("address"),
  },
  {
    does: "areas that do not meet",
    code: missing,
    call: (_, sheet) => void sheet.getRange("A1").getIntersection("C3").load("address"),
  },
  {
    does: "a cell that spills nowhere",
    code: missing,
    call: (_, sheet) => void sheet.getRange("F9").getSpillingToRange().load("address"),
  },
  {
    does: "too few rows of values",
    code: invalid,
    location: "Range.values",
    call: (_, sheet) => void (sheet.getRange("D1:D3").values = [[1], [2]]),
  },
  {
    does: "too many columns of formulas",
    code: invalid,
    location: "Range.formulas",
    call: (_, sheet) => void (sheet.getRange("D1").formulas = [["=1", "=2"]]),
  },
  {
    does: "too few number formats",
    code: invalid,
    location: "Range.numberFormat",
    call: (_, sheet) => void (sheet.getRange("D1:D3").numberFormat = [["0"], ["0"]]),
  },
  {
    does: "a formula that cannot be read",
    code: invalid,
    call: (_, sheet) => void (sheet.getRange("D1").formulas = [["=SUM("]]),
  },
  {
    does: "a colour that is none",
    code: invalid,
    call: (_, sheet) => void (sheet.getRange("D1").format.fill.color = "#12345"),
  },
  { does: "a height below zero", code: invalid, call: (_, sheet) => void (sheet.getRange("D1").format.rowHeight = -1) },
  {
    does: "an alignment that there is not",
    code: invalid,
    call: (_, sheet) => void (sheet.getRange("D1").format.horizontalAlignment = "Middle" as never),
  },
  {
    does: "a row through part of a table",
    code: "InsertDeleteConflict",
    location: "Range.insert",
    call: (_, sheet) => void sheet.getRange("A2").insert("Down"),
  },
  {
    does: "part of a table's row taken out",
    code: "InsertDeleteConflict",
    location: "Range.delete",
    call: (_, sheet) => sheet.getRange("A2").delete("Up"),
  },
  {
    does: "a filled cell pushed off the sheet",
    code: "NonBlankCellOffSheet",
    before: ({ workbook }) => void (workbook.worksheets.getItem("Data").getRange("F1048576").values = [[1]]),
    call: (_, sheet) => void sheet.getRange("F1").insert("Down"),
  },
  {
    does: "a filled column pushed off the sheet",
    code: "NonBlankCellOffSheet",
    before: ({ workbook }) => void (workbook.worksheets.getItem("Data").getRange("XFD1").values = [[1]]),
    call: (_, sheet) => void sheet.getRange("F:F").insert("Right"),
  },
  {
    does: "merging inside a table",
    code: "MergedRangeConflict",
    location: "Range.merge",
    call: (_, sheet) => sheet.getRange("A2:A3").merge(false),
  },
  {
    does: "values for more cells than Excel takes",
    code: "RangeExceedsLimit",
    location: "Range.values",
    call: (_, sheet) => void (sheet.getRange("D1:J1000000").values = 1 as never),
  },
  {
    does: "what cannot be found",
    code: missing,
    location: "Range.find",
    call: (_, sheet) => void sheet.getRange("A1:B3").find("zebra", {}).load("address"),
  },
  { does: "panes frozen at no address", code: invalid, call: (_, sheet) => sheet.freezePanes.freezeAt("nowhere") },
  {
    does: "a member that nobody has",
    code: "ApiNotFound",
    location: "Range",
    call: (_, sheet) => void sheet.getRange("D1").load("colour" as never),
  },

  // ---- tables
  {
    does: "a table that is not there",
    code: missing,
    location: "TableCollection.getItem",
    call: ({ workbook }) => void workbook.tables.getItem("Nope").load("name"),
  },
  {
    does: "a table over another",
    code: invalid,
    location: "TableCollection.add",
    call: (_, sheet) => void sheet.tables.add("B2:C5", true),
  },
  {
    does: "a table's name that is taken",
    code: exists,
    before: (context) => void (context.workbook.worksheets.getItem("Data").tables.add("J1:K3", true).name = "Other"),
    call: ({ workbook }) => void (workbook.tables.getItem("Other").name = "costs"),
  },
  {
    does: "a table's name with a space",
    code: invalid,
    call: ({ workbook }) => void (workbook.tables.getItem("Costs").name = "my costs"),
  },
  {
    does: "a column that is not there",
    code: missing,
    call: ({ workbook }) => void workbook.tables.getItem("Costs").columns.getItem("Nope").load("name"),
  },
  {
    does: "a row of the wrong width",
    code: invalid,
    call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.add(undefined, [[1, 2, 3]]),
  },
  {
    does: "the row behind the last",
    code: missing,
    call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.getItemAt(9).load("index"),
  },

  // ---- charts
  {
    does: "a chart that is not there",
    code: missing,
    location: "ChartCollection.getItem",
    call: (_, sheet) => void sheet.charts.getItem("Nope").load("name"),
  },
  {
    does: "a chart of no known type",
    code: invalid,
    call: (_, sheet) => void sheet.charts.add("Spiral" as never, sheet.getRange("A1:B3")),
  },
  {
    does: "the series behind the last",
    code: missing,
    call: (_, sheet) => void sheet.charts.getItem("Bars").series.getItemAt(9).load("name"),
  },
];
