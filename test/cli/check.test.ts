import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { bookOf } from "../workbook/support/planBook";
import { runSavings, samples } from "./support/runSavings";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "check-"))));
afterEach(() => rmSync(folder, { recursive: true }));
const savings = (...words: string[]): ReturnType<typeof runSavings> => runSavings(folder, words);

test("the sample: what uses the add-in, as lines and as JSON", () => {
  const sample = join(samples, "forward-view.xlsx");
  const { code, lines } = savings("check", sample);
  expect(code).toBe(0);
  expect(lines).toEqual([expect.stringMatching(/^notice: 'Read me'!C17, .* 6 cells on 1 sheet calculate/)]);
  const json = savings("check", sample, "--json");
  const check = JSON.parse(json.lines[0] ?? "") as { uses: { where: string; functions: string[] }[]; links: [] };
  expect(check.uses).toHaveLength(6);
  expect(check.uses[0]).toMatchObject({ where: "'Read me'!C17", kind: "cell", mangled: [], error: null });
  expect(check.links).toEqual([]);
});

test("a name that another program has mangled, and another workbook, are lines of their own", async () => {
  const content = bookOf({ Data: [[1, 2, 3]] });
  const line = content.sheets[0]!.cells.get(0)!;
  line.set(1, { value: { error: "#NAME?" }, formula: "[2]!_xldudf_SAVINGS_COMPOUNDEFF(2%,5)", style: 0 });
  line.set(2, { value: 5, formula: "SUM('[1]Plan'!A1:A3)", style: 0 });
  writeFileSync(join(folder, "book.xlsx"), await patchWorkbook(newWorkbook(), content, ours));
  const { code, lines } = savings("check", "book.xlsx");
  expect(code).toBe(0);
  expect(lines.map((each) => each.split(": ").slice(0, 2))).toEqual([
    ["error", "Data!B1"],
    ["warning", "Data!C1"],
    ["notice", "Data!B1"],
  ]);
});

test("a workbook that is none, and wrong words, are one sentence and exit with 2", () => {
  writeFileSync(join(folder, "broken.xlsx"), "PK no workbook");
  for (const words of [["broken.xlsx"], ["missing.xlsx"], [], ["broken.xlsx", "--repair"]]) {
    const { code, error, lines } = savings("check", ...words);
    expect([code, lines]).toEqual([2, []]);
    expect(error.trim().split("\n")).toHaveLength(1);
  }
});
