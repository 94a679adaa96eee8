import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { savings } from "../../cli/savings";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
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
