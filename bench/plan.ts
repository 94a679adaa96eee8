import { evaluate } from "../src/plan/evaluation/evaluate";
import { readTables } from "../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../test/plan/support/grid";
import { lever, plan } from "../test/plan/support/plans";
import type { Measure } from "./measure";
import { medianTime } from "./medianTime";

const years = Array.from({ length: 30 }, (_, index) => `Year ${index + 1}`);

/** How long a large plan takes to read and to evaluate: 400 levers, 20 categories, 30 years. */
export function planMeasures(): Measure[] {
  const large = largePlan();
  const sheets = largeSheets();
  const time = (call: () => unknown): number => medianTime(call, { calls: 1, rounds: 9 });
  return [
    {
      what: "400 levers × 20 categories × 30 years, evaluated",
      value: time(() => evaluate(large, { name: "Bench" })),
      unit: "ms",
      most: 200,
    },
    {
      what: "400 levers beside a sheet of 12,000 texts, read again",
      value: time(() => readTables(sheets)),
      unit: "ms",
      most: 1000,
    },
  ];
}

function largePlan(): Parameters<typeof evaluate>[0] {
  const categories = Array.from({ length: 20 }, (_, index) => ({
    name: `C${index}`,
    base: 100,
    spend: years.map((_, year) => 100 * 1.02 ** year),
  }));
  const levers = Array.from({ length: 400 }, (_, index) =>
    lever({
      name: `L${index}`,
      categories: index % 3 === 0 ? categories.map((_, at) => at) : [index % 20],
      effect: index % 2 === 0 ? { kind: "level", share: 0.002 } : { kind: "yearlyEfficiency", rate: 0.001 },
    }),
  );
  return plan(levers, { years, categories, funding: { base: 2000, byYear: years.map(() => 2000) } });
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
