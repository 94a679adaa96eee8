import type { SheetGrid } from "../../src/plan/reading/sheetGrid";
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
  settle,
  text,
  the,
  violations,
} from "./support/renderPane";

afterEach(cleanUp);

test("the pane renders without Office", async () => {
  delete (globalThis as { Office?: unknown }).Office;
  await renderPane(new FakeWorkbook(forwardView()));
  expect(has("button", "Run")).toBe(true);
});

test("each table is shown with its address and what was understood", async () => {
  const workbook = new FakeWorkbook(forwardView());
  await renderPane(workbook);
  expect(the("group", "Spending").textContent).toContain("1 category, 2014/15 + 6 years");
  expect(the("group", "Register").textContent).toContain("4 rows");
  await click(the("button", "Register!A1:E5"));
  expect(workbook.selected).toEqual(["Register!A1:E5"]);
  expect(await violations()).toEqual([]);
});

test("a Position table is a card of its own, said to be none with one click, and said with the selection", async () => {
  const position = grid("Position", [
    ["Item", "2014/15"],
    ["Reported position", 0],
    ["Deficit support", 2],
    ["Underlying position", -2],
  ]);
  const workbook = new FakeWorkbook([...forwardView(), position]);
  await renderPane(workbook);
  expect(the("group", "Position").textContent).toContain("£0bn in 2014/15, −£2bn goes on");
  await click(the("button", "Position!A1:B4"));
  expect(workbook.selected).toEqual(["Position!A1:B4"]);
  expect(await violations()).toEqual([]);
  await click(the("button", "Do not use Position"));
  await settle(100);
  expect(has("group", "Position")).toBe(false);
  expect(workbook.corrections.answers).toEqual({ "sideTable@Position!A1": "Not used" });
  workbook.selection = "Position!A1:B4";
  await click(the("button", "Use the selection as Position"));
  await settle(100);
  expect(the("group", "Position").textContent).toContain("−£2bn goes on");
});

test("a finding links to its cell, and an error holds up the run and says how many", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.grids[2]!.values[1]![2] = "eight";
  await renderPane(workbook);
  const findings = the("region", "Findings");
  expect(findings.textContent).toContain("1 error");
  expect(findings.textContent).toContain("Register!C2");
  expect(the("button", "Run").getAttribute("aria-disabled")).toBe("true");
  expect(text()).toContain("1 error to correct first");
  await click(the("button", "Register!C2"));
  expect(workbook.selected).toEqual(["Register!C2"]);
  expect(await violations()).toEqual([]);
});

test("a corrected cell is read again by itself, and the finding is gone", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.grids[2]!.values[1]![2] = "eight";
  await renderPane(workbook);
  workbook.type("Register", 1, 2, 8.6);
  await settle(500);
  expect(text()).not.toContain("to correct first");
  expect(the("button", "Run").getAttribute("aria-disabled")).not.toBe("true");
});

test("correcting a meaning reads again at once and is kept; Esc closes and the focus returns", async () => {
  const workbook = new FakeWorkbook(forwardView());
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  expect(the("combobox", "Meaning of Type")).toHaveProperty("value", "type");
  expect(await violations()).toEqual([]);
  await choose(the("combobox", "Meaning of Type"), "ignored");
  expect(workbook.corrections.headings).toEqual({ "Register!D1": "ignored" });
  expect(the("combobox", "Meaning of Type")).toHaveProperty("value", "ignored");
  await press(document.activeElement as HTMLElement, "Escape");
  expect(has("region", "Correct Register")).toBe(false);
  expect(document.activeElement).toBe(the("button", "Correct Register"));
});

test("a heading that leaves its meaning open is asked about, before the others", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.grids[2]!.values = [
    ["Lever", "Group", "Annual rate"],
    ["Theatres", "Acute", 0.01],
  ];
  workbook.grids[2]!.numberFormats = [
    ["General", "General", "General"],
    ["General", "General", "0%"],
  ];
  await renderPane(workbook);
  expect(the("group", "Register").textContent).toContain("1 column unsure");
  await click(the("button", "Something else: say what Register!C1 means"));
  expect(all("combobox").map((select) => select.getAttribute("aria-label"))[0]).toBe("Meaning of Annual rate");
  await choose(the("combobox", "Meaning of Annual rate"), "yearlyEfficiency");
  await press(document.activeElement as HTMLElement, "Escape");
  expect(the("group", "Register").textContent).not.toContain("unsure");
  expect(has("button", "Something else: say what Register!C1 means")).toBe(false);
});

