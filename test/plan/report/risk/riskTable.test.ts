import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { simulatePlan } from "../../../../src/plan/evaluation/simulation/simulation";
import { outputTables } from "../../../../src/plan/report/outputTables";
import { riskTable } from "../../../../src/plan/report/risk/riskTable";
import { lever, plan } from "../../support/plans";

const range = { low: 0.5, likely: 0.9, high: 1.1 };
const written = plan([
  lever({ name: "Sure", effect: { kind: "amount", amount: 5 } }),
  lever({ name: "Small", delivery: range, effect: { kind: "amount", amount: 4 } }),
  lever({ name: "Large", delivery: range, effect: { kind: "amount", amount: 20 } }),
]);
const scenario = { name: "As planned", seed: 3, trials: 1000 };
const breakdown = evaluate(written, scenario);
const simulation = simulatePlan(written, scenario);

test("years with their percentiles, the chance in words and in its cell, the levers by their share of the uncertainty", () => {
  const { header, rows, page } = riskTable(breakdown, simulation);
  const named = ["Part", "What", "P10", "P50", "P90", "In As planned", "Share of uncertainty", "Probability"];
  expect(header).toEqual([...named, "Year"]);
  expect(rows[0]).toEqual([
    "Savings",
    "2015/16",
    simulation.p10[0],
    simulation.p50[0],
    simulation.p90[0],
    29,
    null,
    null,
    "2015/16",
  ]);
  expect(rows[3]?.slice(0, 2)).toEqual([
    "Chance",
    "The savings meet the gap of 2017/18, given need and funding as written",
  ]);
  expect(rows[3]?.[7]).toBe(simulation.probability);
  expect(rows.slice(4).map(([, name]) => name)).toEqual(["Large", "Small", "Sure"]);
  const shares = rows.slice(4).map((row) => Number(row[6] ?? 0));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  const lines = page?.rows.map(({ cells: [line] }) => line);
  expect(lines).toContainEqual(expect.stringContaining("1,000 trials, seed 3, correlation 0.3"));
});

test("a chart of the range by year, under its message, drawn of the years alone, each figure of the message in a cell", () => {
  const { chart, header, rows, page } = riskTable(breakdown, simulation);
  const names = rows.slice(0, chart!.barCount).map((row) => row[header.indexOf(chart!.categories)]);
  expect(names).toEqual(breakdown.years);
  expect(rows.slice(chart!.barCount).every((row) => row[header.indexOf("Year")] === null)).toBe(true);
  expect(chart!.series.map(({ heading }) => header.indexOf(heading))).toEqual([2, 3, 4, 5]);
  expect(page!.rows[1]?.cells).toEqual([chart!.title]);
  const [p10, , p90, counted] = rows[2]!.slice(2, 6).map((amount) => Number(amount).toFixed(1));
  expect([...chart!.title.matchAll(/\d+\.\d/g)].map(([amount]) => amount)).toEqual([p10, p90, counted]);
});

test("a chance that is not assessed says why, and has no column", () => {
  const few = plan([
    lever({ name: "Sure" }),
    lever({ name: "Small", delivery: range, effect: { kind: "amount", amount: 1 } }),
  ]);
  const { header, rows } = riskTable(evaluate(few, scenario), simulatePlan(few, scenario));
  expect(header).not.toContain("Probability");
  expect(rows.find(([part]) => part === "Chance")?.[1]).toMatch(/^Not assessed: only 9% of the savings/);
});

test("with a simulation the Breakdown has percentiles, without totals, and Notes the draw in cells", () => {
  const tables = outputTables(breakdown, written, { addInVersion: "1", time: "now", simulation });
  const table = tables.find(({ id }) => id === "breakdown")!;
  const at = table.header.indexOf("P50 2017/18");
  expect(table.rows.map((row) => row[at])).toEqual(simulation.levers.map((risk) => risk?.p50));
  expect(table.totals?.sums.filter((heading) => /^P\d/.test(heading))).toEqual([]);
  const notes = tables.find(({ id }) => id === "notes")!.rows;
  expect(notes.filter(([about]) => about === "Risk").map(([, note, figure]) => [note, figure])).toEqual([
    ["Trials", 1000],
    ["Seed", 3],
    ["Correlation of any two levers, illustrative unless you gave it", 0.3],
  ]);
  const none = outputTables(breakdown, written, { addInVersion: "1", time: "now", simulation: null });
  expect(none.some(({ id }) => id === "risk")).toBe(false);
  expect(none.at(-1)?.rows.map(([, note]) => note)).toContain("Not assessed: no lever has a low and a high delivery");
});
