import { evaluate } from "../../src/plan/evaluation/evaluate";
import type { Plan } from "../../src/plan/plan";
import { lever, registerAlone } from "../plan/support/plans";
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
  violations,
} from "./support/renderPane";

afterEach(cleanUp);

async function ranPane(workbook = new FakeWorkbook(forwardView()), locale?: string): Promise<FakeWorkbook> {
  await renderPane(workbook, locale);
  await click(the("button", "Run"));
  await settle();
  return workbook;
}

function paragraphs(): string[] {
  return [...document.querySelectorAll("p")].map((paragraph) => paragraph.textContent ?? "");
}

test("a run opens the results with how far schemes meet the gap and what counts only against the baseline", async () => {
  await ranPane();
  expect(paragraphs().slice(0, 3)).toEqual([
    "Schemes of £16.3bn meet 74% of the £22.0bn gap of 2020/21; £5.7bn has no scheme.",
    "£6.7bn of the savings counts only against the baseline.",
    "Since 2014/15, need rises by £30.0bn and funding by £8.0bn.",
  ]);
  expect(the("tab", "Results").getAttribute("aria-selected")).toBe("true");
  expect(text()).toContain("Up to date");
  expect(await violations()).toEqual([]);
});

test("figures have the user's separators", async () => {
  await ranPane(new FakeWorkbook(forwardView()), "de-DE");
  expect(paragraphs()[0]).toBe(
    "Schemes of £16,3bn meet 74\u00a0% of the £22,0bn gap of 2020/21; £5,7bn has no scheme.",
  );
});

test("the bridge falls from the gap to what remains, as a table", async () => {
  await ranPane();
  expect(rowsOf(the("table", "Bridge 2020/21, £bn"))).toEqual([
    ["Gap 2020/21", "22.0"],
    ["Provider", "−8.6"],
    ["Commissioner", "−1.0"],
    ["Only against the baseline", "−6.7"],
    ["Not identified", "−5.7"],
    ["Remaining", "0.0"],
  ]);
});

test("the saving is broken down by group, lever, type and status, each down to the same total", async () => {
  await ranPane();
  expect(rowsOf(the("table", "Savings of 2020/21, £bn, by group"))).toEqual([
    ["Provider", "8.6", "39%"],
    ["National action", "6.7", "30%"],
    ["Demand", "5.7", "26%"],
    ["Commissioner", "1.0", "5%"],
    ["Combined saving", "22.0", "100%"],
  ]);
  for (const by of ["lever", "type", "status"]) {
    await choose(the("combobox", "Break down by"), by);
    expect(rowsOf(the("table", `Savings of 2020/21, £bn, by ${by}`)).at(-1)).toEqual([
      "Combined saving",
      "22.0",
      "100%",
    ]);
  }
});

test("another method is worked out at once", async () => {
  const grids = forwardView();
  grids[2]!.values = [
    ["Lever", "Group", "Saving %"],
    ["First", "A", 0.1],
    ["Second", "B", 0.2],
  ];
  grids[2]!.numberFormats = grids[2]!.values.map((row) =>
    row.map((cell) => (typeof cell === "number" ? "0%" : "General")),
  );
  await ranPane(new FakeWorkbook(grids));
  const amounts = () =>
    rowsOf(the("table", "Savings of 2020/21, £bn, by group")).map(([name, amount]) => `${name} ${amount}`);
  expect(amounts()).toEqual(["B 27.2", "A 12.9", "Rounding −0.1", "Combined saving 40.0"]);
  await choose(the("combobox", "Method"), "sequential");
  expect(amounts()).toEqual(["B 25.7", "A 14.3", "Combined saving 40.0"]);
  await choose(the("combobox", "Method"), "standalone");
  expect(amounts()).toEqual(["B 28.6", "A 14.3", "Counted more than once −2.9", "Combined saving 40.0"]);
});

