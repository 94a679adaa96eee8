import { sameName } from "../../cells/names";
import { pertMean } from "../../engine/delivery/pert";
import type { Lever } from "../plan";
import type { Scenario } from "../scenario";
import { illustrativeStatusWeights } from "../columns/words";

/** x: how much of its plan a lever delivers under a scenario; 0 where it is off. */
export function deliveryOf(lever: Lever, scenario: Scenario): number {
  const { delivery } = lever;
  const weight = statusWeight(lever.status, scenario) ?? 1;
  const ofRange = {
    planned: 1,
    low: delivery.low ?? weight,
    expected: expectedDelivery(lever, scenario),
    high: delivery.high ?? 1,
  }[scenario.delivery ?? "planned"];
  return isOff(lever, scenario)
    ? 0
    : ofRange * factor(scenario.leverFactors, lever.name) * factor(scenario.groupFactors, lever.group);
}

/** Mean of PERT(low, likely, high) where the register gives all three, else the status weight, else 1. */
export function expectedDelivery(lever: Lever, scenario: Scenario): number {
  const { low, likely, high } = lever.delivery;
  if (low !== null && likely !== null && high !== null) return pertMean(low, likely, high);
  return statusWeight(lever.status, scenario) ?? 1;
}

export function hasRange({ delivery: { low, likely, high } }: Lever): boolean {
  return low !== null && likely !== null && high !== null;
}

export function isOff(lever: Lever, scenario: Scenario): boolean {
  return (scenario.off ?? []).some((name) => sameName(name, lever.name));
}

/** The scenario's weight of a status, else the illustrative one; null for a status without a weight. */
export function statusWeight(status: string, scenario: Scenario): number | null {
  for (const weights of [scenario.statusWeights ?? {}, illustrativeStatusWeights]) {
    const found = Object.entries(weights).find(([name]) => sameName(name, status));
    if (found) return found[1];
  }
  return null;
}

function factor(factors: Record<string, number> | undefined, name: string): number {
  return Object.entries(factors ?? {}).find(([key]) => sameName(key, name))?.[1] ?? 1;
}
