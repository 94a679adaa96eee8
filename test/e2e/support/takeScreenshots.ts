/** Takes the pictures of docs/images anew: `npx tsx test/e2e/support/takeScreenshots.ts`. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { startBrowser } from "./browser";
import { openPreview, root, servePreview } from "./openPreview";

const folder = join(root, "docs", "images");

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [browser, server] = await Promise.all([startBrowser(), servePreview()]);
  await picture(browser, server.address, "light");
  await picture(browser, server.address, "dark");
  await server.close();
  const tracker = await servePreview(join(root, "assets", "samples", "trust-tracker.xlsx"));
  await trackerPicture(browser, tracker.address);
  await tracker.close();
  await browser.close();
}

/** The trust's tracker, and what the pane says it understood of it. */
async function trackerPicture(browser: Browser, address: string): Promise<void> {
  const { page, pane } = await openPreview(browser, address, { width: 1500, height: 960 });
  await page.getByText("CIP Tracker", { exact: true }).first().click();
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  await page.evaluate(() =>
    (window as unknown as PreviewHandle).preview.api.getActiveWorkbook().getActiveSheet().zoom(0.8),
  );
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, "tracker-light.png") });
  await page.context().close();
}

/** The sample after a run, with the sheet of the bridge chart in front. */
async function picture(browser: Browser, address: string, theme: "light" | "dark"): Promise<void> {
  const { page, pane } = await openPreview(browser, address, { width: 1500, height: 960 });
  await page.getByRole("button", { name: "Preview settings" }).click();
  await page.getByLabel(theme === "dark" ? "Dark" : "Light", { exact: true }).check();
  await page.keyboard.press("Escape");
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane
    .getByText(/^Schemes /)
    .first()
    .waitFor();
  await pane.getByRole("button", { name: /^Write to workbook/ }).click();
  await pane.getByRole("button", { name: /^Write \d+ sheets?$/ }).click();
  await pane.getByText(/sheets written/).waitFor();
  await pane
    .getByRole("link", { name: /Bridge/ })
    .or(pane.getByRole("button", { name: /Bridge/ }))
    .first()
    .click();
  await page.locator("#charts .chart").first().waitFor();
  // Zoomed out so far that the whole chart is in the picture.
  await page.evaluate(() =>
    (window as unknown as PreviewHandle).preview.api.getActiveWorkbook().getActiveSheet().zoom(0.8),
  );
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(folder, `preview-${theme}.png`) });
  await page.context().close();
}

interface PreviewHandle {
  preview: { api: { getActiveWorkbook(): { getActiveSheet(): { zoom(ratio: number): void } } } };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
