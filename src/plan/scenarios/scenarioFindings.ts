import { nameKey } from "../../cells/names";
import { statusWeight } from "../evaluation/delivery";
import type { Finding } from "../finding";
import type { Plan } from "../plan";
import type { Scenario } from "../scenario";

/** What of a scenario does not meet the plan: it may have been made for another state of the workbook. */
export function scenarioFindings(plan: Plan, scenario: Scenario): Finding[] {
  const levers = new Set(plan.levers.map(({ name }) => nameKey(name)));
  const groups = new Set(plan.levers.map(({ group }) => nameKey(group)));
  const warn = (message: string): Finding => ({ level: "warning", cell: "", message });
  const findings: Finding[] = [];
  for (const name of scenario.off ?? []) {
    if (!levers.has(nameKey(name)))
      findings.push(warn(`the scenario turns off '${name}', which the register does not have`));
  }
  for (const name of Object.keys(scenario.leverFactors ?? {})) {
    if (!levers.has(nameKey(name)))
      findings.push(warn(`the scenario has a factor for '${name}', which the register does not have`));
  }
  for (const name of Object.keys(scenario.groupFactors ?? {})) {
    if (!groups.has(nameKey(name)))
      findings.push(warn(`the scenario has a factor for the group '${name}', which the register does not have`));
  }
  if (scenario.horizon !== undefined && scenario.horizon > plan.years.length) {
    findings.push(
      warn(`the scenario asks for ${scenario.horizon} years and the plan has ${plan.years.length}, which are shown`),
    );
  }
  const unweighted = new Set(
    plan.levers
      .filter(({ status }) => status !== "" && statusWeight(status, scenario) === null)
      .map(({ status }) => status),
  );
  for (const status of unweighted)
    findings.push(
      warn(`the status '${status}' has no weight, so its levers count in full where savings are adjusted for risk`),
    );
  return findings;
}