test("choosing a scenario on its own tab and on the results is worked out at once", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.scenarios = [...workbook.scenarios, { name: "Without RightCare", off: ["RightCare"] }];
  await ranPane(workbook);
  await choose(the("combobox", "Scenario"), "Without RightCare");
  expect(paragraphs()[0]).toContain(
    "Schemes of £16.3bn meet 74% of the £22.0bn gap of 2020/21; £5.7bn is to be found.",
  );
  await click(the("tab", "Scenarios"));
  expect(all("radio").map((radio) => (radio as HTMLInputElement).value)).toEqual([
    "As planned",
    "Low",
    "Expected",
    "High",
    "Without RightCare",
  ]);
  expect(text()).toContain("1 lever off.");
  await click(all("radio")[0]!);
  await click(the("tab", "Results"));
  expect(paragraphs()[0]).toContain("£5.7bn has no scheme.");
});

test("a changed sheet makes the result out of date, and running again brings it up to date", async () => {
  const workbook = await ranPane();
  workbook.type("Register", 4, 2, 4.7);
  await settle(500);
  expect(text()).toContain("Out of date");
  expect(has("button", "Write to workbook")).toBe(false);
  expect(await violations()).toEqual([]);
  await click(the("button", "Run again"));
  expect(paragraphs()[0]).toContain("£4.7bn has no scheme and a further £1.0bn is uncovered.");
  expect(text()).toContain("Up to date");
});

test("where the changed sheet only asks, the banner leads to the question; where something is wrong, to that", async () => {
  const workbook = await ranPane();
  workbook.type("Register", 0, 2, "2015/16");
  workbook.type("Register", 0, 3, "2016/17");
  [12, 9, 1.5, 8].forEach((saving, index) => workbook.type("Register", index + 1, 3, saving));
  await settle(500);
  expect(text()).toContain("It now has 1 question to answer first.");
  await click(the("button", "Show the question"));
  expect(the("tab", "Plan").getAttribute("aria-selected")).toBe("true");
  await click(the("tab", "Results"));
  workbook.type("Register", 3, 2, "about a billion");
  await settle(500);
  expect(has("button", "Show what is wrong")).toBe(true);
});

test("a change that is undone leaves the result up to date", async () => {
  const workbook = await ranPane();
  workbook.type("Register", 4, 2, 4.7);
  workbook.type("Register", 4, 2, 5.7);
  await settle(500);
  expect(text()).toContain("Up to date");
});

test("every sheet is listed before it is written, and linked after", async () => {
  const workbook = await ranPane();
  await click(the("button", "Write to workbook"));
  const listed = [...the("region", "What will be written").querySelectorAll("li")];
  const label = `Write ${listed.length} sheets`;
  expect(listed[0]!.textContent).toContain("New sheet");
  expect(workbook.writes).toEqual([]);
  expect(await violations()).toEqual([]);
  await press(document.activeElement as HTMLElement, "Escape");
  expect(has("region", "What will be written")).toBe(false);
  expect(document.activeElement).toBe(the("button", "Write to workbook"));
  await click(the("button", "Write to workbook"));
  await click(the("button", label));
  await settle();
  expect(workbook.writes).toEqual([{ scenario: "As planned", agreed: false }]);
  expect(text()).toContain(`${listed.length} sheets written.`);
  const summary = all("button").find((button) => button.textContent?.includes("Summary"))!;
  await click(summary);
  expect(workbook.sheetsShown).toEqual([summary.textContent]);
  expect(await violations()).toEqual([]);
});

test("what undo has taken back is not said to be written, and said again once redo has brought it", async () => {
  const workbook = await ranPane();
  await click(the("button", "Write to workbook"));
  await click(all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!);
  await settle();
  expect(text()).toContain("sheets written.");
  const { reads } = workbook;
  workbook.takeBack(true);
  await settle(500);
  expect(text()).not.toContain("sheets written.");
  // Other sheets are there now than the pane has read.
  expect(workbook.reads).toBe(reads + 1);
  workbook.takeBack(false);
  await settle(500);
  expect(text()).toContain("sheets written.");
  workbook.takeBack(false);
  await settle(500);
  expect(workbook.reads).toBe(reads + 2);
});

test("of many cells that a write replaces, each can be reached before it does", async () => {
  const workbook = await ranPane();
  workbook.typedOver = Array.from({ length: 20 }, (_, index) => `'As planned Summary'!C${index + 7}`);
  await click(the("button", "Write to workbook"));
  await click(all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!);
  await click(the("button", "15 more cells"));
  await click(the("button", "'As planned Summary'!C26"));
  expect(workbook.selected).toEqual(["'As planned Summary'!C26"]);
});

