import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What Microsoft's Open XML SDK finds wrong in a workbook. */
export interface OpenXmlFinding {
  part: string;
  description: string;
  /** XPath of the element. */
  at: string;
}

/** The SDK's findings for each workbook. It runs in a process of its own, since it is an ES module with .NET in it. */
export async function openXmlFindings(workbooks: readonly Uint8Array[]): Promise<OpenXmlFinding[][]> {
  const folder = mkdtempSync(join(tmpdir(), "open-xml-"));
  try {
    const files = workbooks.map((bytes, index) => {
      const file = join(folder, `${index}.xlsx`);
      writeFileSync(file, bytes);
      return file;
    });
    const output = await new Promise<string>((resolve, reject) =>
      execFile(
        process.execPath,
        [join(__dirname, "openXmlFindings.mjs"), ...files],
        { maxBuffer: 100_000_000 },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      ),
    );
    return JSON.parse(output) as OpenXmlFinding[][];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
