import type { Cell } from "../../src/cells/cell";
import type { SheetGrid } from "../../src/plan/reading/sheetGrid";
import { grid } from "../plan/support/grid";
import { recordOf } from "../../src/workbook/read/kept/keptRecord";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import {
  all,
  choose,
  cleanUp,
  click,
  doing,
  has,
  press,
  renderPane,
  text,
  the,
  type,
  violations,
} from "./support/renderPane";

afterEach(cleanUp);

/** A register alone, with a total, a note below it and columns that mean nothing to the plan. */
function tracker(...more: Cell[][]): SheetGrid[] {
  const rows: Cell[][] = [
    ["Scheme", "2025/26 saving, £k", "Cash releasing?", "Colour of the folder"],
    ["Theatre lists", 400, "Y", "blue"],
    ["Bed days", 250, "N", "green"],
    ["Agency rates", 150, "Y", "blue"],
    ...more,
  ];
  return [grid("Register", rows)];
}

test("a register alone is a whole page: the sentence, its total, a target and one quiet line", async () => {
  const workbook = new FakeWorkbook(tracker(["Total", 800]));
  await renderPane(workbook);
  const said = the("region", "What was read").textContent ?? "";
  expect(said).toContain("3 schemes, £800k in 2025/26, £k, price basis not stated.");
  expect(said).toContain("Your total in B5 says the same.");
  expect(has("group", "Spending")).toBe(false);
  expect(text()).toContain("No spending or funding: savings are shown on their own.");
  await click(the("button", "B5"));
  expect(workbook.selected).toEqual(["Register!B5"]);
  await click(the("button", "Use the selection as Funding"));
  expect(workbook.corrections.tables).toEqual({ funding: "Spend!A1:H2" });
  expect(await violations()).toEqual([]);
});

test("a total that differs is said in amber with the cell that is the difference, and once", async () => {
  const workbook = new FakeWorkbook(tracker(["Total", 550]));
  await renderPane(workbook);
  expect(text()).toContain("Your total in B5 says 550, its rows come to 800; B3 is the difference.");
  expect(the("region", "Findings").textContent).not.toContain("total says");
  await click(the("button", "B3"));
  expect(workbook.selected).toEqual(["Register!B3"]);
});

test("the target is one number: given, said to be wrong, and taken away again", async () => {
  const workbook = new FakeWorkbook(tracker());
  await renderPane(workbook);
  const field = () => the("textbox", "Target for 2025/26, £k");
  await type(field(), "1,2x");
  await press(field(), "Enter");
  expect(text()).toContain("A number is needed, such as 13,000.");
  expect(workbook.corrections).toEqual({});
  await type(field(), "13,000");
  await press(field(), "Enter");
  expect(workbook.corrections).toEqual({ target: 13_000 });
  expect(field()).toHaveProperty("value", "13,000");
  expect(has("group", "Corrections")).toBe(true);
  await type(field(), "");
  await press(field(), "Enter");
  expect(workbook.corrections).toEqual({});
  // Nothing is left to be taken back.
  expect(has("group", "Corrections")).toBe(false);
  expect(await violations()).toEqual([]);
});

test("one fault in many cells is one line that names each of them on demand", async () => {
  const workbook = new FakeWorkbook(tracker(["Coding", "many"], ["Drugs", "some"], ["Estates", "few"]));
  await renderPane(workbook);
  const lines = all("listitem");
  expect(lines).toHaveLength(1);
  expect(the("region", "Findings").textContent).toContain("1 error to correct");
  expect(the("region", "Findings").textContent).toContain("Also at B6, B7.");
  await click(the("button", "B7"));
  expect(workbook.selected).toEqual(["Register!B7"]);
  await click(the("button", "Show all 3"));
  expect(the("region", "Findings").textContent).toContain("'few' is text");
  expect(text()).not.toMatch(/no heading that the plan needs/);
});

