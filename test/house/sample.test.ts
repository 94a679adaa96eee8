import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFacts } from "../../scripts/sample/buildSample";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import type { Plan } from "../../src/plan/plan";
import { readTables } from "../../src/plan/reading/readTables";
import { scenarioFromXml } from "../../src/plan/scenarios/scenarioDocument";
import type { Cell } from "../../src/cells/cell";
import type { SheetGrid } from "../../src/plan/reading/sheetGrid";
import type { SheetContent, WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { plainSheet } from "../plan/support/grid";
import { ours } from "../packages/xlsx/support/edited";

const file = readFileSync(join(__dirname, "..", "..", "assets", "samples", "forward-view.xlsx"));
const facts = readFacts("forward-view");
let content: WorkbookContent;
let plan: Plan;

beforeAll(async () => {
  content = await readWorkbook(file, ours);
  const reading = readTables(content.sheets.map((sheet) => gridOf(sheet, content)));
  expect(reading.findings).toEqual([]);
  if (!reading.plan) throw new Error("The sample gives no plan.");
  plan = reading.plan;
});

test("it opens on the read-me, with the three tables behind it", () => {
  expect(content.sheets.map(({ name }) => name)).toEqual(["Read me", "Spending", "Funding", "Levers"]);
  expect(content.activeSheet).toBe(0);
  expect(content.sheets.flatMap(({ tables }) => tables.map(({ name }) => name))).toEqual([
    "Spending",
    "Funding",
    "Levers",
  ]);
});

test("the plan as written gives the published figures: need +30, funding +8, savings of 22.0 that close the gap of 22.0", () => {
  const { registerTotal, summary, groups, types } = evaluate(plan, { name: "As planned" });
  const last = facts.years.length - 1;
  expect(registerTotal).toBeCloseTo(22, 9);
  expect(summary.need![last]! - 113).toBeCloseTo(30, 9);
  expect(summary.funding![last]! - 113).toBeCloseTo(8, 9);
  expect(summary.gap?.[last]).toBeCloseTo(22, 9);
  expect(summary.savings[last]).toBeCloseTo(22, 9);
  expect(summary.remaining?.[last]).toBeCloseTo(0, 9);
  expect(groups.map(({ name, attributed }) => [name, Math.round(attributed[last]! * 1e9) / 1e9])).toEqual([
    ["Provider productivity", 8.6],
    ["National action", 6.7],
    ["Commissioners and non-NHS", 1],
    ["Demand management", 5.7],
  ]);
  expect(types.find(({ name }) => name === "Baseline assumption")?.attributed[last]).toBeCloseTo(6.7, 9);
});

test("it ramps up from about the £1bn that 2015/16 delivered, and a quarter of the gap is a balancing item", () => {
  const { summary, checks } = evaluate(plan, { name: "As planned" });
  expect(Math.abs(summary.savings[0]! - facts.savings.deliveredFirstYear.value)).toBeLessThan(0.05);
  expect(checks.balancingItem).toBeCloseTo(5.7 / 22, 9);
});

test("the stored scenario shows what is left if the parts work on the same spend", () => {
  const scenarios = content.customXml.map(({ xml }) => scenarioFromXml(xml));
  expect(scenarios).toEqual([{ ok: true, scenario: facts.scenario }]);
  const { summary } = evaluate(plan, facts.scenario);
  const left = 143 * (1 - [8.6, 6.7, 1, 5.7].reduce((rest, saving) => rest * (1 - saving / 143), 1));
  expect(summary.savings.at(-1)).toBeCloseTo(left, 9);
  expect(left).toBeCloseTo(20.863, 3);
});

test("every figure of the facts names a source, or says that it is computed or assumed", () => {
  const named = [...JSON.stringify(facts).matchAll(/"source":"([^"]+)"/g)].map((match) => match[1] ?? "");
  const known = [...Object.keys(facts.sources), "computed", "assumed"];
  expect(named.filter((source) => !known.includes(source))).toEqual([]);
  expect(named.length).toBeGreaterThan(8);
});

function gridOf({ name, cells, tables }: SheetContent, { styles }: WorkbookContent): SheetGrid {
  const rows = Math.max(0, ...cells.keys()) + 1;
  const columns = Math.max(0, ...[...cells.values()].flatMap((line) => [...line.keys()])) + 1;
  const each = <T>(read: (row: number, column: number) => T): T[][] =>
    Array.from({ length: rows }, (_row, row) =>
      Array.from({ length: columns }, (_column, column) => read(row, column)),
    );
  return {
    sheet: name,
    row: 0,
    column: 0,
    values: each<Cell>((row, column) => cells.get(row)?.get(column)?.value ?? ""),
    numberFormats: each((row, column) => styles[cells.get(row)?.get(column)?.style ?? 0]?.numberFormat ?? "General"),
    ...plainSheet,
    tables,
  };
}
