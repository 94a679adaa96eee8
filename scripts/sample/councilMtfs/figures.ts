import type { MtfsFacts, ProposalFact } from "./facts";

/** Budgets by directorate, in the base year and each year after it, with inflation and nothing else. */
export function inflatedBudgets({ budgets }: MtfsFacts): number[][] {
  return budgets.map(({ base, inflation }) => grown(base, inflation));
}

/** Council tax in the base year and each year after it. */
export function councilTax({ councilTax: { base, baseGrowth, rate } }: MtfsFacts): number[] {
  const amounts = [base];
  rate.forEach((rise, year) =>
    amounts.push(Math.round((amounts[year] ?? 0) * (1 + (baseGrowth[year] ?? 0)) * (1 + rise))),
  );
  return amounts;
}

/** What the first year takes from reserves to balance, and the later years as planned. */
export function reservesUsed(facts: MtfsFacts): number[] {
  const first = netBudgets(facts)[0] ?? 0;
  const others = facts.otherFunding.reduce((sum, { amounts }) => sum + (amounts[0] ?? 0), councilTax(facts)[1] ?? 0);
  return [first - others, ...facts.reservesUsed.later];
}

/** Net budgets of the years after the base year. */
export function netBudgets(facts: MtfsFacts): number[] {
  const budgets = inflatedBudgets(facts);
  let changes = 0;
  return facts.years.map((_, year) => {
    changes += proposed(facts.proposals, year);
    return budgets.reduce((sum, line) => sum + (line[year + 1] ?? 0), changes);
  });
}

/** What proposals add to the budget of a year. */
export function proposed(proposals: readonly ProposalFact[], year: number): number {
  return proposals.reduce((sum, { amounts }) => sum + (amounts[year] ?? 0), 0);
}

function grown(base: number, rates: readonly number[]): number[] {
  const amounts = [base];
  rates.forEach((rate, year) => amounts.push(Math.round((amounts[year] ?? 0) * (1 + rate))));
  return amounts;
}
