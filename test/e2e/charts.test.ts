import type { Browser, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { startBrowser } from "./support/browser";
import { closePreview, openPreview, servePreview } from "./support/openPreview";
import { becomes } from "./support/sheetState";

let server: RunningPreview;
let browser: Browser;
beforeAll(async () => void ([server, browser] = await Promise.all([servePreview(), startBrowser()])));
afterAll(async () => {
  await browser.close();
  await server.close();
});

test("a chart is dragged, moved by an arrow and deleted, and each is a step to undo", async () => {
  const { page, pane, troubles } = await openPreview(browser, server.address);
  // Excel is there before it can be asked anything.
  await pane.waitForFunction(() => (window as { Office?: typeof Office }).Office?.onReady);
  await pane.evaluate(() => Office.onReady());
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Drawn");
      sheet.getRange("A1:B3").values = [
        ["Lever", "Saving"],
        ["Estates", 3],
        ["Agency staff", 5],
      ];
      sheet.charts.add("BarClustered", sheet.getRange("A1:B3")).title.text = "Savings";
      sheet.activate();
      await context.sync();
    }),
  );
  const chart = page.locator(".chart");
  await chart.waitFor();
  const start = await places(page);
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 100, box.y + 52, { steps: 4 });
  await page.mouse.up();
  const dragged = [[start[0]![0]! + 30, start[0]![1]! + 30]];
  const become = (wanted: number[][]) => becomes(() => places(page), wanted);
  await become(dragged);
  await page.keyboard.press("ArrowRight");
  await become([[dragged[0]![0]! + 7.5, dragged[0]![1]!]]);
  await page.keyboard.press("Delete");
  await become([]);
  await page.keyboard.press("Control+z");
  await become([[dragged[0]![0]! + 7.5, dragged[0]![1]!]]);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await become(start);
  expect(troubles).toEqual([]);
});

test("the bars of the pane's bridge are of one thickness, whether or not their names wrap", async () => {
  const { page, pane } = await openPreview(browser, server.address);
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane.getByRole("table", { name: /^Bridge/ }).waitFor();
  const heights = await pane.evaluate(() => {
    const rows = [...document.querySelectorAll("table[aria-label^=Bridge] tbody tr")];
    const bars = rows.map((row) => [...row.querySelectorAll("td[aria-hidden] > div")].filter(isBar)[0]);
    return {
      rows: [...new Set(rows.map((row) => row.getBoundingClientRect().height > 32))].length,
      bars: [...new Set(bars.map((bar) => bar?.getBoundingClientRect().height))],
    };
    function isBar(part: Element): boolean {
      return getComputedStyle(part).borderTopLeftRadius !== "0px";
    }
  });
  expect(heights).toEqual({ rows: 2, bars: [12] });
  await closePreview(page);
});

function places(page: Page): Promise<number[][]> {
  return page.evaluate(() => {
    const { preview } = window as unknown as {
      preview: { standIn: { workbook: { activeSheet: { charts: { left: number; top: number }[] } } } };
    };
    return preview.standIn.workbook.activeSheet.charts.map(({ left, top }) => [left, top]);
  });
}
