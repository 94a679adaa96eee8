import type { CheckLine } from "../../src/workbook/share/check/checkLines";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import { cleanUp, click, doing, has, renderPane, text, the, violations } from "./support/renderPane";

afterEach(cleanUp);

const line = (of: Partial<CheckLine>): CheckLine => ({
  ...{ kind: "mangled name", level: "error", cell: "", cells: [], where: "", message: "is mangled", repair: null },
  ...of,
});
const wayTo = (): HTMLElement => document.getElementById("open-check")!;

async function withChecks(): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook(forwardView());
  workbook.checkLines = [
    line({ cell: "Spend!B9", cells: ["Spend!B9", "Spend!B10"], repair: "formula" }),
    line({
      kind: "other workbook",
      level: "warning",
      where: "the name Total",
      message: "leans on the workbook A.xlsx",
    }),
  ];
  workbook.mends = 2;
  await renderPane(workbook);
  return workbook;
}

test("each line selects its cells; Repair mends, says so, and looks again", async () => {
  const workbook = await withChecks();
  await click(the("tab", "More"));
  await click(wayTo());
  expect(text()).toContain("2 things to know");
  expect(text()).toContain("The name Total: leans on the workbook A.xlsx.");
  expect(await violations()).toEqual([]);
  await click(the("button", "Spend!B10"));
  expect(workbook.selected).toEqual(["Spend!B10"]);
  await click(the("button", "Repair"));
  expect(workbook.repairs).toBe(1);
  expect(text()).toContain("2 formulas entered again.");
  expect(text()).not.toContain("is mangled");
  await click(the("button", "Back to More"));
  expect(document.activeElement).toBe(wayTo());
});

test("from the check to the copies for colleagues, where a formula uses the add-in, and back to More", async () => {
  const workbook = await withChecks();
  workbook.uses = ["Spend!B9"];
  await click(the("tab", "More"));
  await click(wayTo());
  await click(the("button", "Share with colleagues…"));
  expect(the("region", "Share with colleagues")).toBeTruthy();
  await click(the("button", "Back to More"));
  expect(document.activeElement?.id).toBe("open-share");
  workbook.uses = [];
  await click(wayTo());
  await click(the("button", "Check again"));
  expect(has("button", "Share with colleagues…")).toBe(false);
});

test("the ribbon's Check opens the check, with the workbook read before it", async () => {
  const workbook = await withChecks();
  await doing(() => workbook.askForRun({ check: true }));
  expect(text()).toContain("is mangled");
  await click(the("tab", "Plan"));
  expect(text()).not.toContain("is mangled");
});

test("the pane opens with the workbook once that is turned on, and no more once it is turned off", async () => {
  const workbook = await withChecks();
  await click(the("tab", "More"));
  const field = document.querySelector<HTMLInputElement>('input[role="switch"]')!;
  expect(field.checked).toBe(false);
  await click(field);
  expect([field.checked, workbook.opens]).toEqual([true, true]);
  await click(field);
  expect([field.checked, workbook.opens]).toEqual([false, false]);
});
