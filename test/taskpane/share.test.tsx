import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import { cleanUp, click, renderPane, text, the, violations } from "./support/renderPane";

afterEach(cleanUp);

const wayTo = (): HTMLElement => document.getElementById("open-share")!;

async function opened(outcome?: FakeWorkbook["shareOutcome"]): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook(forwardView());
  if (outcome !== undefined) workbook.shareOutcome = outcome;
  await renderPane(workbook);
  await click(the("tab", "More"));
  await click(wayTo());
  return workbook;
}
const choose = (value: string) => click(document.querySelector<HTMLElement>(`input[type="radio"][value="${value}"]`)!);

test("a copy is a new workbook with live formulas, unless something else is chosen", async () => {
  const workbook = await opened();
  expect(await violations()).toEqual([]);
  await click(the("button", "Make the copy"));
  expect(text()).toContain("6 formulas replaced in the new workbook; the sheet Savings share lists each.");
  await choose("values");
  await choose("here");
  await click(the("button", "Replace the functions"));
  expect(text()).toContain("6 formulas replaced; the sheet");
  await click(the("button", "Restore formulas"));
  expect(text()).toContain("6 formulas are back.");
  await click(the("button", "Install the functions as names"));
  expect(text()).toContain("6 functions are in the workbook as names that begin with SAVINGS_.");
  expect(workbook.shares).toEqual([
    { task: { kind: "share", form: "lambda", where: "new" }, agreed: false },
    { task: { kind: "share", form: "values", where: "here" }, agreed: false },
    { task: { kind: "restore" }, agreed: false },
    { task: { kind: "install" }, agreed: false },
  ]);
  await click(the("button", "Back to More"));
  expect(document.activeElement).toBe(wayTo());
});

test("what stays is said with its cell, and the rest done only once that is agreed to", async () => {
  const left = [
    "'My plan'!D1: the sheet is protected, so its formula stays.",
    "The name Total: its value is not known here.",
  ];
  const workbook = await opened({ done: false, count: 4, left, notes: [] });
  await click(the("button", "Make the copy"));
  expect(text()).toContain("Nothing was changed: 2 places cannot be replaced, 4 formulas can.");
  expect(text()).toContain("The name Total: its value is not known here.");
  expect(await violations()).toEqual([]);
  await click(the("button", "'My plan'!D1"));
  expect(workbook.selected).toEqual(["'My plan'!D1"]);
  await click(the("button", "Do the rest"));
  expect(workbook.shares.at(-1)?.agreed).toBe(true);
  expect(text()).toContain(
    "4 formulas replaced in the new workbook; the sheet Savings share lists each. 2 places left as they were:",
  );
});

test("of very many places the first are shown, and how many more there are", async () => {
  const left = Array.from({ length: 50 }, (_, row) => `Plan!B${row + 1}: the sheet is protected.`);
  await opened({ done: true, count: 1, left, notes: [] });
  await click(the("button", "Make the copy"));
  expect(text()).toContain("Plan!B20: the sheet is protected.");
  expect(text()).toContain("30 more");
  expect(text()).not.toContain("Plan!B21");
});

test("a refusal is one sentence, and what stays can be left", async () => {
  const workbook = await opened('The workbook has no sheet "Savings share": it is no shared copy.');
  await click(the("button", "Restore formulas"));
  expect(text()).toContain("it is no shared copy.");
  workbook.shareOutcome = { done: false, count: 0, left: ["Plan!B4: the values were changed since."], notes: [] };
  await click(the("button", "Restore formulas"));
  expect(text()).toContain("1 place cannot be put back, 0 formulas can.");
  await click(the("button", "Leave it"));
  expect(text()).not.toContain("cannot be put back");
  expect(workbook.shares).toHaveLength(2);
});
