import fc from "fast-check";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { setCell } from "./support/content";
import { HAND_MADE, handMadeWorkbook } from "./support/handMade";
import { packageOf } from "./support/packageParts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** A compound file (the container of .xls and of encrypted packages) with these streams in its directory. */
function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  ["Root Entry", ...streams].forEach((name, index) => {
    const at = 512 + 128 * index;
    bytes.set(Buffer.from(name, "utf16le"), at);
    bytes[at + 64] = name.length * 2 + 2;
    bytes[at + 66] = index === 0 ? 5 : 2;
  });
  return bytes;
}

/** Changes the sizes that the central directory promises for a part. */
function withPromisedSize(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 46 < copy.length; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === part) view.setUint32(at + 24, size, true);
  }
  return copy;
}

const SHEET1 = "xl/worksheets/sheet1.xml";
const damaged = (part: string, text: string) => handMadeWorkbook({ [part]: text });
const without = async (part: string) => {
  const { [part]: _gone, ...rest } = HAND_MADE;
  return packageOf(rest);
};

describe("what is no readable .xlsx workbook is refused by what it is", () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ["an empty file", () => new Uint8Array(), "The file is empty; an .xlsx workbook is needed."],
    [
      "a .csv file",
      () => bytesOf("Lever,Saving\nAgency,1\n"),
      "The file is a text file, such as .csv, not an .xlsx workbook; open it in Excel and save it as .xlsx.",
    ],
    [
      "an HTML file",
      () => bytesOf("<html><table></table></html>"),
      "The file is a text file with XML or HTML in it, not an .xlsx workbook; open it in Excel and save it as .xlsx.",
    ],
    [
      "a PDF",
      () => bytesOf("%PDF-1.7"),
      "The file is a PDF document, not an .xlsx workbook; open it in Excel and save it as .xlsx.",
    ],
    [
      "other bytes",
      () => Uint8Array.of(1, 2, 3, 0, 255),
      "The file is not an .xlsx workbook: it does not begin like one.",
    ],
    [
      "an old .xls file",
      () => compoundFile("Workbook"),
      "The file is an old .xls file; open it in Excel and save it as .xlsx.",
    ],
    [
      "an encrypted file",
      () => compoundFile("EncryptionInfo", "EncryptedPackage"),
      "The file is protected with a password or label; open it in Excel, remove the protection and save a copy.",
    ],
    [
      "an old Word document",
      () => compoundFile("WordDocument"),
      "The file is an old Office document, not an .xlsx workbook.",
    ],
    [
      ".xlsb",
      () => packageOf({ "xl/workbook.bin": "x" }),
      "The file is a binary workbook (.xlsb); save it as an Excel Workbook (.xlsx) and open that.",
    ],
    [
      "a Word document",
      () => packageOf({ "word/document.xml": "x" }),
      "The file is a Word document, not an .xlsx workbook; open it in Excel and save it as .xlsx.",
    ],
    [
      ".ods",
      () => packageOf({ mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x" }),
      "The file is an OpenDocument file (.ods), not an .xlsx workbook; open it in Excel and save it as .xlsx.",
    ],
    [
      "some zip archive",
      () => packageOf({ "readme.txt": "x" }),
      `The file is not an .xlsx workbook: its main part "xl/workbook.xml" is missing.`,
    ],
    [
      "a truncated file",
      async () => (await handMadeWorkbook()).slice(0, -2000),
      "The file is incomplete: its end is missing, as after an interrupted download or copy; fetch it again.",
    ],
    [
      "a part that ends early",
      () => damaged(SHEET1, HAND_MADE[SHEET1]!.slice(0, 900)),
      `The workbook is damaged: its part "${SHEET1}" is not well-formed XML near line 2.`,
    ],
    [
      "an empty part",
      () => damaged("xl/styles.xml", ""),
      `The workbook is damaged: its part "xl/styles.xml" is not well-formed XML near line 1.`,
    ],
    ["a missing sheet", () => without(SHEET1), `The workbook is damaged: its part "${SHEET1}" is missing.`],
    [
      "a text number too high",
      () => damaged(SHEET1, HAND_MADE[SHEET1]!.replace("<v>5</v>", "<v>55</v>")),
      `The workbook is damaged: its part "${SHEET1}" refers to text number 55, which does not exist, in cell A5.`,
    ],
    [
      "a number that is none",
      () => damaged(SHEET1, HAND_MADE[SHEET1]!.replace("<v>0.03</v>", "<v>three</v>")),
      `The workbook is damaged: its part "${SHEET1}" has "three" as a number, in cell B3.`,
    ],
    [
      "an address that is none",
      () => damaged(SHEET1, HAND_MADE[SHEET1]!.replace(`r="B3"`, `r="3B"`)),
      `The workbook is damaged: its part "${SHEET1}" has a cell at "3B", which is no address.`,
    ],
    [
      "a document type with entities",
      () => damaged("xl/workbook.xml", `<!DOCTYPE x [<!ENTITY a "b">]><workbook/>`),
      `The workbook is damaged: its part "xl/workbook.xml" declares a document type, which workbooks do not.`,
    ],
    [
      "bytes that are no text",
      async () => packageOf({ ...HAND_MADE, "xl/workbook.xml": Uint8Array.of(0x3c, 0xff, 0xfe, 0xc3) }),
      `The workbook is damaged: its part "xl/workbook.xml" is not readable text.`,
    ],
  ])("%s", async (_, make, message) => {
    const bytes = await make();
    const failure = await readWorkbook(bytes).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(XlsxError);
    expect((failure as XlsxError).message).toBe(message);
  });

  test("a corrupted byte inside a part is found by its checksum", async () => {
    const bytes = newWorkbook();
    const at = Buffer.from(bytes).indexOf("Sheet1");
    bytes[at] = "X".charCodeAt(0);
    await expect(readWorkbook(bytes)).rejects.toThrow(
      `The workbook is damaged: its part "xl/workbook.xml" does not match its checksum.`,
    );
  });

  test("patching refuses the same", async () => {
    await expect(patchWorkbook(compoundFile("Book"), await readWorkbook(newWorkbook()))).rejects.toThrow(
      "The file is an old .xls file",
    );
  });
});