test("without tables there are three ways on, and Run waits", async () => {
  const workbook = new FakeWorkbook([]);
  await renderPane(workbook);
  expect(text()).toContain("This workbook is empty.");
  expect(text()).not.toContain("1 error");
  expect(the("button", "Run").getAttribute("aria-disabled")).toBe("true");
  await click(the("button", "Insert a template"));
  await click(the("button", "Insert the sample"));
  expect(workbook.inserted).toEqual(["template", "sample"]);
  await click(the("button", "Use the selection as Spending"));
  expect(workbook.corrections.tables).toEqual({ spending: "Spend!A1:H2" });
  expect(await violations()).toEqual([]);
});

test("where no table was found, what the user said of one is said to be of no use, and can be taken back", async () => {
  const notes: SheetGrid = { ...forwardView()[0]!, sheet: "Notes", values: [["Nothing here"]], numberFormats: [["@"]] };
  const workbook = new FakeWorkbook([notes]);
  workbook.corrections = { tables: { levers: "Gone!A1:B3" }, headings: { "Notes!A1": "saving" } };
  await renderPane(workbook);
  expect(has("button", "Insert a template")).toBe(true);
  expect(the("region", "Findings").textContent).toContain("Gone!A1:B3");
  expect(the("region", "Findings").textContent).toContain("Notes!A1");
  await click(the("button", "Take back all"));
  expect(has("region", "Findings")).toBe(false);
  expect(await violations()).toEqual([]);
});

test("what is most like a register is pointed at where none was found", async () => {
  const workbook = new FakeWorkbook([
    grid("Register", [
      ["Lever", "Headcount moved"],
      ["Theatres", 3],
      ["Beds", 4],
    ]),
  ]);
  await renderPane(workbook);
  await click(the("button", "Register!A1"));
  expect(workbook.selected).toEqual(["Register!A1"]);
});

test("without years in the headings the pane asks for how many", async () => {
  const [, , levers] = forwardView();
  const spending = forwardView()[0]!;
  const funding = forwardView()[1]!;
  spending.values = [
    ["Category", "Base, £bn", "Growth"],
    ["NHS", 113, 0.04],
  ];
  spending.numberFormats = [
    ["General", "General", "General"],
    ["General", "General", "0%"],
  ];
  funding.values = [
    ["Funding", "Base, £bn", "Growth"],
    ["Budget", 113, 0.01],
  ];
  funding.numberFormats = spending.numberFormats;
  const workbook = new FakeWorkbook([spending, funding, levers!]);
  await renderPane(workbook);
  expect(has("spinbutton", "How many years to plan for?")).toBe(true);
  expect(await violations()).toEqual([]);
});

test("what cannot be read is said in one sentence, and can be tried again", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.failing = {
    call: "read",
    sentence: "A sheet is protected; unprotect it on Excel's Review tab, then run again.",
  };
  await renderPane(workbook);
  expect(text()).toContain("Not read A sheet is protected; unprotect it on Excel's Review tab, then run again.");
  expect(await violations()).toEqual([]);
  for (const button of ["Try again", "Read the workbook"]) {
    expect(text()).toContain("Not read");
    workbook.failing = button === "Try again" ? { call: "read", sentence: "It is still protected." } : null;
    await click(the("button", button));
  }
  expect(text()).not.toContain("Not read");
  expect(has("group", "Spending")).toBe(true);
  workbook.failing = { call: "selectAddress", sentence: "The sheet is gone." };
  await click(all("button").find((button) => button.textContent?.includes("Spend!"))!);
  expect(text()).toContain("The sheet is gone.");
  expect(has("button", "Try again")).toBe(false);
});

test("a write that was broken off is offered to be put back", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.pendingRestore = "Writing 'As planned' stopped half way.";
  await renderPane(workbook);
  expect(text()).toContain("Writing 'As planned' stopped half way.");
  await click(the("button", "Put it back"));
  expect(text()).not.toContain("stopped half way");
});

test("every tab opens a screen of its own", async () => {
  await renderPane(new FakeWorkbook(forwardView()));
  expect(all("tab")).toHaveLength(4);
  const screens = [
    ["Scenarios", "Active scenario"],
    ["Results", "Nothing has been run yet"],
    ["More", "Functions for cells"],
  ] as const;
  for (const [name, words] of screens) {
    await click(the("tab", name));
    await settle();
    expect(the("tabpanel", name).textContent).toContain(words);
    expect(await violations()).toEqual([]);
  }
});
