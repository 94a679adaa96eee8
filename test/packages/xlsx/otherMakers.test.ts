import ExcelJS from "exceljs";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "./support/edited";
import { bridgeChart, cellAt, comparable, setCell } from "./support/content";
import { handMadeWorkbook } from "./support/handMade";
import { excelJsPrinted, excelJsRegister } from "./support/makers/exceljs";
import { strictWorkbook } from "./support/makers/withOddCells";
import { changedParts, partsOf } from "./support/packageParts";
import { fixture, template } from "./support/workbooks";

const MAKERS: [string, () => Promise<Uint8Array>][] = [
  ["ExcelJS", excelJsRegister],
  ["LibreOffice, from a .csv file", async () => fixture("libreoffice-register.xlsx")],
  ["LibreOffice, with formulas", async () => fixture("libreoffice-model.xlsx")],
  ["LibreOffice, with charts", async () => fixture("libreoffice-charts.xlsx")],
  ["with the Open XML SDK", async () => template("ExcelWorkbookWithTaskPane.xlsx")],
  ["by hand", () => handMadeWorkbook()],
];

/** What a scenario run writes: a sheet with table, chart and formulas, and a changed input on the first sheet. */
function addResults(book: WorkbookContent): void {
  const sheet = emptySheet("Results 2016-17");
  const rows = [
    ["Step", "Base", "Rise"],
    ["Gap", 0, 30],
    ["Levers", 8, 22],
    ["Left", 0, 8],
  ];
  rows.forEach((row, index) =>
    row.forEach((value, column) => setCell(sheet, `${"ABC"[column]}${index + 1}`, { value, style: 0 })),
  );
  book.styles.push({ ...book.styles[0]!, numberFormat: "£#,##0.0;[Red]-£#,##0.0", bold: true, fillColor: "#E2EFDA" });
  setCell(sheet, "E2", { value: 60, formula: "SUM(B2:C4)-8", style: book.styles.length - 1 });
  setCell(sheet, "E3", { value: 8, formula: 'INDEX(C2:C4,MATCH("Left",A2:A4,0))', style: 0 });
  sheet.tables.push({
    partId: null,
    name: "ResultsBridge",
    row: 0,
    column: 0,
    rowCount: 4,
    columnCount: 3,
    columns: ["Step", "Base", "Rise"],
    hasHeaderRow: true,
    hasTotalsRow: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showFilterButton: true,
  });
  sheet.charts.push(bridgeChart("'Results 2016-17'"));
  book.sheets.push(sheet);
  setCell(book.sheets[0]!, "B3", { value: 12.75, style: 0 });
  setCell(book.sheets[0]!, "A40", { value: "+ note", style: 0 });
}

describe.each(MAKERS)("a workbook made %s", (_, make) => {
  let original: Uint8Array;
  beforeAll(async () => {
    original = await make();
  });

  test("comes back byte for byte when nothing changed", async () => {
    expect(
      await changedParts(original, await patchWorkbook(original, await readWorkbook(original, ours), ours)),
    ).toEqual([]);
  });

  test("takes results, and reads back as what was asked for", async () => {
    const content = await readWorkbook(original, ours);
    addResults(content);
    const bytes = await patchWorkbook(original, content, ours);
    expect(comparable(await readWorkbook(bytes, ours))).toEqual(comparable(content));
    const again = await readWorkbook(bytes, ours);
    expect(await changedParts(bytes, await patchWorkbook(bytes, again, ours))).toEqual([]);
  });
});

/** ExcelJS knows no prefixed elements; what becomes of those is seen in LibreOffice (test/libreoffice). */
const READABLE_BY_EXCELJS = MAKERS.filter(([maker]) => maker !== "with the Open XML SDK");

describe.each(READABLE_BY_EXCELJS)("a patched workbook made %s", (_, make) => {
  test("shows an independent reader the same values, formulas, formats and tables", async () => {
    const original = await make();
    const content = await readWorkbook(original, ours);
    addResults(content);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await patchWorkbook(original, content, ours)).buffer as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
    const results = book.getWorksheet("Results 2016-17")!;
    expect(results.getSheetValues().slice(1)).toEqual([
      [undefined, "Step", "Base", "Rise"],
      [undefined, "Gap", 0, 30, undefined, { formula: "SUM(B2:C4)-8", result: 60 }],
      [undefined, "Levers", 8, 22, undefined, { formula: 'INDEX(C2:C4,MATCH("Left",A2:A4,0))', result: 8 }],
      [undefined, "Left", 0, 8],
    ]);
    expect(results.getCell("E2").numFmt).toBe("£#,##0.0;[Red]-£#,##0.0");
    expect(results.getCell("E2").font.bold).toBe(true);
    expect(results.getCell("E2").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFE2EFDA" } });
    const table = results.getTable("ResultsBridge") as unknown as {
      table: { tableRef: string; columns: { name: string }[] };
    };
    expect(table.table.tableRef).toBe("A1:C4");
    expect(table.table.columns.map(({ name }) => name)).toEqual(["Step", "Base", "Rise"]);
    expect(book.worksheets[0]!.getCell("B3").value).toBe(12.75);
    expect(book.worksheets[0]!.getCell("A40").value).toBe("+ note");
  });
});

