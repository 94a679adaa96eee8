import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "./support/edited";
import { cellAt, comparable, setCell } from "./support/content";
import { ODD_CELLS, ODD_PACKAGES, sheetWith } from "./support/makers/oddPackages";
import { fixture } from "./support/workbooks";
import { changedParts, partsOf } from "./support/packageParts";

describe.each(ODD_PACKAGES)("a package with %s", (_, make) => {
  test("is read, comes back as it was, and takes a change", async () => {
    const original = await make();
    const content = await readWorkbook(original, ours);
    expect(content.sheets.map(({ name }) => name)).toEqual(["Data", "More"]);
    const [data] = content.sheets;
    expect(["A1", "B1", "C1"].map((address) => cellAt(data!, address)!.value)).toEqual(["Total", 10, 20]);
    expect(cellAt(data!, "C1")!.formula).toBe("B1*2");
    expect(await changedParts(original, await patchWorkbook(original, content, ours))).toEqual([]);

    setCell(data!, "B1", { value: 11, style: 0 });
    setCell(data!, "D9", { value: "new", style: content.styles.push({ ...content.styles[0]!, bold: true }) - 1 });
    const saved = await patchWorkbook(original, content, ours);
    expect(comparable(await readWorkbook(saved, ours))).toEqual(comparable(content));
    const parts = Object.keys(await partsOf(saved));
    expect(parts).toEqual(expect.arrayContaining(Object.keys(await partsOf(original))));
    expect(new Set(parts.map((name) => name.toLowerCase())).size).toBe(parts.length);
  });
});

test.each<[string, () => Uint8Array]>([
  ["with sizes of 64 bits", () => fixture("python-zip64.xlsx")],
  ["with something behind its end", () => new Uint8Array([...fixture("openpyxl-links.xlsx"), ...new Uint8Array(300)])],
  [
    "behind another, as careless programs append them",
    () => new Uint8Array([...fixture("openpyxl-model.xlsx"), ...fixture("openpyxl-links.xlsx")]),
  ],
])("a container %s", async (_, make) => {
  const content = await readWorkbook(make(), ours);
  expect(content.sheets.map(({ name }) => name)).toEqual(["Sheet", "S2"]);
  setCell(content.sheets[1]!, "B1", { value: 1, style: 0 });
  expect(comparable(await readWorkbook(await patchWorkbook(make(), content, ours), ours))).toEqual(comparable(content));
});

describe("cells as other makers write them", () => {
  test.each(ODD_CELLS)("%s", async (xml, value) => {
    const original = await sheetWith(`<sheetData><row r="1">${xml}</row></sheetData>`);
    const content = await readWorkbook(original, ours);
    expect(cellAt(content.sheets[0]!, "A1")?.value ?? undefined).toEqual(value);
    expect(await changedParts(original, await patchWorkbook(original, content, ours))).toEqual([]);
    setCell(content.sheets[0]!, "A1", { value: "now & then", style: 0 });
    setCell(content.sheets[0]!, "B1", { value: 4, style: 0, formula: "2+2" });
    const read = await readWorkbook(await patchWorkbook(original, content, ours), ours);
    expect(comparable(read)).toEqual(comparable(content));
  });
});

describe("rows as other makers write them", () => {
  test.each<[string, string, Record<string, unknown>]>([
    [
      "without addresses",
      `<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>`,
      { A1: 1, C1: 3, A2: 4 },
    ],
    [
      "numbered from the third on",
      `<row r="3"><c><v>1</v></c><c r="D3"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>`,
      { A3: 1, D3: 2, E3: 3, A4: 4 },
    ],
    [
      "out of order",
      `<row r="5"><c r="A5"><v>5</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>`,
      { A2: 2, A5: 5 },
    ],
    ["cells out of order", `<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`, { A1: 1, C1: 3 }],
    [
      "twice, of which the last counts",
      `<row r="1" ht="20"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c><c r="B1"><v>4</v></c></row>`,
      { A1: 3, B1: 4 },
    ],
    ["with a cell of another row", `<row r="1"><c r="A1"><v>1</v></c><c r="B2"><v>2</v></c></row>`, { A1: 1, B2: 2 }],
    [
      "in two lists",
      `<row r="2"><c r="A2"><v>2</v></c></row></sheetData><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`,
      { A1: 1, A2: 2 },
    ],
    ["with wrong spans", `<row r="1" spans="7:9"><c r="A1"><v>1</v></c></row>`, { A1: 1 }],
    ["at the sheet's far corner", `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, { XFD1048576: 1 }],
  ])("%s", async (_, rows, expected) => {
    const original = await sheetWith(`<dimension ref="B2:C3"/><sheetData>${rows}</sheetData>`);
    const content = await readWorkbook(original, ours);
    const sheet = content.sheets[0]!;
    for (const [address, value] of Object.entries(expected)) expect(cellAt(sheet, address)?.value).toBe(value);
    expect(await changedParts(original, await patchWorkbook(original, content, ours))).toEqual([]);
    for (const address of [...Object.keys(expected), "B1", "B2", "A9"])
      setCell(sheet, address, { value: "x", style: 0 });
    const read = await readWorkbook(await patchWorkbook(original, content, ours), ours);
    expect(comparable(read)).toEqual(comparable(content));
  });
});
