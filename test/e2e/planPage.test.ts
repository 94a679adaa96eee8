import { join } from "node:path";
import type { Browser, Locator } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import {
  closePreview,
  openPreview,
  root,
  select,
  servePreview,
  showSheet,
  type OpenPreview,
} from "./support/openPreview";
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
  await closePreview(preview.page);
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
  await becomes(() => pane.getByText("£11,736k in a full year", { exact: false }).count(), 0);
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

test("a question is answered by mouse, and by keyboard alone, and taken back", async () => {
  const { page, pane } = preview;
  await page.setInputFiles("#file", join(registers, "A-trust-month6.xlsx"));
  await page.waitForFunction(
    () =>
      document.getElementById("fileName")?.textContent === "A-trust-month6.xlsx" &&
      document.body.dataset["state"] === "open",
  );
  const frame = page.frameLocator("#paneBody iframe");
  await frame.getByRole("heading", { name: "2 questions", exact: true }).waitFor();
  await frame.getByRole("button", { name: "month before day" }).click();
  await frame.getByRole("heading", { name: "1 question", exact: true }).waitFor();
  const next = frame.getByRole("button", { name: "what the next year adds" });
  await next.waitFor();
  // The focus went on to the question that is left.
  for (let presses = 0; presses < 5 && !(await isFocused(next)); presses++) await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await frame.getByText("Answered (2)", { exact: true }).waitFor();
  await frame.getByRole("button", { name: "Answered (2)" }).focus();
  await page.keyboard.press("Enter");
  const undo = frame.getByRole("button", { name: "Undo: month before day" });
  await undo.waitFor();
  await undo.focus();
  await page.keyboard.press("Enter");
  await frame.getByRole("heading", { name: "1 question", exact: true }).waitFor();
  expect(await violations(pane.isDetached() ? page.frames().at(-1)! : pane, focusGuards)).toEqual([]);
});

function isFocused(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
