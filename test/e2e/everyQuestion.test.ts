import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { RunningPreview } from "@workbooks/stand-in/server/startPreview";
import { violations } from "./support/accessibility";
import { startBrowser } from "./support/browser";
import { closePreview, openPreview, root, servePreview } from "./support/openPreview";
import { becomes } from "./support/sheetState";

const folders = [join(root, "test", "cases", "registers"), join(root, "assets", "samples")];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => join(folder, name)),
);

let browser: Browser;
let server: RunningPreview;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), servePreview()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test("every workbook that asks can be answered by mouse, and by keyboard alone, until nothing is open", async () => {
  const { page, pane, troubles } = await openPreview(browser, server.address);
  await pane.getByRole("button", { name: "Run", exact: true }).waitFor();
  const asking: string[] = [];
  for (const file of files) {
    const frame = await opened(page, file);
    const asked = await questions(frame).count();
    if (asked === 0) continue;
    asking.push(file.split("/").pop() ?? "");
    await answerAll(frame, (choice) => choice.click());
    expect(await violations(page.frames().at(-1)!, ["[data-tabster-dummy]"])).toEqual([]);
    await frame.getByRole("button", { name: "Take back all" }).click();
    await frame.getByText("0 corrections", { exact: true }).waitFor();
    // The workbook is read again beside the page.
    await becomes(() => questions(frame).count(), asked);
    await frame.getByRole("tab", { name: "Plan" }).focus();
    await answerAll(frame, async (choice) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await choice.evaluate((element) => element === document.activeElement)) break;
        await page.keyboard.press("Tab");
      }
      expect(await choice.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
    });
    expect(await frame.getByRole("button", { name: "Run", exact: true }).getAttribute("aria-disabled")).not.toBe(
      "true",
    );
  }
  expect(asking).toEqual(expect.arrayContaining(["A-trust-month6.xlsx", "b08-older-register-taken.xlsx"]));
  expect(troubles).toEqual([]);
  await closePreview(page);
});

/** The pane, once it has read a file that is opened in the page. */
async function opened(page: Page, file: string): Promise<FrameLocator> {
  await page.setInputFiles("#file", file);
  const name = file.split("/").pop();
  const asksToSave = page.locator("dialog#unsaved[open]");
  await page.waitForFunction(
    (wanted) =>
      document.getElementById("fileName")?.textContent === wanted ||
      document.querySelector("dialog#unsaved[open]") !== null,
    name,
  );
  // What was said of the workbook before may go.
  if (await asksToSave.isVisible()) await asksToSave.locator("button[value=discard]").click();
  await page.waitForFunction(
    (wanted) =>
      document.getElementById("fileName")?.textContent === wanted && document.body.dataset["state"] === "open",
    name,
  );
  const frame = page.frameLocator("#paneBody iframe");
  await frame.getByRole("button", { name: "Run", exact: true }).waitFor();
  return frame;
}

/** A question is the group whose name is the question itself. */
function questions(frame: FrameLocator) {
  return frame.locator("[role=group][aria-labelledby^=question]");
}

/** Answers the first question, with what was not taken for granted, until none is left. */
async function answerAll(
  frame: FrameLocator,
  answer: (choice: ReturnType<FrameLocator["locator"]>) => Promise<void>,
): Promise<void> {
  for (let answers = 0; answers < 20; answers++) {
    const first = questions(frame).first();
    if ((await questions(frame).count()) === 0) return;
    const words = await first.textContent();
    await answer(first.locator("button[aria-pressed=false]").first());
    await frame
      .locator("[role=group][aria-labelledby^=question]")
      .filter({ hasText: words ?? "" })
      .waitFor({ state: "detached" });
  }
  expect(await questions(frame).count()).toBe(0);
}
