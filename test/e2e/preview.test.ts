import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { BundlePart } from "../../scripts/check/bundleSize";
import { violations } from "./support/accessibility";
import { ours } from "../packages/xlsx/support/edited";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  cellValue,
  openPreview,
  root,
  select,
  servePreview,
  sheetNames,
  showSheet,
  typeInto,
  type OpenPreview,
} from "./support/openPreview";
import { becomes, formulaAt, isGridReady, selection, valueAt } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  preview = await openPreview(browser, server.address);
});
afterEach(async () => {
  await closePreview(preview.page);
});

/** The files of a part of the build. */
const parts = (): BundlePart[] => JSON.parse(readFileSync(join(root, "build", "chunks.json"), "utf8")) as BundlePart[];

function filesOf(part: string): string[] {
  return parts().find(({ name }) => name === part)!.files;
}

/** Those that come with the part alone, and not with the first load; none of no part. */
function laterFilesOf(part: string): string[] {
  const first = parts().flatMap(({ first: isFirst, files }) => (isFirst ? files : []));
  return part === "" ? [] : filesOf(part).filter((file) => !first.includes(file));
}

test("the sample opens with the pane beside it, and nothing goes wrong or leaves this machine", async () => {
  const { page, pane, troubles } = preview;
  expect(await page.textContent("#fileName")).toBe("forward-view.xlsx");
  expect(await page.textContent(".honesty")).toBe("Preview: not Microsoft Excel");
  await pane.getByRole("tab", { name: "Plan" }).waitFor();
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  expect(await sheetNames(page)).toContain("Levers");
  expect(page.workers().map((worker) => worker.url().split("/").pop())).toEqual([filesOf("worker").at(-1)]);
  expect(troubles).toEqual([]);
});

test("where no worker can be had the page itself reads the plan and works it out", async () => {
  const { page } = preview;
  const [worker = ""] = filesOf("worker");
  await page.route(`**/${worker}`, (route) => route.abort());
  await page.reload();
  const pane = page.frameLocator("#paneBody iframe");
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane
    .getByText(/^Schemes /)
    .first()
    .waitFor();
  expect(page.workers()).toEqual([]);
  await page.unroute(`**/${worker}`);
});

test("a part of the pane that does not come is said, and tried again", async () => {
  const { page } = preview;
  let isCut = "";
  for (const file of new Set(["reading", "tables", "help"].flatMap(laterFilesOf)))
    await page.route(`**/${file}`, (route) => (laterFilesOf(isCut).includes(file) ? route.abort() : route.continue()));
  const pane = page.frameLocator("#paneBody iframe");
  const sentence = pane.getByText(/A part of the add-in could not be loaded/);
  const tryAgain = pane.getByRole("button", { name: "Try again" });
  // What reads the cells in the page, and what the worker finds a plan with.
  for (const name of ["reading", "tables"]) {
    isCut = name;
    await page.reload();
    await sentence.waitFor();
    isCut = "";
    await tryAgain.click();
    await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  }
  isCut = "help";
  await pane.getByRole("tab", { name: "More" }).click();
  await sentence.waitFor();
  isCut = "";
  await tryAgain.click();
  await pane.getByRole("button", { name: /Functions for cells/ }).waitFor();
  expect(await sentence.count()).toBe(0);
});

test("a run is written back as tables and a bridge chart, and the saved file holds them", async () => {
  const { page, pane, troubles } = preview;
  const before = await sheetNames(page);
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane
    .getByText(/Schemes of £16\.3bn meet 74% of the £22\.0bn gap/)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  await pane.getByRole("button", { name: /^Write \d+ sheets?$/ }).click();
  await page.waitForFunction(
    (count) => (window as unknown as { preview: Handle }).preview.standIn.workbook.sheets.length > count,
    before.length,
  );
  const written = (await sheetNames(page)).filter((name) => !before.includes(name));
  expect(written.length).toBeGreaterThan(0);
  const withChart = await page.evaluate(
    () =>
      (window as unknown as { preview: Handle }).preview.standIn.workbook.sheets.find(
        (sheet) => sheet.charts.length > 0,
      )?.name,
  );
  expect(written).toContain(withChart);
  await showSheet(page, withChart ?? "");
  const chart = page.locator("#charts .chart").first();
  await chart.waitFor();
  expect(await chart.getAttribute("aria-label")).toMatch(/\w/);
  expect(await chart.locator("svg path").count()).toBeGreaterThan(3);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("forward-view.xlsx");
  const saved = await readWorkbook(readFileSync(await download.path()), ours);
  expect(saved.sheets.map((sheet) => sheet.name)).toEqual(await sheetNames(page));
  expect(saved.sheets.some((sheet) => sheet.charts.length > 0)).toBe(true);
  expect(troubles).toEqual([]);
});

