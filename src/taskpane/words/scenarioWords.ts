import { methodWords } from "./methods";
import type { Scenario } from "../../plan/scenario";
import { change, count, decimalsFor, figure } from "../../plan/report/words/figures";

/** One line that says how a scenario differs from the plan as written. */
export function scenarioWords(scenario: Scenario, unit = "", locale?: string): string {
  const amount = (value: number): string => change(value, decimalsFor([value]), { locale, unit });
  const parts: string[] = [];
  if (scenario.delivery && scenario.delivery !== "planned") parts.push(deliveryWords[scenario.delivery]);
  if (scenario.off?.length) parts.push(`${count(scenario.off.length, "lever")} off`);
  const factors = [scenario.leverFactors, scenario.groupFactors, scenario.statusFactors].reduce(
    (sum, named) => sum + Object.keys(named ?? {}).length,
    0,
  );
  if (factors > 0) parts.push(`${count(factors, "delivery factor")}`);
  if (scenario.overlap === "all") parts.push("amounts work on what the other levers leave");
  if (scenario.overlap === "none") parts.push("everything simply adds up");
  if (scenario.growthChange) parts.push(`growth ${points(scenario.growthChange, locale)}`);
  if (scenario.fundingChange) parts.push(`funding growth ${points(scenario.fundingChange, locale)}`);
  if (scenario.needAmountChange) parts.push(`spending ${amount(scenario.needAmountChange)} a year`);
  if (scenario.fundingAmountChange) parts.push(`funding ${amount(scenario.fundingAmountChange)} a year`);
  if (scenario.target !== undefined)
    parts.push(`target ${figure(scenario.target, decimalsFor([scenario.target]), { locale, unit })}`);
  if (scenario.costAvoidance === "leftOut") parts.push("cost avoidance does not count");
  if (scenario.capacity !== undefined) parts.push(`capacity ${scenario.capacity} a year`);
  if (scenario.correlation !== undefined) parts.push(`correlation ${scenario.correlation}`);
  if (scenario.trials !== undefined) parts.push(count(scenario.trials, "trial"));
  if (scenario.seed !== undefined) parts.push(`seed ${scenario.seed}`);
  if (scenario.horizon) parts.push(`${count(scenario.horizon, "year")}`);
  if (scenario.statusWeights) parts.push(`weights of its own`);
  if (scenario.prices) parts.push(`in ${scenario.prices === "cash" ? "cash" : "real terms"}`);
  if (scenario.deflator !== undefined)
    parts.push(`prices ${points(scenario.deflator, locale).replace(" percentage points", "%")} a year`);
  if (scenario.positionForm)
    parts.push(
      `the position ${scenario.positionForm === "council" ? "as councils set it out" : "from opening to closing"}`,
    );
  if (scenario.method) parts.push(`split by ${methodWords[scenario.method].name}`);
  if (parts.length === 0) return "Everything as the tables say.";
  const sentence = parts.join("; ");
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

const deliveryWords = {
  low: "every lever at its Low, else its Likely, else its weight",
  expected: "every lever at the mean of its range, else its Likely, else its weight",
  high: "every lever at its High, else at least as planned",
};

function points(change: number, locale: string | undefined): string {
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Math.abs(change) * 100);
  return `${change < 0 ? "−" : "+"}${size} percentage points`;
}
