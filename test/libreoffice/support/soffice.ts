import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const FILTERS = {
  pdf: "pdf:calc_pdf_Export",
  xlsx: "xlsx:Calc MS Excel 2007 XML",
  /** One file a sheet, comma and double quote, UTF-8, values as they are rather than as shown. */
  csv: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
};

/** Opens a workbook in LibreOffice (SOFFICE names the program, default "soffice") and saves it in another format: files by name. */
export function convert(bytes: Uint8Array, format: keyof typeof FILTERS): Promise<Record<string, Buffer>> {
  return convertAll({ book: bytes }, format);
}

/** The same for several workbooks, by name without an extension, in one start of LibreOffice. */
export async function convertAll(
  books: Record<string, Uint8Array>,
  format: keyof typeof FILTERS,
): Promise<Record<string, Buffer>> {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    const paths = Object.entries(books).map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const options = ["--headless", "--norestore", "--convert-to", FILTERS[format], "--outdir", out, ...paths];
    const timeout = 120_000 + 5_000 * paths.length;
    await run(process.env["SOFFICE"] ?? "soffice", [profile, ...options], { timeout });
    return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows and fields of a CSV text with double quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted && character === '"' && text[at + 1] === '"') field += text[at++];
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === "," || character === "\n")) {
      rows[rows.length - 1]!.push(field);
      field = "";
      if (character === "\n") rows.push([]);
    } else field += character;
  }
  rows.pop();
  return rows;
}
