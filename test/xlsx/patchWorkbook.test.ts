import type { WorkbookContent } from "../../src/xlsx/content";
import { newWorkbook } from "../../src/xlsx/newWorkbook";
import { patchWorkbook } from "../../src/xlsx/patchWorkbook";
import { readWorkbook } from "../../src/xlsx/readWorkbook";
import { blankSheet, bridgeChart, cellAt, comparable, setCell } from "./support/content";
import { handMadeWorkbook } from "./support/handMade";
import { changedParts, partsOf } from "./support/packageParts";

const SHEET1 = "xl/worksheets/sheet1.xml";

async function edited(edit: (content: WorkbookContent) => void, original?: Uint8Array) {
  const before = original ?? (await handMadeWorkbook());
  const content = await readWorkbook(before);
  edit(content);
  const bytes = await patchWorkbook(before, content);
  const parts = await partsOf(bytes);
  return { content, bytes, parts, sheet1: parts[SHEET1]!, changed: await changedParts(before, bytes), read: await readWorkbook(bytes) };
}

test("content that was not changed leaves every part as it was", async () => {
  expect((await edited(() => undefined)).changed).toEqual([]);
});

describe("values", () => {
  test("only the cell's element changes; attributes of other makers stay", async () => {
    const original = await partsOf(await handMadeWorkbook());
    const { sheet1, changed } = await edited(({ sheets }) => (cellAt(sheets[0]!, "B3")!.value = 0.05));
    expect(changed).toEqual([SHEET1]);
    expect(sheet1).toBe(original[SHEET1]!.replace(`<c r="B3" s="1"><v>0.03</v></c>`, `<c r="B3" s="1"><v>0.05</v></c>`));
  });

  test("a formula's new value leaves its text as the file has it", async () => {
    const { sheet1, changed } = await edited(({ sheets }) => {
      cellAt(sheets[0]!, "C2")!.value = 1;
      cellAt(sheets[0]!, "C3")!.value = { error: "#NAME?" };
      cellAt(sheets[0]!, "E1")!.value = 5;
      cellAt(sheets[0]!, "F6")!.value = "text";
    });
    expect(changed).toEqual([SHEET1]);
    expect(sheet1).toContain(`<f t="shared" ref="C2:C4" si="0">_xldudf_SAVINGS_COMPOUNDEFF(B2,$B$2)+SUM(B$2:B2)</f><v>1</v>`);
    expect(sheet1).toContain(`<c r="C3" t="e"><f t="shared" si="0"/><v>#NAME?</v></c>`);
    expect(sheet1).toContain(`<c r="E1" cm="1"><f t="array" ref="E1:F2">_xldudf_SAVINGS_SPILL(2)</f><v>5</v></c>`);
    expect(sheet1).toContain(`_xlfn.LET(_xlpm.n,SUM(_xlfn.ANCHORARRAY(E1)),_xlpm.n+_xlfn.SINGLE(B2:B4))</f><v>text</v></c>`);
  });

  test("texts are texts whatever they begin with, and keep blanks, line breaks and control characters", async () => {
    const texts = ["=1+1", "+44 20", "-5", "@name", " outer ", "a\nb", "a\r\nb\tc", "<&>\"'", "_x000D_", "\u0001\u000b", "😀", "\ud800", ""];
    const { read } = await edited(({ sheets }) => {
      texts.forEach((value, index) => setCell(sheets[1]!, `D${index + 1}`, { value, style: 0 }));
    });
    expect(texts.map((_, index) => cellAt(read.sheets[1]!, `D${index + 1}`))).toEqual(texts.map((value) => ({ value, style: 0 })));
  });

  test("new cells and rows stand in order, the row's span hint goes, the dimension grows", async () => {
    const { sheet1 } = await edited(({ sheets }) => {
      setCell(sheets[0]!, "D3", { value: 1, style: 0 });
      setCell(sheets[0]!, "J3", { value: 2, style: 1 });
      setCell(sheets[0]!, "A7", { value: true, style: 0 });
      setCell(sheets[0]!, "B12", { value: "new", style: 2 });
    });
    expect(sheet1).toContain(`<c r="D3"><v>1</v></c><c r="J3" s="1"><v>2</v></c></row>`);
    expect(sheet1).toMatch(/<row r="3" x14ac:dyDescent="0.3">/);
    expect(sheet1).toContain(
      `<row r="7"><c r="A7" t="b"><v>1</v></c></row><row r="12"><c r="B12" s="2" t="inlineStr"><is><t>new</t></is></c></row></sheetData>`,
    );
    expect(sheet1).toContain(`<dimension ref="A1:J12"/>`);
  });

  test("cells that are gone are gone, with the calculation chain if they held formulas", async () => {
    const { parts, read, changed } = await edited(({ sheets }) => setCell(sheets[0]!, "D6", null));
    expect(cellAt(read.sheets[0]!, "D6")).toBeUndefined();
    expect(parts["xl/calcChain.xml"]).toBeUndefined();
    expect(parts["[Content_Types].xml"]).not.toContain("calcChain");
    expect(changed).toEqual(["[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/calcChain.xml", SHEET1]);
  });

  test("numbers that no cell can hold become #NUM!, and errors newer than the format #VALUE!", async () => {
    const { read } = await edited(({ sheets }) => {
      setCell(sheets[1]!, "D1", { value: NaN, style: 0 });
      setCell(sheets[1]!, "D2", { value: { error: "#SPILL!" }, style: 0 });
      setCell(sheets[1]!, "D3", { value: -0, style: 0 });
    });
    expect(["D1", "D2", "D3"].map((address) => cellAt(read.sheets[1]!, address)!.value)).toEqual([
      { error: "#NUM!" }, { error: "#VALUE!" }, 0,
    ]);
  });

  test("a hidden row, a height, cells without addresses around a change", async () => {
    const original = await handMadeWorkbook({
      "xl/worksheets/sheet2.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>`,
    });
    const { read } = await edited(({ sheets }) => {
      setCell(sheets[1]!, "A1", null);
      sheets[1]!.rows.set(1, { height: 22.5, hidden: true });
    }, original);
    expect(cellAt(read.sheets[1]!, "A1")).toBeUndefined();
    expect(cellAt(read.sheets[1]!, "B1")!.value).toBe(2);
    expect(cellAt(read.sheets[1]!, "A2")!.value).toBe(3);
    expect(read.sheets[1]!.rows).toEqual(new Map([[1, { height: 22.5, hidden: true }]]));
  });
});

