import { PNG } from "pngjs";
import type { Browser, Locator, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  drawn,
  openPreview,
  select,
  servePreview,
  showSheet,
  typeInto,
  type OpenPreview,
} from "./support/openPreview";
import { becomes, formulaAt, holds, isGridReady, valueAt } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  preview = await openPreview(browser, server.address);
  page = preview.page;
  await preview.pane.getByRole("button", { name: "Run", exact: true }).waitFor();
});
afterEach(async () => {
  expect(preview.troubles).toEqual([]);
  await closePreview(page);
});

test("it opens without a question about a certificate, and functions can use the clipboard", async () => {
  expect(new URL(page.url()).protocol).toBe("http:");
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  expect(await preview.pane.evaluate(() => typeof navigator.clipboard.writeText)).toBe("function");
});

test("F9 draws RAND anew, and what depends on it", async () => {
  await typeInto(page, "J60", "=RAND()");
  await typeInto(page, "J61", "=J60*2");
  await holds(page, "J61", expect.any(Number));
  const before = await valueAt(page, "J60");
  await page.keyboard.press("F9");
  await becomes(async () => (await valueAt(page, "J60")) !== before, true);
  await holds(page, "J61", 2 * Number(await valueAt(page, "J60")));
});

test("an unfinished formula is refused as in Excel: a sentence says why, and the cell stays open", async () => {
  const said = page.getByRole("alert").filter({ hasText: /correct it, or press Esc/ });
  for (const [typed, sentence] of [
    ["=1+", '"=1+" is not a complete formula'],
    ["=SUM(", "SUM needs at least one argument in its brackets"],
    ["=SAVINGS.COMPOUNDEFF(", "SAVINGS.COMPOUNDEFF needs at least one argument in its brackets"],
    ["=SUM(1 2)", '"=SUM(1 2)" is not a complete formula'],
  ] as const) {
    await select(page, "J60");
    await page.keyboard.type(typed, { delay: 20 });
    await page.locator("[data-u-comp='sheets-formula-editor']").waitFor({ state: "hidden" });
    await page.keyboard.press("Enter");
    await becomes(() => said.textContent(), `${sentence}: correct it, or press Esc to leave the cell as it was.`);
    expect(await isGridReady(page)).toBe(false);
    expect(await isApart(said, "J60")).toBe(true);
    await page.keyboard.press("Escape");
    await becomes(() => isGridReady(page), true);
    expect([await valueAt(page, "J60"), await said.count()]).toEqual([null, 0]);
  }
  await typeInto(page, "J60", "=(1+2");
  await holds(page, "J60", 3);
  expect(await formulaAt(page, "J60")).toBe("=(1+2)");
});

test("what is not calculated here says so beside its cell, and does not cover it; a typo names the nearest function", async () => {
  await showSheet(page, "Levers");
  const said = page.locator("#cellMessage");
  for (const [cell, formula, sentence] of [
    ["J20", "=SUMM(C5:C8)", "J20: There is no function SUMM here. Did you mean SUM?"],
    [
      "J40",
      "=SAVINGS.COMPOUNDEF(2%,5)",
      "J40: There is no function SAVINGS.COMPOUNDEF here. Did you mean SAVINGS.COMPOUNDEFF?",
    ],
    [
      "J41",
      "=CUBEVALUE(1)",
      "J41: CUBEVALUE is not calculated here: its answer comes from a server or another program. Excel calculates it.",
    ],
  ] as const) {
    await enter(cell, formula);
    await becomes(() => said.textContent(), sentence);
    expect(await isApart(said, cell)).toBe(true);
  }
});

