import type { Plan } from "../plan";
import { besideLever, type BesideLever } from "../reading/besideLevers";
import type { TableReading } from "../reading/planReading";
import type { SheetGrid } from "../reading/sheetGrid";

const meanings = [
  ...(["lead", "baselineSource", "calculation", "reviewedBy", "qualityImpact", "budgetReduced", "evidence"] as const),
  ...(["cashEffect", "efficiencyType", "recurrent", "counterparty", "low"] as const),
  ...(["investment", "runningCost", "doubleRunning"] as const),
];

/** What the register's columns for assurance hold, lever by lever in the plan's order; a column that it does not have is not there. */
export type Paperwork = Partial<Record<(typeof meanings)[number], (BesideLever | null)[]>>;

export function paperworkOf(
  registers: readonly TableReading[],
  grids: readonly SheetGrid[],
  { levers }: Pick<Plan, "levers">,
): Paperwork {
  const columns = registers.flatMap((register) => register.columns);
  return Object.fromEntries(
    meanings.flatMap((meaning) => {
      const headings = columns.filter((column) => column.meaning === meaning).map(({ address }) => address);
      return headings.length === 0
        ? []
        : [[meaning, levers.map(({ address }) => besideLever(address, headings, grids))]];
    }),
  ) as Paperwork;
}