describe("formulas", () => {
  test("go into the file's words", async () => {
    const { sheet1, read } = await edited(({ sheets }) => {
      setCell(sheets[0]!, "D2", { value: 1, style: 0, formula: "SAVINGS.GAP(1)+XLOOKUP(1,A:A,B:B)+LET(x,1,x)" });
      setCell(sheets[0]!, "B3", { value: 1, style: 0, formula: "[@Lever]&Levers[@Rate]" });
    });
    expect(sheet1).toContain(`<f>_xldudf_SAVINGS_GAP(1)+_xlfn.XLOOKUP(1,A:A,B:B)+_xlfn.LET(_xlpm.x,1,_xlpm.x)</f>`);
    expect(sheet1).toContain(`<f>Levers[[#This Row],[Lever]]&amp;Levers[[#This Row],[Rate]]</f>`);
    expect(cellAt(read.sheets[0]!, "B3")!.formula).toBe("Levers[@Lever]&Levers[@Rate]");
  });

  test("when the first cell of a shared formula changes, its dependents are written out", async () => {
    const { sheet1, read } = await edited(({ sheets }) => {
      cellAt(sheets[0]!, "C2")!.formula = "1+1";
      cellAt(sheets[0]!, "C4")!.value = 9;
    });
    expect(sheet1).not.toContain("shared");
    expect(["C2", "C3", "C4"].map((address) => cellAt(read.sheets[0]!, address)!.formula)).toEqual([
      "1+1",
      "SAVINGS.COMPOUNDEFF(B3,$B$2)+SUM(B$2:B3)",
      "SAVINGS.COMPOUNDEFF(B4,$B$2)+SUM(B$2:B4)",
    ]);
    expect(sheet1).toContain(`<f>_xldudf_SAVINGS_COMPOUNDEFF(B4,$B$2)+SUM(B$2:B4)</f><v>9</v>`);
  });

  test("when a dependent changes, the others stay shared", async () => {
    const { sheet1 } = await edited(({ sheets }) => setCell(sheets[0]!, "C3", { value: 5, style: 0 }));
    expect(sheet1).toContain(`<c r="C3"><v>5</v></c>`);
    expect(sheet1).toContain(`<c r="C4"><f t="shared" si="0"/><v>0.7</v></c>`);
  });

  test("a spilled area that grew keeps its formula's text and mark", async () => {
    const { sheet1 } = await edited(({ sheets }) => {
      const cell = cellAt(sheets[0]!, "E1")!;
      cell.array = { ...cell.array!, rowCount: 3 };
    });
    expect(sheet1).toContain(`<c r="E1" cm="1"><f t="array" ref="E1:F3">_xldudf_SAVINGS_SPILL(2)</f><v>1</v></c>`);
  });

  test("a new dynamic array uses the file's mark, or makes the metadata part", async () => {
    const array = { row: 0, column: 8, rowCount: 2, columnCount: 1, dynamic: true };
    const edit = ({ sheets }: WorkbookContent) => setCell(sheets[0]!, "I1", { value: 1, style: 0, formula: "SEQUENCE(2)", array });
    const inHandMade = await edited(edit);
    expect(inHandMade.changed).not.toContain("xl/metadata.xml");
    expect(inHandMade.sheet1).toContain(`<c r="I1" cm="1"><f t="array" ref="I1:I2">_xlfn.SEQUENCE(2)</f><v>1</v></c>`);
    const inNew = await edited(edit, newWorkbook());
    expect(inNew.parts["xl/metadata.xml"]).toContain(`<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>`);
    expect(inNew.parts["[Content_Types].xml"]).toContain("sheetMetadata+xml");
    expect(cellAt(inNew.read.sheets[0]!, "I1")!.array).toEqual(array);
  });

  test("a new dynamic array is added to a metadata part that knows only rich values", async () => {
    const original = await handMadeWorkbook({
      "xl/metadata.xml": `<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`,
    });
    const array = { row: 0, column: 8, rowCount: 2, columnCount: 1, dynamic: true };
    const { parts, sheet1, read } = await edited(
      ({ sheets }) => setCell(sheets[0]!, "I1", { value: 1, style: 0, formula: "SEQUENCE(2)", array }),
      original,
    );
    expect(sheet1).toContain(`<c r="I1" cm="2">`);
    expect(parts["xl/metadata.xml"]).toContain(`<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>`);
    expect(cellAt(read.sheets[0]!, "I1")!.array).toEqual(array);
  });
});

