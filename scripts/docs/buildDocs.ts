/**
 * Writes what the documentation takes from records: of the functions, the table in README.md and a page for each in docs/functions; of the
 * columns, the tables in docs/tables.md and docs/headings.md. `npm run docs`; a test says when it has been forgotten.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { headingsPage, tablesWithColumns } from "./columnDocs";
import { functionPages, readmeWithFunctions } from "./functionDocs";

const root = join(__dirname, "..", "..");

function writeDocs(): void {
  const readme = join(root, "README.md");
  writeFileSync(readme, readmeWithFunctions(readFileSync(readme, "utf8")));
  const tables = join(root, "docs", "tables.md");
  writeFileSync(tables, tablesWithColumns(readFileSync(tables, "utf8")));
  writeFileSync(join(root, "docs", "headings.md"), headingsPage());
  const folder = join(root, "docs", "functions");
  mkdirSync(folder, { recursive: true });
  const pages = functionPages();
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}

if (require.main === module) writeDocs();
