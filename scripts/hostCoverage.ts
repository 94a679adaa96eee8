import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin } from "../src/host/addin";
import { coveragePage, readOfficeSchema } from "../src/host/richapi/coverage";

/** Writes docs/host-coverage.md from the table of classes and the real library. */
async function writeCoverage(): Promise<void> {
  const addin = await openAddin();
  writeFileSync(join(__dirname, "../docs/host-coverage.md"), coveragePage(readOfficeSchema()));
  addin.close();
}

void writeCoverage();
