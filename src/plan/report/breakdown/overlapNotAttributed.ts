import { preciseSum } from "../../../engine/numbers/sum";
import type { Breakdown } from "../../breakdown";
import { difference } from "../../evaluation/difference";

/** By year the combined saving less what the method credits the levers with; null where the two are the same, as most methods make them. */
export function overlapNotAttributed({ summary, levers }: Breakdown): number[] | null {
  const rest = summary.savings.map((saving, year) => {
    const parts = preciseSum(levers.map(({ attributed }) => attributed[year] ?? 0));
    const size = Math.max(Math.abs(saving), Math.abs(summary.need?.[year] ?? 0));
    return Math.abs(saving - parts) <= 1e-9 * size ? 0 : difference(saving, parts);
  });
  return rest.some((amount) => amount !== 0) ? rest : null;
}
