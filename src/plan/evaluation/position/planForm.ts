import type { PositionYear } from "../../position";
import type { Movements } from "./movements";

/**
 * A year in the form of plans: from the opening position through what changes it to the closing one, F − C + S less running and one-off costs, and what stands apart. A surplus is
 * positive.
 *
 * @param year 1 = first year of the plan
 */
export function planYear(
  movements: Movements,
  year: number,
): Omit<PositionYear, "year" | "fullYearEffectToCome" | "notInSpendingAndFunding"> {
  const { levels } = movements;
  const at = year - 1;
  const before = (path: number[]): number => path[at] ?? 0;
  const now = (path: number[]): number => path[year] ?? 0;
  const change = (path: number[]): number => path[at] ?? 0;
  const closing = positionAt(movements, year);
  const { nonRecurrent, oneOffFunding, once } = levels;
  return {
    steps: [
      { name: "Opening position", amount: positionAt(movements, at) },
      { name: "Non-recurrent savings of last year", amount: -before(nonRecurrent) },
      { name: "One-off funding of last year", amount: -before(oneOffFunding) },
      { name: "One-off costs of last year", amount: before(once) },
      { name: "Full-year effect of last year's schemes", amount: change(movements.fullYear) },
      { name: "Change in earlier schemes", amount: change(movements.earlier) },
      { name: "Inflation", amount: -change(movements.inflation) },
      { name: "Demand", amount: -change(movements.demand) },
      { name: "Growth", amount: -change(movements.growth) },
      { name: "Pressures", amount: -change(movements.pressures) },
      { name: "Undelivered savings brought forward", amount: -change(movements.undelivered) },
      { name: "Funding", amount: change(movements.funding) },
      { name: "Spending and funding, whose base year is not given", amount: change(movements.unsplit) },
      { name: "Not in Spending and Funding", amount: change(movements.apart) },
      { name: "One-off funding", amount: now(oneOffFunding) },
      { name: "New recurrent savings", amount: change(movements.newRecurrent) + change(movements.newIncome) },
      { name: "Non-recurrent savings", amount: now(nonRecurrent) },
      { name: "Savings only against the baseline", amount: change(movements.baselineOnly) },
      { name: "Running costs", amount: -change(movements.running) },
      { name: "Investment and double running", amount: -now(once) },
    ],
    closing,
    closingBeforeInvestment: closing + now(once),
    underlying: closing - now(nonRecurrent) - now(oneOffFunding) + now(once),
    council: null,
  };
}

function positionAt({ levels }: Movements, year: number): number {
  const at = (path: number[]): number => path[year] ?? 0;
  return (
    at(levels.funding) +
    at(levels.oneOffFunding) -
    at(levels.need) +
    at(levels.savings) -
    at(levels.running) -
    at(levels.once) +
    at(levels.apart)
  );
}
