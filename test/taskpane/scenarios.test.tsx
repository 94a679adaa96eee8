import {
  costAvoidance,
  delivery,
  numberFields,
  overlap,
  positionForm,
  prices,
  type NumberField,
} from "../../src/taskpane/parts/scenarios/scenarioFields";
import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import {
  all,
  choose,
  cleanUp,
  click,
  has,
  press,
  renderPane,
  rowsOf,
  settle,
  text,
  the,
  type,
  violations,
} from "./support/renderPane";

afterEach(cleanUp);

async function onScenarios(workbook = new FakeWorkbook(forwardView()), locale?: string): Promise<FakeWorkbook> {
  await renderPane(workbook, locale);
  await click(the("tab", "Scenarios"));
  await settle(100);
  return workbook;
}

/** As a user types and leaves the field. */
async function enter(name: string, value: string): Promise<void> {
  await type(the("textbox", name), value);
  await press(the("textbox", name), "Enter");
  await settle();
}

const without = (kept: Record<string, unknown>, gone: string) =>
  Object.fromEntries(Object.entries(kept).filter(([key]) => key !== gone));

const own = (workbook: FakeWorkbook) => workbook.scenarios.slice(4);

test("a scenario is added, changed in every way and kept in the workbook", async () => {
  const workbook = await onScenarios();
  await click(the("button", "New"));
  expect(own(workbook)).toEqual([{ name: "New scenario" }]);
  await enter("Name", "Slow start");
  await choose(the("combobox", "Delivery"), "expected");
  await click(the("checkbox", "Provider productivity"));
  await enter("Delivery of Pay restraint", "50%");
  await click(the("button", "Spending, funding, target and years"));
  await enter("Add to the growth of spending", "0.5");
  await enter("Add to funding, each year", "−1.5");
  await enter("Years", "3");
  await settle(100);
  expect(own(workbook)).toEqual([
    {
      name: "Slow start",
      delivery: "expected",
      off: ["Provider productivity"],
      leverFactors: { "Pay restraint": 0.5 },
      growthChange: 0.005,
      fundingAmountChange: -1.5,
      horizon: 3,
    },
  ]);
  expect(text()).toContain(
    "Every lever at the mean of its range, else its Likely, else its weight; 1 lever off; 1 delivery factor; growth +0.5 percentage points; funding −£1.50bn a year; 3 years.",
  );
  expect(await violations()).toEqual([]);
});

test("the prices of the results and the form of the position are the scenario's own", async () => {
  const workbook = await onScenarios();
  await click(the("button", "New"));
  await click(the("button", "How savings are counted and shown"));
  await choose(the("combobox", "Position"), "council");
  expect(own(workbook)).toEqual([{ name: "New scenario", positionForm: "council" }]);
  expect(text()).toContain("The position as councils set it out.");
  await choose(the("combobox", "Position"), "asFits");
  expect(own(workbook)).toEqual([{ name: "New scenario" }]);
});

test("a plan in cash is shown in real terms, by a rate or by its Prices table", async () => {
  const sheets = [
    grid("Register", [
      ["Savings £k, cash"],
      ["Scheme", "Saving", "Start"],
      ["Agency", 20, "2025/26"],
      ["Estates", 30, "2026/27"],
    ]),
    grid("Prices", [
      ["Series", "2024/25", "2025/26", "2026/27"],
      ["GDP deflator", 100, 102, 104],
    ]),
  ];
  const workbook = await onScenarios(new FakeWorkbook(sheets));
  await click(the("button", "New"));
  await click(the("button", "How savings are counted and shown"));
  await choose(the("combobox", "Prices of the results"), "real");
  expect(the("textbox", "Rise of prices a year").getAttribute("placeholder")).toBe("by GDP deflator");
  await enter("Rise of prices a year", "2.5");
  expect(own(workbook)).toEqual([{ name: "New scenario", prices: "real", deflator: 0.025 }]);
  expect(text()).toContain("In real terms; prices +2.5% a year.");
  expect(await violations()).toEqual([]);
});

test("each thing done is taken back in turn", async () => {
  const workbook = await onScenarios();
  await click(the("button", "New"));
  await enter("Name", "Slow start");
  await choose(the("combobox", "Delivery"), "low");
  await click(the("button", "Undo: change 'Slow start'"));
  expect(own(workbook)).toEqual([{ name: "Slow start" }]);
  await click(the("button", "Undo: rename 'New scenario'"));
  expect(own(workbook)).toEqual([{ name: "New scenario" }]);
  await click(the("button", "Undo: add 'New scenario'"));
  expect(own(workbook)).toEqual([]);
  expect(has("radio", "New scenario")).toBe(false);
});

