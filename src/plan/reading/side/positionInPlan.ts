import { countsAsSaving } from "../../evaluation/kinds";
import type { Plan } from "../../plan";
import { agree } from "../cells/agree";
import { figure } from "../cells/figure";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import type { PositionRead } from "./readPosition";

/** The plan with what a Position table says, once it is known what else says the same: each of that is asked. */
export function withPosition(plan: Plan, read: PositionRead, funding: OpenTable | null, asking: Asking): Plan {
  if (!plan.categories || !plan.funding) {
    const message =
      "the Position table was read, and is of no effect without Spending and Funding: the position is worked out from the two";
    asking.findings.push({ level: "warning", cell: read.reportedCell, message });
    return plan;
  }
  const once = withOnceOnce(plan, read, funding, asking);
  return { ...plan, position: withoutDoubleFullYear(plan, once, asking).position };
}

/** Where Spending and Funding come to what was reported, what does not come again is in them: later amounts may be without it already. */
function withOnceOnce(plan: Plan, read: PositionRead, funding: OpenTable | null, asking: Asking): PositionRead {
  const { position, reportedCell } = read;
  const { nonRecurrentIncome, nonRecurrentSavings, nonRecurrentCosts, fullYearEffects } = position;
  const bases = plan.categories?.map(({ base }) => base) ?? [];
  const base = plan.funding?.base ?? null;
  if (base === null || bases.some((one) => one === null)) return read;
  const left = base - bases.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const has = [nonRecurrentIncome ?? 0, nonRecurrentSavings, nonRecurrentCosts, fullYearEffects].some(
    (one) => one !== 0,
  );
  if (!has || !agree(left, position.reported, 2)) return read;
  const isByAmount = funding?.form === "amount";
  const chosen = ask(asking, {
    id: "positionInBase",
    cell: reportedCell,
    message: `Spending and Funding come to the ${figure(position.reported)} that was reported, so that what does not come again is in their base year; whether the years after hold it too is open`,
    choices: {
      held: "they hold it, since they grow from the base year",
      without: "they are without it, and with all full-year effects",
    },
    usual: isByAmount ? "without" : "held",
  });
  if (chosen === "held") return read;
  const none = { nonRecurrentIncome: null, nonRecurrentSavings: 0, nonRecurrentCosts: 0, fullYearEffects: 0 };
  return { ...read, fullYearSavings: 0, position: { ...position, ...none } };
}

/** Levers that began before the plan bring their full-year effect themselves. */
function withoutDoubleFullYear({ levers, years }: Plan, read: PositionRead, asking: Asking): PositionRead {
  const before = levers.filter(({ kind, start, recurrent }) => countsAsSaving(kind) && recurrent && start < 1);
  const [first] = before;
  if (read.fullYearSavings === 0 || !first) return read;
  const others = before.length > 1 ? ` and ${before.length - 1} more` : "";
  const chosen = ask(asking, {
    id: "fullYearTwice",
    cell: read.fullYearCell,
    message: `the Position table brings full-year effects of savings of ${figure(read.fullYearSavings)}, and '${first.name}'${others} started before ${years[0]}; they were taken for the same, and the levers count`,
    choices: { same: "the same: the levers count", apart: "others: both count" },
    usual: "same",
  });
  if (chosen === "apart") return read;
  const { position, fullYearSavings } = read;
  return {
    ...read,
    fullYearSavings: 0,
    position: { ...position, fullYearEffects: position.fullYearEffects - fullYearSavings },
  };
}