test("the hint of a function's arguments breaks between them only", async () => {
  await select(page, "J60");
  await page.keyboard.type("=SAVINGS.DELIVERYPROB(", { delay: 30 });
  const hint = page.locator("[data-u-comp='rect-popup']", { hasText: "[correlation]" });
  await hint.waitFor();
  const broken = await hint.evaluate((popup) => {
    const parts = [...popup.querySelectorAll("span")].filter(({ children }) => children.length === 0);
    return parts.filter((part) => part.getClientRects().length > 1).map(({ textContent }) => textContent);
  });
  expect(broken).toEqual([]);
  expect(await hint.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(1);
  await page.keyboard.press("Escape");
});

test("what is selected comes to its sums on one line, as the sheet shows its numbers", async () => {
  await showSheet(page, "Levers");
  await select(page, "C5:C8");
  const line = page.locator(".selectionSums");
  await becomes(
    () => line.locator("button").allTextContents(),
    ["Average: 5.5", "Count: 4", "Min: 1.0", "Max: 8.6", "Sum: 22.0"],
  );
  const tops = await line
    .locator("button:visible")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await typeInto(page, "J20", "200000000");
  await typeInto(page, "J21", "100000000");
  await select(page, "J20:J21");
  await becomes(() => line.locator("[data-sum='Sum']").textContent(), "Sum: 300000000");
  await select(page, "A5:B6");
  await becomes(() => line.locator("button").allTextContents(), ["Count: 4"]);
  await select(page, "C5");
  await becomes(() => line.locator("button").count(), 0);
});

test("of the sheets' tabs the active one stands out, and all can be read", async () => {
  for (const theme of ["Light", "Dark", "High contrast"]) {
    await choose(theme);
    const tabs = await page.locator("[data-u-comp='slide-tab-item']").evaluateAll((all) =>
      all.map((tab) => {
        const { color, fontWeight, backgroundImage } = getComputedStyle(tab);
        return { isActive: tab.ariaSelected === "true", color, fontWeight: Number(fontWeight), backgroundImage };
      }),
    );
    const [active, behind] = [tabs.filter(({ isActive }) => isActive), tabs.filter(({ isActive }) => !isActive)];
    expect([active.length, behind.length]).toEqual([1, 3]);
    for (const tab of behind) {
      expect(tab.fontWeight).toBeLessThan(active[0]!.fontWeight);
      // Its colour is a line under it.
      expect(tab.backgroundImage).toContain("linear-gradient");
    }
    expect(await violations(page, ["#paneBody"])).toEqual([]);
  }
});

test("what is typed can be read in every theme, in cells of any colour", async () => {
  await showSheet(page, "Levers");
  for (const theme of ["Light", "Dark", "High contrast"]) {
    await choose(theme);
    // A title, a filled heading, a blue input, an empty cell.
    for (const cell of ["A1", "A4", "C5", "D13"]) {
      await select(page, cell);
      await page.keyboard.press("F2");
      await page.keyboard.type("MMMM", { delay: 10 });
      await drawn(page);
      const picture = await pictureOf(await placeOf(cell));
      expect({ theme, cell, isReadable: contrastOf(picture) > 4.5 }).toEqual({ theme, cell, isReadable: true });
      await page.keyboard.press("Escape");
      await becomes(() => isGridReady(page), true);
    }
  }
});

test("nothing is washed out at the right edge: the scroll bar covers what is under it", async () => {
  await showSheet(page, "Levers");
  for (const theme of ["Light", "Dark"]) {
    await choose(theme);
    const picture = await pictureOf(await gridBox());
    // Below the bar's handle the words of the cells went through it, in a lighter colour each.
    expect(new Set(column(picture, picture.width - 5, 0.3, 0.9))).toEqual(new Set([expect.any(String)]));
  }
});

test("high contrast is black, white and yellow in the grid, and white on black in the pane", async () => {
  await choose("High contrast");
  await showSheet(page, "Levers");
  const grid = await pictureOf(await gridBox());
  expect(shareOf(grid, isPure)).toBeGreaterThan(0.93);
  const { pane } = preview;
  const colours = await pane.evaluate(() => {
    const button = document.querySelector("button");
    return [getComputedStyle(document.body).backgroundColor, button && getComputedStyle(button).color];
  });
  expect(colours).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
  const picture = await pictureOf((await page.locator("#paneBody").boundingBox())!);
  expect(shareOf(picture, ([red = 0, green = 0, blue = 0]) => red + green + blue < 30)).toBeGreaterThan(0.7);
  await choose("Light");
  await becomes(() => pane.evaluate(() => document.adoptedStyleSheets.length), 0);
});

/** Whether a sentence stands above or below the row of a cell. */
async function isApart(said: Locator, cell: string): Promise<boolean> {
  const [box, place] = [(await said.boundingBox()) as Box, await placeOf(cell)];
  return place.y + place.height < box.y || place.y > box.y + box.height;
}

/** Chooses a theme in the preview's settings. */
async function choose(theme: string): Promise<void> {
  await page.getByRole("button", { name: "Preview settings" }).click();
  await page.getByLabel(theme, { exact: true }).check();
  await page.keyboard.press("Escape");
  await drawn(page);
  await page.waitForTimeout(300);
}

/** Types a formula, whatever is offered meanwhile, and selects its cell again. */
async function enter(cell: string, formula: string): Promise<void> {
  await select(page, cell);
  await page.keyboard.type(formula, { delay: 20 });
  await page.locator("[data-u-comp='sheets-formula-editor']").waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await becomes(() => isGridReady(page), true);
  await select(page, cell);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a cell is drawn on the page. */
async function placeOf(cell: string): Promise<Box> {
  const [inGrid, grid] = await Promise.all([
    page.evaluate((address) => {
      const { api } = (window as unknown as Handle).preview;
      const sheet = api.getActiveWorkbook().getActiveSheet();
      const { x, y, width, height } = sheet.getRange(address).getCellRect();
      const { sheetViewStartRow } = sheet.getScrollState();
      const frozen = sheet.getFrozenRows();
      const isFrozen = Number(/\d+/.exec(address)?.[0]) <= frozen;
      const hidden = isFrozen ? 0 : sheet.getRange(`A${sheetViewStartRow + 1}`).getCellRect().y;
      const first = sheet.getRange(`A${frozen + 1}`).getCellRect().y;
      return { x, y: isFrozen ? y : y - Math.max(0, hidden - first), width, height };
    }, cell),
    gridBox(),
  ]);
  return { ...inGrid, x: grid.x + inGrid.x, y: grid.y + inGrid.y };
}

async function gridBox(): Promise<Box> {
  return (await page.locator("canvas[id^='univer-sheet-main-canvas']").boundingBox()) as Box;
}

async function pictureOf(clip: Box): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ clip }));
}

