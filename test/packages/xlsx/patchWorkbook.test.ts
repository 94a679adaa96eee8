import type { WorkbookContent } from "@workbooks/xlsx/content";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { bridgeChart, cellAt, comparable, setCell } from "./support/content";
import { edited } from "./support/edited";
import { handMadeWorkbook } from "./support/handMade";

test("content that was not changed leaves every part as it was", async () => {
  expect((await edited(() => undefined)).changed).toEqual([]);
});

describe("names, custom XML, settings", () => {
  test("are added, changed and removed by themselves", async () => {
    const { content, read, changed, parts } = await edited((book) => {
      book.names = [
        { name: "Rate", formula: "Data!$B$3", sheet: null, hidden: false, comment: "the rate" },
        { name: "Total", formula: "SAVINGS.GAP(Data!$B$2)", sheet: 0, hidden: true, comment: "" },
      ];
      book.customXml[0]!.xml = `<savings xmlns="urn:savings:v2"/>`;
      book.customXml.push({
        id: "{AAAAAAAA-2222-3333-4444-555555555555}",
        xml: `<s:scenario xmlns:s="urn:savings:scenario">é</s:scenario>`,
      });
      book.settings = { seed: { nested: [1] }, added: "x" };
    });
    expect(comparable(read)).toEqual(comparable(content));
    expect(changed).toEqual(
      [
        "[Content_Types].xml",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "customXml/item2.xml",
        "customXml/itemProps2.xml",
        "customXml/_rels/item2.xml.rels",
        "xl/_rels/workbook.xml.rels",
        "xl/webextensions/webextension1.xml",
        "xl/workbook.xml",
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
    expect(parts["xl/webextensions/webextension1.xml"]).toContain(
      `id="0c4b6c2c-1111-2222-3333-444444444444" version="1.2.3.0"`,
    );
  });

  test("new settings go to the add-in that they belong to", async () => {
    const { read, parts } = await edited((book) => {
      book.settings = { ...book.settings, key: 1 };
      book.addIn = { id: "another-add-in", version: "1.0.0.0" };
    });
    expect(read.settings).toEqual({ "Office.AutoShowTaskpaneWithDocument": true, seed: "42", key: 1 });
    expect(parts["xl/webextensions/webextension1.xml"]).not.toContain("key");
    expect(parts["xl/webextensions/webextension2.xml"]).toContain(`name="key" value="1"`);
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
  content.sheets.push(emptySheet("New"));
  expect(await patchWorkbook(original, content)).toEqual(await patchWorkbook(original, content));
});

describe("content that no workbook can hold is refused in a sentence", () => {
  test.each<[string, (book: WorkbookContent) => void, string]>([
    [
      "two sheets of one name",
      (book) => (book.sheets[1]!.name = "DATA"),
      `The sheet "DATA" cannot be saved: another sheet has the same name.`,
    ],
    [
      "a slash in a sheet's name",
      (book) => (book.sheets[0]!.name = "a/b"),
      `The sheet "a/b" cannot be saved: a sheet's name may not hold [ ] : * ? / or \\.`,
    ],
    [
      "no visible sheet",
      (book) => (book.sheets[0]!.visibility = "hidden"),
      "A workbook needs at least one visible sheet.",
    ],
    [
      "a text too long",
      (book) => setCell(book.sheets[0]!, "B9", { value: "x".repeat(40_000), style: 0 }),
      "The text in Data!B9 is longer than 32767 characters.",
    ],
    [
      "a chart type without a writer",
      (book) => book.sheets[0]!.charts.push({ ...bridgeChart("Data"), type: "Sunburst" }),
      `The chart "Bridge" is of type Sunburst, which cannot be written to a file.`,
    ],
    [
      "broken custom XML",
      (book) => book.customXml.push({ id: "{X}", xml: "<a>" }),
      "The custom XML part {X} is not well-formed XML.",
    ],
    [
      "a style that is not there",
      (book) => (cellAt(book.sheets[0]!, "B2")!.style = 99),
      "A cell refers to style number 99, which the workbook does not have.",
    ],
  ])("%s", async (_, edit, message) => {
    await expect(edited(edit)).rejects.toThrow(message);
  });
});
