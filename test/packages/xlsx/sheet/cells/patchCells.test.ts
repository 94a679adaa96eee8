import type { WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { cellAt, setCell } from "../../support/content";
import { SHEET1, edited } from "../../support/edited";
import { handMadeWorkbook } from "../../support/handMade";
import { partsOf } from "../../support/packageParts";

describe("values", () => {
  test("only the cell's element changes; attributes of other makers stay", async () => {
    const original = await partsOf(await handMadeWorkbook());
    const { sheet1, changed } = await edited(({ sheets }) => (cellAt(sheets[0]!, "B3")!.value = 0.05));
    expect(changed).toEqual([SHEET1]);
    expect(sheet1).toBe(
      original[SHEET1]!.replace(`<c r="B3" s="1"><v>0.03</v></c>`, `<c r="B3" s="1"><v>0.05</v></c>`),
    );
  });

  test("a formula's new value leaves its text as the file has it", async () => {
    const { sheet1, changed } = await edited(({ sheets }) => {
      cellAt(sheets[0]!, "C2")!.value = 1;
      cellAt(sheets[0]!, "C3")!.value = { error: "#NAME?" };
      cellAt(sheets[0]!, "E1")!.value = 5;
      cellAt(sheets[0]!, "F6")!.value = "text";
    });
    expect(changed).toEqual([SHEET1]);
    expect(sheet1).toContain(
      `<f t="shared" ref="C2:C4" si="0">_xldudf_SAVINGS_COMPOUNDEFF(B2,$B$2)+SUM(B$2:B2)</f><v>1</v>`,
    );
    expect(sheet1).toContain(`<c r="C3" t="e"><f t="shared" si="0"/><v>#NAME?</v></c>`);
    expect(sheet1).toContain(`<c r="E1" cm="1"><f t="array" ref="E1:F2">_xldudf_SAVINGS_SPILL(2)</f><v>5</v></c>`);
    expect(sheet1).toContain(
      `_xlfn.LET(_xlpm.n,SUM(_xlfn.ANCHORARRAY(E1)),_xlpm.n+_xlfn.SINGLE(B2:B4))</f><v>text</v></c>`,
    );
  });

  test("texts are texts whatever they begin with, and keep blanks, line breaks and control characters", async () => {
    const texts = [
      "=1+1",
      "+44 20",
      "-5",
      "@name",
      " outer ",
      "a\nb",
      "a\r\nb\tc",
      "<&>\"'",
      "_x000D_",
      "\u0001\u000b",
      "😀",
      "\ud800",
      "",
    ];
    const { read } = await edited(({ sheets }) => {
      texts.forEach((value, index) => setCell(sheets[1]!, `D${index + 1}`, { value, style: 0 }));
    });
    expect(texts.map((_, index) => cellAt(read.sheets[1]!, `D${index + 1}`))).toEqual(
      texts.map((value) => ({ value, style: 0 })),
    );
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
      { error: "#NUM!" },
      { error: "#VALUE!" },
      0,
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
    const edit = ({ sheets }: WorkbookContent) =>
      setCell(sheets[0]!, "I1", { value: 1, style: 0, formula: "SEQUENCE(2)", array });
    const inHandMade = await edited(edit);
    expect(inHandMade.changed).not.toContain("xl/metadata.xml");
    expect(inHandMade.sheet1).toContain(`<c r="I1" cm="1"><f t="array" ref="I1:I2">_xlfn.SEQUENCE(2)</f><v>1</v></c>`);
    const inNew = await edited(edit, newWorkbook());
    expect(inNew.parts["xl/metadata.xml"]).toContain(
      `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>`,
    );
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
    expect(parts["xl/metadata.xml"]).toContain(
      `<cellMetadata count="2"><bk><rc t="1" v="0"/></bk><bk><rc t="2" v="0"/></bk></cellMetadata>`,
    );
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
    expect(styles).toContain(
      `<alignment horizontal="center" vertical="top" wrapText="1"/><protection locked="0"/></xf></cellXfs>`,
    );
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
    const renumbered = await edited((book) => {
      book.styles.reverse();
      const last = book.styles.length - 1;
      for (const sheet of book.sheets) {
        sheet.columns.forEach((column) => column.style !== null && (column.style = last - column.style));
        for (const cells of sheet.cells.values()) for (const cell of cells.values()) cell.style = last - cell.style;
      }
    });
    expect(renumbered.changed).toEqual([]);
  });
});
