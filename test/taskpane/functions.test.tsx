import { act } from "react";
import { catalogue } from "../../src/functions/catalogue";
import { commonErrors } from "../../src/functions/record";
import { functionTopics } from "../../src/taskpane/words/functions/functionTopics";
import { countOf, findFunctions } from "../../src/taskpane/words/functions/findFunctions";
import { formulaOf, resultCell } from "../../src/taskpane/words/functions/functionWords";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import { all, cleanUp, click, has, press, renderPane, settle, text, the, violations } from "./support/renderPane";
import { turns } from "../support/turns";

afterEach(cleanUp);

const focused = () => document.activeElement as HTMLElement;
const search = () => document.querySelector<HTMLInputElement>("input[type=search]")!;
const headings = () => [...document.querySelectorAll<HTMLElement>("h4 button")];
const names = () => headings().map((button) => button.querySelector("span span")!.textContent);
const entry = (name: string) => headings()[names().indexOf(name)]!;
const panelOf = (name: string) =>
  document.getElementById(entry(name).getAttribute("aria-controls") ?? "") ?? entry(name).closest("h4")!.parentElement!;
const counted = () => [...document.querySelectorAll("p[role=status]")].map((line) => line.textContent).join();

async function openFunctions(workbook = new FakeWorkbook(forwardView())): Promise<FakeWorkbook> {
  await renderPane(workbook);
  await click(the("tab", "More"));
  await settle(200);
  await click(all("button").find((button) => button.textContent?.startsWith("Functions for cells"))!);
  await settle();
  return workbook;
}

async function type(words: string): Promise<void> {
  await act(async () => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")!;
    set!.call(search(), words);
    search().dispatchEvent(new Event("input", { bubbles: true }));
    await turns(30);
  });
}

test("More leads to the functions, which start with the search; Esc leads back", async () => {
  await openFunctions();
  expect(focused()).toBe(search());
  expect(names()).toEqual(catalogue.map(({ name }) => name));
  expect(counted()).toBe(`${catalogue.length} functions`);
  expect(await violations()).toEqual([]);
  await press(search(), "Escape");
  expect(has("region", "About")).toBe(true);
  expect(focused().id).toBe("open-functions");
  expect(await violations()).toEqual([]);
});

test("typing narrows the list, says how many are left, and Esc clears it", async () => {
  await openFunctions();
  await type("double counting");
  expect(names()).toEqual(["ATTRIBUTE", "OVERLAP"]);
  expect(counted()).toBe("2 functions for 'double counting'");
  await type("xyzzy");
  expect(names()).toEqual([]);
  expect(counted()).toBe("No function for 'xyzzy'. Try one word, such as gap, overlap or discount.");
  expect(await violations()).toEqual([]);
  await click(the("button", "Show all functions"));
  expect(names()).toHaveLength(catalogue.length);
  expect(has("button", "Clear the search")).toBe(false);
  await type("gap");
  expect(has("button", "Clear the search")).toBe(true);
  await press(search(), "Escape");
  expect(search().value).toBe("");
  expect(names()).toHaveLength(catalogue.length);
});

test("arrow keys go from the search through the functions and back; Enter opens and closes", async () => {
  await openFunctions();
  await type("discount");
  await press(search(), "ArrowDown");
  expect(focused()).toBe(headings()[0]);
  for (const [key, reached] of [
    ["ArrowDown", 1],
    ["End", -1],
    ["Home", 0],
  ] as const) {
    await press(focused(), key);
    expect(focused()).toBe(headings().at(reached));
  }
  await click(focused());
  expect(headings()[0]!.getAttribute("aria-expanded")).toBe("true");
  await click(headings()[1]!);
  expect(
    headings()
      .slice(0, 2)
      .map((button) => button.getAttribute("aria-expanded")),
  ).toEqual(["true", "true"]);
  await click(headings()[0]!);
  expect(headings()[0]!.getAttribute("aria-expanded")).toBe("false");
  await press(headings()[0]!, "ArrowUp");
  expect(focused()).toBe(search());
  await press(search(), "ArrowDown");
  await press(focused(), "Escape");
  expect(focused()).toBe(search());
  expect(search().value).toBe("discount");
});

test("each function opened says all that is known of it", async () => {
  await openFunctions();
  const unsaid: string[] = [];
  for (const record of catalogue) {
    await click(entry(record.name));
    const shown = panelOf(record.name).textContent!.replace(/\s+/g, " ");
    const said = [
      record.result,
      record.formula,
      ...record.notes,
      ...record.errors,
      ...commonErrors,
      ...Object.entries(record.parameters).flatMap(([parameter, { description }]) => [parameter, description]),
      ...record.examples.flatMap((example) => [example.says, formulaOf(example).formula]),
    ].map((sentence) => sentence.replace(/\s+/g, " "));
    unsaid.push(
      ...said.filter((sentence) => !shown.includes(sentence)).map((sentence) => `${record.name}: ${sentence}`),
    );
    expect(entry(record.name).textContent).toContain(record.description);
  }
  expect(unsaid).toEqual([]);
  // All of them are open now.
  expect(await violations()).toEqual([]);
});

