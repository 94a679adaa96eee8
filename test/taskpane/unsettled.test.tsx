import { startState, type PaneState } from "../../src/taskpane/state/paneState";
import { reducePane } from "../../src/taskpane/state/reducePane";
import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { cleanUp, click, has, press, renderPane, settle, text, the, type } from "./support/renderPane";

afterEach(cleanUp);

const register = () => [
  grid("Register", [
    ["Scheme", "2025/26 saving, £k", "Full-year effect, £k"],
    ["Theatre lists", 400, 500],
    ["Bed days", 250, 300],
  ]),
];

/** What is said while readings hang, and the way to let them go. */
async function saidWhileReading(): Promise<{ workbook: FakeWorkbook; letGo: () => void }> {
  const workbook = new FakeWorkbook(register());
  await renderPane(workbook);
  let letGo = (): void => undefined;
  workbook.holdReading = new Promise((resolve) => (letGo = resolve));
  const target = the("textbox", "Target for 2025/26, £k");
  await type(target, "900");
  await press(target, "Enter");
  expect(workbook.corrections).toEqual({});
  return { workbook, letGo };
}

test("a correction whose reading is broken off by a run is in that run, and kept", async () => {
  const { workbook } = await saidWhileReading();
  await click(the("button", "Run"));
  expect(text()).toContain("£900");
  expect(workbook.corrections).toEqual({ target: 900 });
  await click(the("tab", "Plan"));
  expect(the("textbox", "Target for 2025/26, £k")).toHaveProperty("value", "900");
});

test("a correction whose reading is cancelled is kept, and in the next reading", async () => {
  const { workbook, letGo } = await saidWhileReading();
  await settle(600);
  expect(text()).toContain("Reading the workbook with your correction…");
  await click(the("button", "Cancel"));
  expect(workbook.corrections).toEqual({ target: 900 });
  letGo();
  workbook.type("Register", 1, 1, 410);
  await settle(500);
  expect(the("textbox", "Target for 2025/26, £k")).toHaveProperty("value", "900");
  expect(has("group", "Corrections")).toBe(true);
});

test("what is said while a run is under way is not overwritten by what the run read", async () => {
  const reading = await new FakeWorkbook(register()).read({});
  const run = (state: PaneState) => reducePane(state, { type: "ran", reading, result: null });
  const said = reducePane(startState, { type: "corrected", corrections: { target: 900 } });
  expect(run(said)).toMatchObject({ corrections: { target: 900 }, unsettled: { target: 900 } });
  const kept = reducePane(said, { type: "correctionsKept", corrections: said.corrections });
  expect(run(kept)).toMatchObject({ corrections: {}, unsettled: null, undoable: [] });
});

test("a run takes over what the workbook keeps by now", async () => {
  const workbook = new FakeWorkbook(register());
  await renderPane(workbook);
  workbook.corrections = { target: 700 };
  await click(the("button", "Run"));
  await click(the("tab", "Plan"));
  expect(the("textbox", "Target for 2025/26, £k")).toHaveProperty("value", "700");
});

test("a result that a correction is not in yet is out of date", async () => {
  const { workbook, letGo } = await saidWhileReading();
  await click(the("button", "Run"));
  expect(text()).toContain("Up to date");
  await click(the("tab", "Plan"));
  await click(the("button", "Undo the last"));
  await settle(600);
  await click(the("button", "Cancel"));
  expect(text()).toContain("Out of date");
  letGo();
  await click(the("button", "Run again"));
  expect(text()).toContain("Up to date");
  expect(workbook.corrections).toEqual({});
});

test("a correction that could not be read or kept is said, and tried again", async () => {
  const workbook = new FakeWorkbook(register());
  await renderPane(workbook);
  for (const call of ["read", "saveCorrections"] as const) {
    const target = the("textbox", "Target for 2025/26, £k");
    const given = call === "read" ? "900" : "800";
    workbook.failing = { call, sentence: "Excel does not answer; try again." };
    await type(target, given);
    await press(target, "Enter");
    expect(text()).toContain("Not corrected Excel does not answer; try again.");
    expect(workbook.corrections.target).not.toBe(Number(given));
    await click(the("button", "Try again"));
    expect(workbook.corrections).toEqual({ target: Number(given) });
    expect(text()).not.toContain("Not corrected");
  }
});
