import { nameKey, sameName } from "../../cells/names";
import { freeName } from "../../plan/scenarios/freeName";
import type { Scenario } from "../../plan/scenario";
import type { StoredScenario } from "../../workbook/scenarios/storedScenarios";

/** What the user does to the scenarios. Each goes by a name, so that it holds where somebody else's are read in between. */
export type ScenarioEdit =
  | { kind: "add"; scenario: Scenario }
  | { kind: "change"; name: string; scenario: Scenario }
  | { kind: "delete"; name: string };

/** The scenarios after an edit; as they were where the edit finds nothing to change. */
export function withEdit(list: readonly StoredScenario[], edit: ScenarioEdit): StoredScenario[] {
  if (edit.kind === "add") {
    const { scenario } = edit;
    if (list.some((one) => sameName(one.scenario.name, scenario.name))) return [...list];
    return [...list, { scenario, builtIn: false, readOnly: false, message: null, part: null }];
  }
  const isMeant = (one: StoredScenario): boolean =>
    !one.builtIn && !one.readOnly && sameName(one.scenario.name, edit.name);
  if (edit.kind === "delete") return list.filter((one) => !isMeant(one));
  return list.map((one) => (isMeant(one) ? { ...one, scenario: edit.scenario } : one));
}

/** What takes an edit back, made before it is done. */
export function inverseOf(list: readonly StoredScenario[], edit: ScenarioEdit): ScenarioEdit {
  if (edit.kind === "add") return { kind: "delete", name: edit.scenario.name };
  const before = list.find(({ scenario }) => sameName(scenario.name, edit.name))?.scenario ?? { name: edit.name };
  if (edit.kind === "delete") return { kind: "add", scenario: before };
  return { kind: "change", name: edit.scenario.name, scenario: before };
}

/** "Undo: delete 'Slow start'". */
export function undoWords(undo: ScenarioEdit): string {
  switch (undo.kind) {
    case "add":
      return `Undo: delete '${undo.scenario.name}'`;
    case "delete":
      return `Undo: add '${undo.name}'`;
    case "change":
      return sameName(undo.name, undo.scenario.name)
        ? `Undo: change '${undo.name}'`
        : `Undo: rename '${undo.scenario.name}'`;
  }
}

/** One that changes nothing yet. */
export function newScenario(list: readonly StoredScenario[]): Scenario {
  const scenario = { name: "New scenario" };
  return list.some((one) => sameName(one.scenario.name, scenario.name)) ? copyOf(scenario, list) : scenario;
}

/** A scenario like another, under a name that nobody has: "As planned (2)". */
export function copyOf(scenario: Scenario, list: readonly StoredScenario[]): Scenario {
  const names = list.map((one) => one.scenario.name);
  return { ...scenario, name: freeName(scenario.name, names) };
}

/** What is wrong with a name for a scenario, in one sentence; null where it will do. */
export function nameProblem(name: string, own: string, list: readonly StoredScenario[]): string | null {
  if (nameKey(name) === "") return "A name is needed.";
  if (name.length > longestName) return `A name has ${longestName} characters at most.`;
  const taken = list.some(({ scenario }) => sameName(scenario.name, name) && !sameName(name, own));
  return taken ? `There is a scenario '${name}' already; another name is needed.` : null;
}

/** Results are written to sheets named after the scenario, which Excel cuts at 31 characters; longer ones say nothing more in a list. */
const longestName = 60;
