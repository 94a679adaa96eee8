import type { PositionYear } from "../../position";
import type { Movements } from "./movements";

/**
 * A year in the form of councils' medium-term plans: from the budget brought forward to the net budget, less funding the gap before reserves, less
 * reserves the gap that is left. Costs are positive.
 *
 * @param year 1 = first year of the plan
 */
export function councilYear(
  movements: Movements,
  year: number,
): Omit<PositionYear, "year" | "fullYearEffectToCome" | "notInSpendingAndFunding"> {
  const { levels } = movements;
  const at = year - 1;
  const before = (path: number[]): number => path[at] ?? 0;
  const now = (path: number[]): number => path[year] ?? 0;
  const change = (path: number[]): number => path[at] ?? 0;
  const { nonRecurrent, nonRecurrentIncome, oneOffFunding, once } = levels;
  const gapBeforeReserves = gapAt(movements, year);
  const closing = gapBeforeReserves - now(oneOffFunding);
  return {
    steps: [
      { name: "Base budget brought forward", amount: budgetAt(movements, at) },
      { name: "Reversal of one-offs", amount: before(nonRecurrent) - before(once) },
      { name: "Inflation", amount: change(movements.inflation) },
      { name: "Pressures", amount: change(movements.pressures) },
      { name: "Demand", amount: change(movements.demand) },
      { name: "Growth", amount: change(movements.growth) },
      { name: "Undelivered savings brought forward", amount: change(movements.undelivered) },
      {
        name: "Full-year effect of earlier savings",
        amount: -change(movements.fullYear),
      },
      { name: "Change in earlier savings", amount: -change(movements.earlier) },
      { name: "New savings", amount: -change(movements.newRecurrent) - now(nonRecurrent) + now(nonRecurrentIncome) },
      { name: "Income", amount: -change(movements.newIncome) - now(nonRecurrentIncome) },
      { name: "Savings only against the baseline", amount: -change(movements.baselineOnly) },
      { name: "Not in Spending and Funding", amount: -change(movements.apart) },
      { name: "Running costs", amount: change(movements.running) },
      { name: "Investment and double running", amount: now(once) },
      { name: "Funding", amount: -now(levels.funding) },
      { name: "Use of reserves and one-off funding", amount: -now(oneOffFunding) },
    ],
    closing,
    closingBeforeInvestment: closing - now(once),
    underlying: gapBeforeReserves + now(nonRecurrent) - now(once),
    council: {
      netBudget: budgetAt(movements, year),
      gapBeforeReserves,
      annualGap: gapBeforeReserves - gapAt(movements, at),
    },
  };
}

function budgetAt({ levels }: Movements, year: number): number {
  const at = (path: number[]): number => path[year] ?? 0;
  return at(levels.need) - at(levels.savings) + at(levels.running) + at(levels.once) - at(levels.apart);
}

function gapAt(movements: Movements, year: number): number {
  return budgetAt(movements, year) - (movements.levels.funding[year] ?? 0);
}
