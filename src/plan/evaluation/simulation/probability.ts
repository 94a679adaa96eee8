import type { Breakdown } from "../../breakdown";
import type { PlanSimulation } from "../../planSimulation";

/** Share of the savings that has to have a range before a probability says anything. */
const enough = 0.75;

/** The probability that the last year's savings reach its gap; "not assessed" where the draws say too little, or nothing says what is to be closed. */
export function probabilityOf(
  savings: Float64Array,
  { summary, checks, years }: Breakdown,
): Pick<PlanSimulation, "probability" | "probabilityNote"> {
  const gap = summary.gap?.at(-1) ?? null;
  const year = years.at(-1) ?? "";
  const notAssessed = (why: string) => ({ probability: null, probabilityNote: `not assessed: ${why}` });
  if (gap === null) return notAssessed(`nothing says what is to be closed in ${year}`);
  if (checks.rangeShare < enough)
    return notAssessed(
      `only ${Math.floor(100 * Math.max(0, checks.rangeShare))}% of the savings in ${year} have a low–high range, and at least ${100 * enough}% are needed`,
    );
  // 0.1 + 0.2 closes a gap of 0.3, whatever binary fractions make of it.
  const slack = 1e-12 * Math.max(Math.abs(gap), Math.abs(summary.savings.at(-1) ?? 0));
  let reached = 0;
  for (const saving of savings) if (saving >= gap - slack) reached++;
  const basis = summary.target ? "given the target as written" : "given need and funding as written";
  return { probability: reached / savings.length, probabilityNote: basis };
}
