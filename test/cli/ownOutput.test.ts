import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { planBook } from "../workbook/support/planBook";
import { cellsOf, collected, root } from "./support/keeping";
import { atOneMoment } from "./support/oneMoment";

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
atOneMoment();
afterAll(() => rmSync(folder, { recursive: true }));

function planOf(leverCount: number): Promise<Uint8Array> {
  const lever = (index: number) => [
    ...[`Lever ${index}`, `Group ${index % 7}`, index % 2 ? "Acute" : "Community", 0.001 + index / 1e6, null],
    ...[index % 3 ? "2025/26" : "2026/27", "Cash-releasing", "In progress"],
  ];
  const headings = ["Lever", "Group", "Applies to", "Saving", "Saving %", "Start", "Type", "Status"];
  const levers = [headings, ...Array.from({ length: leverCount }, (_, index) => lever(index))];
  return patchWorkbook(newWorkbook(), planBook({ Levers: levers }), ours);
}

async function run(bytes: Uint8Array): Promise<{ json: string; bytes: Uint8Array }> {
  const [workbook, out] = [join(folder, "book.xlsx"), join(folder, "done.xlsx")];
  writeFileSync(workbook, bytes);
  const words = ["run", workbook, "--out", out, "--json"];
  const { code, output, error } = await collected((streams) => savings({ root, arguments: words, ...streams }));
  expect({ code, error }).toEqual({ code: 0, error: "" });
  return { json: output, bytes: readFileSync(out) };
}

test.each([400, 2000])("a run over its own output, of %d levers, gives the same again", async (leverCount) => {
  const first = await run(await planOf(leverCount));
  const second = await run(first.bytes);
  expect(second.json).toBe(first.json);
  const [was, is] = [await readWorkbook(first.bytes, ours), await readWorkbook(second.bytes, ours)];
  expect(cellsOf(is).length).toBeGreaterThan(leverCount * 2);
  expect(cellsOf(is)).toEqual(cellsOf(was));
});
