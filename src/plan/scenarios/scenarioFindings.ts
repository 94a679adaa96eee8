import { nameKey } from "../../cells/names";
import { wordWeight } from "../evaluation/levers/weights";
import { priceProblems } from "../evaluation/prices";
import { chanceProblems } from "../evaluation/simulation/chance";
import type { Finding } from "../finding";
import type { Plan } from "../plan";
import type { Scenario } from "../scenario";

/** What of a scenario does not meet the plan: it may have been made for another state of the workbook. */
export function scenarioFindings(plan: Plan, scenario: Scenario): Finding[] {
  const levers = new Set(plan.levers.map(({ name }) => nameKey(name)));
  const warn = (message: string): Finding => ({ level: "warning", cell: "", message });
  const findings: Finding[] = [];
  const byRow = [...(scenario.off ?? []), ...Object.keys(scenario.leverFactors ?? {})].filter((name) => {
    return / \(row \d+\)$/.test(name) && levers.has(nameKey(name));
  });
  for (const name of new Set(byRow))
    findings.push(
      warn(
        `the scenario knows '${name}' by its row alone, and means another lever once rows are put in or sorted; a reference for each lever of that name would tell them apart`,
      ),
    );
  const gone = goneFrom(plan, scenario);
  for (const name of gone.off)
    findings.push(warn(`the scenario turns off '${name}', which the register does not have`));
  for (const name of gone.leverFactors)
    findings.push(warn(`the scenario has a factor for '${name}', which the register does not have`));
  for (const name of gone.groupFactors)
    findings.push(warn(`the scenario has a factor for the group '${name}', which the register does not have`));
  for (const word of Object.keys(scenario.statusFactors ?? {})) {
    const meaning = scenario.weightsFrom ?? "status";
    if (!plan.levers.some((lever) => nameKey(lever[meaning]) === nameKey(word)))
      findings.push(
        warn(`the scenario has a factor for the ${weightNames[meaning]} '${word}', which the register does not have`),
      );
  }
  if (scenario.horizon !== undefined && scenario.horizon > plan.years.length) {
    findings.push(
      warn(`the scenario asks for ${scenario.horizon} years and the plan has ${plan.years.length}, which are shown`),
    );
  }
  return [
    ...findings,
    ...wordsWithoutWeight(plan, scenario).map(warn),
    ...changesOfNothing(plan, scenario).map(warn),
    ...[...chanceProblems(scenario), ...priceProblems(plan, scenario)].map(warn),
  ];
}

/** The levers and groups that a scenario names and the register does not have. */
export function goneFrom(
  { levers }: Plan,
  { off = [], leverFactors = {}, groupFactors = {} }: Scenario,
): Record<"off" | "leverFactors" | "groupFactors", string[]> {
  const gone = (wanted: readonly string[], there: readonly string[]): string[] => {
    const keys = new Set(there.map(nameKey));
    return wanted.filter((name) => !keys.has(nameKey(name)));
  };
  const names = levers.map(({ name }) => name);
  const groups = levers.map(({ group }) => group);
  return {
    off: gone(off, names),
    leverFactors: gone(Object.keys(leverFactors), names),
    groupFactors: gone(Object.keys(groupFactors), groups),
  };
}

function wordsWithoutWeight(plan: Plan, scenario: Scenario): string[] {
  const meaning = scenario.weightsFrom;
  if (meaning === undefined) return [];
  const words = new Set(plan.levers.map((lever) => lever[meaning]));
  return [...words]
    .filter((word) => word !== "" && wordWeight(word, meaning, scenario) === null)
    .map(
      (word) =>
        `the ${weightNames[meaning]} '${word}' has no weight, so its levers count in full where savings are adjusted for risk`,
    );
}

const weightNames = { status: "status", rag: "RAG", risk: "risk", gate: "gate" } as const;

/** Differences that have nothing in the plan to change. */
function changesOfNothing(plan: Plan, scenario: Scenario): string[] {
  const changes: string[] = [];
  if (!plan.categories && (scenario.growthChange || scenario.needAmountChange))
    changes.push("the scenario changes what is spent, and the workbook has no Spending table");
  if (!plan.funding && (scenario.fundingChange || scenario.fundingAmountChange))
    changes.push("the scenario changes funding, and the workbook has no Funding table");
  if (!plan.categories && scenario.overlap === "all")
    changes.push("the scenario lets amounts overlap; without a Spending table to overlap on they add");
  return changes;
}
