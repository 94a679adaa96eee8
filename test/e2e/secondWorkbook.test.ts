import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { startBrowser } from "./support/browser";
import { violations } from "./support/accessibility";
import { closePreview, openPreview, servePreview, sheetNames, typeInto, type OpenPreview } from "./support/openPreview";
import { formulaAt, holds } from "./support/sheetState";

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
  await preview.pane.getByRole("button", { name: "Run", exact: true }).waitFor();
});
afterEach(() => closePreview(preview.page));

test("the add-in reads the workbook's file in slices, and what it makes of it opens in a tab of its own", async () => {
  const { page, pane, troubles } = preview;
  const opened = page.context().waitForEvent("page");
  const sliceCount = await pane.evaluate(async () => {
    await Excel.run(async (context) => void context.workbook.worksheets.add("Only in the copy"));
    const file = await new Promise<Office.File>((resolve) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: 10_000 }, ({ value }) =>
        resolve(value),
      ),
    );
    let bytes = "";
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await new Promise<Office.Slice>((resolve) =>
        file.getSliceAsync(index, ({ value }) => resolve(value)),
      );
      bytes += String.fromCharCode(...(slice.data as number[]));
    }
    await new Promise((resolve) => file.closeAsync(resolve));
    await Excel.run(async (context) => context.workbook.worksheets.getItem("Only in the copy").delete());
    await Excel.createWorkbook(btoa(bytes));
    return file.sliceCount;
  });
  expect(sliceCount).toBeGreaterThan(1);
  const copy = await opened;
  await copy.waitForFunction(() => document.body.dataset["state"] === "open");
  expect(await copy.textContent("#fileName")).toBe("Book2.xlsx");
  expect(await sheetNames(copy)).toContain("Only in the copy");
  expect(await sheetNames(page)).not.toContain("Only in the copy");
  expect(troubles).toEqual([]);
});

test("a copy for colleagues opens as a workbook of its own; in place functions are replaced and put back, by keyboard too", async () => {
  const { page, pane, troubles } = preview;
  await typeInto(page, "J60", "=SAVINGS.COMPOUNDEFF(2%,5)");
  await holds(page, "J60", expect.closeTo(0.0960792032, 9));
  await pane.getByRole("tab", { name: "More" }).click();
  await pane.getByRole("button", { name: /^Share with colleagues/ }).click();
  expect(await violations(pane, ["[data-tabster-dummy]"])).toEqual([]);
  const opened = page.context().waitForEvent("page");
  await pane.getByRole("button", { name: "Make the copy" }).click();
  await pane.getByText(/ replaced in the new workbook/).waitFor();
  const copy = await opened;
  await copy.waitForFunction(() => document.body.dataset["state"] === "open");
  expect(await sheetNames(copy)).toContain("Savings share");
  expect(await formulaAt(copy, "J60")).toBe("=SAVINGS_COMPOUNDEFF(2%,5)");
  expect(await formulaAt(page, "J60")).toBe("=SAVINGS.COMPOUNDEFF(2%,5)");

  await pane.getByRole("radio", { name: /^In a new workbook/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await pane.getByText(/ replaced; the sheet Savings share/).waitFor();
  expect(await formulaAt(page, "J60")).toBe("=SAVINGS_COMPOUNDEFF(2%,5)");
  await holds(page, "J60", expect.closeTo(0.0960792032, 9));
  expect(await violations(pane, ["[data-tabster-dummy]"])).toEqual([]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await pane.getByText(/ back\.$/).waitFor();
  expect(await formulaAt(page, "J60")).toBe("=SAVINGS.COMPOUNDEFF(2%,5)");
  expect(await sheetNames(page)).not.toContain("Savings share");
  expect(troubles).toEqual([]);
});

test("settings of the document are kept in the workbook", async () => {
  const kept = await preview.pane.evaluate(async () => {
    const { settings } = Office.context.document;
    settings.set("Office.AutoShowTaskpaneWithDocument", true);
    await new Promise((resolve) => settings.saveAsync(resolve));
    return Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem("Office.AutoShowTaskpaneWithDocument");
      setting.load("value");
      await context.sync();
      return setting.value as unknown;
    });
  });
  expect(kept).toBe(true);
});
