import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { runRun } from "../../cli/runCommand";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { partsOf } from "../packages/xlsx/support/packageParts";
import { allWorkbooks, cellsOf, root } from "./support/keeping";
import { withPlan } from "./support/mine";

let folder: string;

beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** `savings run` in this process, on the tables of `withPlan`. */
async function run(bytes: Uint8Array): Promise<Uint8Array> {
  const { sheets } = await readWorkbook(bytes, ours);
  const names = sheets.map(({ name }) => name);
  const on = (name: string) => `'${names.includes(`Plan ${name}`) ? `Plan ${name}` : name}'`;
  const options = {
    levers: [`${on("Levers")}!A1:H4`],
    spending: `${on("Spending")}!A3:D5`,
    funding: `${on("Funding")}!A1:D2`,
  };
  const [workbook, out] = [join(folder, "book.xlsx"), join(folder, "done.xlsx")];
  writeFileSync(workbook, bytes);
  const streams = { input: new PassThrough(), output: new PassThrough(), error: new PassThrough() };
  await runRun(
    { name: "run", workbook, out, json: false, findings: false, options },
    { root, arguments: [], ...streams },
  );
  return readFileSync(out);
}

/** Parts that hold what the user made; the list of sheets, formats, the add-in's settings and what Excel counts anew (order of calculation, names of sheets) may change. */
const isOfUser = (part: string) =>
  !/\[Content_Types\]|\.rels$|workbook\.xml$|styles\.xml$|webextension|taskpanes|metadata|calcChain|docProps\/app/.test(
    part,
  );

test.each(allWorkbooks)(
  "savings run leaves every cell and every part of the user's as it was: $name",
  async ({ make }) => {
    const original = await make();
    const before = await patchWorkbook(original, withPlan(await readWorkbook(original, ours)), ours);
    const content = await readWorkbook(before, ours);
    if (content.structureProtection) return void (await expect(run(before)).rejects.toThrow(/structure|protected/));
    const after = await run(before);
    const now = await readWorkbook(after, ours);
    expect(now.sheets.length).toBeGreaterThan(content.sheets.length);
    const kept = {
      ...now,
      sheets: now.sheets.filter(({ partId }) => content.sheets.some((sheet) => sheet.partId === partId)),
    };
    expect(cellsOf(kept)).toEqual(cellsOf(content));
    const [was, is] = [await partsOf(before), await partsOf(after)];
    expect(Object.keys(was).filter((part) => isOfUser(part) && is[part] !== was[part])).toEqual([]);
    // Nothing of the user's points into what was written.
    expect(now.calculatesOnOpen).toBe(content.calculatesOnOpen);
  },
);

test("where a formula of the user's reads what a run wrote, Excel is asked to calculate, and the value stays", async () => {
  const first = await run(await patchWorkbook(newWorkbook(), withPlan(await readWorkbook(newWorkbook(), ours)), ours));
  const content = await readWorkbook(first, ours);
  expect(content.calculatesOnOpen).toBeUndefined();
  const result = content.sheets.at(-1)!;
  const mine = content.sheets.find(({ name }) => name === "Mine")!;
  mine.cells.get(0)!.set(9, { value: 77, formula: `COUNTA('${result.name}'!A1:Z99)`, style: 0 });
  const second = await readWorkbook(await run(await patchWorkbook(first, content, ours)), ours);
  const kept = second.sheets
    .find(({ name }) => name === "Mine")!
    .cells.get(0)!
    .get(9);
  expect({ value: kept?.value, calculates: second.calculatesOnOpen }).toEqual({ value: 77, calculates: true });
});
