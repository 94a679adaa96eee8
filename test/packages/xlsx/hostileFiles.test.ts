import fc from "fast-check";
import JSZip from "jszip";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { ours } from "./support/edited";
import { setCell } from "./support/content";
import { handPackage } from "./support/makers/handPackage";
import { sheetWith } from "./support/makers/oddPackages";
import { packageOf, partsOf } from "./support/packageParts";
import { WORKBOOKS } from "./support/workbooks";

/** What a slip, or somebody who means harm, could write where a number, a reference or a name is due. */
const NASTY = fc.constantFrom(
  ...[
    "",
    "-1",
    "0",
    "99999999999",
    "NaN",
    "1e400",
    "3.5",
    " 7 ",
    "A1:ZZZZ9",
    "A0",
    "XFE1",
    "#REF!",
    "rId1",
    "'",
    "$",
    "constructor",
    "__proto__",
  ],
);
const ATTRIBUTE = /\s([\w:]+)="([^"]*)"/g;
const LEAF = /<([\w:]+)[^<>]*\/>|<([\w:]+)[^<>]*>[^<>]*<\/\2>/g;
const TEXT = /<([\w:]+)([^<>/]*)>([^<>]*)<\/\1>/g;
const ANY = /<([\w:]+)(?=[\s>])[^<>]*[^/]>/g;

/** Mangles a part that stays well-formed: a value changed or gone, an element gone, doubled, or called by another's name. */
const mangling = fc
  .record({
    kind: fc.constantFrom("value", "attribute", "gone", "doubled", "text", "tree", "renamed"),
    which: fc.nat(),
    nasty: NASTY,
    name: fc.constantFrom("c", "row", "v", "f", "si", "other", "sheetData", "worksheet"),
  })
  .map(({ kind, which, nasty, name }) => (text: string): string => {
    const pattern = {
      value: ATTRIBUTE,
      attribute: ATTRIBUTE,
      gone: LEAF,
      doubled: LEAF,
      text: TEXT,
      tree: ANY,
      renamed: ANY,
    }[kind];
    const found = [...text.matchAll(pattern)];
    const match = found[which % Math.max(1, found.length)];
    if (!match) return text;
    const [whole, local] = match;
    if (kind === "renamed") return text.replace(new RegExp(`(</?)${local}(?=[\\s/>])`, "g"), `$1${name}`);
    const closing = kind === "tree" ? text.indexOf(`</${local}>`, match.index) + `</${local}>`.length : 0;
    const end = Math.max(closing, match.index + whole.length);
    const changed = {
      value: ` ${local}="${nasty}"`,
      text: `<${local}${match[2]}>${nasty}</${local}>`,
      doubled: whole + whole,
    };
    return text.slice(0, match.index) + (changed[kind as keyof typeof changed] ?? "") + text.slice(end);
  });

