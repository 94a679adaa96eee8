import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readFacts } from "../../scripts/sample/buildSample";
import type { Breakdown } from "../../src/plan/breakdown";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import type { PlanReading } from "../../src/plan/reading/planReading";
import { readTables } from "../../src/plan/reading/readTables";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { gridsOf } from "./support/workbookGrids";

async function readSample(name: string): Promise<{ reading: PlanReading; breakdown: Breakdown }> {
  const file = readFileSync(join(__dirname, "..", "..", "assets", "samples", `${name}.xlsx`));
  const reading = readTables(gridsOf(await readWorkbook(file)));
  if (!reading.plan) throw new Error(`${name} gives no plan: ${JSON.stringify(reading.findings)}`);
  return { reading, breakdown: evaluate(reading.plan, { name: "As planned" }) };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What is found apart from totals that are left out, which the register has by its nature. */
const findingsBesideTotals = ({ findings }: PlanReading): string[] =>
  findings.filter(({ message }) => !message.startsWith("the totals row ")).map(({ cell }) => String(cell));

describe("trust-tracker.xlsx", () => {
  const facts = readFacts("trust-tracker");
  const planned = facts.schemes.map(({ plan }) => sum(plan));
  let reading: PlanReading;
  let breakdown: Breakdown;
  beforeAll(async () => void ({ reading, breakdown } = await readSample("trust-tracker")));

  test("gives every scheme its months, its full-year effect, and what has no scheme", () => {
    const { levers, summary, registerTotal } = breakdown;
    expect(levers.map(({ reference, attributed }) => [reference, attributed])).toEqual(
      facts.schemes.map(({ ref }, index) => [ref, [planned[index]]]),
    );
    const fullYear = facts.schemes.map(({ recurrence, plan }) => (recurrence === "NR" ? 0 : 12 * plan.at(-1)!));
    expect(levers.map(({ fullYearEffect }) => fullYearEffect)).toEqual(fullYear);
    expect(registerTotal).toBe(sum(fullYear));
    expect(summary.savings).toEqual([sum(planned)]);
    const open = facts.schemes.filter(({ status }) => status === "Unidentified").map(({ plan }) => sum(plan));
    expect(summary.unidentified).toEqual([sum(open)]);
  });

  test("closes the gap that its budget and income leave", () => {
    const { pay, nonPay } = facts.uplifts;
    const need = facts.budget.map((line) => Math.round(line.pay * (1 + pay) + line.nonPay * (1 + nonPay)));
    const income = sum(facts.income.map(({ plan }) => plan));
    expect(breakdown.summary.need).toEqual([sum(need)]);
    expect(breakdown.summary.funding).toEqual([income]);
    expect(sum(need) - income).toBe(sum(planned));
    expect(breakdown.summary.remaining).toEqual([0]);
  });

  test("agrees with the sheet's totals, and nothing is found but totals left out", () => {
    const totals = reading.sheetTotals;
    expect(totals.length).toBeGreaterThan(100);
    expect(totals.filter(({ says, read }) => says !== read)).toEqual([]);
    expect(findingsBesideTotals(reading)).toEqual([]);
  });
});

describe("council-mtfs.xlsx", () => {
  const facts = readFacts("council-mtfs");
  const of = (...types: string[]) => facts.proposals.filter(({ type }) => types.includes(type));
  const upTo = (proposals: typeof facts.proposals) =>
    facts.years.map((_, year) => sum(proposals.map(({ amounts }) => sum(amounts.slice(0, year + 1)))));
  let reading: PlanReading;
  let breakdown: Breakdown;
  beforeAll(async () => void ({ reading, breakdown } = await readSample("council-mtfs")));

  test("adds up savings that are new in each year, and keeps pressures and what was not delivered apart", () => {
    const { summary, kinds, levers } = breakdown;
    expect(levers).toHaveLength(facts.proposals.length);
    expect(summary.savings).toEqual(upTo(of("Saving")).map((amount) => -amount));
    const open = of("Saving").filter(({ name }) => name.includes("to be identified"));
    expect(summary.unidentified).toEqual(upTo(open).map((amount) => 0 - amount));
    expect(kinds.map(({ kind, amounts }) => [kind, amounts])).toEqual([
      ["Pressure", upTo(of("Pressure", "Growth"))],
      ["Undelivered brought forward", upTo(of("Undelivered b/f"))],
      ["Funding switch", upTo(of("Funding switch")).map((amount) => 0 - amount)],
    ]);
  });

  test("balances in the first year, and leaves after it what the funding does not cover", () => {
    const budgets = facts.budgets.map(({ base, inflation }) => grown(base, inflation));
    const rises = facts.councilTax.rate.map((rate, year) => (1 + rate) * (1 + facts.councilTax.baseGrowth[year]!) - 1);
    const tax = grown(facts.councilTax.base, rises);
    const changes = upTo(facts.proposals);
    const short = facts.years.map((_, year) => {
      const budget = sum(budgets.map((line) => line[year]!)) + changes[year]!;
      const reserves = year === 0 ? 0 : facts.reservesUsed.later[year - 1]!;
      return budget - tax[year]! - sum(facts.otherFunding.map(({ amounts }) => amounts[year]!)) - reserves;
    });
    expect(short[0]).toBeGreaterThan(0);
    expect(breakdown.summary.remaining?.[0]).toBeCloseTo(0, 9);
    expect(breakdown.summary.remaining?.slice(1)).toEqual(short.slice(1));
  });

  test("agrees with the sheet's totals; asks only whether budgets hold the savings, and says that brackets were turned", () => {
    const totals = reading.sheetTotals;
    expect(totals.length).toBeGreaterThan(15);
    expect(totals.filter(({ says, read }) => says !== read)).toEqual([]);
    expect(findingsBesideTotals(reading)).toEqual(["'B Base budget'!C5", "'C Proposals'!E5"]);
  });
});

function grown(base: number, rates: readonly number[]): number[] {
  let amount = base;
  return rates.map((rate) => (amount = Math.round(amount * (1 + rate))));
}
