import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";

/** What stays in memory, in megabytes. */
export interface MemoryFigures {
  /** Of a run that writes its tables, once undo holds its hundred steps. */
  run: number;
  /** Of the hundred steps that undo holds, one such run each. */
  undo: number;
  /** Of a workbook that was opened, run and closed. */
  workbook: number;
}

/** Runs in a process of its own, bundled, so that nothing else takes memory meanwhile. Prints the figures as JSON. */
async function main(root: string): Promise<void> {
  const addin = await open(root);
  // What the first ones leave behind is read and compiled once.
  await times(10, run);
  const before = await held();
  await times(110, run);
  const full = await held();
  const growth = await middleGrowth(20, run);
  addin.close();
  const once = async (): Promise<void> => {
    const opened = await open(root);
    await run();
    opened.close();
  };
  await times(20, once);
  const figures: MemoryFigures = { run: growth, undo: full - before, workbook: await middleGrowth(10, once) };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  process.exit(0);
}

/** How much each time of the work leaves behind: the middle one of three windows, as the engine's own caches come and go. */
async function middleGrowth(count: number, work: () => Promise<void>): Promise<number> {
  const windows: number[] = [];
  for (let window = 0; window < 3; window++) {
    const before = await held();
    await times(count, work);
    windows.push(((await held()) - before) / count);
  }
  return windows.sort((a, b) => a - b)[1] ?? NaN;
}

async function times(count: number, work: () => Promise<void>): Promise<void> {
  for (let i = 0; i < count; i++) await work();
}

async function open(root: string): Promise<OpenAddin> {
  const bytes = new Uint8Array(readFileSync(join(root, "assets", "samples", "forward-view.xlsx")));
  const dist = join(root, "dist");
  const scripts = ["functions.js", "automation.js"].map((script) => join(dist, script));
  return openAddin({ content: await readWorkbook(bytes), scripts, functions: dist, calls: "direct" });
}

/** The pane's run of the sample, written to its sheets. */
async function run(): Promise<void> {
  const { SavingsAutomation } = globalThis as unknown as {
    SavingsAutomation: { run(request: object): Promise<{ written: object | null }> };
  };
  if (!(await SavingsAutomation.run({ write: true })).written) throw new Error("The run wrote nothing.");
}

async function held(): Promise<number> {
  setFlagsFromString("--expose_gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 3; i++) {
    await new Promise((later) => setTimeout(later, 20));
    collect();
  }
  return process.memoryUsage().heapUsed / 1e6;
}

void main(process.argv[2] ?? "");
