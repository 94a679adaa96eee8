import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import type { BundlePart } from "../../scripts/check/bundleSize";
import { startBrowser } from "./support/browser";
import { cellValue, root, servePreview } from "./support/openPreview";
import { becomes } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
beforeAll(async () => void ([browser, server] = await Promise.all([startBrowser(), servePreview()])));
afterAll(async () => {
  await browser.close();
  await server.close();
});

test("while cells only calculate, React and the pane's other parts are not loaded", async () => {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on("request", (request) => {
    const file = new URL(request.url()).pathname.split("/").at(-1) ?? "";
    if (request.frame().parentFrame() && file.endsWith(".js")) loaded.push(file);
  });
  // As Excel starts the shared runtime for a cell: its page is there, and nobody sees it.
  await page.addInitScript(() => {
    if (window === window.top) {
      addEventListener("DOMContentLoaded", () => (document.getElementById("pane")!.hidden = true));
      return;
    }
    Object.defineProperty(Document.prototype, "visibilityState", { get: () => "hidden" });
  });
  await page.goto(server.address);
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  await becomes(async () => Math.round(1000 * Number(await cellValue(page, "Read me", 16, 2))), 29981);
  await page.evaluate(() => {
    const { workbook } = (window as unknown as PreviewHandle).preview.standIn;
    workbook.sheet("Read me").write([{ row: 40, column: 2, value: null, formula: "=SAVINGS.COMPOUNDEFF(2%,5)" }]);
  });
  await becomes(async () => Math.round(1e6 * Number(await cellValue(page, "Read me", 40, 2))), 96079);
  const parts = JSON.parse(readFileSync(join(root, "build", "chunks.json"), "utf8")) as BundlePart[];
  const chunks = parts.flatMap(({ files }) => files).filter((file) => file.startsWith("chunk."));
  expect(chunks.length).toBeGreaterThan(3);
  const first = ["office.js", "functions.js", "taskpane.js"];
  expect(first.filter((file) => !loaded.includes(file))).toEqual([]);
  expect(loaded.filter((file) => chunks.includes(file))).toEqual([]);
  for (const file of ["functions.js", "taskpane.js"])
    expect(readFileSync(join(root, "dist", file), "utf8")).not.toMatch(
      /react(-dom)?\.production|createRoot|useSyncExternalStore/,
    );
  // Shown at last, it loads what draws it.
  const pane = page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
  await page.getByRole("button", { name: "Open pane" }).click();
  await pane.getByRole("tab", { name: "Plan" }).waitFor();
  expect(loaded.filter((file) => chunks.includes(file)).length).toBeGreaterThan(0);
  await context.close();
});

interface PreviewHandle {
  preview: { standIn: { workbook: { sheet(name: string): { write(cells: unknown[]): void } } } };
}
