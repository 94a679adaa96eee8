import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { cellAt, setCell } from "./support/content";
import { SHEET1, edited, ours } from "./support/edited";
import { HAND_MADE, handMadeWorkbook } from "./support/handMade";
import { otherAddIns, richErrors } from "./support/makers/withOddCells";
import { slicers } from "./support/makers/withOtherParts";

describe("errors that came after the format", () => {
  test("are read by the rich value behind #VALUE!", async () => {
    const [sheet] = (await readWorkbook(await richErrors(), ours)).sheets;
    expect(["B1", "C1", "B2", "C2"].map((address) => cellAt(sheet!, address)!.value)).toEqual([
      { error: "#SPILL!" },
      { error: "#CALC!" },
      { error: "#VALUE!" },
      { error: "#VALUE!" },
    ]);
  });

  test.each([
    ["9", "#CONNECT!"],
    ["10", "#BLOCKED!"],
    ["11", "#UNKNOWN!"],
    ["12", "#FIELD!"],
    ["14", "#BUSY!"],
    ["18", "#EXTERNAL!"],
    ["19", "#TIMEOUT!"],
    ["99", "#VALUE!"],
  ])("number %s is %s, and one that came later the #VALUE! that stands there", async (number, error) => {
    const [sheet] = (await readWorkbook(await richErrors(number), ours)).sheets;
    expect(cellAt(sheet!, "B1")!.value).toEqual({ error });
  });

  test("keep their rich value while a neighbour, their format or their formula changes", async () => {
    const { sheet1, changed } = await edited(
      (content) => {
        setCell(content.sheets[0]!, "A1", { value: 9, style: 0 });
        cellAt(content.sheets[0]!, "B1")!.style = 1;
        cellAt(content.sheets[0]!, "C1")!.formula = "SEQUENCE(4)";
      },
      await richErrors(),
    );
    expect(changed).toEqual([SHEET1]);
    expect(sheet1).toContain(
      `r="B1" s="1" t="e" cm="1" vm="1"><f t="array" ref="B1">_xlfn.SEQUENCE(3)</f><v>#VALUE!</v>`,
    );
    expect(sheet1).toContain(`vm="3"><f t="array" ref="C1">_xlfn.SEQUENCE(4)</f><v>#VALUE!</v>`);
  });

  test("go with their rich value when the cell shows something else", async () => {
    const { sheet1, read } = await edited(
      (content) => {
        cellAt(content.sheets[0]!, "B1")!.value = { error: "#VALUE!" };
        cellAt(content.sheets[0]!, "C1")!.value = 3;
      },
      await richErrors(),
    );
    expect(sheet1).not.toMatch(/vm="[13]"/);
    expect(cellAt(read.sheets[0]!, "B1")!.value).toEqual({ error: "#VALUE!" });
  });
});

describe("functions of other add-ins", () => {
  test("are shown as Excel shows them without the add-in; ours by their names", async () => {
    const [sheet] = (await readWorkbook(await otherAddIns(), ours)).sheets;
    expect(["B1", "B2", "C2", "C4"].map((address) => cellAt(sheet!, address)!.formula)).toEqual([
      "_xldudf_CONTOSO_ADD(A1,2)",
      "[2]!_xldudf_CONTOSO_ADD(A2,2)",
      "_xll.PRICE.OF(A2)+SAVINGS.COMPOUNDEFF(2%,2)",
      "_xldudf_CONTOSO_ADD(A4,1)",
    ]);
  });

  test("go back as they came when their formula, a neighbour or a shared formula's first cell changes", async () => {
    const { sheet1 } = await edited(
      (content) => {
        const sheet = content.sheets[0]!;
        cellAt(sheet, "B1")!.formula = "_xldudf_CONTOSO_ADD(A1,3)";
        cellAt(sheet, "C2")!.formula += "+1";
        setCell(sheet, "C3", { value: 1, style: 0 });
        setCell(sheet, "A2", { value: 60, style: 0 });
      },
      await otherAddIns(),
    );
    expect(sheet1).toContain("<f>_xldudf_CONTOSO_ADD(A1,3)</f>");
    expect(sheet1).toContain("<f>[2]!_xldudf_CONTOSO_ADD(A2,2)</f>");
    expect(sheet1).toContain("<f>_xll.PRICE.OF(A2)+_xldudf_SAVINGS_COMPOUNDEFF(2%,2)+1</f>");
    expect(sheet1).toContain("<f>_xldudf_CONTOSO_ADD(A4,1)</f>");
  });
});

