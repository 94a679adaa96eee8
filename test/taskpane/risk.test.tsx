import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { forwardView } from "./support/forwardView";
import { choose, cleanUp, click, has, renderPane, rowsOf, settle, text, the, violations } from "./support/renderPane";

afterEach(cleanUp);

async function ranPane(workbook = new FakeWorkbook(forwardView())): Promise<void> {
  await renderPane(workbook);
  await click(the("button", "Run"));
  await settle();
}

const paragraphs = (): string => [...document.querySelectorAll("p")].map(({ textContent }) => textContent).join(" ");

describe("how sure anyone can be", () => {
  const ranged = () => {
    const workbook = new FakeWorkbook([
      grid("Register", [
        ["Scheme", "2025/26 £k", "Low", "Likely", "High"],
        ["Estates", 100, 0.5, 0.9, 1.1],
        ["Agency", 60, 0.2, 0.8, 1],
      ]),
    ]);
    workbook.corrections = { target: 120 };
    return workbook;
  };

  test("sheets are ticked beside the usual ones, and written; who assessed the risk has it ticked", async () => {
    const workbook = ranged();
    await ranPane(workbook);
    await click(the("button", "Assess the risk"));
    await settle(100);
    await click(the("button", "Write to workbook"));
    const ticked = (label: string): boolean => (the("checkbox", label) as HTMLInputElement).checked;
    expect(ticked("Risk: how sure the savings are")).toBe(true);
    expect(text()).toContain("As planned Risk");
    await click(the("checkbox", "Risk: how sure the savings are"));
    expect(text()).not.toContain("As planned Risk");
    await click(the("checkbox", "Assurance: what the register shows of each claim"));
    await click(the("checkbox", "Comparison with Low"));
    expect(text()).toContain("As planned Comparison");
    expect(await violations()).toEqual([]);
    await click(the("button", "Write 8 sheets"));
    await settle();
    expect(workbook.also).toEqual({ risk: false, assurance: true, compare: ["Low"] });
  });

  test("is drawn where the user asks: how likely, from P10 to P90 each year, and what it rests on", async () => {
    await ranPane(ranged());
    await click(the("button", "Assess the risk"));
    await settle(100);
    expect(paragraphs()).toMatch(/\d+% likely to meet the target of 2025\/26, given the target as written\./);
    expect(rowsOf(the("table", "Savings, P10 to P90, £k"))).toEqual([
      ["2025/26", expect.stringMatching(/^\d+\d+ to \d+$/)],
    ]);
    const shares = rowsOf(the("table", "What the uncertainty rests on"));
    expect(shares.map(([name]) => name).sort()).toEqual(["Agency", "Estates"]);
    expect(shares.reduce((sum, [, share]) => sum + Number.parseInt(share ?? "", 10), 0)).toBeCloseTo(100, -1);
    expect(await violations()).toEqual([]);
  });

  test("is cancelled without a trace, and is not shown for another scenario", async () => {
    const workbook = ranged();
    await ranPane(workbook);
    let letGo = (): void => undefined;
    workbook.hold = new Promise((resolve) => (letGo = resolve));
    await click(the("button", "Assess the risk"));
    await settle(700);
    await click(the("button", "Cancel"));
    letGo();
    await settle(100);
    expect(has("table", "What the uncertainty rests on")).toBe(false);
    await click(the("button", "Assess the risk"));
    await settle(100);
    expect(has("table", "What the uncertainty rests on")).toBe(true);
    await choose(the("combobox", "Scenario"), "Low");
    expect(has("table", "What the uncertainty rests on")).toBe(false);
  });

  test("the focus goes on where its button goes: to what was drawn, and after Cancel to the page's own button", async () => {
    const workbook = ranged();
    await ranPane(workbook);
    let letGo = (): void => undefined;
    workbook.hold = new Promise((resolve) => (letGo = resolve));
    the("button", "Assess the risk").focus();
    await click(the("button", "Assess the risk"));
    await settle(700);
    the("button", "Cancel").focus();
    await click(the("button", "Cancel"));
    letGo();
    await settle(100);
    expect(document.activeElement?.textContent).toBe("Write to workbook");
    the("button", "Assess the risk").focus();
    await click(the("button", "Assess the risk"));
    await settle(100);
    expect(document.activeElement).toBe(the("region", "Risk"));
  });

  test("is not offered where nothing has a range", async () => {
    await ranPane();
    expect(has("button", "Assess the risk")).toBe(false);
  });
});

test("the position of each year is a bridge that adds up to its closing", async () => {
  await ranPane();
  await click(the("button", "Position"));
  const amounts = rowsOf(the("table", "Position 2020/21, £bn")).map(([, amount]) => Number(amount?.replace("−", "-")));
  const closing = amounts.at(-1)!;
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(closing, 0);
  await choose(the("combobox", "Year"), "2016/17");
  expect(has("table", "Position 2016/17, £bn")).toBe(true);
  expect(await violations()).toEqual([]);
});
