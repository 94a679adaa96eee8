import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { evaluate } from "../src/plan/evaluation/evaluate";
import { simulatePlan } from "../src/plan/evaluation/simulation/simulation";
import type { Lever, Plan } from "../src/plan/plan";
import { readTables } from "../src/plan/reading/readTables";
import { outputTables } from "../src/plan/report/outputTables";
import { grid, percent, type CellText } from "../test/plan/support/grid";
import { lever, plan } from "../test/plan/support/plans";
import { gridsOf } from "../test/plan/support/workbookGrids";
import { compiledSimulation, numpySimulation } from "./functionsPeers";
import type { Measure } from "./measure";
import { medianTime } from "./medianTime";

/** How long plans take to read, to evaluate and to simulate: those that the bars name. */
export async function planMeasures(): Promise<Measure[]> {
  const sheets = largeSheets();
  const time = (call: () => unknown, rounds = 9): number => medianTime(call, { calls: 1, rounds });
  const evaluated = (levers: number, categories: number, years: number, most: number): Measure => {
    const written = largePlan({ levers, categories, years });
    const what = `${levers.toLocaleString("en-GB")} levers × ${categories} categories × ${years} years, evaluated`;
    return { what, value: time(() => evaluate(written, { name: "Bench" })), unit: "ms", most };
  };
  const sample = await samplePlan();
  return [
    {
      what: "the sample, evaluated, its tables made",
      value: time(() => outputTables(evaluate(sample, { name: "Bench" }), sample, { addInVersion: "", time: "" }), 30),
      unit: "ms",
      most: 100,
    },
    evaluated(400, 12, 10, 100),
    evaluated(400, 20, 30, 200),
    evaluated(2000, 50, 20, 3000),
    ...simulationMeasures(time),
    {
      what: "400 levers beside a sheet of 12,000 texts, read again",
      value: time(() => readTables(sheets)),
      unit: "ms",
      most: 1000,
    },
  ];
}

/** Savings, percentiles by year and lever, probability and shares of the uncertainty: levers on one category, on some, and amounts that add. */
function simulationMeasures(time: (call: () => unknown, rounds?: number) => number): Measure[] {
  const size = { levers: 50, categories: 5, years: 10 };
  const plans: [string, Plan][] = [
    ["on a category each", largePlan(size, ({ index }) => [index % 5])],
    ["on one to four each", largePlan(size, ({ index, all }) => all.filter((at) => (at + index) % 5 <= index % 4))],
    ["that add", largePlan(size, ({ index }) => [index % 5], { kind: "amount", amount: 0.4 })],
  ];
  return plans.flatMap(([how, written]) =>
    [
      { trials: 10_000, most: 150 },
      { trials: 100_000, most: 1000 },
    ].flatMap(({ trials, most }): Measure[] => {
      const measure: Measure = {
        what: `${trials.toLocaleString("en-GB")} trials, 50 levers ${how} × 10 years × 5 categories`,
        value: time(() => simulatePlan(written, { name: "Bench", trials }), 5),
        unit: "ms",
        most,
      };
      const peers = how === "that add" ? peersOf(written, trials) : [];
      return peers.length === 0 ? [measure] : peers.map((peer) => ({ ...measure, peer }));
    }),
  );
}

/** numpy and C on levers that add: the same draws, every year's percentiles and every lever's. */
function peersOf(written: Plan, trials: number): NonNullable<Measure["peer"]>[] {
  const { levers } = evaluate(written, { name: "Bench" });
  const deliveries = written.levers.map(({ delivery }) => delivery);
  const input = {
    low: deliveries.map(({ low }) => low ?? 0),
    likely: deliveries.map(({ likely }) => likely ?? 1),
    high: deliveries.map(({ high }) => high ?? 1),
    correlation: 0,
    trials,
    amounts: levers.map(({ attributed }) => attributed),
  };
  return [numpySimulation(input), compiledSimulation(input)].flatMap((peer) => peer ?? []);
}

/** The sample workbook's plan, as a run reads it. */
async function samplePlan(): Promise<Plan> {
  const file = join(__dirname, "..", "assets", "samples", "forward-view.xlsx");
  const { plan: read } = readTables(gridsOf(await readWorkbook(readFileSync(file))));
  if (!read) throw new Error("the sample holds no plan");
  return read;
}

interface Size {
  levers: number;
  categories: number;
  years: number;
}

function largePlan(
  size: Size,
  categoriesOf: (lever: { index: number; all: number[] }) => number[] = ({ index, all }) =>
    index % 3 === 0 ? all : [index % size.categories],
  effect?: Lever["effect"],
): Plan {
  const years = Array.from({ length: size.years }, (_, index) => `Year ${index + 1}`);
  const categories = Array.from({ length: size.categories }, (_, index) => ({
    name: `C${index}`,
    base: 100,
    spend: years.map((_, year) => 100 * 1.02 ** year),
  }));
  const all = categories.map((_, at) => at);
  const levers = Array.from({ length: size.levers }, (_, index) =>
    lever({
      name: `L${index}`,
      categories: categoriesOf({ index, all }),
      effect:
        effect ??
        (index % 2 === 0
          ? { kind: "level", share: 0.8 / size.levers }
          : { kind: "yearlyEfficiency", rate: 0.4 / size.levers }),
      phasing: index % 3 === 0 ? "linear" : "immediate",
      ramp: 4,
      delivery: { low: 0.4, likely: 0.9, high: 1.1 },
    }),
  );
  const base = 100 * size.categories;
  return plan(levers, { years, categories, funding: { base, byYear: years.map(() => base) } });
}

function largeSheets(): Parameters<typeof readTables>[0] {
  const spend: CellText[][] = [["Category", "Base 2014/15", "Growth"]];
  for (let index = 0; index < 20; index++) spend.push([`Category ${index}`, 100, percent(0.02)]);
  const fund: CellText[][] = [
    ["Funding", "Base 2014/15", "Growth"],
    ["Allocation", 2000, percent(0)],
  ];
  const levers: CellText[][] = [
    ["Lever", "Group", "Applies to", "Saving", "Start", "Phasing", "Ramp", "Low", "Likely", "High"],
  ];
  for (let index = 0; index < 400; index++) {
    levers.push([
      `Scheme ${index}`,
      `Theme ${index % 9}`,
      `Category ${index % 20}`,
      0.3,
      "2015/16",
      "linear",
      3,
      0.5,
      0.9,
      1.1,
    ]);
  }
  const prose = Array.from({ length: 3000 }, (_, index): CellText[] => [
    `Saving ${index} of the scheme`,
    `Growth in category ${index}`,
    `Funding line ${index}`,
    "text",
  ]);
  return [grid("Prose", prose), grid("Spend", spend), grid("Fund", fund), grid("Levers", levers)];
}
