import { XlsxError } from "../xlsxError";

/** One file of a zip container, as its central directory describes it. Sizes in bytes. */
export interface ZipEntry {
  name: string;
  compressedSize: number;
  size: number;
  crc32: number;
}

/** More than any workbook Excel can hold in memory of a browser tab, far less than a bomb needs. */
const MAXIMUM_TOTAL = 600 * 1024 * 1024;
/** A part is held as text. Twice this is more than a text can be. */
const MAXIMUM_PART = 256 * 1024 * 1024;
/** Sheets of repeated rows reach 1:60; deflate can reach 1:1030, which only a bomb does. */
const MAXIMUM_RATIO = 250;
const RATIO_MATTERS_ABOVE = 16 * 1024 * 1024;
const MAXIMUM_ENTRIES = 20_000;

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const FULL_32 = 0xffffffff;

/**
 * Lists a zip container without inflating anything.
 * Throws an XlsxError where the directory is missing (a truncated file), broken, or promises more than a workbook can be.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, count } = findDirectory(view);
  if (count > MAXIMUM_ENTRIES) throw tooBig();
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw truncated();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    if (view.getUint16(at + 8, true) & 1) {
      throw new XlsxError(
        "The file is a zip archive with a password, which no spreadsheet can open; save it again as .xlsx.",
      );
    }
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, crc32: view.getUint32(at + 16, true), ...sizes(view, at, nameLength, extraLength) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  refuseBombs(entries);
  return entries;
}

function findDirectory(view: DataView): { offset: number; count: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
    const count = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    // A container behind other bytes counts from its own beginning: the directory ends where this record begins.
    const before = at - view.getUint32(at + 12, true);
    const isThere = before >= 0 && before !== at && view.getUint32(before, true) === DIRECTORY_ENTRY;
    if (count !== 0xffff && offset !== FULL_32) return { offset: isThere ? before : offset, count };
    return findDirectory64(view, at);
  }
  throw truncated();
}

function findDirectory64(view: DataView, end: number): { offset: number; count: number } {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== LOCATOR_64) throw truncated();
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END_OF_DIRECTORY_64) throw truncated();
  return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)) };
}

/** Sizes that do not fit 32 bits stand in an extra field (id 1), uncompressed first. */
function sizes(view: DataView, at: number, nameLength: number, extraLength: number) {
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let extra = at + 46 + nameLength;
  const end = extra + extraLength;
  while (extra + 4 <= end && end <= view.byteLength) {
    let field = extra + 4;
    if (view.getUint16(extra, true) === 1) {
      if (size === FULL_32 && field + 8 <= end) {
        size = Number(view.getBigUint64(field, true));
        field += 8;
      }
      if (compressedSize === FULL_32 && field + 8 <= end) compressedSize = Number(view.getBigUint64(field, true));
    }
    extra += 4 + view.getUint16(extra + 2, true);
  }
  return { compressedSize, size };
}

function refuseBombs(entries: ZipEntry[]): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.size;
    const ratio = entry.size / Math.max(1, entry.compressedSize);
    if (
      total > MAXIMUM_TOTAL ||
      entry.size > MAXIMUM_PART ||
      (entry.size > RATIO_MATTERS_ABOVE && ratio > MAXIMUM_RATIO)
    )
      throw tooBig();
  }
}

function truncated(): XlsxError {
  return new XlsxError(
    "The file is incomplete: its end is missing, as after an interrupted download or copy; fetch it again.",
  );
}

function tooBig(): XlsxError {
  return new XlsxError("The file would unpack to far more than a workbook holds, so it was not opened.");
}