test("cells that were typed over are named, and only an agreed write replaces them", async () => {
  const workbook = await ranPane();
  workbook.typedOver = ["'As planned Summary'!C7"];
  await click(the("button", "Write to workbook"));
  const label = all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!.textContent!;
  await click(the("button", label));
  expect(text()).toContain("1 result cell typed over.");
  await click(the("button", "'As planned Summary'!C7"));
  expect(workbook.selected).toEqual(["'As planned Summary'!C7"]);
  await click(the("button", `Replace and ${label.replace("W", "w")}`));
  expect(workbook.writes).toEqual([
    { scenario: "As planned", agreed: false },
    { scenario: "As planned", agreed: true },
  ]);
  expect(text()).toContain("sheets written.");
});

test("formulas of the user's that would break are named before anything is written", async () => {
  const workbook = await ranPane();
  workbook.pointing = ["Notes!B3"];
  await click(the("button", "Write to workbook"));
  const label = all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!.textContent!;
  await click(the("button", label));
  expect(text()).toContain("1 formula of yours would break.");
  await click(the("button", "Notes!B3"));
  expect(workbook.selected).toEqual(["Notes!B3"]);
  await click(the("button", `${label} all the same`));
  expect(workbook.writes.map(({ agreed }) => agreed)).toEqual([false, true]);
});

test("names, charts and cells of the user's that would suffer are named before anything is written", async () => {
  const workbook = await ranPane();
  workbook.drawn = ["the name BestLever", "the chart Costs on Notes"];
  workbook.going = ["'As planned Breakdown'!K7"];
  await click(the("button", "Write to workbook"));
  const label = all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!.textContent!;
  await click(the("button", label));
  expect(text()).toContain("1 cell of yours would go. Its row is no longer part of this result");
  expect(text()).toContain("the name BestLever, the chart Costs on Notes.");
  await click(the("button", `${label} all the same`));
  expect(workbook.writes.map(({ agreed }) => agreed)).toEqual([false, true]);
});

test("that the workbook has no room to remember how it is, is said before anything is written", async () => {
  const workbook = await ranPane();
  workbook.hasNoRestore = true;
  await click(the("button", "Write to workbook"));
  const label = all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!.textContent!;
  await click(the("button", label));
  expect(text()).toContain("Save the workbook first. The results are so large that the workbook has no room");
  expect(await violations()).toEqual([]);
  await click(the("button", `${label} all the same`));
  expect(workbook.writes.map(({ agreed }) => agreed)).toEqual([false, true]);
});

test("a failure says that nothing was written and why", async () => {
  const workbook = await ranPane();
  await click(the("button", "Write to workbook"));
  workbook.failing = {
    call: "run",
    sentence: "The sheet 'As planned Summary' is protected; unprotect it, then write again.",
  };
  await click(all("button").find((button) => /^Write \d sheets$/.test(button.textContent ?? ""))!);
  expect(text()).toContain(
    "Nothing written The sheet 'As planned Summary' is protected; unprotect it, then write again.",
  );
  expect(await violations()).toEqual([]);
  await click(the("button", "Dismiss the message"));
  expect(text()).not.toContain("Nothing written");
});

test("a long run shows its progress and can be cancelled", async () => {
  const workbook = new FakeWorkbook(forwardView());
  let letGo: () => void = () => undefined;
  workbook.hold = new Promise((resolve) => (letGo = resolve));
  await renderPane(workbook);
  await click(the("button", "Run"));
  expect(has("button", "Cancel")).toBe(false);
  await settle(600);
  expect(text()).toContain("Working it out…");
  expect(the("progressbar", "Working it out…")).toBeTruthy();
  await click(the("button", "Cancel"));
  letGo();
  await settle();
  expect(has("button", "Cancel")).toBe(false);
  expect(the("tab", "Plan").getAttribute("aria-selected")).toBe("true");
  expect(text()).not.toContain("Not run");
});

