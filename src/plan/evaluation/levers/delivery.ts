import { sameName } from "../../../cells/names";
import { pertMean } from "../../../engine/delivery/pert";
import type { Lever } from "../../plan";
import type { Scenario } from "../../scenario";
import { weightOf } from "./weights";

/**
 * x: how much of its plan a row delivers under a scenario; 0 where it is off. Only savings are delivered more or less than planned: of other
 * kinds the scenario counts all, or the factor that it gives the row by name.
 */
export function deliveryOf(lever: Lever, scenario: Scenario): number {
  if (isOff(lever, scenario)) return 0;
  const own = factor(scenario.leverFactors, lever.name);
  if (lever.kind !== "Saving") return own;
  const ofRange = deliveryRange(lever, scenario)[scenario.delivery ?? "planned"];
  const ofStatus = factor(scenario.statusFactors, lever[scenario.weightsFrom ?? "status"]);
  return ofRange * own * factor(scenario.groupFactors, lever.group) * ofStatus;
}

/**
 * Low (else Likely, else the weight, else 1) ≤ Expected ≤ High (else the larger of 1 and Likely). Expected is the mean of PERT(low, likely, high),
 * a likely that is missing between the two being 1 held between them; else Likely, else the weight, else 1; within what the register gives.
 */
export function deliveryRange(
  lever: Lever,
  scenario: Scenario,
): { planned: number; low: number; expected: number; high: number } {
  const { low, likely, high } = lever.delivery;
  const usual = likely ?? weightOf(lever, scenario) ?? 1;
  const within = (value: number): number => Math.max(low ?? -Infinity, Math.min(high ?? Infinity, value));
  const expected = low !== null && high !== null ? within(pertMean(low, within(likely ?? 1), high)) : within(usual);
  return {
    planned: 1,
    low: Math.min(low ?? usual, expected),
    expected,
    high: Math.max(high ?? Math.max(1, likely ?? 1), expected),
  };
}

/** What a saving is expected to deliver of its plan. */
export function expectedDelivery(lever: Lever, scenario: Scenario): number {
  return lever.kind === "Saving" ? deliveryRange(lever, scenario).expected : 1;
}

export function hasRange({ delivery: { low, high } }: Lever): boolean {
  return low !== null && high !== null;
}

export function isOff(lever: Lever, scenario: Scenario): boolean {
  if (scenario.costAvoidance === "leftOut" && lever.kind === "Saving" && lever.type === "Cost avoidance") return true;
  return (scenario.off ?? []).some((name) => sameName(name, lever.name));
}

function factor(factors: Record<string, number> | undefined, name: string): number {
  return Object.entries(factors ?? {}).find(([key]) => sameName(key, name))?.[1] ?? 1;
}
