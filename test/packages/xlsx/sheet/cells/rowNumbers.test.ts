import fc from "fast-check";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { cellAt, comparable, setCell } from "../../support/content";
import { sheetWith } from "../../support/makers/oddPackages";

const sheet1 = (rows: string) => sheetWith(`<sheetData>${rows}</sheetData>`);
const cell = (address: string, value: number) => `<c r="${address}"><v>${value}</v></c>`;

describe("rows and cells that no sheet has are refused when the file is opened", () => {
  test.each([
    [`<row r="0">${cell("A1", 1)}</row>`, `has a row numbered "0"`],
    [`<row r="-1"/>`, `has a row numbered "-1"`],
    [`<row r="1.0"/>`, `has a row numbered "1.0"`],
    [`<row r="0x2"/>`, `has a row numbered "0x2"`],
    [`<row r=""/>`, `has a row numbered ""`],
    [`<row r="1048577"/>`, `has a row numbered "1048577"`],
    [`<row r="1048576"/><row>${cell("A1", 1)}</row>`, "has more rows than the 1,048,576 of a sheet"],
    [`<row r="1">${cell("A0", 1)}</row>`, `has a cell at "A0", which is no address`],
    [`<row r="1">${cell("XFE1", 1)}</row>`, `has a cell at "XFE1", which is no address`],
    [
      `<row r="1">${cell("XFD1", 1)}<c><v>2</v></c></row>`,
      "has more cells in row 1 than the 16,384 columns of a sheet",
    ],
    ["<c><v>1</v></c>", "has a cell outside its rows"],
    [`<other r="1">${cell("A1", 1)}</other>`, "has a cell outside its rows"],
    [`<row r="2"/><c><v>1</v></c>`, "has a cell outside its rows"],
    [`<row r="1"><row r="2"/><c><v>1</v></c></row>`, "has a row inside another"],
  ])("%s", async (rows, reason) => {
    const failure = await readWorkbook(await sheet1(rows)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(XlsxError);
    expect((failure as XlsxError).message).toBe(
      `The workbook is damaged: its part "xl/worksheets/sheet1.xml" ${reason}.`,
    );
  });
});

describe("of rows and cells that stand there twice", () => {
  const saved = async (rows: string) => {
    const original = await sheet1(rows);
    const content = await readWorkbook(original);
    setCell(content.sheets[0]!, "J9", { value: "x", style: 0 });
    const read = await readWorkbook(await patchWorkbook(original, content));
    expect(comparable(read)).toEqual(comparable(content));
    return read.sheets[0]!;
  };

  test("the last cell counts, an empty one too", async () => {
    const sheet = await saved(`<row r="1">${cell("A1", 1)}${cell("B1", 2)}<c r="A1"/>${cell("B1", 3)}</row>`);
    expect([cellAt(sheet, "A1"), cellAt(sheet, "B1")?.value]).toEqual([undefined, 3]);
  });

  test("a row has what the last of them says of its height and whether it is hidden", async () => {
    const sheet = await saved(
      `<row r="1" ht="30" hidden="1"/><row r="1" ht="40"/><row r="2" hidden="1"/><row r="2" hidden="0"/>`,
    );
    expect([sheet.rows.get(0), sheet.rows.get(1)]).toEqual([{ height: 40, hidden: true }, undefined]);
  });

  test("a formula that others share stays with them, though its own cell is written over", async () => {
    const shared = `<c r="A1"><f t="shared" si="0" ref="A1:A3">B1*2</f></c>`;
    const leaning = `<row r="3"><c r="A3"><f t="shared" si="0"/></c></row>`;
    const sheet = await saved(`${leaning}<row r="1">${shared}${cell("A1", 7)}</row>`);
    expect([cellAt(sheet, "A1"), cellAt(sheet, "A3")?.formula]).toEqual([{ value: 7, style: 0 }, "B3*2"]);
  });
});

const rowNumber = fc.constantFrom(
  ...["", ` r="1"`, ` r="2"`, ` r="3"`, ` r="1048576"`, ` r="0"`, ` r=" 4 "`, ` r="+5"`],
);
const address = fc.constantFrom(
  ...["", "", ` r="A1"`, ` r="B1"`, ` r="A2"`, ` r="C2"`, ` r="B3"`, ` r="XFD1"`, ` r="A0"`],
);
const inside = fc.constantFrom(
  ...[
    "",
    "<v>1</v>",
    "<v>2</v>",
    "<f>1+1</f><v>2</v>",
    `<f t="shared" si="0" ref="A1:C3">D1+1</f>`,
    `<f t="shared" si="0"/>`,
  ],
);
const anyCell = fc
  .tuple(address, fc.constantFrom("", ` s="0"`, ` s="7"`), inside)
  .map(([at, style, what]) => `<c${at}${style}>${what}</c>`);
const anyRow = fc
  .tuple(
    rowNumber,
    fc.constantFrom("", ` ht="20"`, ` ht="x"`, ` hidden="1"`, ` hidden="0" ht="30"`),
    fc.array(anyCell, { maxLength: 4 }),
  )
  .map(([number, look, cells]) => `<row${number}${look}>${cells.join("")}</row>`);
const anyRows = fc.array(fc.oneof({ weight: 20, arbitrary: anyRow }, { weight: 1, arbitrary: anyCell }), {
  maxLength: 5,
});

test("however rows and cells are numbered, what opens can be saved and says the same, or it is refused in a sentence", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, fc.constantFrom("A1", "B2", "C3", "J9"), async (rows, changed) => {
      const original = await sheet1(rows.join(""));
      const content = await readWorkbook(original).catch((error: unknown) => {
        expect(error).toBeInstanceOf(XlsxError);
        return null;
      });
      if (!content) return;
      setCell(content.sheets[0]!, changed, { value: "x", style: 0 });
      expect(comparable(await readWorkbook(await patchWorkbook(original, content)))).toEqual(comparable(content));
    }),
    { numRuns: 300 },
  );
});
