import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { headingsPage, tablesWithColumns } from "../../scripts/docs/columnDocs";
import { functionPages, readmeWithFunctions } from "../../scripts/docs/functionDocs";

const root = join(__dirname, "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");

test("README.md lists the functions as their records have them (npm run docs)", () => {
  expect(read("README.md")).toBe(readmeWithFunctions(read("README.md")));
});

test("docs/functions has a page for each function, as its record has it (npm run docs)", () => {
  const pages = functionPages();
  expect(readdirSync(join(root, "docs", "functions")).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(read(`docs/functions/${name}`)).toBe(text);
});

test("docs/tables.md has the columns as their records have them (npm run docs)", () => {
  expect(read("docs/tables.md")).toBe(tablesWithColumns(read("docs/tables.md")));
});

test("docs/headings.md has every heading that the records have (npm run docs)", () => {
  expect(read("docs/headings.md")).toBe(headingsPage());
});

const files = ["src", "packages", "cli", "test", "scripts", "bench", "docs", "assets"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
);
const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test.each(documents)("%s links only to what is there", (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});

test.each(documents)("%s names only files that are there", (document) => {
  const named = [...read(document).matchAll(/`([\w@.-]+(?:\/[\w@.-]+)+\.(?:tsx?|js|json|css|html|xlsx|md))`/g)];
  const built = /^(?:dist|build|node_modules)\//;
  const missing = named.map((match) => match[1] ?? "").filter((path) => !built.test(path) && !isThere(path));
  expect(missing).toEqual([]);
});

/** A path from the root, or its end: `wire/registry.ts` in a page on the stand-in. */
function isThere(path: string): boolean {
  return files.some((file) => file === path || file.endsWith(`/${path}`));
}
