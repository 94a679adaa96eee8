import { XlsxError } from "../xlsxError";

/**
 * Refuses, by name, what is plainly not an .xlsx package before anything is unpacked.
 * Throws an XlsxError that says what the file is instead.
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new XlsxError("The file is empty; an .xlsx workbook is needed.");
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) throw refuseCompoundFile(bytes);
  if (startsWith(bytes, [0x50, 0x4b])) return;
  const opening = new TextDecoder()
    .decode(bytes.subarray(0, 512))
    .replace(/^\ufeff/, "")
    .trimStart()
    .toLowerCase();
  if (opening.startsWith("%pdf")) throw notAWorkbook("a PDF document");
  if (opening.startsWith("<?xml") || opening.startsWith("<html") || opening.startsWith("<!doctype")) {
    throw notAWorkbook("a text file with XML or HTML in it");
  }
  if (looksLikeText(bytes)) throw notAWorkbook("a text file, such as .csv");
  throw new XlsxError("The file is not an .xlsx workbook: it does not begin like one.");
}

/** Refuses zip containers that hold something else; `names` are the container's files, lower case. */
export function refuseOtherContainers(names: Set<string>): void {
  if (names.has("xl/workbook.bin")) {
    throw new XlsxError("The file is a binary workbook (.xlsb); save it as an Excel Workbook (.xlsx) and open that.");
  }
  if (names.has("word/document.xml")) throw notAWorkbook("a Word document");
  if (names.has("ppt/presentation.xml")) throw notAWorkbook("a PowerPoint presentation");
  if (names.has("mimetype") && names.has("content.xml")) throw notAWorkbook("an OpenDocument file (.ods)");
  if (names.has("index/document.iwa") || names.has("index.zip")) throw notAWorkbook("a Numbers spreadsheet");
}

function notAWorkbook(what: string): XlsxError {
  return new XlsxError(`The file is ${what}, not an .xlsx workbook; open it in Excel and save it as .xlsx.`);
}

/** Excel's older files and encrypted packages share one container (Compound File Binary), told apart by stream names. */
function refuseCompoundFile(bytes: Uint8Array): XlsxError {
  const streams = compoundStreamNames(bytes);
  if (streams.has("EncryptedPackage") || streams.has("EncryptionInfo")) {
    return new XlsxError(
      "The file is protected with a password or label; open it in Excel, remove the protection and save a copy.",
    );
  }
  if (streams.has("Workbook") || streams.has("Book")) {
    return new XlsxError("The file is an old .xls file; open it in Excel and save it as .xlsx.");
  }
  return new XlsxError("The file is an old Office document, not an .xlsx workbook.");
}

/** Directory entries are 128 bytes, aligned: a UTF-16 name of at most 32 characters, its length in bytes at offset 64. */
function compoundStreamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  const utf16 = new TextDecoder("utf-16le");
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    const type = bytes[at + 66]!;
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2 && type !== 5)) continue;
    names.add(utf16.decode(bytes.subarray(at, at + length - 2)));
  }
  return names;
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 2048);
  return sample.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 13);
}
