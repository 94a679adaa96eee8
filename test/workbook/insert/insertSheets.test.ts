import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { columnsOf } from "../../../src/plan/columns/allColumns";
import { insertSample } from "../../../src/workbook/insert/insertSample";
import { insertTemplate } from "../../../src/workbook/insert/insertTemplate";
import { runScenario } from "../../../src/workbook/runScenario";
import { bookOf, planBook } from "../support/planBook";

let standIn: StandIn;

async function open(content = bookOf({ Sheet1: [] })): Promise<void> {
  ({ standIn } = await openAddin({ content }));
}

afterEach(() => standIn.close());

describe("an empty workbook", () => {
  it("gets a template that can be run as it is", async () => {
    await open();
    expect(await insertTemplate()).toEqual(["Spending", "Funding", "Levers"]);
    const { findings, breakdown, reading } = await runScenario();
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(breakdown?.levers).toHaveLength(3);
    const names = columnsOf("levers").flatMap(({ name, template }) => (template ? [name] : []));
    expect(reading.levers?.columns.map(({ heading }) => heading)).toEqual(names);
  });

  it("gets the sample with its scenarios", async () => {
    await open();
    const sheets = await insertSample();
    expect(sheets.length).toBeGreaterThan(2);
    const { breakdown, reading } = await runScenario();
    expect(breakdown?.registerTotal).toBeCloseTo(22, 6);
    expect(reading.scenarios.length).toBeGreaterThan(4);
  });
});

test("a workbook with sheets of the same names gets a template beside them", async () => {
  await open(planBook());
  expect(await insertTemplate()).toEqual(["Spending (2)", "Funding (2)", "Levers (2)"]);
});
