import type { KindTotal } from "../../breakdown";
import { rowAmounts, type Counterfactual } from "../counterfactual";
import type { KindOfRow, Plan } from "../../plan";
import type { Scenario } from "../../scenario";

/** In the order in which they are shown. */
const otherKinds: readonly KindOfRow[] = [
  "Contingency",
  "Pressure",
  "Undelivered brought forward",
  "Funding switch",
  "One-off cost",
  "Mitigation",
];

/** The rows that are no saving, kind by kind, so that every row of the register is somewhere in the results. */
export function kindTotals(plan: Plan, scenario: Scenario, { years, unpressed }: Counterfactual): KindTotal[] {
  return otherKinds.flatMap((kind): KindTotal[] => {
    const rows = plan.levers
      .filter((lever) => lever.kind === kind)
      .map((lever) => {
        const { name, reference, address } = lever;
        return { name, reference, cell: address, amounts: rowAmounts(lever, scenario, unpressed, years) };
      });
    if (rows.length === 0) return [];
    const amounts = Array.from({ length: years }, (_, year) =>
      rows.reduce((sum, row) => sum + (row.amounts[year] ?? 0), 0),
    );
    return [{ kind, amounts, rows }];
  });
}
