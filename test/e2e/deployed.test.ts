import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Browser } from "playwright-core";
import { manifestFor } from "../../scripts/build/buildManifest";
import { startBrowser } from "./support/browser";
import { root } from "./support/openPreview";

const dist = join(root, "dist");
const office = join(root, "node_modules", "@microsoft", "office-js", "dist");
const types: Record<string, string> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".css": "text/css",
  ".png": "image/png",
};

let browser: Browser;
beforeAll(async () => void (browser = await startBrowser()));
afterAll(() => browser.close());

/**
 * Opens a page of the built site, unchanged, at an address of its own; Office.js comes from Microsoft's, and all else is refused and
 * noted. Outside of Excel the pane is drawn as it is in Excel, and says that there is no workbook.
 */
async function open(base: string, file: string, width = 350) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const asked = { ours: new Set<string>(), refused: [] as string[], errors: [] as string[] };
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    const hosted = "https://appsforoffice.microsoft.com/lib/1/hosted/";
    const [place, folder] = url.href.startsWith(base) ? [base, dist] : [hosted, office];
    const path = join(folder, decodeURIComponent(url.href.split(/[?#]/)[0]!.slice(place.length)));
    if (!url.href.startsWith(place) || !existsSync(path)) {
      asked.refused.push(url.href);
      await route.abort();
      return;
    }
    if (folder === dist) asked.ours.add(path.slice(dist.length + 1));
    await route.fulfill({ body: readFileSync(path), contentType: types[extname(path)] ?? "text/plain" });
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") asked.errors.push(message.text());
  });
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  await page.goto(base + file);
  return { page, asked, workers, close: () => context.close() };
}

test.each(["https://savings.example.org/", "https://example.org/apps/savings/"])(
  "the deployed pane runs from %s, with its chunks and its worker, and asks nobody else",
  async (base) => {
    const { page, asked, workers, close } = await open(base, "taskpane.html");
    try {
      await page.getByRole("tab", { name: "Plan" }).waitFor({ timeout: 120_000 });
      await page.getByRole("tab", { name: "More" }).click();
      await page.getByRole("button", { name: /Functions for cells/ }).click();
      await page.getByRole("searchbox").waitFor({ timeout: 60_000 });
      const names = [...asked.ours];
      expect(names).toEqual(expect.arrayContaining(["taskpane.html", "functions.js", "taskpane.js"]));
      expect(names.filter((name) => name.startsWith("chunk.")).length).toBeGreaterThan(3);
      expect(workers.length).toBeGreaterThan(0);
      expect(workers.every((url) => url.startsWith(base))).toBe(true);
      // Office.js's own telemetry, which the page's policy blocks, is the only thing that is wanted elsewhere.
      expect(asked.refused.filter((url) => !url.includes("telemetryproxy") && !url.includes("appsforoffice"))).toEqual(
        [],
      );
      expect(asked.errors.filter((text) => text.includes(base) && text.includes("Content Security"))).toEqual([]);
    } finally {
      await close();
    }
  },
);

test("every address of a deployed manifest is under its origin, a folder too, and its files are there", () => {
  const text = readFileSync(join(root, "manifest.xml"), "utf8");
  for (const origin of ["https://savings.example.org", "https://example.org/apps/savings/"]) {
    const placed = manifestFor(text, { origin, version: "1.2.3" });
    const base = origin.endsWith("/") ? origin : `${origin}/`;
    const addresses = [...placed.matchAll(/DefaultValue="(https:[^"]*)"/g)].map((match) => match[1]!);
    expect(addresses.length).toBeGreaterThan(10);
    expect(addresses.filter((address) => !address.startsWith(base))).toEqual([]);
    expect(addresses.filter((address) => !existsSync(join(dist, address.slice(base.length))))).toEqual([]);
    expect(placed).not.toContain("localhost");
  }
});

test.each([320, 900])("the support page fits %i pixels, in light and dark", async (width) => {
  const { page, asked, close } = await open("https://savings.example.org/", "support.html", width);
  try {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(root, "build", `support-${width}-${colorScheme}.png`), fullPage: true });
    }
    expect(await page.getByRole("heading", { name: "You were sent a workbook" }).count()).toBe(1);
    expect([asked.refused.filter((url) => !url.endsWith("favicon.ico")), asked.errors]).toEqual([[], []]);
  } finally {
    await close();
  }
});
