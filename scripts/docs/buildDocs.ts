/**
 * Writes what the documentation takes from the functions' own records: the table in README.md and a page for each function
 * in docs/functions. `npm run docs`; a test says when it has been forgotten.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { functionPages, readmeWithFunctions } from "./functionDocs";

const root = join(__dirname, "..", "..");

function writeDocs(): void {
  const readme = join(root, "README.md");
  writeFileSync(readme, readmeWithFunctions(readFileSync(readme, "utf8")));
  const folder = join(root, "docs", "functions");
  mkdirSync(folder, { recursive: true });
  const pages = functionPages();
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}

if (require.main === module) writeDocs();