describe("the list of sheets in the document's properties", () => {
  const APP = "docProps/app.xml";
  const VT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";
  const pair = (name: string, count: number) =>
    `<vt:variant><vt:lpstr>${name}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`;
  const app = (sheets: string[], names: string[]) =>
    `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="${VT}"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="4" baseType="variant">${pair("Arbeitsblätter", sheets.length)}${pair("Benannte Bereiche", names.length)}</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${sheets.length + names.length}" baseType="lpstr">${[...sheets, ...names].map((title) => `<vt:lpstr>${title}</vt:lpstr>`).join("")}</vt:vector></TitlesOfParts></Properties>`;
  const withProperties = () =>
    handMadeWorkbook({
      "_rels/.rels": HAND_MADE["_rels/.rels"]!.replace(
        "</Relationships>",
        `<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
      ),
      [APP]: app(["Data", "Other sheet"], ["'Other sheet'!Print_Area", "Rate"]),
    });
  const utf8 = (bytes: string) => Buffer.from(bytes, "binary").toString("utf8");

  test("follows a new name and a new sheet", async () => {
    const { parts } = await edited(
      (content) => {
        content.sheets[1]!.name = "R&D";
        content.sheets.push(emptySheet("Results"));
      },
      await withProperties(),
    );
    expect(utf8(parts[APP]!)).toBe(app(["Data", "R&amp;D", "Results"], ["'R&amp;D'!Print_Area", "Rate"]));
  });

  test("no longer names a sheet that was removed", async () => {
    const { parts } = await edited(
      (content) => {
        content.sheets.pop();
        content.names = content.names.filter(({ sheet }) => sheet === null);
      },
      await withProperties(),
    );
    expect(utf8(parts[APP]!)).toBe(app(["Data"], ["Rate"]));
  });
});

describe("a table that slicers filter takes them along, as in Excel", () => {
  const CACHE1 = "xl/slicerCaches/slicerCache1.xml";
  const CACHE2 = "xl/slicerCaches/slicerCache2.xml";

  test("with cache, name, and place on another sheet; the other's stay", async () => {
    const { parts, read } = await edited((content) => void (content.sheets[1]!.tables = []), await slicers());
    expect(
      Object.keys(parts)
        .filter((name) => /slicer|tables\//.test(name))
        .sort(),
    ).toEqual([CACHE1, "xl/slicers/slicer1.xml", "xl/tables/table1.xml"]);
    expect(parts["xl/slicers/slicer1.xml"]).toMatch(/"Slicer_First"(?!.*"Slicer_Second")/);
    expect(parts["xl/drawings/drawing1.xml"]).toMatch(/name="First group"(?!.*"Second group")/);
    expect(parts["xl/workbook.xml"]).toMatch(/<x15:slicerCaches><x14:slicerCache r:id="rIdA"\/><\/x15:slicerCaches>/);
    expect(parts["[Content_Types].xml"]).not.toContain(CACHE2);
    expect(read.names.map(({ name }) => name)).toEqual(["Slicer_First"]);
    expect(read.notShown).toContain("Slicers (on One)");
  });

  test("to the last trace where none is left", async () => {
    const { parts, read } = await edited(
      (content) => content.sheets.forEach((sheet) => (sheet.tables = [])),
      await slicers(),
    );
    const traces = Object.entries(parts).filter(([name, text]) => /slicer/i.test(name + text));
    expect(traces).toEqual([]);
    expect(read.notShown).toEqual([]);
  });

  test("also where its sheet goes", async () => {
    const { parts } = await edited((content) => void content.sheets.pop(), await slicers());
    expect(parts).not.toHaveProperty([CACHE2]);
    expect(parts).toHaveProperty([CACHE1]);
  });
});
