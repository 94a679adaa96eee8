import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { parseAddress } from "@workbooks/xlsx/sheet/address";
import { ours } from "./support/edited";
import { HAND_MADE, handMadeWorkbook } from "./support/handMade";
import { handPackage } from "./support/makers/handPackage";
import { partsOf } from "./support/packageParts";

describe("reading a workbook that was written by hand", () => {
  let content: WorkbookContent;
  let data: SheetContent;
  beforeAll(async () => {
    content = await readWorkbook(await handMadeWorkbook(), ours);
    data = content.sheets[0]!;
  });
  const cell = (address: string, sheet = data) => {
    const { row, column } = parseAddress(address)!;
    return sheet.cells.get(row)?.get(column);
  };

  test("texts: shared, rich, with readings, inline, escaped", () => {
    expect(cell("A1")).toEqual({ value: "Lever", style: 2 });
    expect(cell("A2")!.value).toBe("Agency caps");
    expect(cell("A3")!.value).toBe("東京");
    expect(cell("A4")!.value).toBe("line one\r\nline two & _x000D_");
    expect(cell("E6")!.value).toBe(" inline ");
  });

  test("numbers, booleans, errors, dates as serial numbers, blanks with a format", () => {
    expect(cell("B4")!.value).toBe(0.04);
    expect(cell("B6")!.value).toBe(true);
    expect(cell("C6")!.value).toEqual({ error: "#N/A" });
    expect(cell("A6")).toEqual({ value: 42461, style: 3 });
    expect(content.styles[3]!.numberFormat).toBe("m/d/yyyy");
    expect(cell("G6")).toEqual({ value: null, style: 2 });
  });

  test("formulas by the names that users type", () => {
    expect(cell("C2")!.formula).toBe("SAVINGS.COMPOUNDEFF(B2,$B$2)+SUM(B$2:B2)");
    expect(cell("C4")!.formula).toBe("SAVINGS.COMPOUNDEFF(B4,$B$2)+SUM(B$2:B4)");
    expect(cell("F6")!.formula).toBe("LET(n,SUM(E1#),n+@B2:B4)");
    expect(cell("D6")).toEqual({ value: "ab", formula: '"a"&"b"', style: 0 });
  });

  test("dynamic and legacy arrays; what spills is values", () => {
    expect(cell("E1")).toEqual({
      value: 1,
      style: 0,
      formula: "SAVINGS.SPILL(2)",
      array: { row: 0, column: 4, rowCount: 2, columnCount: 2, dynamic: true },
    });
    expect(cell("F2")).toEqual({ value: 20, style: 0 });
    expect(cell("G1")!.array).toEqual({ row: 0, column: 6, rowCount: 2, columnCount: 1, dynamic: false });
  });

  test("styles: theme colours with tint, indexed colours, borders, alignment", () => {
    expect(content.styles).toHaveLength(5);
    expect(content.styles[2]).toMatchObject({
      fontName: "Arial",
      fontSize: 14,
      bold: true,
      fontColor: "#FF0000",
      fillColor: "#F8CBAD",
      horizontal: "center",
      vertical: "top",
      wrap: true,
      borders: {
        left: { style: "thin", color: null },
        bottom: { style: "double", color: "#00B050" },
        top: null,
        right: null,
      },
    });
    expect(content.styles[3]).toMatchObject({ underline: true, fontColor: "#2F5597", fillColor: "#FFFF00" });
    expect(content.styles[4]).toMatchObject({ horizontal: "left", indent: 2 });
  });

  test("the sheet around its cells", () => {
    expect(data).toMatchObject({
      name: "Data",
      visibility: "visible",
      protection: {
        allowed: [],
        selectionMode: "Normal",
        password: { algorithm: "SHA-512", hash: "x", salt: "y", spins: 100_000 },
      },
      showGridlines: true,
      tabColor: "#70AD47",
    });
    expect(data.frozen).toEqual({ rows: 1, columns: 0 });
    expect(data.columns).toEqual([
      { from: 0, to: 0, width: 25.5546875, hidden: false, style: 4 },
      { from: 7, to: 8, width: 9.109375, hidden: true, style: null },
    ]);
    expect(data.rows).toEqual(
      new Map([
        [0, { height: 30, hidden: false }],
        [3, { height: null, hidden: true }],
      ]),
    );
    expect(data.merges).toEqual([{ row: 7, column: 0, rowCount: 2, columnCount: 2 }]);
    expect(data.defaultRowHeight).toBe(14.4);
    expect(content.sheets[1]).toMatchObject({
      name: "Other sheet",
      visibility: "hidden",
      showGridlines: false,
      protection: null,
    });
  });

  test("tables, names, custom XML, settings", () => {
    expect(data.tables).toEqual([
      {
        partId: "xl/tables/table1.xml",
        name: "Levers",
        row: 0,
        column: 0,
        rowCount: 5,
        columnCount: 2,
        columns: ["Lever", "Rate"],
        hasHeaderRow: true,
        hasTotalsRow: true,
        style: "TableStyleMedium2",
        showBandedRows: true,
        showFilterButton: true,
      },
    ]);
    expect(content.names).toEqual([
      { name: "Local", formula: "'Other sheet'!$A$1", sheet: 1, hidden: false, comment: "only here" },
      { name: "Rate", formula: "Data!$B$2", sheet: null, hidden: false, comment: "" },
    ]);
    expect(content.customXml).toEqual([
      {
        id: "{11111111-2222-3333-4444-555555555555}",
        xml: `<savings xmlns="urn:savings:v1"><model>1</model></savings>`,
      },
    ]);
    expect(content.settings).toEqual({ "Office.AutoShowTaskpaneWithDocument": true, seed: "42" });
  });

  test("a chart, with its place in points and an invisible series", () => {
    expect(data.charts).toHaveLength(1);
    const { left, top, width, height, ...chart } = data.charts[0]!;
    expect(chart).toEqual({
      partId: "xl/charts/chart1.xml",
      name: "Chart 1",
      altText: "Rates by lever",
      type: "ColumnStacked",
      title: "Rates",
      legend: { visible: true, position: "Bottom" },
      titleFormat: { font: { size: 18 } },
      axes: {
        category: { title: "Lever", numberFormat: null },
        value: { title: null, numberFormat: "0.0%", majorGridlines: {} },
      },
      blanks: "Zero",
      series: [
        {
          ...{ name: "Rate", nameReference: "Data!$B$1", values: "Data!$B$2:$B$4", categories: "Data!$A$2:$A$4" },
          ...{ color: "#4472C4", line: { color: "#000000", weight: 1 }, gapWidth: 75, partIndex: 0 },
        },
        { name: "Base", values: "Data!$C$2:$C$4", categories: null, color: "none", gapWidth: 75, partIndex: 1 },
      ],
    });
    // Column A is 179 pixels wide, B to G 64 each; rows are 14.4 points, but the first 30 and the fourth hidden.
    expect(left).toBeCloseTo(179 * 0.75 + 2 * 48, 6);
    expect(width).toBeCloseTo(4 * 48 + 10, 6);
    expect(top).toBeCloseTo(30 + 7 * 14.4, 6);
    expect(height).toBeCloseTo(11 * 14.4, 6);
  });

  test("what cannot be shown is named with its sheets", () => {
    expect(content.notShown).toEqual([
      "Mixed formatting inside a cell's text",
      "Conditional formatting (on Data)",
      "Groups of rows and columns (on Data)",
      "Drop-down lists and other data validation (on Other sheet)",
    ]);
  });
});

