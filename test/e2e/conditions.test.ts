import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { ours } from "../packages/xlsx/support/edited";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  cellValue,
  openPreview,
  root,
  servePreview,
  sheetNames,
  showSheet,
  typeInto,
} from "./support/openPreview";
import { becomes } from "./support/sheetState";

const sample = readFileSync(join(root, "assets", "samples", "forward-view.xlsx"));
let browser: Browser;
let server: RunningPreview;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test("blank cells give the same, whichever way they reach a function", async () => {
  const { page, troubles } = await openPreview(browser, server.address);
  await page.frameLocator("#paneBody iframe").getByRole("button", { name: "Run", exact: true }).waitFor();
  await typeInto(page, "J60", "=SAVINGS.COMPOUNDEFF(K60,5)");
  await typeInto(page, "J61", "=SAVINGS.COMPOUNDEFF(2%,K60)");
  const values = async () => [await cellValue(page, "Read me", 59, 9), await cellValue(page, "Read me", 60, 9)];
  await becomes(values, [expect.any(Number), expect.any(Number)]);
  const web = await values();
  await choose(page, "0, as in Excel on the desktop");
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  await page.frameLocator("#paneBody iframe").getByRole("button", { name: "Run", exact: true }).waitFor();
  await page.evaluate(() =>
    (
      window as unknown as {
        preview: { standIn: { recalculate(full: boolean): Promise<void> } };
      }
    ).preview.standIn.recalculate(true),
  );
  expect(await values()).toEqual(web);
  expect(troubles).toEqual([]);
  await closePreview(page);
});

test("over a slow line the pane shows that it writes, and Cancel leaves the workbook as it was", async () => {
  const { page, pane, troubles } = await openPreview(browser, server.address);
  const before = await sheetNames(page);
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  const write = pane.getByRole("button", { name: /^Write \d+ sheets?$/ });
  await write.waitFor();
  await choose(page, "Slow syncs (a second each)");
  await write.click();
  await pane.getByRole("progressbar").waitFor();
  await pane.getByRole("button", { name: "Cancel" }).click();
  await pane.getByRole("progressbar").waitFor({ state: "detached" });
  expect(await sheetNames(page)).toEqual(before);
  expect(troubles).toEqual([]);
  await closePreview(page);
});

test("a file dropped on the page opens; a broken one is said in a sentence and changes nothing; an edit is saved", async () => {
  const { page, troubles } = await openPreview(browser, server.address);
  await drop(page, "mine.xlsx", sample);
  await page.waitForFunction(
    () => document.getElementById("fileName")?.textContent === "mine.xlsx" && document.body.dataset["state"] === "open",
  );
  await drop(page, "broken.xlsx", sample.subarray(0, 5000));
  await page.getByText("The file is incomplete", { exact: false }).waitFor();
  expect(await page.textContent("#fileName")).toBe("mine.xlsx");
  await showSheet(page, "Levers");
  await typeInto(page, "C5", "9.1");
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  expect(download.suggestedFilename()).toBe("mine.xlsx");
  const saved = await readWorkbook(readFileSync(await download.path()), ours);
  const levers = saved.sheets.find((sheet) => sheet.name === "Levers");
  expect(levers?.cells.get(4)?.get(2)?.value).toBe(9.1);
  expect(troubles).toEqual([]);
  await closePreview(page);
});

test("what a file holds that cannot be shown is said when it opens", async () => {
  const { page, troubles } = await openPreview(browser, server.address);
  await drop(
    page,
    "charts.xlsx",
    readFileSync(join(root, "test", "packages", "xlsx", "fixtures", "libreoffice-charts.xlsx")),
  );
  await page.getByText("Not shown here, and kept in the file: Mixed formatting", { exact: false }).waitFor();
  await page.waitForFunction(() => document.getElementById("fileName")?.textContent === "charts.xlsx");
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  expect(troubles).toEqual([]);
  await closePreview(page);
});

async function choose(page: Page, label: string): Promise<void> {
  await page.getByRole("button", { name: "Preview settings" }).click();
  await page.getByLabel(label).check();
  await page.keyboard.press("Escape");
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, bytes.toString("base64")] as const,
  );
  for (const type of ["dragenter", "dragover", "drop"])
    await page.dispatchEvent("#grid canvas", type, { dataTransfer: data });
}
