import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { noDifficulties } from "@workbooks/stand-in/difficulties";

const root = join(__dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** The rows of docs/host.md's table of refusals. */
const rows = (/## What Excel refuses\n([\s\S]*?)\n## /.exec(read("docs/host.md"))?.[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (played by|---)/.test(line))
  .map((line) => {
    const [played, does, source, test] = line
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    return { played: played ?? "", does: does ?? "", source: source ?? "", test: test ?? "" };
  });
const plays = rows.flatMap(({ played }) => /^`play\.(\w+)`$/.exec(played)?.[1] ?? []);

test("docs/host.md lists every difficulty that can be played, once, and no other", () => {
  expect([...plays].sort()).toEqual(Object.keys(noDifficulties()).sort());
});

test("docs/host.md lists every code with which the stand-in refuses", () => {
  const source = read("packages/stand-in/workbook/excelError.ts");
  const codes = [...source.matchAll(/new ExcelError\(\s*"(\w+)"/g)].map(([, code]) => code ?? "");
  expect(codes.length).toBeGreaterThan(15);
  const said = rows.map(({ does }) => does).join(" ");
  expect(codes.filter((code) => !said.includes(code))).toEqual([]);
});

test.each(rows.map((row) => [row.played, row] as const))("%s has a source and a test that plays it", (played, row) => {
  expect(row.source).toMatch(/learn\.microsoft\.com|OfficeDev\/|believed|the same/);
  expect(existsSync(join(root, row.test))).toBe(true);
  const text = read(row.test);
  const word = /`(?:play\.)?(\w+)`/.exec(played)?.[1];
  const words = word ? [word] : [];
  const codes = row.does.match(/\b[A-Z]\w+[A-Z]\w+\b|#[A-Z]+[!?]/g) ?? [];
  const hints = [...words, ...codes, ...played.split(" ").filter((each) => each.length > 5)];
  expect(hints.filter((hint) => text.includes(hint)).length).toBeGreaterThan(0);
});
