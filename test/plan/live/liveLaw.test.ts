import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import {
  breakdownBlock,
  bridgeBlock,
  groupsBlock,
  positionBlock,
  splitParts,
  summaryBlock,
  type Block,
} from "../../../src/plan/live/planBlocks";
import { liveBreakdown } from "../../../src/plan/live/liveBreakdown";
import { planTable, type PlanAnswer, type PlanTableWanted } from "../../../src/plan/live/planTable";
import type { PlanArguments } from "../../../src/plan/live/planArguments";
import type { PlanReading } from "../../../src/plan/reading/planReading";
import { readTables } from "../../../src/plan/reading/readTables";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import type { Scenario } from "../../../src/plan/scenario";
import { scenarioTable } from "../../../src/plan/live/scenarioTable";
import { sampleLayouts } from "../../layouts/drawLayout";
import { showLayout } from "../../layouts/showLayout";
import { gridsOf } from "../support/workbookGrids";
import { slipsIn } from "../support/slips";
import { argumentsAt, passedOf } from "./support/asFunctionSees";
import { changedInputs } from "./support/changedInputs";

/** The long run, of 300 plans with 20 changes each: LIVE_PLANS=300 npx jest test/plan/live/liveLaw --testTimeout=9000000. */
const count = Number(process.env["LIVE_PLANS"] ?? 20);
const changes = count > 20 ? 20 : 1;

const wanted: PlanTableWanted[] = [
  { table: "summary" },
  { table: "breakdown" },
  { table: "groups", by: "group" },
  { table: "bridge", year: "" },
  { table: "position" },
];

/** What the pane writes of its own reading. */
function blocksOf(reading: PlanReading, scenario: Scenario): (Block | null)[] {
  if (!reading.plan) throw new Error(`no plan: ${JSON.stringify(reading.findings)}`);
  const breakdown = evaluate(reading.plan, scenario);
  const { heading, part } = splitParts.group;
  return [
    summaryBlock(breakdown),
    breakdownBlock(breakdown),
    groupsBlock(breakdown, heading, part),
    bridgeBlock(breakdown, breakdown.years.length - 1),
    positionBlock(breakdown),
  ];
}

function answersTo(given: PlanArguments, scenario: Scenario): PlanAnswer[] {
  return wanted.map((one) => planTable({ given, scenario: scenarioTable(scenario), method: null, wanted: one }));
}

/** The first place where two blocks are not the same, to 1e-9; null where they are. */
function difference(answer: PlanAnswer, block: Block | null): string | null {
  if ("problem" in answer) return block === null ? null : answer.problem;
  if (block === null) return "a block that the pane does not write";
  const sizes = ({ length, 0: first }: Block): string => `${length} × ${first?.length ?? 0}`;
  if (sizes(answer.cells) !== sizes(block)) return `${sizes(answer.cells)}, not ${sizes(block)}`;
  for (const [row, cells] of block.entries())
    for (const [column, expected] of cells.entries()) {
      const cell = answer.cells[row]?.[column];
      const isNear =
        typeof cell === "number" && typeof expected === "number"
          ? Math.abs(cell - expected) <= 1e-9 * Math.max(1, Math.abs(expected))
          : cell === expected;
      if (!isNear) return `row ${row + 1}, column ${column + 1}: ${cell}, not ${expected}`;
    }
  return null;
}

const asPlanned: Scenario = { name: "As planned" };

function differences(given: PlanArguments, reading: PlanReading, scenario: Scenario = asPlanned): string[] {
  const blocks = blocksOf(reading, scenario);
  return answersTo(given, scenario).flatMap((answer, at) => difference(answer, blocks[at] ?? null) ?? []);
}

async function sampleGrids(name: string): Promise<SheetGrid[]> {
  const file = readFileSync(join(__dirname, "..", "..", "..", "assets", "samples", `${name}.xlsx`));
  return gridsOf(await readWorkbook(file));
}

