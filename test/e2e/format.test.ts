import type { Browser, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { startBrowser } from "./support/browser";
import {
  drawn,
  enterInNameBox,
  openPreview,
  select,
  servePreview,
  sheetNames,
  showSheet,
  typeInto,
  type OpenPreview,
} from "./support/openPreview";
import { becomes, formulaAt, holds, isGridReady, selection, styleAt, valueAt } from "./support/sheetState";

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
  preview = await openPreview(browser, server.address);
  page = preview.page;
  await preview.pane.getByRole("button", { name: "Run", exact: true }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  const before = (await sheetNames(page)).length;
  await page.getByRole("button", { name: "New sheet" }).click();
  await becomes(async () => (await sheetNames(page)).length, before + 1);
});
afterEach(() => expect(preview.troubles).toEqual([]));

test("the buttons show and change the format of the selected cells, one step to undo each", async () => {
  await typeInto(page, "B2", "1234.5");
  await select(page, "B2:C3");
  for (const name of ["Bold", "Italic", "Underline", "Centre", "Wrap text"])
    await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("button", { name: "Thousands separator" }).click();
  await page.getByRole("button", { name: "Fewer decimals" }).click();
  await becomes(() => styleAt(page, "C3"), expect.objectContaining({ numberFormat: "#,##0.0" }));
  expect(await styleAt(page, "C3")).toMatchObject({
    ...{ bold: true, italic: true, underline: true, wrap: true, horizontal: "center" },
  });
  for (const name of ["Bold", "Centre", "Wrap text"])
    expect(await page.getByRole("button", { name, exact: true }).getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: "Fill colour" }).click();
  await page.getByRole("button", { name: "Yellow", exact: true }).click();
  await page.getByRole("button", { name: "Borders" }).click();
  await page.getByRole("button", { name: "Bottom border" }).click();
  await becomes(
    () => styleAt(page, "C3"),
    expect.objectContaining({
      fillColor: "#FFFF00",
      borders: expect.objectContaining({ bottom: { style: "thin", color: "#000000" }, top: null }),
    }),
  );
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await becomes(() => styleAt(page, "C3"), expect.objectContaining({ fillColor: "#FFFF00", borders: noBorders }));
  await page.getByRole("combobox", { name: "Number format" }).selectOption("Percentage");
  await becomes(() => styleAt(page, "B2"), expect.objectContaining({ numberFormat: "0.00%" }));
  // The cells have kept the keyboard.
  await page.keyboard.type("5", { delay: 20 });
  await page.keyboard.press("Enter");
  await holds(page, "B2", 0.05);
});

test("gridlines, zoom and merged cells follow their buttons", async () => {
  await typeInto(page, "B2", "Heading");
  await select(page, "B2:D2");
  await page.getByRole("button", { name: "Merge cells" }).click();
  const sheet = () =>
    page.evaluate(() => {
      const { api, standIn } = (window as unknown as Handle).preview;
      const { merges, showGridlines } = standIn.workbook.activeSheet;
      return [merges.length, showGridlines, api.getActiveWorkbook().getActiveSheet().getZoom()];
    });
  await becomes(sheet, [1, true, 1]);
  await page.getByRole("button", { name: "Merge cells" }).click();
  await page.getByRole("button", { name: "Gridlines" }).click();
  await page.getByRole("combobox", { name: "Zoom" }).selectOption("75%");
  await becomes(sheet, [0, false, 0.75]);
});

test("what is no formula is refused with a sentence; brackets left open are closed", async () => {
  const sentence = page.getByRole("alert").getByText("is not a complete formula", { exact: false });
  await select(page, "A1");
  await page.keyboard.type("=1+", { delay: 30 });
  await page.keyboard.press("Enter");
  await sentence.waitFor();
  // The cell stays open, and so a save waits for the correction, too.
  await page.keyboard.press("Control+s");
  await page.keyboard.type("2", { delay: 30 });
  await page.keyboard.press("Enter");
  await holds(page, "A1", 3);
  expect(await sentence.count()).toBe(0);
  await typeInto(page, "A2", "=SUM(A1,4");
  await holds(page, "A2", 7);
  await select(page, "A3");
  await page.keyboard.type("=SUM(,", { delay: 30 });
  await page.keyboard.press("Escape");
  await becomes(() => isGridReady(page), true);
  expect([await valueAt(page, "A3"), await formulaAt(page, "A3"), await sentence.count()]).toEqual([null, null, 0]);
});

