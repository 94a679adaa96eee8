import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { bridgeChart, cellAt, comparable, setCell } from "../support/content";
import { SHEET1, edited } from "../support/edited";
import { HAND_MADE, handMadeWorkbook } from "../support/handMade";

describe("sheets", () => {
  test("a new sheet with a table, a chart, columns, merges and frozen panes reads back as it was given", async () => {
    const { content, read, parts } = await edited((book) => {
      const sheet = emptySheet("Bridge & more");
      const rows = [
        ["Step", "Base", "Rise"],
        ["Gap", 0, 30],
        ["Levers", 8, 22],
        ["Left", 0, 8],
      ];
      rows.forEach((row, index) =>
        row.forEach((value, column) => setCell(sheet, `${"ABC"[column]}${index + 1}`, { value, style: column })),
      );
      sheet.tables.push({
        partId: null,
        name: "Bridge",
        row: 0,
        column: 0,
        rowCount: 4,
        columnCount: 3,
        columns: ["Step", "Base", "Rise"],
        hasHeaderRow: true,
        hasTotalsRow: false,
        style: "TableStyleLight1",
        showBandedRows: false,
        showFilterButton: false,
      });
      sheet.charts.push(bridgeChart("'Bridge & more'"));
      sheet.columns.push(
        { from: 0, to: 0, width: 18.5, hidden: false, style: 4 },
        { from: 3, to: 9, width: null, hidden: true, style: null },
      );
      sheet.merges.push({ row: 9, column: 0, rowCount: 1, columnCount: 3 });
      Object.assign(sheet, {
        frozen: { rows: 1, columns: 2 },
        showGridlines: false,
        tabColor: "#123456",
        protection: { allowed: ["allowSort"], selectionMode: "Unlocked", password: { hash: "83AF" } },
      });
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
    const elements = [
      "sheetPr",
      "dimension",
      "sheetViews",
      "sheetFormatPr",
      "cols",
      "sheetData",
      "sheetProtection",
      "mergeCells",
      "pageMargins",
      "drawing",
      "tableParts",
    ];
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
    const gone = [
      SHEET1,
      "xl/worksheets/_rels/sheet1.xml.rels",
      "xl/tables/table1.xml",
      "xl/charts/chart1.xml",
      "xl/drawings/drawing1.xml",
      "xl/drawings/_rels/drawing1.xml.rels",
      "xl/calcChain.xml",
    ];
    gone.forEach((part) => expect(parts[part]).toBeUndefined());
    expect(changed).toEqual(
      [
        ...gone,
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/workbook.xml",
        "xl/worksheets/sheet2.xml",
      ].sort(),
    );
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
    expect(parts["xl/workbook.xml"]).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'It''s new'!$A$1:$B$4</definedName>`,
    );
    expect(parts["xl/workbook.xml"]).toContain(`activeTab="1"`);
    expect(read.sheets.map(({ name }) => name)).toEqual(["It's new", "Data"]);
  });

  test("what stands around the cells calls a renamed sheet by its new name", async () => {
    const original = await handMadeWorkbook({
      "xl/worksheets/sheet2.xml": HAND_MADE["xl/worksheets/sheet2.xml"]!.replace(
        `<formula1>"yes,no"</formula1></dataValidation></dataValidations>`,
        `<formula1>Data!$A$2:$A$4</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="Data!A1"/></hyperlinks>`,
      ),
    });
    const { parts, changed } = await edited((book) => {
      book.sheets[0]!.name = "New data";
    }, original);
    expect(changed).toEqual(["xl/workbook.xml", "xl/worksheets/sheet2.xml"]);
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(`<formula1>'New data'!$A$2:$A$4</formula1>`);
    expect(parts["xl/worksheets/sheet2.xml"]).toContain(`<hyperlink ref="A1" location="'New data'!A1"/>`);
  });

  test("columns, merges, panes, protection, gridlines and tab colour change in place", async () => {
    const { content, read, changed, sheet1 } = await edited(({ sheets: [data] }) => {
      data!.columns = [
        { from: 0, to: 0, width: 30, hidden: false, style: null },
        { from: 8, to: 8, width: 9.109375, hidden: true, style: null },
      ];
      data!.merges = [];
      data!.frozen = { rows: 0, columns: 0 };
      Object.assign(data!, { protection: null, showGridlines: false, tabColor: null });
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
      Object.assign(data!.tables[0]!, {
        rowCount: 6,
        columnCount: 3,
        columns: ["Lever", "Rate", "Note"],
        style: "TableStyleLight9",
      });
      setCell(data!, "C1", { value: "Note", style: 0 });
    });
    expect(changed).toEqual(["xl/tables/table1.xml", SHEET1].sort());
    expect(parts["xl/tables/table1.xml"]).toContain(
      `ref="A1:C6" totalsRowCount="1"><autoFilter ref="A1:C5"/><tableColumns count="3"><tableColumn id="1" name="Lever" totalsRowLabel="Total"/>` +
        `<tableColumn id="2" name="Rate" totalsRowFunction="sum"/><tableColumn id="3" name="Note"/></tableColumns><tableStyleInfo name="TableStyleLight9"`,
    );
  });

  test("a totals row that is new says beside its columns what its cells hold", async () => {
    const totals = [
      { value: "All <levers>", style: 0 },
      { value: 3, formula: "SUBTOTAL(109,Rates[Rate])", style: 0 },
      { value: 2, formula: 'MAX(Rates[Most])&"<"', style: 0 },
      { value: null, style: 0 },
    ];
    const { parts } = await edited(({ sheets }) => {
      const sheet = sheets[1]!;
      ["Lever", "Rate", "Most", "Note"].forEach((name, at) =>
        setCell(sheet, `${"EFGH"[at]}1`, { value: name, style: 0 }),
      );
      totals.forEach((cell, at) => setCell(sheet, `${"EFGH"[at]}3`, cell));
      sheet.tables.push({
        partId: null,
        name: "Rates",
        row: 0,
        column: 4,
        rowCount: 3,
        columnCount: 4,
        columns: ["Lever", "Rate", "Most", "Note"],
        hasHeaderRow: true,
        hasTotalsRow: true,
        style: null,
        showBandedRows: true,
        showFilterButton: false,
      });
    });
    const table = Object.entries(parts).find(([part, xml]) => part.includes("tables/") && xml.includes('"Rates"'))?.[1];
    expect(table).toContain(
      'ref="E1:H3" totalsRowCount="1"><tableColumns count="4"><tableColumn id="1" name="Lever" totalsRowLabel="All &lt;levers&gt;"/>' +
        '<tableColumn id="2" name="Rate" totalsRowFunction="sum"/><tableColumn id="3" name="Most" totalsRowFunction="custom">' +
        '<totalsRowFormula>MAX(Rates[Most])&amp;"&lt;"</totalsRowFormula></tableColumn><tableColumn id="4" name="Note"/></tableColumns>',
    );
  });

  test("headings are texts: Excel repairs a file where they are not", async () => {
    const { read } = await edited(({ sheets }) => {
      const sheet = sheets[1]!;
      setCell(sheet, "E1", { value: 2016, style: 0 });
      setCell(sheet, "F1", { value: "Name", style: 0 });
      sheet.tables.push({
        partId: null,
        name: "Years",
        row: 0,
        column: 4,
        rowCount: 3,
        columnCount: 3,
        columns: ["2016", "stale", "Column3"],
        hasHeaderRow: true,
        hasTotalsRow: false,
        style: null,
        showBandedRows: true,
        showFilterButton: true,
      });
    });
    expect(["E1", "F1", "G1"].map((address) => cellAt(read.sheets[1]!, address)!.value)).toEqual([
      "2016",
      "Name",
      "Column3",
    ]);
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
      Object.assign(chart, {
        title: "New & better",
      });
      Object.assign(chart.axes.value, { title: "Share", numberFormat: "0%" });
      chart.axes.category.title = null;
      chart.series.forEach((series) => (series.gapWidth = 30));
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
      Object.assign(data!.charts[0]!, {
        left: 10.25,
        top: 300,
        width: 333,
        height: 222.5,
        name: "Renamed",
        altText: "",
      });
    });
    expect(changed).toEqual(["xl/drawings/drawing1.xml"]);
    expect(comparable(read)).toEqual(comparable(content));
  });

  test("another type is another chart", async () => {
    for (const type of [
      "ColumnClustered",
      "BarStacked",
      "BarStacked100",
      "Line",
      "LineMarkers",
      "AreaStacked",
      "Pie",
      "Doughnut",
      "XYScatter",
      "XYScatterLinesNoMarkers",
      "XYScatterSmooth",
    ]) {
      const { read } = await edited(({ sheets: [data] }) => {
        Object.assign(data!.charts[0]!, { type });
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
    expect(Object.keys(replaced.parts).filter((part) => part.startsWith("xl/charts/"))).toEqual([
      "xl/charts/chart2.xml",
    ]);
  });
});