test("whatever bytes of a file are lost or changed, it is read whole or refused in a sentence", async () => {
  const original = await handMadeWorkbook();
  const damage = fc.record({
    changes: fc.array(fc.tuple(fc.nat(original.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
    length: fc.option(fc.nat(original.length), { freq: 3, nil: original.length }),
  });
  await fc.assert(
    fc.asyncProperty(damage, async ({ changes, length }) => {
      const bytes = original.slice();
      changes.forEach(([at, value]) => (bytes[at] = value));
      const failure = await readWorkbook(bytes.slice(0, length)).then(
        () => null,
        (error: unknown) => error,
      );
      if (failure !== null) expect(failure).toBeInstanceOf(XlsxError);
    }),
    { numRuns: 150 },
  );
});

test("whatever element of a part is lost, the workbook is read and patched, or refused in a sentence", async () => {
  const parts = Object.keys(HAND_MADE).filter((name) => /\.(xml|rels)$/.test(name));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...parts), fc.nat(200), fc.boolean(), async (part, which, attribute) => {
      const text = HAND_MADE[part]!;
      const pieces = [...text.matchAll(attribute ? /\s[\w:]+="[^"]*"/g : /<[\w:]+[^<>]*\/>/g)];
      const piece = pieces[which % Math.max(1, pieces.length)];
      if (!piece) return;
      const bytes = await damaged(part, text.slice(0, piece.index) + text.slice(piece.index + piece[0].length));
      try {
        const content = await readWorkbook(bytes);
        setCell(content.sheets[0]!, "J9", { value: "x", style: 0, formula: "1+1" });
        await readWorkbook(await patchWorkbook(bytes, content));
      } catch (error) {
        expect(error).toBeInstanceOf(XlsxError);
      }
    }),
    { numRuns: 60 },
  );
});

describe("zip bombs", () => {
  const sentence = "The file would unpack to far more than a workbook holds, so it was not opened.";

  test("are refused by what their directory promises, before anything is unpacked", async () => {
    const bomb = await packageOf({ ...HAND_MADE, "xl/media/zeros.bin": new Uint8Array(40 * 1024 * 1024) });
    await expect(readWorkbook(bomb)).rejects.toThrow(sentence);
    await expect(readWorkbook(withPromisedSize(await handMadeWorkbook(), SHEET1, 0x7fffffff))).rejects.toThrow(
      sentence,
    );
  });

  test("a part larger or smaller than promised is refused while it is unpacked", async () => {
    for (const size of [100, 1_000_000]) {
      const liar = withPromisedSize(await handMadeWorkbook(), SHEET1, size);
      await expect(readWorkbook(liar)).rejects.toThrow(
        `The workbook is damaged: its part "${SHEET1}" cannot be unpacked.`,
      );
    }
  });
});
