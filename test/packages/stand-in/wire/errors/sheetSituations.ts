import type { Situation } from "./situation";

const invalid = "InvalidArgument";
const missing = "ItemNotFound";
const exists = "ItemAlreadyExists";

/** Sheets, names, and what travels with the file. */
export const sheetSituations: Situation[] = [
  // ---- sheets
  {
    does: "a sheet that is not there",
    code: missing,
    location: "WorksheetCollection.getItem",
    call: ({ workbook }) => void workbook.worksheets.getItem("Nope").load("name"),
  },
  {
    does: "a sheet that is there already",
    code: exists,
    location: "WorksheetCollection.add",
    call: ({ workbook }) => void workbook.worksheets.add("Data"),
  },
  {
    does: "a sheet's name in other letters",
    code: exists,
    call: ({ workbook }) => void workbook.worksheets.add("dATA"),
  },
  { does: "a name with a slash", code: invalid, call: ({ workbook }) => void workbook.worksheets.add("a/b") },
  {
    does: "a name of 32 characters",
    code: invalid,
    call: ({ workbook }) => void workbook.worksheets.add("x".repeat(32)),
  },
  {
    does: "a name that begins with an apostrophe",
    code: invalid,
    call: ({ workbook }) => void workbook.worksheets.add("'a"),
  },
  {
    does: "renaming to nothing",
    code: invalid,
    location: "Worksheet.name",
    call: (_, sheet) => void (sheet.name = ""),
  },
  { does: "renaming to another sheet's name", code: exists, call: (_, sheet) => void (sheet.name = "Hidden") },
  {
    does: "a position behind the last",
    code: invalid,
    location: "Worksheet.position",
    call: (_, sheet) => void (sheet.position = 99),
  },
  {
    does: "a visibility that there is not",
    code: invalid,
    call: (_, sheet) => void (sheet.visibility = "Shown" as never),
  },
  { does: "hiding the last visible sheet", code: invalid, call: (_, sheet) => void (sheet.visibility = "Hidden") },
  {
    does: "deleting the last visible sheet",
    code: "InvalidOperation",
    location: "Worksheet.delete",
    call: (_, sheet) => sheet.delete(),
  },
  {
    does: "deleting a very hidden sheet",
    code: "InvalidOperation",
    call: ({ workbook }) => workbook.worksheets.getItem("Secret").delete(),
  },
  {
    does: "a hidden sheet is activated",
    code: "InvalidOperation",
    call: ({ workbook }) => workbook.worksheets.getItem("Hidden").activate(),
  },
  {
    does: "the sheet after the last",
    code: missing,
    call: ({ workbook }) => void workbook.worksheets.getLast().getNext().load("name"),
  },
  {
    does: "the sheet before the first",
    code: missing,
    call: ({ workbook }) => void workbook.worksheets.getFirst().getPrevious().load("name"),
  },
  {
    does: "a tab colour that is none",
    code: invalid,
    location: "Worksheet.tabColor",
    call: (_, sheet) => void (sheet.tabColor = "reddish"),
  },
  { does: "a copy beside no sheet", code: invalid, call: (_, sheet) => void sheet.copy("Before") },

  // ---- names
  {
    does: "a name that is not there",
    code: missing,
    call: ({ workbook }) => void workbook.names.getItem("Nope").load("value"),
  },
  { does: "a name that is there already", code: exists, call: ({ workbook }) => void workbook.names.add("rate", "=1") },
  { does: "a name that is a cell's", code: invalid, call: ({ workbook }) => void workbook.names.add("AB12", "=1") },
  { does: "a name with a space", code: invalid, call: ({ workbook }) => void workbook.names.add("my rate", "=1") },
  {
    does: "a name for what cannot be read",
    code: invalid,
    call: ({ workbook }) => void workbook.names.add("Broken", "=SUM("),
  },
  {
    does: "a name's formula that cannot be read",
    code: invalid,
    location: "NamedItem.formula",
    call: ({ workbook }) => void (workbook.names.getItem("Rate").formula = "=1+"),
  },
  {
    does: "the values of a name that is no array",
    code: missing,
    call: ({ workbook }) => void workbook.names.getItem("Rate").arrayValues.load("values"),
  },
  {
    does: "the range of a name for a number",
    code: missing,
    call: ({ workbook }) => void workbook.names.getItem("Rate").getRange().load("address"),
  },
  {
    does: "the sheet of a workbook's name",
    code: missing,
    call: ({ workbook }) => void workbook.names.getItem("Rate").worksheet.load("name"),
  },

  // ---- what travels with the file
  {
    does: "XML that is not well formed",
    code: invalid,
    location: "CustomXmlPartCollection.add",
    call: ({ workbook }) => void workbook.customXmlParts.add("<a>"),
  },
  {
    does: "a part that is not there",
    code: missing,
    call: ({ workbook }) => void workbook.customXmlParts.getItem("{00000000-0000-0000-0000-000000000000}").getXml(),
  },
  {
    does: "the only one of two parts",
    code: missing,
    call: ({ workbook }) => void workbook.customXmlParts.getByNamespace("urn:twice").getOnlyItem().load("id"),
  },
  {
    does: "a setting that is not there",
    code: missing,
    location: "SettingCollection.getItem",
    call: ({ workbook }) => void workbook.settings.getItem("nope").load("value"),
  },
  {
    does: "sheets of a file that is none",
    code: invalid,
    location: "Workbook.insertWorksheetsFromBase64",
    call: ({ workbook }) => void workbook.insertWorksheetsFromBase64("QUJD"),
  },
  {
    does: "a calculation that there is not",
    code: invalid,
    location: "Application.calculate",
    call: ({ workbook }) => workbook.application.calculate("Half" as never),
  },
  {
    does: "a calculation mode that there is not",
    code: invalid,
    call: ({ workbook }) => void (workbook.application.calculationMode = "Never" as never),
  },
];