test("a function typed into a cell is calculated by the add-in, and again when what it depends on changes", async () => {
  const { page, troubles } = preview;
  await page.locator("#paneBody iframe").waitFor();
  await typeInto(page, "J40", "0.02");
  await typeInto(page, "J41", "=SAVINGS.COMPOUNDEFF(J40,5)");
  await expectValue(page, 40, (value) => Math.abs(Number(value) - 0.0960792032) < 1e-12);
  await typeInto(page, "J40", "0.03");
  await expectValue(page, 40, (value) => Math.abs(Number(value) - (1 - 0.97 ** 5)) < 1e-12);
  await typeInto(page, "J42", "=SAVINGS.NOSUCH(1)");
  await expectValue(page, 41, (value) => value === "#NAME?");
  expect(troubles).toEqual([]);
});

test("the Functions page finds a function and inserts its example at the selected cell, by keyboard alone", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  await page.getByRole("button", { name: "New sheet" }).click();
  await select(page, "B2");
  await pane.getByRole("tab", { name: "More" }).focus();
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Functions for cells" }).focus();
  await page.keyboard.press("Enter");
  const search = pane.getByRole("searchbox", { name: "Search the functions" });
  await search.focus();
  await page.keyboard.type("compound", { delay: 10 });
  await pane.getByText("functions for 'compound'", { exact: false }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Insert example 1" }).focus();
  await page.keyboard.press("Enter");
  await pane.getByText("Inserted at", { exact: false }).waitFor();
  await becomes(() => formulaAt(page, "B2"), expect.stringMatching(/^=SAVINGS\.COMPOUNDEFF\(/));
  await becomes(() => valueAt(page, "B2"), expect.any(Number));
  // To the search, clear it, close the page, back to the cells.
  const escape = () => page.keyboard.press("Escape");
  await escape();
  await becomes(() => search.evaluate((field) => field === document.activeElement), true);
  await escape();
  await becomes(() => search.inputValue(), "");
  await escape();
  await search.waitFor({ state: "detached" });
  await escape();
  await becomes(() => isGridReady(page), true);
  await page.keyboard.press("ArrowRight");
  await becomes(() => selection(page), expect.stringMatching(/!C2:C2$/));
  expect(troubles).toEqual([]);
});

test("the ribbon's Run again shows what nobody has seen, and then brings the written sheets up to date", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  const before = (await sheetNames(page)).length;
  const runAgain = page.getByRole("button", { name: "Run again" });
  await runAgain.click();
  await pane
    .getByText(/^Schemes /)
    .first()
    .waitFor();
  expect(await sheetNames(page)).toHaveLength(before);
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  await pane.getByRole("button", { name: /^Write \d+ sheets?$/ }).click();
  await pane.getByText(/sheets written/).waitFor();
  const summary = (await sheetNames(page))[before] ?? "";
  const written = () => sheetText(page, summary);
  const first = await written();
  await showSheet(page, "Levers");
  await typeInto(page, "C5", "9.1");
  await pane.getByText("The sheet changed since this was worked out.").waitFor();
  await runAgain.click();
  await becomes(async () => (await written()) !== first, true);
  expect(troubles).toEqual([]);
});

/** The values of a sheet's first rows, as one text. */
function sheetText(page: OpenPreview["page"], name: string): Promise<string> {
  return page.evaluate((wanted) => {
    const sheet = (window as unknown as { preview: ValuesHandle }).preview.standIn.workbook.findSheet(wanted);
    const rows = Array.from({ length: 30 }, (_, row) => Array.from({ length: 10 }, (__, at) => sheet?.value(row, at)));
    return JSON.stringify(rows);
  }, name);
}

interface ValuesHandle {
  standIn: { workbook: { findSheet(name: string): { value(row: number, column: number): unknown } | undefined } };
}

