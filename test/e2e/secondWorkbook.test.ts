import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { startBrowser } from "./support/browser";
import { openPreview, servePreview, sheetNames, type OpenPreview } from "./support/openPreview";

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
afterEach(() => preview.page.context().close());

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
