import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import { closePreview, openPreview, servePreview, type OpenPreview } from "./support/openPreview";
import { becomes } from "./support/sheetState";

/** Fluent's own invisible helpers, which pass the focus on at once. */
const focusGuards = ["[data-tabster-dummy]"];

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;

beforeAll(async () => void ([browser, server] = await Promise.all([startBrowser(), servePreview()])));
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  preview = await openPreview(browser, server.address);
  await preview.pane.getByRole("button", { name: "Run", exact: true }).waitFor();
});
afterEach(async () => {
  expect(preview.troubles).toEqual([]);
  await closePreview(preview.page);
});

/** Names of the scenarios that the workbook itself holds, as the add-in has stored them. */
const stored = (): Promise<string[]> =>
  preview.pane.evaluate(() =>
    Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts.getByNamespace("urn:savings-attribution:scenario:1");
      parts.load("items/id");
      await context.sync();
      const texts = parts.items.map((part) => part.getXml());
      await context.sync();
      return texts.map(({ value }) => / name="([^"]*)"/.exec(value)?.[1] ?? "");
    }),
  );

test("a scenario is made and changed by mouse, worked out, compared and kept in the workbook", async () => {
  const { pane } = preview;
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane.getByText("Schemes of £16.3bn meet 74%", { exact: false }).waitFor();
  await pane.getByRole("tab", { name: "Scenarios" }).click();
  await pane.getByRole("button", { name: "New", exact: true }).click();
  await pane.getByRole("textbox", { name: "Name" }).fill("Without productivity");
  await pane.getByRole("textbox", { name: "Name" }).press("Enter");
  await pane.getByRole("checkbox", { name: /Provider productivity/ }).click();
  await pane.getByText("1 lever off.", { exact: true }).waitFor();
  expect(await violations(pane, focusGuards)).toEqual([]);
  await pane.getByRole("button", { name: "Back to the scenarios" }).click();
  await pane.getByRole("row", { name: /Without productivity \(active\) 13\.4/ }).waitFor();
  expect(await violations(pane, focusGuards)).toEqual([]);
  await becomes(stored, ["Parts overlap", "Without productivity"]);
  await pane.getByRole("tab", { name: "Results" }).click();
  await pane.getByText("Schemes of £7.7bn meet 35%", { exact: false }).waitFor();
});

test("a scenario is made, changed, taken back and deleted by keyboard alone", async () => {
  const { page, pane } = preview;
  const focused = () =>
    pane.evaluate(() => {
      const { ariaLabel, textContent } = document.activeElement as HTMLElement;
      const labelled = document.activeElement?.id
        ? document.querySelector(`label[for="${document.activeElement.id}"]`)
        : null;
      return ariaLabel ?? labelled?.textContent ?? textContent;
    });
  const tabsTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  };
  await pane.getByRole("tab", { name: "Plan" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "New", exact: true }).waitFor();
  await tabsTo("New");
  // The scenarios are one stop for Tab, and arrow keys go through them.
  const radio = () => pane.evaluate(() => (document.activeElement as HTMLInputElement).value);
  await page.keyboard.press("Shift+Tab");
  expect(await radio()).toBe("As planned");
  await page.keyboard.press("ArrowDown");
  await becomes(radio, "Low");
  await page.keyboard.press("ArrowUp");
  await becomes(radio, "As planned");
  await page.keyboard.press("Tab");
  expect(await focused()).toBe("New");
  await page.keyboard.press("Enter");
  await becomes(focused, "Back to the scenarios");
  await tabsTo("Delivery");
  await page.keyboard.type("Lo", { delay: 20 });
  await pane.getByText("Every lever at its Low, else its Likely, else its weight.", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await becomes(focused, "Edit");
  await tabsTo("Delete");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: "Undo: delete 'New scenario'" }).waitFor();
  await becomes(stored, ["Parts overlap"]);
  await tabsTo("Undo: delete 'New scenario'");
  await page.keyboard.press("Enter");
  await becomes(stored, ["Parts overlap", "New scenario"]);
});
