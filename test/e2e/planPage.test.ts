import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import { openPreview, root, select, servePreview, showSheet, type OpenPreview } from "./support/openPreview";
import { becomes, selection } from "./support/sheetState";

const registers = join(root, "test", "cases", "registers");
/** Fluent's own invisible helpers, which pass the focus on at once. */
const focusGuards = ["[data-tabster-dummy]"];

let browser: Browser;
let server: RunningPreview;
let preview: OpenPreview;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview(join(registers, "nhs-cip.xlsx"))]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
beforeEach(async () => {
  preview = await openPreview(browser, server.address);
  await preview.pane.getByText("13 schemes, £8,381k in 2025/26", { exact: false }).waitFor();
});
afterEach(async () => {
  expect(preview.troubles).toEqual([]);
  await preview.page.context().close();
});

test("a column is corrected by mouse: the sentence says so, and it is undone", async () => {
  const { page, pane } = preview;
  await pane.getByRole("button", { name: "U20" }).click();
  await becomes(() => selection(page), "CIP Tracker!U20:U20");
  await pane.getByRole("button", { name: "Correct Register" }).click();
  await pane.getByRole("combobox", { name: "Meaning of FYE" }).selectOption({ label: "Not used" });
  await pane.getByText("1 correction", { exact: true }).waitFor();
  expect(await violations(pane, focusGuards)).toEqual([]);
  await pane.getByRole("button", { name: "Back to the plan" }).click();
  await becomes(() => pane.getByText("in a full year", { exact: false }).count(), 0);
  await pane.getByRole("button", { name: "Undo the last" }).click();
  await pane.getByText("£11,736k in a full year", { exact: false }).waitFor();
  expect(await violations(pane, focusGuards)).toEqual([]);
});

test("a column is corrected by keyboard alone, and the focus returns to where it was", async () => {
  const { page, pane } = preview;
  const focused = () =>
    pane.evaluate(() => {
      const { ariaLabel, tagName, textContent } = document.activeElement as HTMLElement;
      return ariaLabel ?? (tagName === "TD" ? `cell ${textContent}` : textContent);
    });
  const presses = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await pane.getByRole("tab", { name: "Plan" }).focus();
  await tabsTo("Correct Register");
  await presses("Enter");
  await becomes(focused, "Back to the plan");
  await tabsTo("cell Scheme Ref");
  await presses("ArrowDown", "ArrowDown");
  await becomes(focused, "cell Workstream");
  await presses("End", "Enter");
  await becomes(focused, "Meaning of Workstream");
  // A list takes the first letters of what is wanted.
  await page.keyboard.type("Not u", { delay: 20 });
  await becomes(() => pane.getByRole("combobox", { name: "Meaning of Workstream" }).inputValue(), "ignored");
  await pane.getByText("1 correction", { exact: true }).waitFor();
  await presses("Escape");
  await becomes(focused, expect.stringMatching(/^cell /));
  await presses("Escape");
  await becomes(focused, "Correct Register");

  async function tabsTo(name: string): Promise<void> {
    for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(name);
  }
});

test("rows and a target are given from the sheet and by keyboard", async () => {
  const { page, pane } = preview;
  await pane.getByRole("textbox", { name: "Target for 2025/26, £k" }).focus();
  await page.keyboard.type("13,492");
  await page.keyboard.press("Enter");
  await pane.getByText("1 correction", { exact: true }).waitFor();
  await showSheet(page, "CIP Tracker");
  await select(page, "C9");
  await pane.getByRole("button", { name: "Correct Register" }).click();
  await pane.getByRole("button", { name: "Leave out the selected row" }).click();
  await pane.getByText("2 corrections", { exact: true }).waitFor();
  await pane.getByRole("button", { name: "Take back all" }).click();
  await pane.getByText("0 corrections", { exact: true }).waitFor();
});
