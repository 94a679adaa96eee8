import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  drawn,
  openPreview,
  root,
  select,
  servePreview,
  sheetNames,
  typeInto,
  type OpenPreview,
} from "./support/openPreview";
import { becomes, holds, isGridReady, selection, styleAt, valueAt } from "./support/sheetState";

const sample = readFileSync(join(root, "assets", "samples", "forward-view.xlsx"));
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

test("F6 goes round ribbon, cells, sheet tabs and pane; Esc leads back to the cells; toolbars are one stop each", async () => {
  const active = () =>
    page.evaluate(() => {
      const { id, tagName, textContent, dataset } = document.activeElement as HTMLElement;
      return dataset["uComp"] === "editor" ? "cells" : tagName === "IFRAME" ? "pane" : id || textContent;
    });
  const leads = async (key: string, ...to: string[]): Promise<void> => {
    for (const place of to) {
      await page.keyboard.press(key);
      await becomes(active, place);
    }
  };
  await becomes(active, "cells");
  await leads("F6", "Read me", "pane", "open", "cells");
  await leads("Shift+F6", "open", "pane");
  // Inside the pane Office.js tells of the keys that lead out of it.
  const inPane = () => preview.pane.getByRole("tab", { name: "Plan" }).focus();
  await inPane();
  await leads("Control+F6", "open");
  await inPane();
  await leads("Control+Shift+F6", "Read me");
  await inPane();
  await page.keyboard.press("Shift+A");
  for (const frame of [preview.pane, page]) await drawn(frame);
  expect(await active()).toBe("pane");
  await leads("Escape", "cells");
  await leads("F6", "Read me", "pane", "open");
  await leads("ArrowRight", "save");
  await leads("Escape", "cells");
  await page.keyboard.press("Control+g");
  await page.keyboard.type("C7");
  await page.keyboard.press("Enter");
  await becomes(() => selection(page), "Read me!C7:C7");
  await becomes(() => isGridReady(page), true);
  await page.keyboard.press("ArrowDown");
  await becomes(() => selection(page), "Read me!C8:C8");
});

test("changes that are in no file are shown, and asked about before another workbook is opened", async () => {
  const mark = page.getByText("– not saved");
  const question = page.getByRole("dialog");
  const open = (name: string) =>
    page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer: sample });
  const isOpen = (name: string) => becomes(() => page.textContent("#fileName"), name);
  expect(await mark.isVisible()).toBe(false);
  await typeInto(page, "J60", "1");
  await mark.waitFor();
  await open("other.xlsx");
  await question.getByText("Save your changes to forward-view.xlsx before another workbook is opened?").waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "hidden" });
  expect(await valueAt(page, "J60")).toBe(1);
  await open("other.xlsx");
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    question.getByRole("button", { name: "Save", exact: true }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe("forward-view.xlsx");
  await isOpen("other.xlsx");
  await becomes(() => mark.isVisible(), false);
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  await typeInto(page, "J60", "2");
  await mark.waitFor();
  await open("third.xlsx");
  await question.getByRole("button", { name: "Don't save" }).click();
  await isOpen("third.xlsx");
  await becomes(() => mark.isVisible(), false);
});

test("what is being typed is in the file that Ctrl+S saves; the browser asks before it leaves unsaved changes", async () => {
  await select(page, "J60");
  await page.keyboard.type("77", { delay: 20 });
  const leaves = () =>
    page.evaluate(() => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return !event.defaultPrevented;
    });
  expect(await leaves()).toBe(true);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  await download.path();
  await holds(page, "J60", 77);
  expect(await leaves()).toBe(true);
  await typeInto(page, "J61", "5");
  await page.getByText("– not saved").waitFor();
  expect(await leaves()).toBe(false);
});

test("a save is carried out though the user types on at once", async () => {
  await select(page, "J60");
  await page.keyboard.type("77", { delay: 20 });
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(() => {
      const save = new KeyboardEvent("keydown", { key: "s", ctrlKey: true, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(save);
      (window as unknown as Handle).preview.api.getActiveWorkbook().startEditing();
    }),
  ]);
  const { sheets } = await readWorkbook(readFileSync(await download.path()));
  expect(sheets[0]?.cells.get(59)?.get(9)?.value).toBe(77);
});

test("a save that is refused is said in a sentence, and the changes stay unsaved", async () => {
  await page.evaluate(() => {
    const { workbook } = (window as unknown as Handle).preview.standIn;
    const [first, second] = workbook.sheets.flatMap(({ tables }) => tables);
    if (first && second) second.name = first.name;
  });
  await typeInto(page, "J60", "1");
  await page.keyboard.press("Control+s");
  await page.getByText("each needs a name of its own.", { exact: false }).waitFor();
  expect(await page.getByText("– not saved").isVisible()).toBe(true);
});

