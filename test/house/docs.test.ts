import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

const documents = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

test.each(documents)("%s links only to what is there", (document) => {
  const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map((match) => match[1] ?? "");
  expect(links.filter((link) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});
