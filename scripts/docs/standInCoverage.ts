import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import { coveragePage, readOfficeSchema } from "@workbooks/stand-in/wire/coverage";

/** Writes docs/host-coverage.md from the table of classes and the real library. */
async function writeCoverage(): Promise<void> {
  const addin = await openAddin();
  writeFileSync(join(__dirname, "..", "..", "docs", "host-coverage.md"), coveragePage(readOfficeSchema()));
  addin.close();
}

void writeCoverage();
