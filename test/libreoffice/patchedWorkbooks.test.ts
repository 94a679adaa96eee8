import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { bridgeChart, cellAt, setCell } from "../packages/xlsx/support/content";
import { ours } from "../packages/xlsx/support/edited";
import { handMadeWorkbook } from "../packages/xlsx/support/handMade";
import { strictWorkbook } from "../packages/xlsx/support/makers/withOddCells";
import { fixture, template } from "../packages/xlsx/support/workbooks";
import { convert, parseCsv } from "./support/soffice";

/** A sheet as a run writes it: table, formulas with their values, charts, formats. */
function addResults(book: WorkbookContent): void {
  const sheet = emptySheet("Results");
  const rows = [
    ["Step", "Base", "Rise"],
    ["Gap", 0, 30],
    ["Levers", 8, 22.5],
    ["= Left", 0, 8],
  ];
  rows.forEach((row, index) =>
    row.forEach((value, column) => setCell(sheet, `${"ABC"[column]}${index + 1}`, { value, style: 0 })),
  );
  book.styles.push({ ...book.styles[0]!, numberFormat: "0.00", bold: true, fillColor: "#E2EFDA" });
  const bold = book.styles.length - 1;
  setCell(sheet, "E1", { value: "Totals", style: bold });
  setCell(sheet, "E2", { value: 60.5, formula: "SUM(C2:C4)", style: bold });
  setCell(sheet, "E3", { value: 22.5, formula: 'SUMPRODUCT((A2:A4="Levers")*C2:C4)', style: 0 });
  setCell(sheet, "E4", { value: 14.849242404917, formula: "STDEV.P(C2:C3)*SQRT(2)*2.8", style: 0 });
  setCell(sheet, "F1", {
    value: 1,
    formula: "SEQUENCE(2)",
    style: 0,
    array: { row: 0, column: 5, rowCount: 2, columnCount: 1, dynamic: true },
  });
  setCell(sheet, "F2", { value: 2, style: 0 });
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
  const chart = bridgeChart("Results");
  const withoutGap = chart.series.map(({ gapWidth: _gapWidth, ...series }) => series);
  sheet.charts.push(
    chart,
    { ...chart, name: "Lines", type: "LineMarkers", series: withoutGap, top: 340 },
    { ...chart, name: "Bars", type: "BarClustered", top: 640 },
  );
  book.sheets.push(sheet);
  book.names.push({ name: "ResultTotal", formula: "Results!$E$2", sheet: null, hidden: false, comment: "" });
}

describe.each<[string, () => Promise<Uint8Array> | Uint8Array]>([
  ["blank", () => newWorkbook()],
  ["by hand", () => handMadeWorkbook()],
  ["with the Open XML SDK", () => template("ExcelWorkbookWithTaskPane.xlsx")],
  ["by hand, strict", () => strictWorkbook()],
  ["by XlsxWriter", () => fixture("xlsxwriter-rules.xlsx")],
  ["by openpyxl", () => fixture("openpyxl-looks.xlsx")],
  ["by LibreOffice from .csv", () => fixture("libreoffice-register.xlsx")],
  ["by LibreOffice with formulas", () => fixture("libreoffice-model.xlsx")],
  ["by LibreOffice with charts", () => fixture("libreoffice-charts.xlsx")],
])("LibreOffice opens a patched workbook made %s", (_, make) => {
  let content: WorkbookContent;
  let patched: Uint8Array;
  beforeAll(async () => {
    const original = await make();
    content = await readWorkbook(original, ours);
    addResults(content);
    patched = await patchWorkbook(original, content, ours);
  });

  test("and shows the same values", async () => {
    const files = await convert(patched, "csv");
    const results = parseCsv(files["book-Results.csv"]!.toString("utf8")).map((row) => row.slice(0, 5));
    expect(results.map((row) => row.slice(0, 3))).toEqual([
      ["Step", "Base", "Rise"],
      ["Gap", "0", "30"],
      ["Levers", "8", "22.5"],
      ["= Left", "0", "8"],
    ]);
    expect(results.slice(1).map((row) => Number(row[4]))).toEqual([60.5, 22.5, expect.closeTo(14.849242404917, 9)]);
    for (const sheet of content.sheets.slice(0, -1)) {
      const shown = parseCsv(files[`book-${sheet.name}.csv`]!.toString("utf8"));
      for (const [row, cells] of sheet.cells) {
        for (const [column, { value, formula }] of cells) {
          if (typeof value === "number" && formula === undefined) expect(shown[row]![column]).not.toBe("");
          if (typeof value === "string" && formula === undefined)
            expect(shown[row]![column]).toBe(value.replace(/\r\n/g, "\n"));
        }
      }
    }
  });

  test("and keeps tables, charts, names and formats when it saves the file itself", async () => {
    const files = await convert(patched, "xlsx");
    const saved = await readWorkbook(new Uint8Array(files["book.xlsx"]!), ours);
    expect(saved.sheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
    const results = saved.sheets[saved.sheets.length - 1]!;
    expect(results.tables.map(({ name, columns, rowCount }) => [name, columns, rowCount])).toEqual([
      ["ResultsBridge", ["Step", "Base", "Rise"], 4],
    ]);
    expect(results.charts.map(({ type, title, series }) => [type, title, series.map(({ color }) => color)])).toEqual([
      ["ColumnStacked", "From gap to close", ["none", "#107C41"]],
      ["LineMarkers", "From gap to close", ["none", "#107C41"]],
      ["BarClustered", "From gap to close", ["none", "#107C41"]],
    ]);
    expect(results.charts[0]!.series[1]).toMatchObject({
      name: "Rise",
      values: "Results!$C$2:$C$4",
      categories: "Results!$A$2:$A$4",
    });
    expect(saved.names).toContainEqual(expect.objectContaining({ name: "ResultTotal", formula: "Results!$E$2" }));
    expect(saved.styles[cellAt(results, "E2")!.style]).toMatchObject({
      numberFormat: "0.00",
      bold: true,
      fillColor: "#E2EFDA",
    });
    for (const [index, sheet] of content.sheets.entries())
      expect(saved.sheets[index]!.charts).toHaveLength(sheet.charts.length);
  });

  test("and prints it", async () => {
    const files = await convert(patched, "pdf");
    expect(files["book.pdf"]!.subarray(0, 5).toString()).toBe("%PDF-");
    expect(files["book.pdf"]!.length).toBeGreaterThan(5_000);
  });
});
