import { join } from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { startPreview, type RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { parseArea } from "@workbooks/xlsx/sheet/address";

export interface OpenPreview {
  page: Page;
  /** The add-in's own page. */
  pane: Frame;
  /** What must not happen: errors of either page, and requests that leave this machine. */
  troubles: string[];
}

export const root = join(__dirname, "..", "..", "..");

/** The preview's server on a free port, for the tests of one file. */
export function servePreview(...words: string[]): Promise<RunningPreview> {
  return startPreview({
    root,
    sample: join(root, "assets", "samples", "forward-view.xlsx"),
    arguments: [...words, "--port", "0", "--no-open"],
    print: () => undefined,
  });
}

/**
 * Opens the preview in a new window of the browser and waits until the workbook and the pane are there.
 * A window finds what the windows before it have loaded and compiled, which is half of the time that opening takes.
 *
 * @param options.script a file that runs in each page before its own scripts
 */
export async function openPreview(
  browser: Browser,
  address: string,
  options: { width?: number; height?: number; script?: string } = {},
): Promise<OpenPreview> {
  const context = await contextOf(browser);
  const page = await context.newPage();
  await page.setViewportSize({ width: options.width ?? 1360, height: options.height ?? 850 });
  if (options.script) await page.addInitScript({ path: options.script });
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") troubles.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && origin !== new URL(address).origin)
      troubles.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  for (let times = 1; ; times++) {
    const pane = await paneOf(page);
    if (await isReady(pane)) return { page, pane, troubles };
    if (times === mostLoads)
      throw new Error(`Office.js in ${pane.url()} was not ready: ${await pane.locator("body").innerText()}`);
    // On a machine that does much else at once Office.js may wait for good; who sees an empty pane loads the page again.
    await page.reload();
  }
}

const mostLoads = 3;

/** Closes all windows; what they have stored and may do is gone for those that come after. */
export async function closePreview(page: Page): Promise<void> {
  const context = page.context();
  await page.evaluate(() => localStorage.clear());
  await context.clearPermissions();
  await Promise.all(context.pages().map((one) => one.close()));
}

const contexts = new WeakMap<Browser, Promise<BrowserContext>>();

/** What the windows of one browser share. */
function contextOf(browser: Browser): Promise<BrowserContext> {
  const known = contexts.get(browser);
  if (known) return known;
  // Without a colour scheme of Playwright's own, the pane's is that of the page around it.
  const opened = browser.newContext({ acceptDownloads: true, colorScheme: null }).then((context) => {
    // Less than the limit of a test, so that it says what it waited for; far more than a busy machine needs.
    context.setDefaultTimeout(120_000);
    context.on("close", () => contexts.delete(browser));
    return context;
  });
  contexts.set(browser, opened);
  return opened;
}

async function paneOf(page: Page): Promise<Frame> {
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  const element = await page.waitForSelector("#paneBody iframe");
  const pane = await element.contentFrame();
  if (!pane) throw new Error("The pane's frame is not there.");
  return pane;
}

/** Office.js asks the page whether it may be trusted, and is ready a moment after its scripts have loaded. Asked too early it may never answer, so it is asked again. */
function isReady(pane: Frame): Promise<boolean> {
  return pane
    .waitForFunction(
      () =>
        "Office" in window &&
        Promise.race([
          Office.onReady().then(() => true),
          new Promise<boolean>((again) => setTimeout(() => again(false), 2000)),
        ]),
      undefined,
      { timeout: 40_000 },
    )
    .then(
      () => true,
      () => false,
    );
}

/** The value of a cell as the workbook holds it; an error as its string. */
export function cellValue(
  page: Page,
  sheet: string,
  row: number,
  column: number,
): Promise<string | number | boolean | null> {
  return page.evaluate(
    ([name, atRow, atColumn]) => {
      const { standIn } = (window as unknown as { preview: PreviewHandle }).preview;
      const value = standIn.workbook.findSheet(name)?.value(atRow, atColumn) ?? null;
      return typeof value === "object" && value !== null ? value.error : value;
    },
    [sheet, row, column] as const,
  );
}

export function sheetNames(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as { preview: PreviewHandle }).preview.standIn.workbook.sheets.map((sheet) => sheet.name),
  );
}

/** What the page shows to the console. */
interface PreviewHandle {
  standIn: {
    workbook: {
      activeSheet: { name: string };
      selection: { areas: { row: number; column: number; rowCount: number; columnCount: number }[] };
      sheets: { name: string; charts: unknown[] }[];
      findSheet(name: string):
        | {
            value(row: number, column: number): string | number | boolean | null | { error: string };
          }
        | undefined;
    };
  };
}

/** Selects a cell of the sheet that is shown by the name box, and types into it, as a user does. */
export async function typeInto(page: Page, address: string, text: string): Promise<void> {
  await select(page, address);
  await page.keyboard.type(text, { delay: 10 });
  await page.keyboard.press("Enter");
}

/** Types a name or an address into the name box. */
export async function enterInNameBox(page: Page, text: string): Promise<void> {
  const box = page.locator("[data-u-comp='defined-name'] input");
  await box.click();
  await box.fill(text);
  await box.press("Enter");
}

/** Selects cells of the sheet that is shown by the name box; then the grid has the keyboard. */
export async function select(page: Page, address: string): Promise<void> {
  await enterInNameBox(page, address);
  await page.waitForFunction((wanted) => {
    const [area] = (window as unknown as { preview: PreviewHandle }).preview.standIn.workbook.selection.areas;
    const isSelected =
      area?.row === wanted?.row &&
      area?.column === wanted?.column &&
      area?.rowCount === wanted?.rowCount &&
      area?.columnCount === wanted?.columnCount;
    return isSelected && (document.activeElement as HTMLElement | null)?.dataset["uComp"] === "editor";
  }, parseArea(address));
  await drawn(page);
}

/** Once the page has done what it puts off until the next frame, and what it then puts off once more. */
export async function drawn(page: Page | Frame): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)))),
  );
}

export async function showSheet(page: Page, name: string): Promise<void> {
  await page.locator("[data-u-comp='slide-tab-item']", { hasText: name }).first().click();
  await page.waitForFunction(
    (wanted) => (window as unknown as { preview: PreviewHandle }).preview.standIn.workbook.activeSheet.name === wanted,
    name,
  );
  await drawn(page);
}
