import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openAddin } from "@workbooks/stand-in/addin";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";

const root = join(__dirname, "..", "..");
const dist = join(root, "dist");

/** Far above what caches make of it, far below the 0.15 MB that one run's tables take. */
const mostPerRun = 0.05;

test("a run leaves nothing in memory but its step to undo", async () => {
  const bytes = new Uint8Array(readFileSync(join(root, "assets", "samples", "forward-view.xlsx")));
  const scripts = ["functions.js", "automation.js"].map((script) => join(dist, script));
  const addin = await openAddin({ content: await readWorkbook(bytes), scripts, functions: dist, calls: "direct" });
  const run = async (): Promise<void> => {
    const { SavingsAutomation } = globalThis as unknown as { SavingsAutomation: Automation };
    expect((await SavingsAutomation.run({ write: true })).written).not.toBeNull();
    addin.standIn.workbook.calculation.history.clear();
  };
  for (let i = 0; i < 8; i++) await run();
  const windows: number[] = [];
  // The least of some: what the engine itself keeps for a while comes and goes.
  for (let window = 0; window < 4 && !(Math.min(...windows) < mostPerRun); window++) {
    const before = await held();
    for (let i = 0; i < 8; i++) await run();
    windows.push(((await held()) - before) / 8);
  }
  addin.close();
  expect(Math.min(...windows)).toBeLessThan(mostPerRun);
});

interface Automation {
  run(request: object): Promise<{ written: object | null }>;
}

/** Megabytes that are still used once everything that nobody holds is gone. */
async function held(): Promise<number> {
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 3; i++) {
    await new Promise((later) => setTimeout(later, 20));
    collect();
  }
  return process.memoryUsage().heapUsed / 1e6;
}
