import type { Cell } from "../../src/cells/cell";
import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { all, cleanUp, click, doing, has, renderPane, settle, text, the, violations } from "./support/renderPane";

afterEach(cleanUp);

/** Two questions: which part of a date is the day, and what a full-year effect below the part-year one is. */
const asking: Cell[][] = [
  ["Scheme", "Start", "PYE 25/26 £k", "FYE £k"],
  ["Theatres", "03/07/2025", 300, 200],
  ["Beds", "01/04/2025", 100, 100],
];

const questions = () => all("group").filter((group) => group.hasAttribute("aria-labelledby"));
const answeredButton = () => all("button").filter((button) => /^Answered/.test(button.textContent ?? ""));

test("a question is answered by one click, leads on to the next, and the answer is taken back", async () => {
  const workbook = new FakeWorkbook([grid("Register", asking)]);
  await renderPane(workbook);
  const before = questions().length;
  expect(before).toBeGreaterThan(0);
  expect(the("group", "Register").textContent).toContain("question");
  const [first] = questions();
  const [taken, other] = [...first!.querySelectorAll<HTMLElement>("button[aria-pressed]")];
  expect(taken?.getAttribute("aria-pressed")).toBe("true");
  expect(other?.getAttribute("aria-pressed")).toBe("false");
  expect(await violations()).toEqual([]);
  const choice = other!.textContent ?? "";
  await click(other!);
  expect(Object.values(workbook.corrections.answers ?? {})).toEqual([choice]);
  expect(questions()).toHaveLength(before - 1);
  // Not lost with the button that was pressed.
  expect(document.activeElement).not.toBe(document.body);
  await click(answeredButton()[0]!);
  expect(text()).toContain("Answered (1)");
  expect(await violations()).toEqual([]);
  await click(the("button", `Undo: ${choice}`));
  expect(workbook.corrections).toEqual({});
  expect(questions()).toHaveLength(before);
});

test("an answer whose reading was cancelled takes no focus later from what the user went to", async () => {
  const workbook = new FakeWorkbook([grid("Register", asking)]);
  await renderPane(workbook);
  let letGo = (): void => undefined;
  workbook.holdReading = new Promise((resolve) => (letGo = resolve));
  await click(questions()[0]!.querySelectorAll<HTMLElement>("button[aria-pressed]")[1]!);
  await settle(600);
  await click(the("button", "Cancel"));
  await doing(() => the("button", "Correct Register").focus());
  letGo();
  workbook.type("Register", 2, 2, 90);
  await settle(500);
  expect(questions()).toHaveLength(1);
  expect(document.activeElement).toBe(the("button", "Correct Register"));
  await doing(() => (document.activeElement as HTMLElement).blur());
  workbook.type("Register", 1, 3, 400);
  await settle(500);
  expect(questions()).toHaveLength(0);
  expect(document.activeElement).toBe(document.body);
});

test("a click on what was taken agrees with it", async () => {
  const workbook = new FakeWorkbook([grid("Register", asking)]);
  await renderPane(workbook);
  const before = questions().length;
  const taken = questions()[0]!.querySelector<HTMLElement>("button[aria-pressed=true]")!;
  const choice = taken.textContent ?? "";
  await click(taken);
  expect(Object.values(workbook.corrections.answers ?? {})).toEqual([choice]);
  expect(questions()).toHaveLength(before - 1);
  await click(the("button", "Undo the last"));
  expect(has("button", "Undo the last")).toBe(false);
  expect(questions()).toHaveLength(before);
});