describe("what makers of files do differently", () => {
  const sheet2 = (rows: string, around = "") =>
    handMadeWorkbook({
      "xl/worksheets/sheet2.xml": `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${around}<x:sheetData>${rows}</x:sheetData></x:worksheet>`,
    });
  const valuesOf = async (bytes: Uint8Array) => {
    const cells = (await readWorkbook(bytes, ours)).sheets[1]!.cells;
    return [...cells].map(([row, columns]) => [
      row,
      [...columns].map(([column, cell]) => [column, cell.formula ?? cell.value]),
    ]);
  };

  test("prefixed elements and cells without addresses", async () => {
    const bytes = await sheet2(
      `<x:row><x:c><x:v>1</x:v></x:c><x:c t="b"><x:v>0</x:v></x:c></x:row><x:row r="5"><x:c r="C5"><x:v>3</x:v></x:c><x:c><x:f>=C5+1</x:f><x:v>4</x:v></x:c></x:row>`,
    );
    expect(await valuesOf(bytes)).toEqual([
      [
        0,
        [
          [0, 1],
          [1, false],
        ],
      ],
      [
        4,
        [
          [2, 3],
          [3, "C5+1"],
        ],
      ],
    ]);
  });

  test("ISO dates become serial numbers", async () => {
    const bytes = await sheet2(
      `<x:row r="1"><x:c r="A1" t="d"><x:v>2016-04-01</x:v></x:c><x:c r="B1" t="d"><x:v>1900-01-01T12:00:00</x:v></x:c></x:row>`,
    );
    expect(await valuesOf(bytes)).toEqual([
      [
        0,
        [
          [0, 42461],
          [1, 1.5],
        ],
      ],
    ]);
  });

  test("a 1904 workbook says so", async () => {
    const workbook = HAND_MADE["xl/workbook.xml"]!.replace("<workbookPr ", `<workbookPr date1904="1" `);
    const content = await readWorkbook(await handMadeWorkbook({ "xl/workbook.xml": workbook }), ours);
    expect(content.date1904).toBe(true);
  });

  test.each([
    ["hidden", "hidden", "visible", 2],
    ["hidden", "visible", "visible", 1],
    ["visible", "hidden", "veryHidden", 0],
  ] as const)("in front is the next sheet that is shown: of %s, %s, %s", async (...asked) => {
    const [first, second, third, place] = asked;
    const sheets = [first, second, third].map((state, index) => ({
      ...{ name: `Sheet ${index}`, inside: "<sheetData/>" },
      ...(state === "visible" ? {} : { state }),
    }));
    const beforeSheets = `<bookViews><workbookView activeTab="${place === 0 ? 1 : 0}"/></bookViews>`;
    const bytes = await handPackage({ sheets, beforeSheets });
    expect((await readWorkbook(bytes, ours)).activeSheet).toBe(place);
    expect(await partsOf(await patchWorkbook(bytes, await readWorkbook(bytes, ours), ours))).toEqual(
      await partsOf(bytes),
    );
  });

  test("a dependent may stand before the first cell of its shared formula", async () => {
    const bytes = await sheet2(
      `<x:row r="1"><x:c r="A1"><x:f t="shared" si="3"/></x:c></x:row><x:row r="2"><x:c r="A2"><x:f t="shared" si="3" ref="A1:A2">B2*2</x:f></x:c></x:row>`,
    );
    expect(await valuesOf(bytes)).toEqual([
      [0, [[0, "B1*2"]]],
      [1, [[0, "B2*2"]]],
    ]);
  });

  test("UTF-16 parts, backslashes and capitals in part names", async () => {
    const { "xl/workbook.xml": workbook, ...rest } = HAND_MADE;
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${workbook!.replace("UTF-8", "UTF-16")}`, "utf16le"));
    const { packageOf } = await import("./support/packageParts");
    const content = await readWorkbook(await packageOf({ ...rest, "XL\\Workbook.xml": utf16 }), ours);
    expect(content.sheets.map(({ name }) => name)).toEqual(["Data", "Other sheet"]);
  });
});
