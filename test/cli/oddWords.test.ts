import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { scenarioToXml } from "../../src/plan/scenarios/scenarioDocument";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { bookOf, planBook } from "../workbook/support/planBook";
import { collected, root } from "./support/keeping";
import { atOneMoment } from "./support/oneMoment";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
atOneMoment();
afterAll(() => rmSync(folder, { recursive: true }));

/** The small plan with one word as the name of its sheet, a lever, its group, its category and a scenario that leaves another out. */
async function planWith(word: string): Promise<Uint8Array> {
  const levers = [
    ["Lever", "Group", "Applies to", "Saving", "Saving %", "Start", "Type", "Status"],
    [word, word, word, null, 0.03, "2025/26", "Cash-releasing", "In progress"],
    ["Admissions", "Demand", word, null, 0.02, "2026/27", "Cost avoidance", "Opportunity"],
    ["Energy", word, "Community", 0.8, null, "2025/26", "Cash-releasing", "Fully developed"],
  ];
  const spending = [
    ["Category", "Base 2024/25", "2025/26", "2026/27"],
    [word, 100, 0.05, 0.05],
    ["Community", 50, 0.02, 0.02],
  ];
  const { sheets } = planBook({ Levers: levers, Spending: spending });
  const scenario = {
    ...{ name: word, off: ["Admissions"], statusWeights: { "In progress": 0.9 } },
    ...{ leverFactors: { [word]: 0.5 }, groupFactors: { [word]: 0.8 } },
  };
  const content = {
    ...bookOf({}),
    sheets: sheets.map((sheet) => (sheet.name === "Levers" ? { ...sheet, name: word } : sheet)),
    customXml: [{ id: "{5C2F8E0B-6E5D-4B55-9C0C-2F1B0C7A2D16}", xml: scenarioToXml(scenario) }],
  };
  return patchWorkbook(newWorkbook(), content, ours);
}

async function run(bytes: Uint8Array, word: string): Promise<{ json: string; bytes: Uint8Array }> {
  const [workbook, out] = [join(folder, "book.xlsx"), join(folder, "done.xlsx")];
  writeFileSync(workbook, bytes);
  const words = ["run", workbook, "--out", out, "--json", "--scenario", word];
  const { code, output, error } = await collected((streams) => savings({ root, arguments: words, ...streams }));
  expect({ code, error }).toEqual({ code: 0, error: "" });
  return { json: output, bytes: readFileSync(out) };
}

const texts = async (bytes: Uint8Array): Promise<unknown[]> =>
  (await readWorkbook(bytes, ours)).sheets.map(({ name, cells }) => [
    name,
    [...cells].map(([row, line]) => [row, [...line].map(([column, { value, formula }]) => [column, value, formula])]),
  ]);

/** Totals name their table, whose name has a capital and no underscores at its ends. */
function withoutTableNames(book: string): string {
  return book.replace(/(Savings[A-Z][a-z]+)_\w+\[/g, "$1[");
}

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "%s is a word like any other for a sheet, a lever, a group, a category and a scenario",
  async (word) => {
    const plain = await run(await planWith("Plainword"), "Plainword");
    const odd = await run(await planWith(word), word);
    expect(odd.json).toBe(plain.json.replaceAll("Plainword", word));
    const [before, after] = [await texts(plain.bytes), await texts(odd.bytes)].map((book) => JSON.stringify(book));
    expect(withoutTableNames(after ?? "")).toBe(withoutTableNames(before ?? "").replaceAll("Plainword", word));
    // Over its own output too.
    expect((await run(odd.bytes, word)).json).toBe(odd.json);
  },
);