test("Insert puts the example in the sheet, says where, and the address leads there", async () => {
  const workbook = await openFunctions();
  await click(entry("ATTRIBUTE"));
  const read = jest.spyOn(workbook, "read");
  await click(the("button", "Insert example 1"));
  // What the add-in itself changes is not followed, so the pane looks by itself.
  expect(read).toHaveBeenCalledTimes(1);
  expect(workbook.formulas).toEqual([{ formula: "=SAVINGS.ATTRIBUTE(100,{0.1;0.2})", rowCount: 2, columnCount: 1 }]);
  expect(text()).toContain("Inserted at Spend!C3.");
  await click(the("button", "Spend!C3"));
  expect(workbook.selected).toEqual(["Spend!C3"]);
  expect(await violations()).toEqual([]);
});

test("a refusal stands beside the button, and another try may go well", async () => {
  const workbook = await openFunctions();
  await click(entry("COMPOUNDEFF"));
  workbook.failing = { call: "insertFormula", sentence: "Spend!C3 is not empty; select an empty cell." };
  await click(the("button", "Insert example 2"));
  expect(workbook.formulas).toEqual([]);
  expect(text()).toContain("Spend!C3 is not empty; select an empty cell.");
  expect(await violations()).toEqual([]);
  await click(the("button", "Insert example 2"));
  expect(text()).not.toContain("is not empty");
  expect(text()).toContain("Inserted at Spend!C3.");
});

test("while a cell is being edited the pane says what Excel waits for", async () => {
  const workbook = new FakeWorkbook(forwardView());
  await openFunctions(workbook);
  let letGo: () => void = () => undefined;
  workbook.hold = new Promise((resolve) => (letGo = resolve));
  await click(entry("COMPOUNDEFF"));
  await click(the("button", "Insert example 1"));
  expect(text()).toContain("Excel waits until the cell being edited is finished");
  letGo();
  await settle();
  expect(text()).toContain("Inserted at Spend!C3.");
});

describe("Copy", () => {
  const give = (clipboard: unknown) =>
    Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  afterEach(() => Reflect.deleteProperty(navigator, "clipboard"));

  test("is left out where the pane has no clipboard", async () => {
    await openFunctions();
    await click(entry("OVERLAP"));
    expect(has("button", "Copy example 1")).toBe(false);
  });

  test("copies the formula, or says what to do instead", async () => {
    const copied: string[] = [];
    give({ writeText: (words: string) => Promise.resolve(void copied.push(words)) });
    await openFunctions();
    await click(entry("OVERLAP"));
    await click(the("button", "Copy example 1"));
    expect(copied).toEqual(["=SAVINGS.OVERLAP(100,{0.1;0.2})"]);
    expect(text()).toContain("Copied.");
    give({ writeText: () => Promise.reject(new Error("NotAllowedError")) });
    await click(the("button", "Copy example 1"));
    expect(text()).toContain("Not copied; select the formula above and press Ctrl+C.");
  });
});

describe("the search", () => {
  const found = (words: string) => findFunctions(words).flatMap(({ records }) => records.map(({ name }) => name));

  test.each([
    ["=SAVINGS.DECOMPOSE(", "DECOMPOSE"],
    ["atribute", "ATTRIBUTE"],
    ["shaply", "SHAPLEY"],
    ["waterfall", "BRIDGE"],
    ["npv", "NETSAVING"],
    ["net present value", "NETSAVING"],
    ["how much of the gap is left?", "SAVINGSGAP"],
    ["first_year", "GAPTABLE"],
    ["inflation", "REALTERMS"],
    ["month", "PARTYEAR"],
    ["Percentiles", "DELIVERYRANGE"],
  ])("'%s' finds %s", (words, name) => expect(found(words).slice(0, 2)).toContain(name));

  test.each(catalogue)(
    "$name comes first for its own name, typed in any way, and is found by its parameters",
    (record) => {
      expect(found(record.name)[0]).toBe(record.name);
      expect(found(record.name.toLowerCase().slice(0, -1))[0]).toBe(record.name);
      for (const parameter of Object.keys(record.parameters)) expect(found(parameter)).toContain(record.name);
    },
  );

  test("nothing typed, or small words only, is all of them; each stands in its family once", () => {
    for (const words of ["", "  ", "how do I"]) expect(countOf(findFunctions(words))).toBe(catalogue.length);
    const families = findFunctions("saving").map(({ family }) => family);
    expect(new Set(families).size).toBe(families.length);
  });

  test("every function has other words that people look for it by, and no other name has", () => {
    expect(Object.keys(functionTopics).sort()).toEqual(catalogue.map(({ name }) => name).sort());
  });
});

test("results have the reader's separators and six digits", () => {
  expect([0.0960792032, -3.5, 29981.049, "2014/15", 2015, 0].map((value) => resultCell(value, "de-DE"))).toEqual([
    "0,0960792",
    "−3,5",
    "29981",
    "2014/15",
    "2015",
    "0",
  ]);
});
