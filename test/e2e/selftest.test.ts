import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startPreview, type RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { buildStale } from "../../scripts/build/buildStale";
import { probes, type SelfTestReport } from "../../selftest/runSelfTest";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import { closePreview, cellValue, drawn, openPreview, root, select, sheetNames, typeInto } from "./support/openPreview";
import { becomes } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
let folder: string;

beforeAll(async () => {
  await buildStale(["development"]);
  folder = mkdtempSync(join(tmpdir(), "self-test-"));
  const sample = join(folder, "Book1.xlsx");
  writeFileSync(sample, newWorkbook());
  const addin = join(root, "build", "development");
  server = await startPreview({ root, addin, sample, arguments: ["--port", "0", "--no-open"], print: () => undefined });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

test("the development build tries itself in an empty workbook, asks for undo, and says what it found", async () => {
  const { page, pane, troubles } = await openPreview(browser, server.address);
  await pane.getByRole("button", { name: "Self-test" }).click();
  expect(await violations(pane)).toEqual([]);
  await pane.getByRole("button", { name: "Start" }).click();
  await pane.getByText("Click into the sheet Self-test, press undo once (Ctrl+Z), and come back here.").waitFor();
  await select(page, "A1");
  await page.keyboard.press("Control+z");
  await pane.getByRole("button", { name: "Done" }).click();
  await pane.getByText("Copy this into the issue", { exact: false }).waitFor();
  const report = JSON.parse(await pane.getByLabel("What was found").inputValue()) as SelfTestReport;
  expect(report).toMatchObject({ otherwise: [], leftBehind: [], excel: { platform: "OfficeOnline" } });
  expect(report.probes).toHaveLength(probes.length);
  expect(await sheetNames(page)).toEqual(["Sheet1"]);
  // The sheet that was just taken out may take the keyboard with it for a moment.
  for (let tries = 0; tries < 3 && (await cellValue(page, "Sheet1", 0, 0)) === null; tries++) {
    await typeInto(page, "A1", "=SAVINGSDEV.COMPOUNDEFF(2%,5)");
    await drawn(page);
  }
  await becomes(async () => Number(await cellValue(page, "Sheet1", 0, 0)).toFixed(4), "0.0961");
  expect(troubles).toEqual([]);
  await closePreview(page);
});

test("in a workbook with anything in it nothing is tried", async () => {
  const { page, pane } = await openPreview(browser, server.address);
  await select(page, "B2");
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Self-test" }).click();
  await pane.getByRole("button", { name: "Start" }).click();
  await pane.getByText("this one has cells in 'Sheet1'", { exact: false }).waitFor();
  expect(await sheetNames(page)).toEqual(["Sheet1"]);
  await closePreview(page);
});
