import { isBlank, isCellError, textOf, type Cell } from "../../cells/cell";
import { nameKey, sameName } from "../../cells/names";
import { methods } from "../../engine/attribution/methods";
import { weightMeanings } from "../evaluation/levers/weights";
import { builtInScenarios, positionForms, type Scenario } from "../scenario";
import type { Problem } from "./planArguments";

/** The table of a scenario of the user's own, as it stands on the sheet. */
const scenarioHeader = ["Kind", "Name", "Value"] as const;

const factorKinds = [
  ["Lever", "leverFactors"],
  ["Group", "groupFactors"],
  ["Status", "statusFactors"],
  ["Weight", "statusWeights"],
] as const;
const off = "off";

/** Settings by the names under which they stand in the table. */
const wordSettings = {
  method: ["Method", methods],
  delivery: ["Delivery", ["planned", "low", "expected", "high"]],
  overlap: ["Overlap", ["asWritten", "all", "none"]],
  costAvoidance: ["Cost avoidance", ["counted", "leftOut"]],
  prices: ["Prices", ["cash", "real"]],
  weightsFrom: ["Weights from", weightMeanings],
  positionForm: ["Position form", positionForms],
} as const;
const numberSettings = {
  horizon: "Years",
  growthChange: "Growth points",
  fundingChange: "Funding points",
  needAmountChange: "Need a year",
  fundingAmountChange: "Funding a year",
  target: "Target",
  capacity: "Capacity",
  deflator: "Deflator",
} as const;
type WordKey = keyof typeof wordSettings;
type NumberKey = keyof typeof numberSettings;

/** Kind · Name · Value; what only a simulation uses is no part of it. */
export function scenarioTable(scenario: Scenario): (string | number)[][] {
  const rows: (string | number)[][] = [["Setting", "Name", scenario.name]];
  for (const [key, [name]] of Object.entries(wordSettings)) {
    const value = scenario[key as WordKey];
    if (value !== undefined) rows.push(["Setting", name, value]);
  }
  for (const [key, name] of Object.entries(numberSettings)) {
    const value = scenario[key as NumberKey];
    if (value !== undefined) rows.push(["Setting", name, value]);
  }
  for (const name of scenario.off ?? []) rows.push(["Lever", name, off]);
  for (const [kind, key] of factorKinds)
    for (const [name, factor] of Object.entries(scenario[key] ?? {})) rows.push([kind, name, factor]);
  return [[...scenarioHeader], ...rows];
}

/** A scenario by its name, or as its table says; what it does not know is a problem. A blank value is 0, as Excel on the desktop has it. */
export function scenarioIn(given: string | readonly (readonly Cell[])[]): Scenario | Problem {
  if (typeof given === "string") {
    const found = builtInScenarios.find(({ name }) => sameName(name, given));
    const names = builtInScenarios.map(({ name }) => name).join(", ");
    return (
      found ?? {
        problem: `scenario is '${given}', which is not known; one of ${names}, or a table Kind, Name, Value, is needed.`,
      }
    );
  }
  const scenario: Scenario = { name: "Own" };
  for (const [at, [kind = null, name = null, value = null]] of given.entries()) {
    const wrong = [kind, name, value].find(isCellError);
    const place = `scenario: row ${at + 1}`;
    if (wrong !== undefined && isCellError(wrong))
      return { problem: `${place} holds the error ${wrong.error}; Kind, Name and Value are needed.` };
    if (isNothing(kind) && isNothing(name)) continue;
    if (at === 0 && sameName(textOf(kind), scenarioHeader[0]) && sameName(textOf(name), scenarioHeader[1])) continue;
    const problem = takeRow(scenario, textOf(kind), textOf(name), value);
    if (problem !== null) return { problem: `${place}: ${problem}.` };
  }
  return scenario;
}

function isNothing(cell: Cell): boolean {
  return isBlank(cell) || cell === 0;
}

function takeRow(scenario: Scenario, kind: string, name: string, value: Cell): string | null {
  if (sameName(kind, "Setting")) return takeSetting(scenario, name, value);
  const key = factorKinds.find(([word]) => sameName(word, kind))?.[1];
  if (!key) return `the kind '${kind}' is not known; one of Lever, Group, Status, Weight, Setting is needed`;
  if (name === "") return `the ${kind.toLowerCase()} has no name; one is needed`;
  if (key === "leverFactors" && typeof value === "string" && nameKey(value) === off) {
    scenario.off = [...(scenario.off ?? []), name];
    return null;
  }
  const isOn = key === "leverFactors" && typeof value === "string" && nameKey(value) === "on";
  const factor = isOn ? 1 : isBlank(value) ? 0 : value;
  if (typeof factor !== "number")
    return `'${textOf(value)}' is no number for ${kind} '${name}'; a share such as 80%${key === "leverFactors" ? ", on or off" : ""} is needed`;
  // A name such as "__proto__" is an entry like any other.
  scenario[key] = Object.fromEntries([...Object.entries(scenario[key] ?? {}), [name, factor]]);
  return null;
}

function takeSetting(scenario: Scenario, name: string, value: Cell): string | null {
  if (sameName(name, "Name")) {
    scenario.name = textOf(value) || scenario.name;
    return null;
  }
  const word = Object.entries(wordSettings).find(([, [own]]) => sameName(own, name));
  if (word) {
    const [key, [, known]] = word;
    const found = known.find((one) => sameName(one, textOf(value)));
    if (!found) return `${name} is '${textOf(value)}'; one of ${known.join(", ")} is needed`;
    Object.assign(scenario, { [key]: found });
    return null;
  }
  const number = Object.entries(numberSettings).find(([, own]) => sameName(own, name));
  if (number) {
    const [key] = number as [NumberKey, string];
    const amount = isBlank(value) ? 0 : value;
    if (typeof amount !== "number") return `${name} is '${textOf(value)}'; a number is needed`;
    if (key === "horizon" && !(Number.isInteger(amount) && amount >= 1))
      return `${name} is ${amount}; a whole number of at least 1 is needed`;
    scenario[key] = amount;
    return null;
  }
  const names = ["Name", ...Object.values(wordSettings).map(([own]) => own), ...Object.values(numberSettings)];
  return `the setting '${name}' is not known; one of ${names.join(", ")} is needed`;
}
