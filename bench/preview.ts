import { spawn } from "node:child_process";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../test/e2e/support/browser";
import { openPreview, sheetNames, type OpenPreview } from "../test/e2e/support/openPreview";
import { secondsOf, type Measure } from "./measure";
import { median } from "./medianTime";

/** From `npm start` to a pane that can be used, and from Run to tables in the workbook, in a real browser. */
export async function previewMeasures(root: string): Promise<Measure[]> {
  const browser = await startBrowser();
  const started = process.hrtime.bigint();
  const server = await startServer(root);
  try {
    const opened = await openPreview(browser, server.address);
    await opened.pane.getByRole("button", { name: "Run", exact: true }).waitFor();
    const toInteractive = Number(process.hrtime.bigint() - started) / 1e9;
    const runs: Runs[] = [await runAndWrite(opened)];
    for (let i = 0; i < 2; i++) runs.push(await inNewWindow(browser, server.address, runAndWrite));
    const middle = runs.sort((a, b) => a.seconds - b.seconds)[1]!;
    const starts: Start[] = [];
    for (let i = 0; i < 5; i++) starts.push(await inNewWindow(browser, server.address, startOf));
    return [
      { what: "npm start to a pane that can be used, all built", value: toInteractive, unit: "s", most: 15 },
      {
        what: "first paint of the pane, after its page began to load",
        value: median(starts.map(({ paint }) => paint)),
        unit: "ms",
        note: "median of 5",
      },
      {
        what: "a pane that can be used, after its page began to load",
        value: median(starts.map(({ usable }) => usable)),
        unit: "ms",
        note: "median of 5",
      },
      {
        what: "Run and Write, clicks to tables on their sheets",
        value: middle.seconds,
        unit: "s",
        most: 1,
        note: "median of 3",
      },
      { what: "syncs to read the tables", value: middle.reading, unit: "syncs", most: 2 },
      // A write reads once more, so that what is written is what the sheets hold now: two syncs, and two to write.
      { what: "syncs to read once more and write the sheets", value: middle.writing, unit: "syncs", most: 4 },
    ];
  } finally {
    await browser.close();
    server.stop();
  }
}

interface Runs {
  seconds: number;
  reading: number;
  writing: number;
}

/** Both clicks that a user makes; the time between them is not counted. */
async function runAndWrite({ page, pane }: OpenPreview): Promise<Runs> {
  const run = pane.getByRole("button", { name: "Run", exact: true });
  await run.waitFor();
  const before = await syncs(page);
  const running = await secondsOf(async () => {
    await run.click();
    await pane
      .getByText(/^Schemes /)
      .first()
      .waitFor();
  });
  const read = await syncs(page);
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  const write = pane.getByRole("button", { name: /^Write \d+ sheets?$/ });
  await write.waitFor();
  const sheets = (await sheetNames(page)).length;
  const ready = await syncs(page);
  const writing = await secondsOf(async () => {
    await write.click();
    await waitForCharts(page, sheets);
  });
  return { seconds: running + writing, reading: read - before, writing: (await syncs(page)) - ready };
}

/** Until one of the sheets behind so many others has its charts, which are written last. */
export async function waitForCharts(page: Page, sheets: number): Promise<void> {
  await page.waitForFunction(
    (count) =>
      (window as unknown as Shown).preview.standIn.workbook.sheets.some(
        (sheet, at) => at >= count && sheet.charts.length > 0,
      ),
    sheets,
  );
}

function syncs(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as Shown).preview.standIn.counters.syncs);
}

/** Milliseconds after the pane's page began to load. */
interface Start {
  paint: number;
  /** The tables were read: Run is there. */
  usable: number;
}

async function startOf({ pane }: OpenPreview): Promise<Start> {
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  return pane.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
    usable: performance.now(),
  }));
}

async function inNewWindow<T>(
  browser: Browser,
  address: string,
  work: (opened: OpenPreview) => Promise<T>,
): Promise<T> {
  const opened = await openPreview(browser, address);
  try {
    return await work(opened);
  } finally {
    await opened.page.context().close();
  }
}

/** `npm start` on a free port, with the sample or a workbook. */
export function startServer(root: string, ...book: string[]): Promise<{ address: string; stop(): void }> {
  const words = [join(root, "scripts", "start.js"), "--no-open", "--port", "0", ...book];
  const child = spawn(process.execPath, words, { cwd: root });
  let said = "";
  return new Promise((resolve, reject) => {
    const hear = (text: Buffer): void => {
      said += String(text);
      const address = /(https?:\/\/localhost\S*)\s/.exec(said)?.[1];
      if (address) resolve({ address, stop: () => void child.kill() });
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`npm start ended: ${said}`)));
  });
}

/** What the preview's page shows to the console. */
interface Shown {
  preview: { standIn: { counters: { syncs: number }; workbook: { sheets: { charts: unknown[] }[] } } };
}