test("a protected sheet stays as it is, whatever is tried, and says so; the others can be changed", async () => {
  await page.setInputFiles("#file", join(root, "test", "packages", "xlsx", "fixtures", "xlsxwriter-protected.xlsx"));
  await becomes(() => page.textContent("#fileName"), "xlsxwriter-protected.xlsx");
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  await page.getByRole("tab", { name: "Locked", exact: true }).click();
  await select(page, "A1");
  const before = await valueAt(page, "A1");
  const note = page.getByText("This sheet is protected", { exact: false });
  for (const key of ["x", "F2", "Delete", "Control+b", "Control+;"]) {
    await page.keyboard.press(key);
    await note.waitFor();
    await page.getByRole("button", { name: "Close", exact: true }).click();
    await select(page, "A1");
  }
  expect([await valueAt(page, "A1"), (await styleAt(page, "A1"))["bold"]]).toEqual([before, false]);
  await page.getByRole("tab", { name: "Free", exact: true }).click();
  await typeInto(page, "B2", "5");
  await holds(page, "B2", 5);
});

test("cells from Excel keep values, formats and merged cells; one step to undo", async () => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(page.url()).origin });
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style>
<!--td {font-weight:400; font-family:Calibri, sans-serif;} .xl65 {font-weight:700; background:#FFFF00;} .xl66 {mso-number-format:"0\\.0%";}
--></style></head><body><table><tr><td colspan=2 class=xl65>Total</td></tr>
<tr><td class=xl66 align=right>12.3%</td><td>2011/12</td></tr></table></body></html>`;
  await page.evaluate(
    (text) =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob([text], { type: "text/html" }),
          "text/plain": new Blob(["Total\t\r\n12.3%\t2011/12\r\n"], { type: "text/plain" }),
        }),
      ]),
    html,
  );
  await select(page, "J60");
  await page.keyboard.press("Control+v");
  await holds(page, "J60", "Total");
  expect([await valueAt(page, "J61"), await valueAt(page, "K61")]).toEqual([0.123, "2011/12"]);
  expect(await styleAt(page, "J60")).toMatchObject({ bold: true, fillColor: "#FFFF00", fontName: "Calibri" });
  expect(await styleAt(page, "J61")).toMatchObject({ bold: false, numberFormat: "0.0%" });
  expect(await selection(page)).toBe("Read me!J60:K61");
  await page.keyboard.press("Control+z");
  await holds(page, "J60", null);
  expect(await styleAt(page, "J60")).toMatchObject({ bold: false, fillColor: null });
});

test("sheets are renamed by a double click or F2, moved, hidden and deleted by their tabs", async () => {
  const tab = (name: string) => page.getByRole("tab", { name, exact: true });
  await tab("Funding").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Money");
  await page.keyboard.press("Enter");
  await becomes(() => sheetNames(page), ["Read me", "Spending", "Money", "Levers"]);
  await tab("Money").click({ button: "right" });
  await page.getByText("Hide", { exact: true }).click();
  await tab("Money").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "All sheets" }).click();
  await page.getByText("Money", { exact: true }).click();
  await tab("Money").waitFor();
  await page.getByRole("button", { name: "New sheet" }).click();
  await tab("Sheet1").click({ button: "right" });
  await page.getByText("Delete", { exact: true }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await becomes(() => sheetNames(page), ["Read me", "Spending", "Money", "Levers"]);
});

test("a reload opens the workbook again; the page's address without its key is told no workbook", async () => {
  await page.reload();
  await page.waitForFunction(() => document.body.dataset["state"] === "open");
  expect(await sheetNames(page)).toEqual(["Read me", "Spending", "Funding", "Levers"]);
  await page.frameLocator("#paneBody iframe").getByRole("button", { name: "Run", exact: true }).waitFor();
  const other = await page.context().newPage();
  const answer = await other.goto(new URL(server.address).origin);
  expect(answer?.status()).toBe(403);
  expect(await other.textContent("body")).toContain("open the address that the preview printed");
});

test.each([800, 1360])(
  "at a width of %i the note that this is not Excel and every sheet's tab are there",
  async (width) => {
    await page.setViewportSize({ width, height: 700 });
    await becomes(() => page.evaluate(() => window.innerWidth), width);
    await drawn(page);
    expect(await page.getByText("Preview: not Microsoft Excel").isVisible()).toBe(true);
    for (const name of ["Read me", "Levers"])
      expect(await page.getByRole("tab", { name, exact: true }).boundingBox()).toMatchObject({
        width: expect.any(Number),
      });
    const isCut = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isCut).toBe(false);
  },
);

interface Handle {
  preview: {
    api: { getActiveWorkbook(): { startEditing(): void } };
    standIn: { workbook: { sheets: { tables: { name: string }[] }[] } };
  };
}