describe("styles", () => {
  test("a new look is appended, and keeps what a style does not say", async () => {
    const original = await partsOf(await handMadeWorkbook());
    const { parts, sheet1, content, read } = await edited((book) => {
      book.styles.push({ ...book.styles[2]!, italic: true, numberFormat: "£#,##0.0" });
      cellAt(book.sheets[0]!, "B1")!.style = 5;
    });
    const styles = parts["xl/styles.xml"]!;
    expect(sheet1).toContain(`<c r="B1" s="5" t="s">`);
    expect(styles).toContain(`<cellXfs count="6">`);
    expect(styles).toContain(`<alignment horizontal="center" vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs>`);
    expect(styles).toContain(Buffer.from(`<numFmt numFmtId="165" formatCode="£#,##0.0"/>`, "utf8").toString("binary"));
    expect(styles.startsWith(original["xl/styles.xml"]!.slice(0, 150))).toBe(true);
    expect(read.styles[5]).toEqual(content.styles[5]);
  });

  test("the same look by another number changes nothing", async () => {
    const { changed } = await edited((book) => {
      book.styles.push({ ...book.styles[1]! });
      cellAt(book.sheets[0]!, "B2")!.style = 5;
    });
    expect(changed).toEqual([]);
  });
});

describe("sheets", () => {
  test("a new sheet with a table, a chart, columns, merges and frozen panes reads back as it was given", async () => {
    const { content, read, parts } = await edited((book) => {
      const sheet = blankSheet("Bridge & more");
      const rows = [["Step", "Base", "Rise"], ["Gap", 0, 30], ["Levers", 8, 22], ["Left", 0, 8]];
      rows.forEach((row, index) => row.forEach((value, column) => setCell(sheet, `${"ABC"[column]}${index + 1}`, { value, style: column })));
      sheet.tables.push({
        partId: null, name: "Bridge", row: 0, column: 0, rowCount: 4, columnCount: 3, columns: ["Step", "Base", "Rise"],
        hasHeaderRow: true, hasTotalsRow: false, style: "TableStyleLight1", showBandedRows: false, showFilterButton: false,
      });
      sheet.charts.push(bridgeChart("'Bridge & more'"));
      sheet.columns.push({ from: 0, to: 0, width: 18.5, hidden: false, style: 4 }, { from: 3, to: 9, width: null, hidden: true, style: null });
      sheet.merges.push({ row: 9, column: 0, rowCount: 1, columnCount: 3 });
      Object.assign(sheet, { frozen: { rows: 1, columns: 2 }, showGridlines: false, tabColor: "#123456", isProtected: true });
      sheet.rows.set(20, { height: 40, hidden: false });
      book.sheets.splice(1, 0, sheet);
      book.names.forEach((name) => name.sheet === 1 && (name.sheet = 2));
      book.names.push({ name: "Here", formula: "'Bridge & more'!$A$1", sheet: 1, hidden: true, comment: "" });
      book.activeSheet = 1;
    });
    expect(comparable(read)).toEqual(comparable(content));
    expect(parts["xl/workbook.xml"]).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="2">`);
    expect(parts["xl/workbook.xml"]).toContain(`activeTab="1"`);
    expect(parts[SHEET1]).not.toContain("tabSelected");
    expect(parts["xl/worksheets/sheet3.xml"]).toContain(`tabSelected="1"`);
    expect(parts["xl/tables/table2.xml"]).toContain(`id="5"`);
    const elements = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "mergeCells", "pageMargins", "drawing", "tableParts"];
    const places = elements.map((element) => parts["xl/worksheets/sheet3.xml"]!.indexOf(`<${element}`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("a removed sheet takes along what only it used", async () => {
    const { changed, parts, read } = await edited((book) => {
      book.sheets.splice(0, 1);
      book.sheets[0]!.visibility = "visible";
      book.names = book.names.filter(({ sheet }) => sheet === 1).map((name) => ({ ...name, sheet: 0 }));
    });
    const gone = [SHEET1, "xl/worksheets/_rels/sheet1.xml.rels", "xl/tables/table1.xml", "xl/charts/chart1.xml", "xl/drawings/drawing1.xml", "xl/drawings/_rels/drawing1.xml.rels", "xl/calcChain.xml"];
    gone.forEach((part) => expect(parts[part]).toBeUndefined());
    expect(changed).toEqual([...gone, "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/worksheets/sheet2.xml"].sort());
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(`tabSelected="1"`);
    expect(parts["[Content_Types].xml"]).not.toMatch(/chart|drawing|table|sheet1/);
    expect(parts["xl/workbook.xml"]).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">`);
    expect(read.sheets.map(({ name }) => name)).toEqual(["Other sheet"]);
  });

  test("renamed and moved sheets: Excel's own names follow, and worksheet parts stay as they were", async () => {
    const { changed, parts, read } = await edited((book) => {
      book.sheets.reverse();
      book.sheets[0]!.name = "It's new";
      book.names.forEach((name) => name.sheet === 1 && ((name.sheet = 0), (name.formula = "'It''s new'!$A$1")));
      book.activeSheet = 1;
    });
    expect(changed).toEqual(["xl/workbook.xml"]);
    expect(parts["xl/workbook.xml"]).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'It''s new'!$A$1:$B$4</definedName>`);
    expect(parts["xl/workbook.xml"]).toContain(`activeTab="1"`);
    expect(read.sheets.map(({ name }) => name)).toEqual(["It's new", "Data"]);
  });

  test("columns, merges, panes, protection, gridlines and tab colour change in place", async () => {
    const { content, read, changed, sheet1 } = await edited(({ sheets: [data] }) => {
      data!.columns = [{ from: 0, to: 0, width: 30, hidden: false, style: null }, { from: 8, to: 8, width: 9.109375, hidden: true, style: null }];
      data!.merges = [];
      data!.frozen = { rows: 0, columns: 0 };
      Object.assign(data!, { isProtected: false, showGridlines: false, tabColor: null });
    });
    expect(changed).toEqual(["xl/drawings/drawing1.xml", SHEET1]);
    expect(comparable(read)).toEqual(comparable(content));
    expect(sheet1).toContain(`outlineLevel="1"`);
    expect(sheet1).toContain(`zoomScale="90"`);
    expect(sheet1).toContain("conditionalFormatting");
  });
});

describe("tables", () => {
  test("a table that grew keeps its totals and the words of its columns", async () => {
    const { parts, changed } = await edited(({ sheets: [data] }) => {
      Object.assign(data!.tables[0]!, { rowCount: 6, columnCount: 3, columns: ["Lever", "Rate", "Note"], style: "TableStyleLight9" });
      setCell(data!, "C1", { value: "Note", style: 0 });
    });
    expect(changed).toEqual(["xl/tables/table1.xml", SHEET1].sort());
    expect(parts["xl/tables/table1.xml"]).toContain(
      `ref="A1:C6" totalsRowCount="1"><autoFilter ref="A1:C5"/><tableColumns count="3"><tableColumn id="1" name="Lever" totalsRowLabel="Total"/>` +
        `<tableColumn id="2" name="Rate" totalsRowFunction="sum"/><tableColumn id="3" name="Note"/></tableColumns><tableStyleInfo name="TableStyleLight9"`,
    );
  });

  test("headings are texts: Excel repairs a file where they are not", async () => {
    const { read } = await edited(({ sheets }) => {
      const sheet = sheets[1]!;
      setCell(sheet, "E1", { value: 2016, style: 0 });
      setCell(sheet, "F1", { value: "Name", style: 0 });
      sheet.tables.push({
        partId: null, name: "Years", row: 0, column: 4, rowCount: 3, columnCount: 3, columns: ["2016", "stale", "Column3"],
        hasHeaderRow: true, hasTotalsRow: false, style: null, showBandedRows: true, showFilterButton: true,
      });
    });
    expect(["E1", "F1", "G1"].map((address) => cellAt(read.sheets[1]!, address)!.value)).toEqual(["2016", "Name", "Column3"]);
    expect(read.sheets[1]!.tables[0]!.columns).toEqual(["2016", "Name", "Column3"]);
  });

  test("a removed table leaves its cells", async () => {
    const { parts, read } = await edited(({ sheets }) => (sheets[0]!.tables = []));
    expect(parts["xl/tables/table1.xml"]).toBeUndefined();
    expect(parts[SHEET1]).not.toContain("tablePart");
    expect(cellAt(read.sheets[0]!, "A1")!.value).toBe("Lever");
  });
});

describe("charts", () => {
  test("a new title keeps its size; colours, ranges, axes and legend change in place", async () => {
    const { content, read, parts, changed } = await edited(({ sheets: [data] }) => {
      const chart = data!.charts[0]!;
      Object.assign(chart, { title: "New & better", valueAxisTitle: "Share", valueAxisFormat: "0%", gapWidth: 30, categoryAxisTitle: null });
      chart.legend.position = "Right";
      chart.series[0]!.color = "#112233";
      chart.series[0]!.values = "Data!$B$2:$B$3";
      chart.series[1]!.categories = "Data!$A$2:$A$3";
      chart.series[1]!.name = "Floor";
    });
    expect(changed).toEqual(["xl/charts/chart1.xml"]);
    expect(comparable(read)).toEqual(comparable(content));
    const xml = parts["xl/charts/chart1.xml"]!;
    expect(xml).toContain(`<a:rPr lang="en-GB" sz="1800"/><a:t>New &amp; better</a:t>`);
    expect(xml).toContain(`<a:srgbClr val="112233"/></a:solidFill><a:ln w="12700">`);
    expect(xml).toContain(`<c:pt idx="1"><c:v>0.03</c:v></c:pt>`);
  });

  test("a chart that moved, with a new name, changes its drawing alone", async () => {
    const { content, read, changed } = await edited(({ sheets: [data] }) => {
      Object.assign(data!.charts[0]!, { left: 10.25, top: 300, width: 333, height: 222.5, name: "Renamed", altText: "" });
    });
    expect(changed).toEqual(["xl/drawings/drawing1.xml"]);
    expect(comparable(read)).toEqual(comparable(content));
  });

  test("another type is another chart", async () => {
    for (const type of ["ColumnClustered", "BarStacked", "BarStacked100", "Line", "LineMarkers", "AreaStacked", "Pie", "Doughnut", "XYScatter", "XYScatterLinesNoMarkers", "XYScatterSmooth"]) {
      const { read } = await edited(({ sheets: [data] }) => {
        Object.assign(data!.charts[0]!, { type, gapWidth: null });
        data!.charts[0]!.series.forEach((series) => (series.color = null));
      });
      expect(read.sheets[0]!.charts[0]!.type).toBe(type);
    }
  });

  test("the last chart takes the drawing along; a second one stays", async () => {
    const alone = await edited(({ sheets }) => (sheets[0]!.charts = []));
    expect(Object.keys(alone.parts).filter((part) => /drawing|chart/.test(part))).toEqual([]);
    expect(alone.parts[SHEET1]).not.toContain("<drawing");
    const replaced = await edited(({ sheets }) => (sheets[0]!.charts = [bridgeChart("Data")]));
    expect(replaced.read.sheets[0]!.charts.map(({ name }) => name)).toEqual(["Bridge"]);
    expect(Object.keys(replaced.parts).filter((part) => part.startsWith("xl/charts/"))).toEqual(["xl/charts/chart2.xml"]);
  });
});

describe("names, custom XML, settings", () => {
  test("are added, changed and removed by themselves", async () => {
    const { content, read, changed, parts } = await edited((book) => {
      book.names = [
        { name: "Rate", formula: "Data!$B$3", sheet: null, hidden: false, comment: "the rate" },
        { name: "Total", formula: "SAVINGS.GAP(Data!$B$2)", sheet: 0, hidden: true, comment: "" },
      ];
      book.customXml[0]!.xml = `<savings xmlns="urn:savings:v2"/>`;
      book.customXml.push({ id: "{AAAAAAAA-2222-3333-4444-555555555555}", xml: `<s:scenario xmlns:s="urn:savings:scenario">é</s:scenario>` });
      book.settings = { seed: { nested: [1] }, added: "x" };
    });
    expect(comparable(read)).toEqual(comparable(content));
    expect(changed).toEqual(
      [
        "[Content_Types].xml", "customXml/item1.xml", "customXml/itemProps1.xml", "customXml/item2.xml", "customXml/itemProps2.xml",
        "customXml/_rels/item2.xml.rels", "xl/_rels/workbook.xml.rels", "xl/webextensions/webextension1.xml", "xl/workbook.xml",
      ].sort(),
    );
    expect(parts["customXml/itemProps2.xml"]).toContain(`<ds:schemaRef ds:uri="urn:savings:scenario"/>`);
    expect(parts["xl/workbook.xml"]).toContain("_xlnm.Print_Area");
  });

  test("custom XML that is gone takes its properties along", async () => {
    const { parts } = await edited((book) => (book.customXml = []));
    expect(Object.keys(parts).filter((part) => part.startsWith("customXml"))).toEqual([]);
    expect(parts["[Content_Types].xml"]).not.toContain("customXml");
    expect(parts["xl/_rels/workbook.xml.rels"]).not.toContain("customXml");
  });

  test("a file without add-in settings gets a web extension part of its own", async () => {
    const { read, parts } = await edited((book) => {
      book.settings = { key: "value" };
      book.addIn = { id: "0c4b6c2c-1111-2222-3333-444444444444", version: "1.2.3.0" };
    }, newWorkbook());
    expect(read.settings).toEqual({ key: "value" });
    expect(parts["xl/webextensions/webextension1.xml"]).toContain(`id="0c4b6c2c-1111-2222-3333-444444444444" version="1.2.3.0"`);
  });
});

test("content can be saved from nothing", async () => {
  const { read } = await edited(({ sheets }) => setCell(sheets[0]!, "B2", { value: "first", style: 0 }), newWorkbook());
  expect(read.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  expect(read.styles[0]).toMatchObject({ fontName: "Calibri", fontSize: 11 });
  expect(cellAt(read.sheets[0]!, "B2")!.value).toBe("first");
});

test("the same content gives the same bytes", async () => {
  const original = await handMadeWorkbook();
  const content = await readWorkbook(original);
  content.sheets.push(blankSheet("New"));
  expect(await patchWorkbook(original, content)).toEqual(await patchWorkbook(original, content));
});

describe("content that no workbook can hold is refused in a sentence", () => {
  test.each<[string, (book: WorkbookContent) => void, string]>([
    ["two sheets of one name", (book) => (book.sheets[1]!.name = "DATA"), `The sheet "DATA" cannot be saved: another sheet has the same name.`],
    ["a slash in a sheet's name", (book) => (book.sheets[0]!.name = "a/b"), `The sheet "a/b" cannot be saved: a sheet's name may not hold [ ] : * ? / or \\.`],
    ["no visible sheet", (book) => (book.sheets[0]!.visibility = "hidden"), "A workbook needs at least one visible sheet."],
    ["a text too long", (book) => setCell(book.sheets[0]!, "B9", { value: "x".repeat(40_000), style: 0 }), "The text in Data!B9 is longer than 32767 characters."],
    ["a chart type without a writer", (book) => book.sheets[0]!.charts.push({ ...bridgeChart("Data"), type: "Sunburst" }), `The chart "Bridge" is of type Sunburst, which cannot be written to a file.`],
    ["broken custom XML", (book) => book.customXml.push({ id: "{X}", xml: "<a>" }), "The custom XML part {X} is not well-formed XML."],
    ["a style that is not there", (book) => (cellAt(book.sheets[0]!, "B2")!.style = 99), "A cell refers to style number 99, which the workbook does not have."],
  ])("%s", async (_, edit, message) => {
    await expect(edited(edit)).rejects.toThrow(message);
  });
});