test("whatever is mangled in a part, the workbook opens and can be saved, or is refused in a sentence", async () => {
  const books = await Promise.all(WORKBOOKS.map(async ({ make }) => make()));
  const damage = fc.record({
    book: fc.nat(books.length - 1),
    changes: fc.array(fc.tuple(fc.nat(), mangling), { minLength: 1, maxLength: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ book, changes }) => {
      const zip = await JSZip.loadAsync(books[book]!);
      const names = Object.keys(zip.files).filter((name) => /\.(xml|rels|vml)$/.test(name));
      for (const [which, mangle] of changes) {
        const name = names[which % names.length]!;
        zip.file(name, mangle(await zip.file(name)!.async("string")));
      }
      const bytes = await zip.generateAsync({ type: "uint8array" });
      const content = await readWorkbook(bytes, ours).catch((error: unknown) => {
        expect(error).toBeInstanceOf(XlsxError);
        return null;
      });
      if (!content) return;
      setCell(content.sheets[0]!, "A71", { value: "x", style: 0, formula: "1+1" });
      content.sheets.push(emptySheet("Brand new"));
      content.names.push({ name: "Brand.new", formula: "A1", sheet: null, hidden: false, comment: "" });
      const read = await readWorkbook(await patchWorkbook(bytes, content, ours), ours);
      expect(read.sheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
    }),
    { numRuns: 100 },
  );
});

describe("a file that asks for more than any workbook needs is refused in a sentence", () => {
  const refusal = async (bytes: Promise<Uint8Array>) =>
    readWorkbook(await bytes, ours).then(
      () => null,
      (error: unknown) => (error instanceof XlsxError ? error.message : error),
    );
  const cells = (count: number) => "<c/>".repeat(count);

  test.each<[string, () => Promise<Uint8Array>, RegExp]>([
    [
      "elements nested without end",
      () => sheetWith(`<sheetData/>${"<a>".repeat(9000)}${"</a>".repeat(9000)}`),
      /nests more than 500 elements/,
    ],
    [
      "elements nested in a cell",
      () => sheetWith(`<sheetData><row><c>${"<a>".repeat(9000)}${"</a>".repeat(9000)}</c></row></sheetData>`),
      /nests more than 500/,
    ],
    [
      "two million merged cells",
      () => sheetWith(`<sheetData/><mergeCells>${"<a/>".repeat(2_000_001)}</mergeCells>`),
      /more than 2000000 elements beside cells/,
    ],
    [
      "five million cells",
      () => inPieces(Array.from({ length: 320 }, (_, row) => `<row r="${row + 1}">${cells(16_384)}</row>`)),
      /more than five million filled cells/,
    ],
    [
      "one long formula shared by many",
      () =>
        sheetWith(
          `<sheetData><row><c><f t="shared" si="0" ref="A1:A9">${"1+".repeat(4000)}1</f></c>${`<c><f t="shared" si="0"/></c>`.repeat(15_000)}</row></sheetData>`,
        ),
      /shares formulas so long among so many cells/,
    ],
    [
      "entities that multiply",
      () => withPrologue(`<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>`),
      /declares a document type/,
    ],
    [
      "entities that nobody declared",
      () => sheetWith(`<sheetData><row><c t="str"><v>&lol;</v></c></row></sheetData>`),
      /is not well-formed/,
    ],
    [
      "more entries than Excel writes",
      () => packageOf(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`${i}`, ""]))),
      /far more than a workbook holds/,
    ],
  ])("%s", async (_, make, sentence) => {
    expect(await refusal(make())).toMatch(sentence);
  });

  /** Rows that compress no better than real ones: past the limit on how far a file may unpack. */
  async function inPieces(rows: string[]): Promise<Uint8Array> {
    const zip = await JSZip.loadAsync(await sheetWith("<sheetData/>"));
    const part = "xl/worksheets/sheet1.xml";
    const text = await zip.file(part)!.async("string");
    zip.file(part, text.replace("<sheetData/>", `<sheetData>${rows.join("")}</sheetData>`), { compression: "STORE" });
    return zip.generateAsync({ type: "uint8array", compression: "STORE" });
  }

  async function withPrologue(prologue: string): Promise<Uint8Array> {
    const parts = await partsOf(await sheetWith("<sheetData/>"));
    return packageOf({
      ...parts,
      "xl/workbook.xml": parts["xl/workbook.xml"]!.replace("<workbook", `${prologue}<workbook`),
    });
  }
});

describe("what is large, but may be, opens", () => {
  test("a million sparse rows, every column, thousands of styles and names, 200 sheets", async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${(i + 1) * 500}"><c><v>${i}</v></c></row>`).join("");
    const wide = Array.from({ length: 16_384 }, (_, i) => `<c><v>${i}</v></c>`).join("");
    const columns = `<cols>${Array.from({ length: 16_384 }, (_, i) => `<col min="${i + 1}" max="16384" width="9"/>`).join("")}</cols>`;
    const original = await handPackage({
      sheets: [
        { name: "Rows", inside: `<sheetData>${rows}</sheetData>` },
        { name: "Columns", inside: `${columns}<sheetData><row r="1">${wide}</row></sheetData>` },
        ...Array.from({ length: 198 }, (_, i) => ({ name: `S${i}`, inside: "<sheetData/>" })),
      ],
      behindSheets: `<definedNames>${Array.from({ length: 5000 }, (_, i) => `<definedName name="N_${i}">Rows!$A$${i + 1}</definedName>`).join("")}</definedNames>`,
    });
    const content = await readWorkbook(original, ours);
    expect([content.sheets.length, content.names.length]).toEqual([200, 5000]);
    expect([content.sheets[0]!.cells.size, content.sheets[1]!.cells.get(0)!.size]).toEqual([2000, 16_384]);
    const styles = Array.from(
      { length: 10_000 },
      (_, i) => content.styles.push({ ...content.styles[0]!, numberFormat: `0"${i}"` }) - 1,
    );
    styles.forEach((style, i) => setCell(content.sheets[2]!, `A${i + 1}`, { value: i, style }));
    const read = await readWorkbook(await patchWorkbook(original, content, ours), ours);
    expect(read.styles[read.sheets[2]!.cells.get(9_999)!.get(0)!.style]!.numberFormat).toBe(`0"9999"`);
  });

  test("names of parts that lead out of the package lead nowhere", async () => {
    const parts = await partsOf(await sheetWith("<sheetData/>"));
    const bytes = await packageOf({
      ...parts,
      "xl/_rels/workbook.xml.rels": parts["xl/_rels/workbook.xml.rels"]!.replace(
        "worksheets/sheet1.xml",
        "../../../etc/passwd",
      ),
    });
    await expect(readWorkbook(bytes, ours)).rejects.toThrow(
      `The workbook is damaged: its part "etc/passwd" is missing.`,
    );
  });
});
