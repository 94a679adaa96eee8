import { evaluate } from "../src/plan/evaluation/evaluate";
import { readTables } from "../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../test/plan/support/grid";
import { lever, plan } from "../test/plan/support/plans";
import type { Measure } from "./measure";
import { medianTime } from "./medianTime";

const years = Array.from({ length: 30 }, (_, index) => `Year ${index + 1}`);

/** How long a large plan takes to read and to evaluate. */
export function planMeasures(): Measure[] {
  const large = largePlan(400, 20, years);
  const largest = largePlan(2000, 50, years.slice(0, 20));
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
      what: "2,000 levers × 50 categories × 20 years, evaluated",
      value: time(() => evaluate(largest, { name: "Bench" })),
      unit: "ms",
      most: 3000,
    },
    {
      what: "400 levers beside a sheet of 12,000 texts, read again",
      value: time(() => readTables(sheets)),
      unit: "ms",
      most: 1000,
    },
  ];
}

function largePlan(leverCount: number, categoryCount: number, ofYears: string[]): Parameters<typeof evaluate>[0] {
  const categories = Array.from({ length: categoryCount }, (_, index) => ({
    name: `C${index}`,
    base: 100,
    spend: ofYears.map((_, year) => 100 * 1.02 ** year),
  }));
  const levers = Array.from({ length: leverCount }, (_, index) =>
    lever({
      name: `L${index}`,
      categories: index % 3 === 0 ? categories.map((_, at) => at) : [index % categoryCount],
      effect:
        index % 2 === 0
          ? { kind: "level", share: 0.8 / leverCount }
          : { kind: "yearlyEfficiency", rate: 0.4 / leverCount },
    }),
  );
  const funding = 100 * categoryCount;
  return plan(levers, { years: ofYears, categories, funding: { base: funding, byYear: ofYears.map(() => funding) } });
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
