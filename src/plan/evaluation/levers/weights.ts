import { nameKey, sameName } from "../../../cells/names";
import { illustrativeStatusWeights, statuses } from "../../columns/words/statuses";
import type { Lever } from "../../plan";
import type { Scenario, WeightMeaning } from "../../scenario";

/** In the order in which the first that a register fills carries the weights. */
export const weightMeanings: readonly WeightMeaning[] = ["status", "rag", "risk", "gate"];

/** What carries the weights where the scenario does not say: the first that any lever has; null where none has any. */
export function weightsCarriedBy(levers: readonly Lever[]): WeightMeaning | null {
  return weightMeanings.find((meaning) => levers.some((lever) => lever[meaning] !== "")) ?? null;
}

/** The share of its saving that a lever's status, colour, risk or gate lets one expect; null where it says nothing or has no weight. */
export function weightOf(lever: Lever, scenario: Scenario): number | null {
  const meaning = scenario.weightsFrom ?? weightsCarriedBy([lever]);
  return meaning === null ? null : wordWeight(lever[meaning], meaning, scenario);
}

/** The scenario's weight of a word, else the illustrative one, else the mean of its two (Amber/Red, H/M); null for a word without a weight. */
export function wordWeight(word: string, meaning: WeightMeaning, scenario: Scenario): number | null {
  if (word === "") return null;
  const illustrative = meaning === "gate" ? { [word]: gateWeight(word) } : illustrativeWeights[meaning];
  const known = statuses.get(nameKey(word));
  for (const weights of [scenario.statusWeights ?? {}, illustrative]) {
    const found =
      Object.entries(weights).find(([name]) => sameName(name, word)) ??
      Object.entries(weights).find(([name]) => known !== undefined && statuses.get(nameKey(name)) === known);
    if (found && found[1] !== null) return found[1];
  }
  const parts = word.split("/");
  if (parts.length !== 2) return null;
  const [first, second] = parts.map((part) =>
    wordWeight(spelledOut[meaning]?.[nameKey(part)] ?? part, meaning, scenario),
  );
  return typeof first === "number" && typeof second === "number" ? (first + second) / 2 : null;
}

/** Letters as mixtures of risk have them; those of colours are words of their own. */
const spelledOut: Partial<Record<WeightMeaning, Readonly<Record<string, string>>>> = {
  risk: { h: "High", m: "Medium", l: "Low" },
};

/** Illustrative all of them: no published standard gives such weights. */
const illustrativeWeights: Record<Exclude<WeightMeaning, "gate">, Readonly<Record<string, number>>> = {
  status: { ...illustrativeStatusWeights, Delivered: 1 },
  rag: { ...illustrativeStatusWeights, Blue: 1 },
  risk: { "Very low": 0.95, Low: 0.9, Medium: 0.6, High: 0.2, "Very high": 0.1 },
};

/** Illustrative too: more the nearer a saving is to the ledger, whatever the letter before the gate's number. */
const gateWeights: readonly number[] = [0.1, 0.3, 0.5, 0.7, 0.9, 1];

function gateWeight(word: string): number | null {
  const number = /(\d)\s*$/.exec(word)?.[1];
  return number === undefined ? null : (gateWeights[Math.min(Number(number), gateWeights.length - 1)] ?? null);
}