function pixel({ data, width }: PNG, x: number, y: number): number[] {
  const at = (y * width + x) * 4;
  return [...data.subarray(at, at + 3)];
}

/** The colours down a column of the picture, between two shares of its height. */
function column(picture: PNG, x: number, from: number, to: number): string[] {
  const [start, end] = [from, to].map((share) => Math.round(picture.height * share)) as [number, number];
  return Array.from({ length: end - start }, (_, index) => pixel(picture, x, start + index).join());
}

function shareOf(picture: PNG, is: (colour: number[]) => boolean): number {
  let count = 0;
  for (let y = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++) if (is(pixel(picture, x, y))) count++;
  return count / (picture.width * picture.height);
}

/** Black, white or yellow, or what is drawn between two of them. */
function isPure([red = 0, green = 0, blue = 0]: number[]): boolean {
  const isGrey = Math.max(red, green, blue) - Math.min(red, green, blue) < 16;
  return isGrey || (Math.abs(red - green) < 16 && blue < red);
}

/** Contrast, as WCAG defines it, of the commonest colour in a picture and that of the others which is farthest from it. */
function contrastOf(picture: PNG): number {
  const counts = new Map<string, number>();
  for (let y = 4; y < picture.height - 4; y++)
    for (let x = 4; x < picture.width - 4; x++) {
      const key = pixel(picture, x, y).join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  const colours = [...counts].sort(([, one], [, other]) => other - one).map(([key]) => luminance(key));
  const [ground = 0, ...others] = colours;
  return Math.max(...others.map((one) => (Math.max(one, ground) + 0.05) / (Math.min(one, ground) + 0.05)));
}

function luminance(key: string): number {
  const [red = 0, green = 0, blue = 0] = key
    .split(",")
    .map((channel) => Number(channel) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

interface Handle {
  preview: {
    api: {
      getActiveWorkbook(): {
        getActiveSheet(): {
          getRange(address: string): { getCellRect(): Box };
          getScrollState(): { sheetViewStartRow: number };
          getFrozenRows(): number;
        };
      };
    };
  };
}