test("the button of the last undo goes, and the focus with it to New", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.scenarios.push({ name: "Careful", delivery: "low" });
  await onScenarios(workbook);
  await click(the("radio", "CarefulEvery lever at its Low, else its Likely, else its weight."));
  await click(the("button", "Delete"));
  the("button", "Undo: delete 'Careful'").focus();
  await click(the("button", "Undo: delete 'Careful'"));
  expect(document.activeElement).toBe(the("button", "New"));
});

test("what is no saving can be left out, says what it is, and has no delivery", async () => {
  const workbook = new FakeWorkbook([
    grid("Register", [
      ["Scheme", "Kind", "2025/26 £k"],
      ["Agency", "Saving", 20],
      ["Care packages", "Pressure", 30],
    ]),
  ]);
  await onScenarios(workbook);
  await click(the("button", "New"));
  expect(has("textbox", "Delivery of Agency")).toBe(true);
  expect(has("textbox", "Delivery of Care packages")).toBe(false);
  await click(the("checkbox", "Care packages (pressure)"));
  expect(own(workbook)).toEqual([{ name: "New scenario", off: ["Care packages"] }]);
});

test("a deleted scenario comes back as it was", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.scenarios.push({ name: "Careful", delivery: "low", off: ["x"] });
  await onScenarios(workbook);
  await click(the("radio", "CarefulEvery lever at its Low, else its Likely, else its weight; 1 lever off."));
  await click(the("button", "Delete"));
  expect(own(workbook)).toEqual([]);
  await click(the("button", "Undo: delete 'Careful'"));
  expect(own(workbook)).toEqual([{ name: "Careful", delivery: "low", off: ["x"] }]);
});

test("what will not do is said in a sentence and changes nothing", async () => {
  const workbook = await onScenarios();
  await click(the("button", "New"));
  await enter("Name", "as planned");
  expect(text()).toContain("There is a scenario 'as planned' already; another name is needed.");
  await enter("Delivery of Provider productivity", "-5");
  expect(text()).toContain("A delivery from 0 to 500% is needed.");
  await click(the("button", "Spending, funding, target and years"));
  await enter("Years", "7");
  expect(text()).toContain("A whole number from 1 to 6 is needed.");
  await enter("Target of the last year", "-5");
  expect(text()).toContain("A target of 0 or more is needed.");
  await enter("Add to funding, each year", "some");
  expect(text()).toContain("A number is needed, such as 13,000.");
  expect(own(workbook)).toEqual([{ name: "New scenario" }]);
});

test("what could not be kept is said, stays, and is kept with the next change", async () => {
  const workbook = await onScenarios();
  workbook.failing = { call: "saveScenarios", sentence: "The workbook is read-only." };
  await click(the("button", "New"));
  expect(text()).toContain("The workbook is read-only.");
  expect(own(workbook)).toEqual([]);
  await choose(the("combobox", "Delivery"), "low");
  expect(own(workbook)).toEqual([{ name: "New scenario", delivery: "low" }]);
});

test("the result follows the active scenario as it is changed", async () => {
  await renderPane(new FakeWorkbook(forwardView()));
  await click(the("button", "Run"));
  await click(the("tab", "Scenarios"));
  await click(the("button", "New"));
  await click(the("checkbox", "Provider productivity"));
  await click(the("tab", "Results"));
  expect(text()).toContain("£13.4bn");
  expect(text()).toContain("Up to date");
});

test("scenarios are compared: all in one table, two lever by lever, and both add up", async () => {
  await onScenarios();
  expect(rowsOf(the("table", "All scenarios in 2020/21")).map(([name]) => name)).toEqual([
    "As planned (active)",
    "Low",
    "Expected",
    "High",
  ]);
  await click(the("button", "New"));
  await click(the("checkbox", "Provider productivity"));
  await click(the("button", "Back to the scenarios"));
  await choose(the("combobox", "'New scenario' with"), "As planned");
  await settle(100);
  expect(rowsOf(the("table", "As planned and New scenario in 2020/21"))).toEqual([
    ["Provider productivity", "8.6", "0.0", "−8.6"],
    ["3 that are the same", "13.4", "13.4", "0.0"],
    ["Savings", "22.0", "13.4", "−8.6"],
  ]);
  expect(await violations()).toEqual([]);
});

test("of 400 levers twenty are shown, the others are found by a word or all together", async () => {
  const names = Array.from({ length: 400 }, (_, index) => `Scheme ${index + 1}`);
  const workbook = new FakeWorkbook([
    grid("Register", [["Scheme", "2025/26 £k"], ...names.map((name, index) => [name, index + 1])]),
  ]);
  await onScenarios(workbook);
  await click(the("button", "New"));
  await click(the("button", "Levers: all 400 on"));
  expect(all("checkbox")).toHaveLength(20);
  await type(the("searchbox", "Search the levers"), "scheme 39");
  await settle();
  expect(all("checkbox")).toHaveLength(11);
});