test("a column can be an amount of any year, or left out; each correction is undone by itself, or all at once", async () => {
  const workbook = new FakeWorkbook(tracker());
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  const meaning = () => the("combobox", "Meaning of 2025/26 saving, £k");
  const years = [...meaning().querySelectorAll("option")].map(({ value }) => value);
  expect(years).toEqual(expect.arrayContaining(["amount:2024/25", "amount:2025/26", "amount:2028/29", "ignored"]));
  await choose(meaning(), "amount:2026/27");
  expect(workbook.corrections.headings).toEqual({ "Register!B1": "amount:2026/27" });
  await choose(the("combobox", "Meaning of Cash releasing?"), "ignored");
  expect(the("group", "Corrections").textContent).toContain("2 corrections");
  await click(the("button", "Undo the last"));
  expect(workbook.corrections.headings).toEqual({ "Register!B1": "amount:2026/27" });
  await click(the("button", "Take back all"));
  expect(workbook.corrections).toEqual({});
  await click(the("button", "Undo the last"));
  expect(workbook.corrections.headings).toEqual({ "Register!B1": "amount:2026/27" });
  expect(await violations()).toEqual([]);
});

test("unused columns are folded, and arrow keys go through the table and into its lists", async () => {
  const workbook = new FakeWorkbook(tracker());
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  expect(has("combobox", "Meaning of Colour of the folder")).toBe(false);
  await click(the("button", "Unused (1)"));
  expect(has("combobox", "Meaning of Colour of the folder")).toBe(true);
  const [first] = the("grid", "Columns of Register").querySelectorAll("td");
  expect(first?.tabIndex).toBe(0);
  first?.focus();
  await press(document.activeElement as HTMLElement, "ArrowDown");
  await press(document.activeElement as HTMLElement, "End");
  await press(document.activeElement as HTMLElement, "Enter");
  expect(document.activeElement).toBe(the("combobox", "Meaning of 2025/26 saving, £k"));
  await press(document.activeElement as HTMLElement, "ArrowDown");
  expect(document.activeElement).toBe(the("combobox", "Meaning of 2025/26 saving, £k"));
  await press(document.activeElement as HTMLElement, "Escape");
  expect(document.activeElement?.tagName).toBe("TD");
  await press(document.activeElement as HTMLElement, "Home");
  await press(document.activeElement as HTMLElement, "Enter");
  expect(workbook.selected).toEqual(["Register!B1"]);
  await press(document.activeElement as HTMLElement, "Escape");
  expect(document.activeElement).toBe(the("button", "Correct Register"));
});

test("of a column's first values those are shown that there are", async () => {
  const rows = tracker()[0]!.values.map((row, index) => [...row, index === 0 ? "Posts" : index === 2 ? 4 : null]);
  await renderPane(new FakeWorkbook([grid("Register", rows)]));
  await click(the("button", "Correct Register"));
  const posts = all("row").find(({ textContent }) => textContent?.startsWith("Posts"));
  expect(posts?.querySelectorAll("td")[1]?.textContent).toBe("4");
});

test("the words of a column are listed with their count, and each can mean a word of the plan's", async () => {
  const workbook = new FakeWorkbook(tracker());
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  await click(the("button", "Words of Cash releasing?: Y · N"));
  const row = all("row").find(({ textContent }) => /^Y2 rows/.test(textContent ?? ""));
  expect(row).toBeDefined();
  await choose(the("combobox", "Meaning of Y in Cash releasing?"), "Non-cash-releasing");
  expect(workbook.corrections.words).toEqual({ "Register!C1": { Y: "Non-cash-releasing" } });
  expect(the("combobox", "Meaning of Y in Cash releasing?")).toHaveProperty("value", "Non-cash-releasing");
  expect(await violations()).toEqual([]);
  await click(the("button", "Take back all"));
  expect(workbook.corrections).toEqual({});
});

