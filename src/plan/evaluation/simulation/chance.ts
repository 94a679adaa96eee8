import type { Chance } from "../../../engine/delivery/deliveries";
import type { Scenario } from "../../scenario";

/** Illustrative: no standard says how much levers of one plan have in common. */
const usualCorrelation = 0.3;

export const usualChance: Chance = { correlation: usualCorrelation, trials: 10_000, seed: 1 };

const rules: { what: keyof Chance; isGood: (value: number) => boolean; needed: string }[] = [
  { what: "correlation", isGood: (value) => value >= 0 && value < 1, needed: "from 0 to below 1" },
  {
    what: "trials",
    isGood: (value) => Number.isInteger(value) && value >= 100 && value <= 1_000_000,
    needed: "a whole number from 100 to 1,000,000",
  },
  { what: "seed", isGood: (value) => Number.isInteger(value) && Math.abs(value) < 2 ** 31, needed: "a whole number" },
];

/** The scenario's chance, with the usual one where it says nothing or something impossible (chanceProblems says which). */
export function chanceOf(scenario: Scenario): Chance {
  const chance = { ...usualChance };
  for (const { what, isGood } of rules) {
    const given = scenario[what];
    if (given !== undefined && isGood(given)) chance[what] = given;
  }
  return chance;
}

/** What a number of the simulation is to be, where it is not; null where it is. */
export function chanceNeeds(what: keyof Chance, value: number): string | null {
  const rule = rules.find((one) => one.what === what);
  return !rule || rule.isGood(value) ? null : rule.needed;
}

/** One sentence for each number of the simulation that cannot be. */
export function chanceProblems(scenario: Scenario): string[] {
  return rules.flatMap(({ what }) => {
    const given = scenario[what];
    const needed = given === undefined ? null : chanceNeeds(what, given);
    if (needed === null) return [];
    return [`the scenario's ${what} is ${given} and was taken as ${usualChance[what]}; it is to be ${needed}`];
  });
}
