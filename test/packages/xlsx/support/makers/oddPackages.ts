import JSZip from "jszip";
import { partsOf, packageOf } from "../packageParts";
import { DECLARATION, MAIN, handPackage, sheetData } from "./handPackage";

/** The same small workbook in packages as legal, and as unusual, as makers find to write. */

const TWO_SHEETS = () =>
  handPackage({
    sheets: [
      { name: "Data", inside: sheetData([["Total", 10, "<c><f>B1*2</f><v>20</v></c>"]]) },
      { name: "More", inside: sheetData([["text", 1]]) },
    ],
  });

type Parts = Record<string, string | Uint8Array>;

async function renamed(change: (name: string) => string, inside: (text: string) => string = (text) => text) {
  const parts = await partsOf(await TWO_SHEETS());
  return packageOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [change(name), inside(text)])));
}

async function changed(change: (parts: Record<string, string>) => Parts): Promise<Uint8Array> {
  return packageOf(change(await partsOf(await TWO_SHEETS())));
}

async function zipped(options: JSZip.JSZipGeneratorOptions): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(await partsOf(await TWO_SHEETS()))) zip.file(name, text, { binary: true });
  return zip.generateAsync({ ...options, type: "uint8array" });
}

export const ODD_PACKAGES: [what: string, make: () => Promise<Uint8Array>][] = [
  ["part names in capitals", () => renamed((name) => name.toUpperCase())],
  ["part names with backslashes", () => renamed((name) => name.replaceAll("/", "\\"))],
  [
    "the workbook in the package's root",
    () =>
      renamed(
        (name) => name.replace(/^xl\//, ""),
        (text) => text.replace(`Target="xl/`, `Target="`).replaceAll(`PartName="/xl/`, `PartName="/`),
      ),
  ],
  [
    "absolute targets",
    () =>
      renamed(
        (n) => n,
        (text) => text.replace(/Target="(worksheets|styles)/g, `Target="/xl/$1`),
      ),
  ],
  [
    "targets by detours",
    () =>
      renamed(
        (n) => n,
        (text) => text.replace(/Target="(worksheets|styles)/g, `Target="./../xl/./$1`),
      ),
  ],
  ["no styles", () => changed(({ "xl/styles.xml": _, ...parts }) => parts)],
  [
    "UTF-16 with the big end first",
    () => changed((parts) => Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, bigEndian(text)]))),
  ],
  [
    "byte order marks",
    () => changed((parts) => Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, `\ufeff${text}`]))),
  ],
  ["sizes behind the data, as in streamed containers", () => zipped({ compression: "DEFLATE", streamFiles: true })],
  ["entries for folders", () => zipped({ compression: "DEFLATE", platform: "UNIX", comment: "made by hand" })],
  [
    "parts that nothing leads to",
    () => changed((parts) => ({ ...parts, "xl/odd/left over.xml": "<a>", "notes.txt": "hello", "..hidden": "x" })),
  ],
  [
    "alternatives for older and newer readers",
    () =>
      changed((parts) => ({
        ...parts,
        "xl/workbook.xml": parts["xl/workbook.xml"]!.replace(
          "<sheets>",
          `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="C:\\plans\\"/></mc:Choice></mc:AlternateContent><sheets>`,
        ),
      })),
  ],
];

function bigEndian(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
}

/** Cells as unusual, each with what they are read as. */
export const ODD_CELLS: [xml: string, value: unknown][] = [
  [`<c r="A1"/>`, undefined],
  [`<c r="A1"><v/></c>`, undefined],
  [`<c r="A1"><v> 7 </v></c>`, 7],
  [`<c r="A1" t="n"><v>1.5E-3</v></c>`, 0.0015],
  [`<c r="A1"><v>NaN</v></c>`, { error: "#NUM!" }],
  [`<c r="A1"><v>1E400</v></c>`, { error: "#NUM!" }],
  [`<c r="A1" s="77"><v>1</v></c>`, 1],
  [`<c r="a1"><v>1</v></c>`, 1],
  [`<c r="A1"><v>1<!-- one -->2</v></c>`, 12],
  [`<c r="A1" t="b"><v>true</v></c>`, true],
  [`<c r="A1" t="str"><v></v></c>`, ""],
  [`<c r="A1" t="str"><v xml:space="preserve">  a\n b </v></c>`, "  a\n b "],
  [`<c r="A1" t="inlineStr"><is><t>a<![CDATA[<b> & ]]>c</t></is></c>`, "a<b> & c"],
  [`<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t xml:space="preserve"> b</t></r></is></c>`, "a b"],
  [`<c r="A1" t="inlineStr"><is><t>_x0041__x000D__x005F_x0041_</t></is></c>`, "A\r_x0041_"],
  [`<c r="A1" t="inlineStr"><is><t>&#x1F600;&amp;&apos;&#10;</t></is></c>`, "😀&'\n"],
  [`<c r="A1" t="e"><v>#GETTING_DATA</v></c>`, { error: "#GETTING_DATA" }],
  [`<c r="A1" t="d"><v>2024-02-29T06:00:00</v></c>`, 45351.25],
  [`<c r="A1" t="d"><v>2024-02-29T06:00:00Z</v></c>`, 45351.25],
  [`<c r="A1"><f/><v>3</v></c>`, 3],
  [`<c r="A1"><f t="shared" si="9"/><v>3</v></c>`, 3],
  [`<c r="A1"><f t="array">1+2</f><v>3</v></c>`, 3],
  [`<c r="A1"><extLst><ext uri="x"><v>9</v></ext></extLst></c>`, undefined],
];

/** A workbook of one sheet with these elements. */
export function sheetWith(inside: string): Promise<Uint8Array> {
  return handPackage({ sheets: [{ name: "Odd", inside }] });
}

export { DECLARATION, MAIN };