test("the keys of analysts do as in Excel", async () => {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await drawn(page);
    }
  };
  for (const [address, text] of Object.entries({ A1: "1", A2: "2", B1: "=A1*10" })) await typeInto(page, address, text);
  await select(page, "A3");
  await press("Alt+=");
  await becomes(() => formulaAt(page, "A3"), "=SUM(A1:A2)");
  await select(page, "B1:B3");
  await press("Control+d");
  await becomes(() => formulaAt(page, "B3"), "=A3*10");
  await select(page, "B1:C1");
  await press("Control+r");
  await becomes(() => formulaAt(page, "C1"), "=B1*10");
  await select(page, "B2");
  await press("Control+b", "Control+Shift+5");
  await becomes(() => styleAt(page, "B2"), expect.objectContaining({ bold: true, numberFormat: "0%" }));
  await press("Control+a");
  await becomes(() => selection(page), expect.stringMatching(/!A1:C3$/));
  await select(page, "B2");
  await press("Shift+Space");
  await becomes(() => selection(page), expect.stringMatching(/!A2:/));
  await select(page, "B2");
  await press("Control+Space");
  await becomes(() => selection(page), expect.stringMatching(/!B1:B\d{4}$/));
  await select(page, "E1");
  await press("Control+;");
  await becomes(() => valueAt(page, "E1"), expect.any(Number));
  await becomes(() => styleAt(page, "E1"), expect.objectContaining({ numberFormat: "dd/mm/yyyy" }));
  // In a formula F4 goes through the dollars.
  await select(page, "E2");
  await page.keyboard.type("=A1", { delay: 40 });
  await press("F4", "Enter");
  await becomes(() => formulaAt(page, "E2"), "=$A$1");
  const before = await sheetNames(page);
  await press("Shift+F11");
  await becomes(async () => (await sheetNames(page)).length, before.length + 1);
});

test("the formula bar edits at a click, Esc gives up; lines parted by Alt+Enter are one text", async () => {
  await typeInto(page, "A1", "5");
  await typeInto(page, "A2", "=A1*2");
  const bar = page.locator("[data-u-comp='formula-bar'] canvas").first();
  const type = async (address: string, text: string, end: string): Promise<void> => {
    await select(page, address);
    await bar.click({ position: { x: 200, y: 14 } });
    await page.waitForFunction(() => document.activeElement?.id.includes("FORMULA_BAR"));
    await drawn(page);
    await page.keyboard.type(text, { delay: 20 });
    await page.keyboard.press(end);
  };
  await type("A2", "+1", "Enter");
  await holds(page, "A2", 11);
  expect(await formulaAt(page, "A2")).toBe("=A1*2+1");
  await type("A2", "+100", "Escape");
  await becomes(() => isGridReady(page), true);
  expect(await formulaAt(page, "A2")).toBe("=A1*2+1");
  await select(page, "A3");
  await page.keyboard.type("one");
  await page.keyboard.press("Alt+Enter");
  await page.keyboard.type("two");
  await page.keyboard.press("Enter");
  await holds(page, "A3", "one\ntwo");
  expect(await styleAt(page, "A3")).toMatchObject({ wrap: true });
});

test("Ctrl+F finds what cells show and their formulas, on this sheet or all", async () => {
  await showSheet(page, "Levers");
  await select(page, "A1");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("published total", { delay: 10 });
  await page.keyboard.press("Enter");
  const count = page.locator("#findBar output");
  await becomes(() => count.textContent(), "1 of 1");
  expect(await selection(page)).toBe("Levers!A11:A11");
  await page.getByRole("checkbox", { name: "All sheets" }).check();
  await page.getByRole("searchbox", { name: "Find" }).fill("savings.compoundeff");
  await page.getByRole("button", { name: "Next" }).click();
  await becomes(() => selection(page), "Read me!C18:C18");
  await page.getByRole("button", { name: "Previous" }).click();
  await becomes(() => count.textContent(), expect.stringMatching(/^(\d+) of \1$/));
  await page.getByRole("button", { name: "Next" }).click();
  await becomes(() => selection(page), "Read me!C18:C18");
  await page.getByRole("searchbox", { name: "Find" }).fill("no such thing");
  await page.keyboard.press("Enter");
  await becomes(() => count.textContent(), "Nothing found");
  await page.keyboard.press("Escape");
  expect(await page.locator("#findBar").isVisible()).toBe(false);
  await page.keyboard.press("ArrowDown");
  await becomes(() => selection(page), "Read me!C19:C19");
});

test("a name that is defined in the name box is one of the workbook's", async () => {
  await typeInto(page, "B2", "8");
  await select(page, "B2");
  await enterInNameBox(page, "Target");
  const names = () =>
    page.evaluate(() => (window as unknown as Handle).preview.standIn.content().names.map(({ name }) => name));
  await becomes(names, expect.arrayContaining(["Target"]));
  await typeInto(page, "C2", "=Target*2");
  await holds(page, "C2", 16);
});

const noBorders = { top: null, bottom: null, left: null, right: null };

interface Handle {
  preview: {
    api: { getActiveWorkbook(): { getActiveSheet(): { getZoom(): number } } };
    standIn: {
      content(): { names: { name: string }[] };
      workbook: { activeSheet: { merges: unknown[]; showGridlines: boolean } };
    };
  };
}