test("words opened later are reached by the arrow keys, and are no stops for Tab of their own", async () => {
  await renderPane(new FakeWorkbook(tracker()));
  await click(the("button", "Correct Register"));
  await click(the("button", "Words of Cash releasing?: Y · N"));
  const table = the("grid", "Columns of Register");
  expect([...table.querySelectorAll("td")].filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  expect(the("combobox", "Meaning of N in Cash releasing?").tabIndex).toBe(-1);
  const word = [...table.querySelectorAll("td")].find(({ textContent }) => textContent === "N")!;
  word.focus();
  await press(word, "End");
  await press(document.activeElement as HTMLElement, "Enter");
  expect(document.activeElement).toBe(the("combobox", "Meaning of N in Cash releasing?"));
});

test("a row stands under the table that it is of, not under another on its sheet", async () => {
  const rows: Cell[][] = [
    ["Category", "Base 2024/25, £k", "2025/26"],
    ["Acute", 9000, 9200],
    ["Community", 4000, 4100],
    [],
    ...tracker()[0]!.values,
  ];
  const workbook = new FakeWorkbook([grid("Plan", rows)]);
  workbook.corrections = { rows: { "Plan!A7": "left out" } };
  await renderPane(workbook);
  await click(the("button", "Correct Spending"));
  expect(the("region", "Rows").textContent).not.toContain("Bed days");
  await press(document.activeElement as HTMLElement, "Escape");
  await click(the("button", "Correct Register"));
  expect(the("region", "Rows").textContent).toContain("Bed days");
});

test("rows are left out by the selection, counted again, and named by what stands in them", async () => {
  const workbook = new FakeWorkbook(tracker(["Total", 800]));
  workbook.selection = "Register!C3";
  await renderPane(workbook);
  await click(the("button", "Correct Register"));
  await click(the("button", "Leave out the selected row"));
  expect(workbook.corrections.rows).toEqual({ "Register!A3": "left out" });
  expect(the("region", "Rows").textContent).toContain("Bed days");
  await click(the("button", "Undo: Bed days"));
  expect(workbook.corrections).toEqual({});
  await click(the("button", "Count it: Total"));
  expect(workbook.corrections.rows).toEqual({ "Register!A5": "counts" });
  workbook.selection = "Elsewhere!A1";
  await click(the("button", "Leave out the selected row"));
  expect(text()).toContain("Not corrected Elsewhere!A1 is no row of Register; select one, then try again.");
  await click(the("button", "This is my register: use the selection"));
  expect(workbook.corrections.tables).toEqual({ levers: "Elsewhere!A1" });
});

const runOf = (workbook: FakeWorkbook, scenario: string) => workbook.run({ scenario: { name: scenario } });

test("corrections whose cells are not found any more are counted, and can be forgotten", async () => {
  const workbook = new FakeWorkbook(tracker());
  workbook.lostCorrections = recordOf({ rows: { "Register!A9": "left out" } }, {});
  await renderPane(workbook);
  expect(the("group", "Corrections").textContent).toContain("1 correction, 1 not found any more");
  const takeBack = the("button", "Take back all");
  expect(takeBack.getAttribute("aria-disabled")).not.toBe("true");
  await click(takeBack);
  expect(workbook.lostCorrections).toBeNull();
  expect(has("button", "Take back all")).toBe(true);
  expect(the("group", "Corrections").textContent).toContain("0 corrections");
});

test("the ribbon's Run again shows the run, or the findings that hold it up, and reads and writes nothing", async () => {
  const workbook = new FakeWorkbook(forwardView());
  await renderPane(workbook);
  const { reads } = workbook;
  const run = await runOf(workbook, "High");
  await doing(() => workbook.askForRun({ run }));
  expect(text()).toContain("Schemes of");
  expect(workbook.writes).toEqual([]);
  workbook.grids[2]!.values[1]![2] = "eight";
  const stopped = await runOf(workbook, "High");
  await doing(() => workbook.askForRun({ run: stopped }));
  expect(the("region", "Findings").textContent).toContain("1 error to correct");
  expect(workbook.reads).toBe(reads);
});

test("a pane that the ribbon opens shows its run without reading once more, or says why there is none", async () => {
  const workbook = new FakeWorkbook(forwardView());
  workbook.waiting = { run: await runOf(workbook, "High") };
  await renderPane(workbook);
  expect(text()).toContain("Schemes of");
  expect(workbook.reads).toBe(0);
  const other = new FakeWorkbook(forwardView());
  other.waiting = { problem: "A sheet or the workbook is protected; unprotect it." };
  await renderPane(other);
  expect(text()).toContain("A sheet or the workbook is protected");
  expect(other.reads).toBe(1);
});
