/** One call that Excel refuses: the code that an add-in sees, and where the error says it happened. */
export interface Situation {
  does: string;
  code: string;
  location?: string;
  /** What has to be so before; in a batch of its own. */
  before?(context: Excel.RequestContext): void;
  call(context: Excel.RequestContext, data: Excel.Worksheet): void;
}

const invalid = "InvalidArgument";
const missing = "ItemNotFound";
const exists = "ItemAlreadyExists";
const denied = "AccessDenied";

const protectSheet = (context: Excel.RequestContext): void => context.workbook.worksheets.getItem("Data").protection.protect();
const protectBook = (context: Excel.RequestContext): void => context.workbook.protection.protect();

/** The sheet "Data" holds a table "Costs" (A1:B3), the workbook the names Rate and Total, a chart "Bars", sheets Hidden and Secret. */
export const situations: Situation[] = [
  // ---- sheets
  { does: "a sheet that is not there", code: missing, location: "WorksheetCollection.getItem", call: ({ workbook }) => void workbook.worksheets.getItem("Nope").load("name") },
  { does: "a sheet that is there already", code: exists, location: "WorksheetCollection.add", call: ({ workbook }) => void workbook.worksheets.add("Data") },
  { does: "a sheet's name in other letters", code: exists, call: ({ workbook }) => void workbook.worksheets.add("dATA") },
  { does: "a name with a slash", code: invalid, call: ({ workbook }) => void workbook.worksheets.add("a/b") },
  { does: "a name of 32 characters", code: invalid, call: ({ workbook }) => void workbook.worksheets.add("x".repeat(32)) },
  { does: "a name that begins with an apostrophe", code: invalid, call: ({ workbook }) => void workbook.worksheets.add("'a") },
  { does: "renaming to nothing", code: invalid, location: "Worksheet.name", call: (_, sheet) => void (sheet.name = "") },
  { does: "renaming to another sheet's name", code: exists, call: (_, sheet) => void (sheet.name = "Hidden") },
  { does: "a position behind the last", code: invalid, location: "Worksheet.position", call: (_, sheet) => void (sheet.position = 99) },
  { does: "a visibility that there is not", code: invalid, call: (_, sheet) => void (sheet.visibility = "Shown" as never) },
  { does: "hiding the last visible sheet", code: invalid, call: (_, sheet) => void (sheet.visibility = "Hidden") },
  { does: "deleting the last visible sheet", code: "InvalidOperation", location: "Worksheet.delete", call: (_, sheet) => sheet.delete() },
  { does: "deleting a very hidden sheet", code: "InvalidOperation", call: ({ workbook }) => workbook.worksheets.getItem("Secret").delete() },
  { does: "a hidden sheet is activated", code: "InvalidOperation", call: ({ workbook }) => workbook.worksheets.getItem("Hidden").activate() },
  { does: "the sheet after the last", code: missing, call: ({ workbook }) => void workbook.worksheets.getLast().getNext().load("name") },
  { does: "the sheet before the first", code: missing, call: ({ workbook }) => void workbook.worksheets.getFirst().getPrevious().load("name") },
  { does: "a tab colour that is none", code: invalid, location: "Worksheet.tabColor", call: (_, sheet) => void (sheet.tabColor = "reddish") },
  { does: "a copy beside no sheet", code: invalid, call: (_, sheet) => void sheet.copy("Before") },

  // ---- addresses and cells
  { does: "an address that is none", code: invalid, location: "Worksheet.getRange", call: (_, sheet) => void sheet.getRange("A0").load("address") },
  { does: "a column behind the last", code: invalid, call: (_, sheet) => void sheet.getRange("XFE1").load("address") },
  { does: "a row below the last", code: invalid, call: (_, sheet) => void sheet.getRange("A1048577").load("address") },
  { does: "a cell above the first row", code: invalid, call: (_, sheet) => void sheet.getCell(-1, 0).load("address") },
  { does: "a block of no rows", code: invalid, call: (_, sheet) => void sheet.getRangeByIndexes(0, 0, 0, 1).load("address") },
  { does: "an offset off the sheet", code: invalid, call: (_, sheet) => void sheet.getRange("A1").getOffsetRange(-1, 0).load("address") },
  { does: "areas that do not meet", code: missing, call: (_, sheet) => void sheet.getRange("A1").getIntersection("C3").load("address") },
  { does: "a cell that spills nowhere", code: missing, call: (_, sheet) => void sheet.getRange("F9").getSpillingToRange().load("address") },
  { does: "too few rows of values", code: invalid, location: "Range.values", call: (_, sheet) => void (sheet.getRange("D1:D3").values = [[1], [2]]) },
  { does: "too many columns of formulas", code: invalid, location: "Range.formulas", call: (_, sheet) => void (sheet.getRange("D1").formulas = [["=1", "=2"]]) },
  { does: "too few number formats", code: invalid, location: "Range.numberFormat", call: (_, sheet) => void (sheet.getRange("D1:D3").numberFormat = [["0"], ["0"]]) },
  { does: "a formula that cannot be read", code: invalid, call: (_, sheet) => void (sheet.getRange("D1").formulas = [["=SUM("]]) },
  { does: "a colour that is none", code: invalid, call: (_, sheet) => void (sheet.getRange("D1").format.fill.color = "#12345") },
  { does: "a height below zero", code: invalid, call: (_, sheet) => void (sheet.getRange("D1").format.rowHeight = -1) },
  { does: "an alignment that there is not", code: invalid, call: (_, sheet) => void (sheet.getRange("D1").format.horizontalAlignment = "Middle" as never) },
  { does: "a row through part of a table", code: "InsertDeleteConflict", location: "Range.insert", call: (_, sheet) => void sheet.getRange("A2").insert("Down") },
  { does: "part of a table's row taken out", code: "InsertDeleteConflict", location: "Range.delete", call: (_, sheet) => sheet.getRange("A2").delete("Up") },
  { does: "a filled cell pushed off the sheet", code: "NonBlankCellOffSheet", before: ({ workbook }) => void (workbook.worksheets.getItem("Data").getRange("F1048576").values = [[1]]), call: (_, sheet) => void sheet.getRange("F1").insert("Down") },
  { does: "a filled column pushed off the sheet", code: "NonBlankCellOffSheet", before: ({ workbook }) => void (workbook.worksheets.getItem("Data").getRange("XFD1").values = [[1]]), call: (_, sheet) => void sheet.getRange("F:F").insert("Right") },
  { does: "merging inside a table", code: "MergedRangeConflict", location: "Range.merge", call: (_, sheet) => sheet.getRange("A2:A3").merge(false) },
  { does: "values for more cells than Excel takes", code: "RangeExceedsLimit", location: "Range.values", call: (_, sheet) => void (sheet.getRange("D1:J1000000").values = 1 as never) },
  { does: "what cannot be found", code: missing, location: "Range.find", call: (_, sheet) => void sheet.getRange("A1:B3").find("zebra", {}).load("address") },
  { does: "panes frozen at no address", code: invalid, call: (_, sheet) => sheet.freezePanes.freezeAt("nowhere") },
  { does: "a member that nobody has", code: "ApiNotFound", location: "Range", call: (_, sheet) => void sheet.getRange("D1").load("colour" as never) },

  // ---- tables
  { does: "a table that is not there", code: missing, location: "TableCollection.getItem", call: ({ workbook }) => void workbook.tables.getItem("Nope").load("name") },
  { does: "a table over another", code: invalid, location: "TableCollection.add", call: (_, sheet) => void sheet.tables.add("B2:C5", true) },
  { does: "a table's name that is taken", code: exists, before: (context) => void (context.workbook.worksheets.getItem("Data").tables.add("J1:K3", true).name = "Other"), call: ({ workbook }) => void (workbook.tables.getItem("Other").name = "costs") },
  { does: "a table's name with a space", code: invalid, call: ({ workbook }) => void (workbook.tables.getItem("Costs").name = "my costs") },
  { does: "a column that is not there", code: missing, call: ({ workbook }) => void workbook.tables.getItem("Costs").columns.getItem("Nope").load("name") },
  { does: "a row of the wrong width", code: invalid, call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.add(undefined, [[1, 2, 3]]) },
  { does: "the row behind the last", code: missing, call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.getItemAt(9).load("index") },

  // ---- names
  { does: "a name that is not there", code: missing, call: ({ workbook }) => void workbook.names.getItem("Nope").load("value") },
  { does: "a name that is there already", code: exists, call: ({ workbook }) => void workbook.names.add("rate", "=1") },
  { does: "a name that is a cell's", code: invalid, call: ({ workbook }) => void workbook.names.add("AB12", "=1") },
  { does: "a name with a space", code: invalid, call: ({ workbook }) => void workbook.names.add("my rate", "=1") },
  { does: "a name for what cannot be read", code: invalid, call: ({ workbook }) => void workbook.names.add("Broken", "=SUM(") },
  { does: "a name's formula that cannot be read", code: invalid, location: "NamedItem.formula", call: ({ workbook }) => void (workbook.names.getItem("Rate").formula = "=1+") },
  { does: "the values of a name that is no array", code: missing, call: ({ workbook }) => void workbook.names.getItem("Rate").arrayValues.load("values") },
  { does: "the range of a name for a number", code: missing, call: ({ workbook }) => void workbook.names.getItem("Rate").getRange().load("address") },
  { does: "the sheet of a workbook's name", code: missing, call: ({ workbook }) => void workbook.names.getItem("Rate").worksheet.load("name") },

  // ---- charts
  { does: "a chart that is not there", code: missing, location: "ChartCollection.getItem", call: (_, sheet) => void sheet.charts.getItem("Nope").load("name") },
  { does: "a chart of no known type", code: invalid, call: (_, sheet) => void sheet.charts.add("Spiral" as never, sheet.getRange("A1:B3")) },
  { does: "the series behind the last", code: missing, call: (_, sheet) => void sheet.charts.getItem("Bars").series.getItemAt(9).load("name") },

  // ---- what travels with the file
  { does: "XML that is not well formed", code: invalid, location: "CustomXmlPartCollection.add", call: ({ workbook }) => void workbook.customXmlParts.add("<a>") },
  { does: "a part that is not there", code: missing, call: ({ workbook }) => void workbook.customXmlParts.getItem("{00000000-0000-0000-0000-000000000000}").getXml() },
  { does: "the only one of two parts", code: missing, call: ({ workbook }) => void workbook.customXmlParts.getByNamespace("urn:twice").getOnlyItem().load("id") },
  { does: "a setting that is not there", code: missing, location: "SettingCollection.getItem", call: ({ workbook }) => void workbook.settings.getItem("nope").load("value") },
  { does: "sheets of a file that is none", code: invalid, location: "Workbook.insertWorksheetsFromBase64", call: ({ workbook }) => void workbook.insertWorksheetsFromBase64("QUJD") },
  { does: "a calculation that there is not", code: invalid, location: "Application.calculate", call: ({ workbook }) => workbook.application.calculate("Half" as never) },
  { does: "a calculation mode that there is not", code: invalid, call: ({ workbook }) => void (workbook.application.calculationMode = "Never" as never) },

  // ---- protection
  { does: "values on a protected sheet", code: denied, location: "Range.values", before: protectSheet, call: (_, sheet) => void (sheet.getRange("D1").values = [[1]]) },
  { does: "formats on a protected sheet", code: denied, before: protectSheet, call: (_, sheet) => void (sheet.getRange("D1").format.fill.color = "#123456") },
  { does: "a table on a protected sheet", code: denied, before: protectSheet, call: (_, sheet) => void sheet.tables.add("J1:K3", true) },
  { does: "a row into a protected table", code: denied, before: protectSheet, call: ({ workbook }) => void workbook.tables.getItem("Costs").rows.add(undefined, [["c", 9]]) },
  { does: "a chart on a protected sheet", code: denied, before: protectSheet, call: (_, sheet) => void sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3")) },
  { does: "cells deleted on a protected sheet", code: denied, before: protectSheet, call: (_, sheet) => sheet.getRange("5:5").delete("Up") },
  { does: "protecting what is protected", code: denied, location: "WorksheetProtection.protect", before: protectSheet, call: (_, sheet) => sheet.protection.protect() },
  { does: "a sheet into a protected structure", code: denied, location: "WorksheetCollection.add", before: protectBook, call: ({ workbook }) => void workbook.worksheets.add("New") },
  { does: "renaming in a protected structure", code: denied, location: "Worksheet.name", before: protectBook, call: (_, sheet) => void (sheet.name = "Other") },
  { does: "deleting in a protected structure", code: denied, before: protectBook, call: ({ workbook }) => workbook.worksheets.getItem("Hidden").delete() },
  { does: "copying in a protected structure", code: denied, before: protectBook, call: (_, sheet) => void sheet.copy() },
  { does: "moving in a protected structure", code: denied, before: protectBook, call: (_, sheet) => void (sheet.position = 1) },
  { does: "showing a sheet of a protected structure", code: denied, before: protectBook, call: ({ workbook }) => void (workbook.worksheets.getItem("Hidden").visibility = "Visible") },
];