test("a scenario that names a lever which is gone says so where it is run and edited, and is mended by one click", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.scenarios.push({ name: "Older", off: ["Provider productivity", "Gone"], leverFactors: { Lost: 0.5 } });
  workbook.lastScenario = "Older";
  await renderPane(workbook);
  await click(the("button", "Run"));
  await settle(100);
  const said = "The scenario turns off 'Gone', which the register does not have.";
  expect(text()).toContain(said);
  await click(the("tab", "Scenarios"));
  await click(the("button", "Edit"));
  expect(text()).toContain(said);
  await click(the("button", "Take out what is gone"));
  expect(own(workbook)).toEqual([{ name: "Older", off: ["Provider productivity"] }]);
  expect(text()).not.toContain("'Gone'");
});

test("a lever that is known by its row alone is said to be", async () => {
  const rows = [
    ["Scheme", "2025/26 £k"],
    ["Same", 20],
    ["Same", 30],
  ];
  const workbook = new FakeWorkbook([grid("Register", rows)]);
  await onScenarios(workbook);
  await click(the("button", "New"));
  await click(the("checkbox", "Same (row 3)"));
  expect(text()).toContain("The scenario knows 'Same (row 3)' by its row alone");
});

test("every field is kept as typed, refuses what will not do, and is as written once it is empty", async () => {
  const workbook = await onScenarios(
    new FakeWorkbook([
      grid("Spend", [
        ["Spending, £m, cash"],
        ["Category", "Base 2024/25", "2025/26", "2026/27"],
        ["Acute", 100, 104, 108],
      ]),
      grid("Funding", [
        ["Funding", "Base 2024/25", "2025/26", "2026/27"],
        ["Allocation", 100, 101, 102],
      ]),
      grid("Register", [
        ["Savings, £m, cash"],
        ["Scheme", "Category", "Saving", "Start", "Effort", "Type", "Low", "High"],
        ["Agency", "Acute", 2, "2025/26", 3, "Cash-releasing", 0.5, 1],
        ["Estates", "Acute", 3, "2026/27", 2, "Cost avoidance", 0.5, 1.2],
      ]),
    ]),
  );
  await click(the("button", "New"));
  for (const fold of all("button").filter((button) => button.getAttribute("aria-expanded") === "false"))
    await click(fold);
  // What is typed, what is kept, what will not do and what is said of it.
  const points = "A change of less than 100 points is needed.";
  const typed: Record<NumberField["id"], [words: string, value: number, bad?: string, refusal?: string]> = {
    growthChange: ["1.5", 0.015, "100", points],
    needAmountChange: ["−2", -2],
    fundingChange: ["−1", -0.01, "−100", points],
    fundingAmountChange: ["1,000", 1000],
    target: ["12", 12, "−1", "A target of 0 or more is needed."],
    horizon: ["1", 1, "1.5", "A whole number from 1 to 2 is needed."],
    capacity: ["4", 4, "−1", "A capacity of 0 or more is needed."],
    deflator: ["2.5", 0.025, "100", "A rate between −100% and 100% is needed, such as 2%."],
    correlation: ["0.4", 0.4, "1", "A correlation from 0 to below 1 is needed, such as 0.3."],
    trials: ["1000", 1000, "99", "A whole number from 100 to 1,000,000 is needed."],
    seed: ["−7", -7, "0.5", "A whole number from −2,147,483,647 to 2,147,483,647 is needed."],
  };
  let kept: Record<string, unknown> = { name: "New scenario" };
  for (const { id, label } of numberFields) {
    const [words, value, bad, refusal] = typed[id];
    await enter(label, words);
    kept[id] = value;
    expect([id, own(workbook)]).toEqual([id, [kept]]);
    if (bad === undefined || refusal === undefined) continue;
    expect(text()).not.toContain(refusal);
    await enter(label, bad);
    expect(text()).toContain(refusal);
    expect([id, own(workbook)]).toEqual([id, [kept]]);
    await enter(label, words);
  }
  for (const { id, label, choices } of [delivery, overlap, costAvoidance, prices, positionForm]) {
    const [first, ...others] = choices;
    for (const [value] of others) {
      await choose(the("combobox", label), value);
      kept[id] = value;
      expect(own(workbook)).toEqual([kept]);
    }
    await choose(the("combobox", label), first![0]);
    kept = without(kept, id);
    expect(own(workbook)).toEqual([kept]);
  }
  for (const { id, label } of numberFields) {
    await enter(label, "");
    kept = without(kept, id);
    expect([id, own(workbook)]).toEqual([id, [kept]]);
  }
  expect(own(workbook)).toEqual([{ name: "New scenario" }]);
  expect(await violations()).toEqual([]);
});