describe.each(["forward-view", "trust-tracker", "council-mtfs"])("a function reads %s as the pane does", (name) => {
  let grids: SheetGrid[];
  let reading: PlanReading;
  beforeAll(async () => {
    grids = await sampleGrids(name);
    reading = readTables(grids);
  });

  test("from values and the Reading table, under any scenario", () => {
    const given = argumentsAt(passedOf(reading, grids), grids, reading.target);
    const first = reading.plan?.levers[0];
    expect(differences(given, reading)).toEqual([]);
    expect(differences(given, reading, { name: "Low", delivery: "low", method: "lmdi" })).toEqual([]);
    const own: Scenario = {
      ...{ name: "Mine", overlap: "all", growthChange: 0.01, off: [reading.plan?.levers[1]?.name ?? ""] },
      leverFactors: { [first?.name ?? ""]: 0.5 },
    };
    expect(differences(given, reading, own)).toEqual([]);
  });

  test("with blanks as Excel passes them, the same on desktop and web: where one may be a 0 that matters, it asks", () => {
    const passed = passedOf(reading, grids);
    const [desktop, web] = ([0, null] as const).map((blank) =>
      differences(argumentsAt(passed, grids, reading.target, blank), reading),
    );
    expect(desktop).toEqual(web);
    expect(desktop?.filter((one) => !one.includes("may be blank or 0"))).toEqual([]);
  });

  test("after slips in what is typed: what the pane refuses or asks, a function says", () => {
    const passed = passedOf(reading, grids);
    const known = new Set(reading.findings.map(({ question }) => question?.key));
    let told = 0;
    for (const { typed, sheets } of slipsIn(grids, reading, 3)) {
      const again = readTables(sheets);
      const given = argumentsAt(passed, sheets, again.target ?? reading.target);
      const isHeld = !again.plan || again.findings.some(({ question }) => question && !known.has(question.key));
      const says = answersTo(given, asPlanned).map((answer) => ("problem" in answer ? answer.problem : ""));
      if (says.every((one) => one !== "")) told++;
      else expect([typed, isHeld, ...differences(given, again)]).toEqual([typed, false]);
    }
    expect(told).toBeGreaterThan(2);
  });

  test("after its inputs have changed", () => {
    const passed = passedOf(reading, grids);
    for (let seed = 1; seed <= 5; seed++) expect(differencesAfter(passed, grids, reading, seed)).toEqual([]);
  });
});

/** The same workbook later: where the pane has a plan and no question, a function has the same; where it has none, so has a function. */
function differencesAfter(
  passed: ReturnType<typeof passedOf>,
  grids: readonly SheetGrid[],
  before: PlanReading,
  seed: number,
): string[] {
  const later = changedInputs(grids, before, seed);
  const again = readTables(later);
  const given = argumentsAt(passed, later, again.target);
  if (!again.plan)
    return answersTo(given, asPlanned).flatMap((answer) =>
      "problem" in answer ? [] : [`a table, where the pane says ${again.findings[0]?.message}`],
    );
  const isOpen = again.findings.some(({ question }) => question);
  const found = differences(given, again);
  return isOpen && answersTo(given, asPlanned).every((answer) => "problem" in answer) ? [] : found;
}

test(`${count} generated plans are the same in cells, before and after their inputs change`, () => {
  let passedOn = 0;
  let refused = 0;
  for (const [at, layout] of sampleLayouts(count, 15).entries()) {
    const reading = readTables(layout.sheets);
    // Several registers are passed by nobody.
    if (!reading.plan || reading.registers.length > 1) continue;
    passedOn++;
    // What the pane refuses to write live, with the cells, is in no workbook.
    if ("problem" in liveBreakdown({ reading, grids: layout.sheets, corrections: {}, scenario: asPlanned })) {
      refused++;
      continue;
    }
    const passed = passedOf(reading, layout.sheets);
    const different = [
      ...differences(argumentsAt(passed, layout.sheets, reading.target), reading),
      ...Array.from({ length: changes }, (_, change) =>
        differencesAfter(passed, layout.sheets, reading, at + 1000 * change).map((one) => `afterwards ${one}`),
      ).flat(),
    ];
    if (different.length > 0)
      throw new Error(`${different.join("\n")}\n${layout.features.join(", ")}\n${showLayout(layout)}`);
  }
  expect(passedOn).toBeGreaterThan(0.8 * count);
  expect(refused).toBeLessThan(0.1 * count);
});

test("with a Reading table that says otherwise it does not hold: the law can fail", async () => {
  const grids = await sampleGrids("forward-view");
  const reading = readTables(grids);
  const given = argumentsAt(passedOf(reading, grids), grids, reading.target);
  const faults = [
    ["Saving", "Comments"],
    ["Amount", "Not used"],
    ["#,##0.0", "0.0%"],
    ["2015/16", "2016/17"],
  ];
  for (const [said = "", wrong = ""] of faults) {
    const table = given.reading?.map((row) => row.map((cell) => (cell === said ? wrong : cell))) ?? [];
    expect([said, ...differences({ ...given, reading: table }, reading)]).not.toEqual([said]);
  }
});