test("arrow keys move among the cells of the breakdown, and one cell is the stop for Tab", async () => {
  await ranPane();
  const stops = () => [...document.querySelectorAll<HTMLElement>("td[tabindex='0']")];
  expect(stops().map((cell) => cell.textContent)).toEqual(["Provider"]);
  stops()[0]!.focus();
  for (const [key, reached] of [
    ["ArrowRight", "8.6"],
    ["ArrowDown", "6.7"],
    ["End", "30%"],
    ["ArrowRight", "30%"],
    ["Home", "National action"],
  ] as const) {
    await press(document.activeElement as HTMLElement, key);
    expect(document.activeElement!.textContent).toBe(reached);
  }
  expect(stops()).toEqual([document.activeElement]);
});

test("400 levers with long names: the largest are shown, the rest on demand, and all of it adds up", async () => {
  const grids = forwardView();
  const name = (index: number) => `Scheme ${index} of the sustainability programme of the north west region`;
  grids[2]!.values = [
    ["Lever", "Group", "Saving, £bn"],
    ...Array.from({ length: 400 }, (_, index) => [name(index), "All", 0.055]),
  ];
  grids[2]!.numberFormats = grids[2]!.values.map((row) => row.map(() => "General"));
  await ranPane(new FakeWorkbook(grids));
  await choose(the("combobox", "Break down by"), "lever");
  const table = () => rowsOf(the("table", "Savings of 2020/21, £bn, by lever"));
  expect(table()).toHaveLength(43);
  expect(table().at(-1)![1]).toBe("22.0");
  await click(the("button", "Show all 400"));
  expect(table()).toHaveLength(402);
  expect(rowsOf(the("table", "Bridge 2020/21, £bn"))).toHaveLength(10);
});

describe("a register alone", () => {
  const register = registerAlone([
    lever({ name: "Theatres", group: "Surgery", effect: { kind: "amount", amount: 30 } }),
    lever({ name: "To be found", isIdentified: false, effect: { kind: "amount", amount: 20 } }),
    lever({ name: "Slippage", kind: "Contingency", effect: { kind: "amount", amount: 4 } }),
    lever({ name: "Pay award", kind: "Pressure", effect: { kind: "amount", amount: 9 } }),
  ]);

  /** A workbook whose plan is this one, whatever its sheets hold. */
  function holding(plan: Plan): FakeWorkbook {
    const workbook = new FakeWorkbook(forwardView());
    const { run } = workbook;
    workbook.run = async (request) => {
      const done = await run(request);
      return { ...done, reading: { ...done.reading, plan }, breakdown: evaluate(plan, request.scenario), tables: [] };
    };
    return workbook;
  }

  test("says nothing of a gap, and builds the savings up from zero", async () => {
    await ranPane(holding(register));
    expect(paragraphs().slice(0, 2)).toEqual([
      "Schemes save £26.0m in 2017/18, and £20.0m more has no scheme.",
      "The register comes to £54.0m, of which £46.0m counts in 2017/18.",
    ]);
    // All schemes are of one group, which would be one bar.
    expect(rowsOf(the("table", "Bridge 2017/18, £m"))).toEqual([
      ["Theatres", "+30.0"],
      ["Not identified", "+20.0"],
      ["Contingency", "−4.0"],
      ["Savings", "46.0"],
    ]);
    expect(text()).not.toMatch(/NaN|null|undefined|of the gap/);
    expect(rowsOf(the("table", "Savings of 2017/18, £m, by lever")).map(([name]) => name)).not.toContain("Pay award");
    await choose(the("combobox", "Break down by"), "group");
    expect(rowsOf(the("table", "Savings of 2017/18, £m, by group")).at(-1)).toEqual([
      "Combined saving",
      "46.0",
      "100%",
    ]);
  });

  test("meets a target, or what of it remains", async () => {
    await ranPane(holding({ ...register, target: [null, null, 60] }));
    expect(paragraphs().slice(0, 2)).toEqual([
      "Schemes of £26.0m meet 43% of the £60.0m target of 2017/18; £20.0m has no scheme and a further £14.0m is uncovered.",
      "The register comes to £54.0m, of which £46.0m counts in 2017/18.",
    ]);
    expect(rowsOf(the("table", "Bridge 2017/18, £m"))[0]).toEqual(["Target 2017/18", "60.0"]);
    expect(text()).toContain("23% of the gap is uncovered");
  });
});
