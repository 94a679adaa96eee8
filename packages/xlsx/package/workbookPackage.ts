import JSZip from "jszip";
import { XlsxError, brokenPart } from "../xlsxError";
import { crc32 } from "./crc32";
import { refuseOtherContainers, refuseOtherFiles } from "./fileKind";
import { decodePart, encodePart } from "./partText";
import { readZipDirectory, type ZipEntry } from "./zipDirectory";

/** New parts carry one fixed date, so that the same content always gives the same bytes. */
const PART_DATE = new Date(Date.UTC(2020, 0, 1));

/**
 * The parts of an .xlsx file, read when asked for. Part names have no leading slash; case does not matter.
 * Parts that are never written keep their compressed bytes when the package is saved.
 */
export class WorkbookPackage {
  /** The workbook keeps to ISO 29500's strict form, whose namespaces and relationship types have other names. */
  isStrict = false;
  private readonly texts = new Map<string, string>();

  private constructor(
    private readonly zip: JSZip,
    private readonly entries: Map<string, ZipEntry>,
  ) {}

  static async open(bytes: Uint8Array): Promise<WorkbookPackage> {
    refuseOtherFiles(bytes);
    const entries = new Map(readZipDirectory(bytes).map((entry) => [partKey(entry.name), entry]));
    refuseOtherContainers(new Set(entries.keys()));
    let zip: JSZip;
    try {
      zip = await JSZip.loadAsync(bytes);
    } catch {
      throw new XlsxError("The file is damaged: its zip container cannot be read.");
    }
    const unlisted = [...entries.values()].find((entry) => !entry.name.endsWith("/") && !zip.files[entry.name]);
    if (unlisted) throw new XlsxError("The file is damaged: its zip container names parts that it does not hold.");
    return new WorkbookPackage(zip, entries);
  }

  partNames(): string[] {
    return [...this.entries.values()].map((entry) => entry.name).filter((name) => !name.endsWith("/"));
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  async text(part: string): Promise<string> {
    const key = partKey(part);
    let text = this.texts.get(key);
    if (text === undefined) {
      text = decodePart(await this.bytes(part), part);
      this.texts.set(key, text);
    }
    return text;
  }

  async bytes(part: string): Promise<Uint8Array> {
    const entry = this.entries.get(partKey(part));
    const file = entry && this.zip.file(entry.name);
    if (!entry || !file) throw brokenPart(part, "is missing");
    const bytes = await inflate(file, entry);
    if (entry.crc32 >= 0 && crc32(bytes) !== entry.crc32) throw brokenPart(part, "does not match its checksum");
    return bytes;
  }

  /** Frees the text of a big part that is not needed again. */
  forget(part: string): void {
    this.texts.delete(partKey(part));
  }

  /** Writes a part of the workbook, in a strict package with strict names. */
  write(part: string, text: string): void {
    this.writeAsIs(part, this.isStrict ? withStrictNames(text) : text);
  }

  /** Writes what is not in the workbook's own words, such as another program's XML. */
  writeAsIs(part: string, text: string): void {
    const key = partKey(part);
    const name = this.entries.get(key)?.name ?? part;
    const bytes = encodePart(text);
    this.texts.set(key, text);
    this.entries.set(key, { name, compressedSize: bytes.length, size: bytes.length, crc32: -1 });
    this.zip.file(name, bytes, { createFolders: false, date: PART_DATE });
  }

  remove(part: string): void {
    const key = partKey(part);
    const entry = this.entries.get(key);
    if (!entry) return;
    this.zip.remove(entry.name);
    this.entries.delete(key);
    this.texts.delete(key);
  }

  /** The first of `prefix1suffix`, `prefix2suffix`, … that no part has. */
  freeName(prefix: string, suffix: string): string {
    let number = 1;
    while (this.has(`${prefix}${number}${suffix}`)) number++;
    return `${prefix}${number}${suffix}`;
  }

  /** Compresses new parts lightly, as Excel does: a twentieth larger, in a third of the time. */
  save(): Promise<Uint8Array> {
    return this.zip.generateAsync({ type: "uint8array", compression: "DEFLATE", compressionOptions: { level: 3 } });
  }
}

function withStrictNames(text: string): string {
  return text.replace(
    /http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument)\/2006\//g,
    "http://purl.oclc.org/ooxml/$1/",
  );
}

function partKey(name: string): string {
  return name.replace(/\\/g, "/").replace(/^\/+/, "").toLowerCase();
}

/** Inflates in chunks and stops as soon as a part grows beyond the size its directory entry promised. */
function inflate(file: JSZip.JSZipObject, entry: ZipEntry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const whole = new Uint8Array(entry.size);
    let filled = 0;
    const broken = () => reject(brokenPart(entry.name, "cannot be unpacked"));
    const stream = (
      file as unknown as { internalStream(type: "uint8array"): JSZip.JSZipStreamHelper<Uint8Array> }
    ).internalStream("uint8array");
    stream.on("data", (chunk) => {
      if (filled + chunk.length > whole.length) {
        stream.pause();
        broken();
        return;
      }
      whole.set(chunk, filled);
      filled += chunk.length;
    });
    stream.on("error", broken);
    stream.on("end", () => (filled === whole.length ? resolve(whole) : broken()));
    stream.resume();
  });
}
