import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { startBrowser } from "../test/e2e/support/browser";
import { openPreview, servePreview, type OpenPreview } from "../test/e2e/support/openPreview";
import { bookOfLevers } from "./largeBooks";
import type { Measure } from "./measure";
import { median } from "./medianTime";

const samples = ["forward-view", "trust-tracker", "council-mtfs"];

/** What a user waits for in the pane, and how long its thread is held up, in a real browser. */
export async function paneMeasures(root: string): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "savings-bench-"));
  const browser = await startBrowser();
  const onFile = async <T>(file: string, work: (address: string) => Promise<T>): Promise<T> => {
    const server = await servePreview(file);
    try {
      return await work(server.address);
    } finally {
      await server.close();
    }
  };
  try {
    const measures: Measure[] = [];
    for (const name of samples) {
      const file = join(root, "assets", "samples", `${name}.xlsx`);
      const waits = await onFile(file, (address) => rounds(5, () => inPane(browser, address, whenReady)));
      measures.push({ what: `${name}: a pane that opens, to ready`, value: median(waits), unit: "ms", most: 300 });
    }
    const tracker = join(root, "assets", "samples", "trust-tracker.xlsx");
    const corrected = await onFile(tracker, (address) => rounds(5, () => inPane(browser, address, correction)));
    measures.push({
      what: "trust-tracker: a correction to its effect",
      value: median(corrected),
      unit: "ms",
      most: 200,
    });

    const large = join(folder, "levers.xlsx");
    writeFileSync(large, await bookOfLevers(2000));
    const tasks = await onFile(large, (address) => rounds(3, () => inPane(browser, address, longestTasks)));
    for (const step of steps) {
      const longest = median(tasks.map((one) => one[step].longest));
      const took = median(tasks.map((one) => one[step].took));
      measures.push({
        ...{ what: `2,000 levers, ${step}: the longest task of the pane`, value: longest, unit: "ms", most: 50 },
        note: `${Math.round(took)} ms in all, the stand-in's own work among them; 0: none is over 50`,
      });
    }
    return measures;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const steps = ["opened", "columns", "corrected", "run"] as const;
type Steps = Record<(typeof steps)[number], { longest: number; took: number }>;

function whenReady({ page }: OpenPreview): Promise<number> {
  return page.evaluate(() => (window as unknown as Watching).watched.ready);
}

/** From what the user says of a column until the pane shows what comes of it. */
async function correction(opened: OpenPreview): Promise<number> {
  await openColumns(opened);
  return opened.page.evaluate(() => (window as unknown as Watching).watched.leaveOutColumn());
}

async function openColumns(opened: OpenPreview): Promise<void> {
  await whenReady(opened);
  await opened.pane.locator("#correct-levers").click();
  await opened.pane
    .getByLabel(/^Meaning of/)
    .first()
    .waitFor();
}

async function longestTasks(opened: OpenPreview): Promise<Steps> {
  const { page, pane } = opened;
  const ready = await whenReady(opened);
  const atStart = { took: ready, longest: await longestTask(page) };
  const asked = await page.evaluate(() => performance.now());
  await openColumns(opened);
  const listed = await page.evaluate(() => performance.now());
  const columns = { took: listed - asked, longest: await longestTask(page) };
  const took = await page.evaluate(() => (window as unknown as Watching).watched.leaveOutColumn());
  const corrected = { took, longest: await longestTask(page) };
  await pane.getByRole("button", { name: "Back to the plan" }).click();
  await longestTask(page);
  const clicked = await pane.evaluate(() => performance.now());
  await pane.locator("#primary-action").click();
  await pane
    .getByText(/^Schemes /)
    .first()
    .waitFor();
  const ended = await pane.evaluate(() => performance.now());
  return { opened: atStart, columns, corrected, run: { took: ended - clicked, longest: await longestTask(page) } };
}

/** Milliseconds of the longest task of the pane since this was asked last, once it has come to rest; 0 where none took more than 50. */
async function longestTask(page: Page): Promise<number> {
  await page.waitForTimeout(700);
  return page.evaluate(() => (window as unknown as Watching).watched.longestTask());
}

async function rounds<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let round = 0; round < count; round++) all.push(await work());
  return all;
}

async function inPane<T>(browser: Browser, address: string, work: (opened: OpenPreview) => Promise<T>): Promise<T> {
  const opened = await openPreview(browser, address, { script: join(__dirname, "watchPane.js") });
  try {
    return await work(opened);
  } finally {
    await opened.page.context().close();
  }
}

/** What watchPane.js leaves in the preview's page. */
interface Watching {
  watched: { ready: Promise<number>; longestTask(): number; leaveOutColumn(): Promise<number> };
}