test("the pane can be made as narrow as 320 pixels, closed, and opened again", async () => {
  const { page, troubles } = preview;
  const width = () => page.locator("#pane").evaluate((element) => element.getBoundingClientRect().width);
  expect(await width()).toBe(350);
  await page.getByRole("separator").focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press("ArrowRight");
  expect(await width()).toBe(320);
  await page.getByRole("button", { name: "Close the task pane" }).click();
  expect(await page.locator("#pane").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Open pane" }).click();
  expect(await page.locator("#pane").isVisible()).toBe(true);
  expect(troubles).toEqual([]);
});

test("another workbook is opened in place of this one; what is no workbook is said, and this one stays", async () => {
  const { page, pane, troubles } = preview;
  await pane.getByRole("tab", { name: "Plan" }).waitFor();
  await page.setInputFiles("#file", { name: "notes.txt.xlsx", mimeType: "text/plain", buffer: Buffer.from("a,b") });
  await page.getByText("not an .xlsx workbook", { exact: false }).waitFor();
  expect(await page.textContent("#fileName")).toBe("forward-view.xlsx");
  const bytes = readFileSync(join(root, "assets", "samples", "forward-view.xlsx"));
  await page.setInputFiles("#file", { name: "mine.xlsx", mimeType: "application/octet-stream", buffer: bytes });
  await page.waitForFunction(
    () => document.getElementById("fileName")?.textContent === "mine.xlsx" && document.body.dataset["state"] === "open",
  );
  expect(await page.getByText("not an .xlsx workbook", { exact: false }).count()).toBe(0);
  await page.frameLocator("#paneBody iframe").getByRole("button", { name: "Run", exact: true }).waitFor();
  expect(troubles).toEqual([]);
});

test("a colleague without the add-in sees the workbook, and no pane", async () => {
  const { page, troubles } = preview;
  await page.getByRole("button", { name: "Preview settings" }).click();
  await page.getByLabel("A colleague without the add-in").check();
  await page.getByText("This is what a colleague without the add-in sees", { exact: false }).waitFor();
  expect(await page.getByRole("button", { name: "Run again" }).isDisabled()).toBe(true);
  await page.keyboard.press("Escape");
  await typeInto(page, "J41", "=SAVINGS.COMPOUNDEFF(2%,5)");
  await expectValue(page, 40, (value) => value === "#NAME?");
  expect(troubles).toEqual([]);
});

test.each(["light", "dark"])("axe finds nothing wrong in the pane and in the page around it (%s)", async (theme) => {
  const { page, pane } = preview;
  await page.getByRole("button", { name: "Preview settings" }).click();
  await page.getByLabel(theme === "light" ? "Light" : "Dark", { exact: true }).check();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  expect(await pane.evaluate(() => window.matchMedia("(prefers-color-scheme: dark)").matches)).toBe(theme === "dark");
  expect(await violations(pane, FLUENT_FOCUS_GUARDS)).toEqual([]);
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane
    .getByText(/^Schemes /)
    .first()
    .waitFor();
  expect(await violations(pane, FLUENT_FOCUS_GUARDS)).toEqual([]);
  for (const tab of ["Scenarios", "More"]) {
    await pane.getByRole("tab", { name: tab }).click();
    await pane.getByRole("tab", { name: tab, selected: true }).waitFor();
    await standsStill(pane);
    expect(await violations(pane, FLUENT_FOCUS_GUARDS)).toEqual([]);
  }
  // A result that is out of date, dimmed under its banner, and with an error to correct first.
  await showSheet(page, "Levers");
  for (const [typed, said] of [
    ["9.1", "The sheet changed since this was worked out."],
    ["nine", "It now has 1 error to correct first."],
  ] as const) {
    await typeInto(page, "C5", typed);
    await pane.getByRole("tab", { name: "Results" }).click();
    await pane.getByText(said, { exact: false }).waitFor();
    await standsStill(pane);
    expect(await violations(pane, FLUENT_FOCUS_GUARDS)).toEqual([]);
  }
});

/** Once what moves has come to its place; what turns for ever is not waited for. */
function standsStill(frame: OpenPreview["pane"]): Promise<void> {
  return frame.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

/** Fluent's own invisible helpers, which pass the focus on at once. */
const FLUENT_FOCUS_GUARDS = ["[data-tabster-dummy]"];

async function expectValue(
  page: OpenPreview["page"],
  row: number,
  isRight: (value: unknown) => boolean,
): Promise<void> {
  const sheet = await page.evaluate(
    () => (window as unknown as { preview: Handle }).preview.standIn.workbook.activeSheet.name,
  );
  let value: unknown = null;
  await becomes(async () => isRight((value = await cellValue(page, sheet, row, 9))), true).catch(() => {
    throw new Error(`The cell in row ${row + 1} holds ${JSON.stringify(value)}.`);
  });
}

interface Handle {
  standIn: { workbook: { activeSheet: { name: string }; sheets: { name: string; charts: unknown[] }[] } };
}