test("a strict workbook takes results in strict words, but for another program's XML", async () => {
  const original = await strictWorkbook();
  const content = await readWorkbook(original, ours);
  addResults(content);
  const [id, xml] = [
    "{33333333-2222-3333-4444-555555555555}",
    `<a xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"/>`,
  ];
  content.customXml.push({ id, xml });
  const saved = await patchWorkbook(original, content, ours);
  expect(comparable(await readWorkbook(saved, ours))).toEqual(comparable(content));
  const transitional = Object.entries(await partsOf(saved)).filter(([, text]) =>
    /schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument)/.test(text),
  );
  expect(transitional).toEqual([["customXml/item1.xml", xml]]);
});

describe("what other makers wrote is read", () => {
  test("ExcelJS", async () => {
    const { sheets, names, styles } = await readWorkbook(await excelJsRegister(), ours);
    const [spending, hidden] = sheets;
    expect(cellAt(spending!, "A4")!.value).toBe("Rich text");
    expect(cellAt(spending!, "B4")!.value).toBe(42461);
    expect(cellAt(spending!, "C4")!.value).toEqual({ error: "#REF!" });
    expect(cellAt(spending!, "D3")).toMatchObject({ formula: "B3*2", value: 22 });
    expect(styles[cellAt(spending!, "C2")!.style]!.numberFormat).toBe("0.0%");
    expect(styles[cellAt(spending!, "A1")!.style]).toMatchObject({
      bold: true,
      fontColor: "#112233",
      fillColor: "#FFEEDD",
    });
    expect(spending).toMatchObject({
      frozen: { rows: 2, columns: 0 },
      tabColor: "#00B0F0",
      merges: [{ row: 5, column: 0, rowCount: 2, columnCount: 2 }],
    });
    expect(spending!.tables[0]).toMatchObject({
      name: "Inputs",
      columns: ["Key", "Value"],
      row: 0,
      column: 5,
      rowCount: 3,
    });
    expect(hidden!.visibility).toBe("veryHidden");
    expect(names).toEqual([{ name: "Base", formula: "Spending!$B$2:$B$3", sheet: null, hidden: false, comment: "" }]);
  });

  test("ExcelJS, a filter over plain cells", async () => {
    const { sheets } = await readWorkbook(await excelJsPrinted(), ours);
    expect(sheets[0]!.filter).toEqual({ row: 0, column: 0, rowCount: 4, columnCount: 3 });
    expect((await readWorkbook(await excelJsRegister(), ours)).sheets[0]!.filter).toBeUndefined();
  });

  test("LibreOffice, from a .csv file", async () => {
    const { sheets, styles } = await readWorkbook(fixture("libreoffice-register.xlsx"), ours);
    const sheet = sheets[0]!;
    expect(["A1", "D1", "F3", "A3"].map((address) => cellAt(sheet, address)!.value)).toEqual([
      "Lever",
      "Saving £m",
      "Ünïcode – “quotes”",
      "Pay, restraint",
    ]);
    expect(cellAt(sheet, "C2")!.value).toBe(42461);
    expect(styles[cellAt(sheet, "C2")!.style]!.numberFormat.toLowerCase()).toContain("yyyy");
    expect(cellAt(sheet, "E2")!.value).toBe(0.125);
    expect(cellAt(sheet, "D4")!.value).toBe(-3);
  });

  test("LibreOffice, with formulas", async () => {
    const { sheets, names, styles } = await readWorkbook(fixture("libreoffice-model.xlsx"), ours);
    const sheet = sheets[0]!;
    expect(cellAt(sheet, "B4")).toMatchObject({ formula: "B3*(1+$B$2)", value: 107.1225 });
    expect(cellAt(sheet, "B6")!.formula).toBe("STDEV.S(B3:B5)");
    expect(cellAt(sheet, "C6")).toMatchObject({
      formula: "SUM(B3:B5*B3:B5)",
      array: { rowCount: 1, columnCount: 1, dynamic: false },
    });
    expect(cellAt(sheet, "D6")!.value).toEqual({ error: "#DIV/0!" });
    expect(cellAt(sheet, "A7")!.value).toBe(42461);
    expect(cellAt(sheet, "B7")!.value).toBe(true);
    expect(sheet.merges).toEqual([{ row: 0, column: 0, rowCount: 1, columnCount: 2 }]);
    expect(styles[cellAt(sheet, "A1")!.style]).toMatchObject({
      bold: true,
      fontColor: "#1F4E79",
      fillColor: "#FFE994",
      horizontal: "center",
    });
    expect(names).toContainEqual({ name: "Growth", formula: "Model!$B$2", sheet: null, hidden: false, comment: "" });
    expect(sheet.tables.map(({ name, columns }) => [name, columns.length])).toEqual([["Years", 2]]);
  });

  test("LibreOffice, with charts", async () => {
    const { sheets } = await readWorkbook(fixture("libreoffice-charts.xlsx"), ours);
    const bridge = sheets.find(({ name }) => name === "Bridge")!;
    expect(bridge.charts.map(({ type, title }) => [type, title])).toEqual([
      ["ColumnStacked", "From gap to close"],
      ["LineMarkers", "From gap to close"],
    ]);
    expect(bridge.charts[0]).toMatchObject({
      axes: { category: { title: "Step" }, value: { title: "£m", numberFormat: "#,##0" } },
      legend: { visible: true, position: "Bottom" },
      series: [
        { name: "Base", color: "none", gapWidth: 50 },
        { name: "Rise", color: "#107C41", values: "Bridge!$C$2:$C$4", categories: "Bridge!$A$2:$A$4" },
      ],
    });
    // LibreOffice measures columns by a font of its own, so that places differ by a few points in a hundred.
    expect(bridge.charts[0]!.width / 400).toBeCloseTo(1, 0);
    expect(bridge.tables.map(({ name }) => name)).toEqual(["Bridge"]);
  });
});
