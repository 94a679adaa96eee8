import ExcelJS from "exceljs";

/** Formulas, a shared one, a table, formats, rich text, an error, a merged area, a very hidden sheet, a name. */
export async function excelJsRegister(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Spending", {
    views: [{ state: "frozen", ySplit: 2 }],
    properties: { tabColor: { argb: "FF00B0F0" } },
  });
  sheet.addRow(["Category", "Base", "Growth"]);
  sheet.addRow(["Acute", 40.5, 0.031]);
  sheet.addRow(["Mental health", 11, { formula: "C2/2", result: 0.0155 }]);
  sheet.addRow([
    { richText: [{ text: "Rich " }, { text: "text", font: { bold: true } }] },
    new Date(Date.UTC(2016, 3, 1)),
    { error: "#REF!" },
  ]);
  sheet.getCell("D2").value = { formula: "B2*2", result: 81 };
  sheet.getCell("D3").value = { sharedFormula: "D2", result: 22 } as ExcelJS.CellValue;
  sheet.getCell("C2").numFmt = "0.0%";
  sheet.getCell("A1").font = { bold: true, color: { argb: "FF112233" } };
  sheet.getCell("A1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFEEDD" } };
  sheet.mergeCells("A6:B7");
  sheet.addTable({
    name: "Inputs",
    ref: "F1",
    headerRow: true,
    columns: [{ name: "Key" }, { name: "Value" }],
    rows: [
      ["a", 1],
      ["b", 2],
    ],
  });
  book.addWorksheet("Hidden", { state: "veryHidden" }).getCell("A1").value = "x";
  book.definedNames.add("Spending!$B$2:$B$3", "Base");
  return bytes(book);
}

/** Rules of many kinds that colour cells, drop-down lists, links, notes. */
export async function excelJsRules(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Rules");
  sheet.addRows([
    ["Lever", "Saving", "Status"],
    ["Agency caps", 12.5, "Green"],
    ["Estates", 4, "Amber"],
    ["Procurement", { formula: "SUM(B2:B3)", result: 16.5 }, "Red"],
  ]);
  const rule = { priority: 1, style: { font: { color: { argb: "FF9C0006" } } } };
  sheet.addConditionalFormatting({
    ref: "B2:B4",
    rules: [
      { ...rule, type: "cellIs", operator: "greaterThan", formulae: [10] },
      {
        type: "dataBar",
        priority: 2,
        cfvo: [{ type: "min" }, { type: "max" }],
        color: { argb: "FF638EC6" },
      } as ExcelJS.DataBarRuleType,
      {
        type: "colorScale",
        priority: 3,
        cfvo: [{ type: "min" }, { type: "max" }],
        color: [{ argb: "FFF8696B" }, { argb: "FF63BE7B" }],
      },
    ],
  });
  sheet.addConditionalFormatting({ ref: "C2:C4", rules: [{ ...rule, type: "expression", formulae: ['C2="Red"'] }] });
  sheet.getCell("C2").dataValidation = { type: "list", allowBlank: true, formulae: ['"Red,Amber,Green"'] };
  sheet.getCell("B3").dataValidation = {
    type: "decimal",
    operator: "between",
    formulae: [0, 100],
    showErrorMessage: true,
    error: "From 0 to 100",
  };
  sheet.getCell("A2").value = { text: "Agency caps", hyperlink: "https://example.org/caps?a=1&b=2", tooltip: "Rules" };
  sheet.getCell("A3").value = { text: "Estates", hyperlink: "#'Rules'!B3" };
  sheet.getCell("B2").note = "Agreed in March";
  sheet.getCell("B3").note = { texts: [{ font: { bold: true }, text: "Lead: " }, { text: "estates" }] };
  return bytes(book);
}

/** A protected sheet, print settings, headers and footers, page breaks, a picture, groups of rows, an array formula. */
export async function excelJsPrinted(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Paper", {
    pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, printArea: "A1:C6", printTitlesRow: "1:1" },
    headerFooter: {
      oddHeader: "&LBoard paper&R&D",
      oddFooter: "Page &P of &N",
      differentFirst: true,
      firstHeader: '&C&"Arial,Bold"Draft',
    },
  });
  sheet.addRows([
    ["Year", "Need", "Funding"],
    [2016, 102, 100],
    [2017, 105, 101],
    [2018, 108.5, 101.5],
  ]);
  sheet.getCell("D2").value = {
    formula: "B2:B4-C2:C4",
    result: 2,
    shareType: "array",
    ref: "D2:D4",
  } as ExcelJS.CellValue;
  sheet.getCell("D3").value = 4;
  sheet.getCell("D4").value = 7;
  sheet.getRow(3).outlineLevel = 1;
  sheet.getRow(4).height = 30;
  sheet.getColumn(3).width = 21;
  sheet.getColumn(6).hidden = true;
  sheet.getCell("B2").protection = { locked: false };
  sheet.getRow(3).addPageBreak();
  sheet.autoFilter = "A1:C4";
  const picture = book.addImage({ base64: PIXEL, extension: "png" });
  sheet.addImage(picture, { tl: { col: 5, row: 1 }, ext: { width: 40, height: 40 } });
  await sheet.protect("secret", { formatCells: false, spinCount: 100 });
  return bytes(book);
}

/** Dates counted from 1904, and times, on sheets of every visibility. */
export async function excelJsDates(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = true;
  const sheet = book.addWorksheet("Dates");
  sheet.addRow(["Start", new Date(Date.UTC(2016, 3, 1)), new Date(Date.UTC(2017, 2, 31, 18, 30))]);
  sheet.addRow(["Months", 12, { formula: "B2*2", result: 24 }]);
  sheet.getCell("B1").numFmt = "dd mmm yyyy";
  sheet.getCell("C1").numFmt = "yyyy-mm-dd hh:mm";
  book.addWorksheet("Aside", { state: "hidden" }).getCell("A1").value = new Date(Date.UTC(1999, 11, 31));
  book.addWorksheet("Kept", { state: "veryHidden" }).getCell("A1").value = { formula: "Dates!B2", result: 12 };
  return bytes(book);
}

async function bytes(book: ExcelJS.Workbook): Promise<Uint8Array> {
  book.created = book.modified = new Date(Date.UTC(2020, 0, 1));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A grey pixel. */
export const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
