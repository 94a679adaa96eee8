import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { bookOf, tableOn } from "../workbook/support/planBook";
import { collected, root } from "./support/keeping";

const hostile = join(root, "test", "cases", "hostile");

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "savings-"))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Seconds of the processor, so that a busy machine makes no difference; far less than the hangs that these files stand for. */
const most = 10;

test.each(readdirSync(hostile).filter((name) => name.endsWith(".xlsx")))(
  "%s is run or refused in one sentence, soon, and what is written opens again",
  async (name) => {
    const out = join(folder, name);
    const words = ["run", join(hostile, name), "--out", out];
    const before = process.cpuUsage();
    const { code, error } = await collected((streams) => savings({ root, arguments: words, ...streams }));
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(most);
    if (code === 2) expect(error).toMatch(/^[^\n]{20,300}\n$/);
    else {
      expect([code, (await readWorkbook(readFileSync(out), ours)).sheets.length]).toEqual([0, expect.any(Number)]);
      expect(error).not.toMatch(/\bat .*:\d+:\d+/);
    }
  },
);

test("a table of whole columns is read as the rows that it fills", async () => {
  const book = bookOf({
    Register: [
      ["Scheme", "2025/26 saving, £k"],
      ["Theatre lists", 400],
      ["Bed days", 250],
    ],
  });
  const table = { ...tableOn(book.sheets[0]!, "Schemes", 0), rowCount: 1_048_576 };
  const sheets = book.sheets.map((sheet) => ({ ...sheet, tables: [table], partId: null }));
  const file = join(folder, "whole columns.xlsx");
  writeFileSync(file, await patchWorkbook(newWorkbook(), { ...book, sheets }));
  const before = process.cpuUsage();
  const words = ["run", file, "--json", "--out", join(folder, "whole columns run.xlsx")];
  const { code, output } = await collected((streams) => savings({ root, arguments: words, ...streams }));
  const { user, system } = process.cpuUsage(before);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ registerTotal: 650, levers: [{}, {}] });
  expect((user + system) / 1e6).toBeLessThan(most);
});
