import { readFileSync } from "node:fs";
import { join } from "node:path";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import type { PlanReading } from "../../src/plan/reading/planReading";
import { readTables } from "../../src/plan/reading/readTables";
import { scenarioFromXml } from "../../src/plan/scenarios/scenarioDocument";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { gridsOf } from "./support/workbookGrids";

/** Five Year Forward View: the published £30bn, £8bn and £22bn, on the sample workbook as a file. */
describe("the sample workbook", () => {
  let workbook: WorkbookContent;
  let reading: PlanReading;

  beforeAll(async () => {
    workbook = await readWorkbook(readFileSync(join(__dirname, "..", "..", "assets", "samples", "forward-view.xlsx")));
    reading = readTables(gridsOf(workbook));
  });

  test("is read without a question", () => {
    expect(reading.findings).toEqual([]);
    expect(reading.plan).toMatchObject({ baseYear: "2014/15", unit: "£bn", priceBasis: "real, 2014/15 prices" });
    for (const table of [reading.spending, reading.funding, reading.levers]) {
      expect(table?.columns.filter(({ sureness }) => sureness === "unsure")).toEqual([]);
    }
  });

  test("gives the published £22bn of the £22bn gap: 8.6, 6.7, 1.0 and the rest", () => {
    if (!reading.plan) throw new Error("no plan");
    const { summary, levers, registerTotal, checks } = evaluate(reading.plan, { name: "As planned" });
    const last = summary.savings.length - 1;
    expect(registerTotal).toBeCloseTo(22, 9);
    expect(summary.need?.[last]).toBeCloseTo(143, 9);
    expect(summary.funding?.[last]).toBeCloseTo(121, 9);
    expect(summary.gap?.[last]).toBeCloseTo(22, 9);
    expect(summary.savings[last]).toBeCloseTo(22, 9);
    expect(summary.baselineAssumptions[last]).toBeCloseTo(6.7, 9);
    expect(levers.map(({ attributed }) => Number(attributed[last]!.toFixed(9)))).toEqual([8.6, 6.7, 1, 5.7]);
    expect(checks.reconciliation).toBe(0);
    expect(checks.balancingItem).toBeCloseTo(5.7 / 22, 9);
  });

  test("its stored scenario shows what is left where the parts work on the same spend", () => {
    if (!reading.plan) throw new Error("no plan");
    const stored = workbook.customXml.map(({ xml }) => scenarioFromXml(xml)).find(({ ok }) => ok);
    if (!stored?.ok) throw new Error("no scenario");
    const { summary } = evaluate(reading.plan, stored.scenario);
    // 143 · (1 − (1 − 8.6/143)(1 − 6.7/143)(1 − 1/143)(1 − 5.7/143))
    const left = [8.6, 6.7, 1, 5.7].reduce((product, saving) => product * (1 - saving / 143), 1);
    expect(summary.savings[5]).toBeCloseTo(143 * (1 - left), 9);
  });
});
