import { SaxesParser } from "saxes";
import { scenarioNamespace } from "./scenarioNamespace";
import { methods } from "../../engine/attribution/methods";
import { weightMeanings } from "../evaluation/levers/weights";
import { positionForms, type Scenario } from "../scenario";

/** Version written; all up to it are read. */
const schemaVersion = 1;

export type ScenarioReading =
  | { ok: true; scenario: Scenario }
  /** The name is "" where the document has none. */
  | { ok: false; problem: string; name: string };

/** A scenario as the XML of one custom part of the workbook; the same scenario gives the same text. */
export function scenarioToXml(scenario: Scenario): string {
  const lines = [`<scenario xmlns="${scenarioNamespace}" version="${schemaVersion}" name="${escaped(scenario.name)}">`];
  for (const key of simpleKeys) {
    const value = scenario[key];
    if (value !== undefined) lines.push(`<${key}>${escaped(String(value))}</${key}>`);
  }
  for (const name of scenario.off ?? []) lines.push(`<off lever="${escaped(name)}"/>`);
  for (const { key, element, attribute } of factorKeys) {
    for (const [name, factor] of Object.entries(scenario[key] ?? {}))
      lines.push(`<${element} ${attribute}="${escaped(name)}">${factor}</${element}>`);
  }
  return [...lines, "</scenario>"].join("");
}

/** Reads such a part. Elements that this version does not know are passed over; a document of a newer schema is refused with a message. */
export function scenarioFromXml(xml: string): ScenarioReading {
  const draft: Scenario = { name: "" };
  let problem: string | null = null;
  let depth = 0;
  let current: { name: string; attributes: Record<string, string> } | null = null;
  let text = "";
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    problem ??= `The stored scenario is not well-formed XML: ${error.message}.`;
  });
  parser.on("opentag", ({ local, uri, attributes }) => {
    depth++;
    const plain = Object.fromEntries(Object.values(attributes).map((attribute) => [attribute.local, attribute.value]));
    if (depth === 1) problem ??= rootProblem(local, uri, plain, draft);
    if (depth === 2) current = { name: local, attributes: plain };
    text = "";
  });
  const addText = (part: string): void => {
    text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    if (depth === 2 && current) problem ??= addElement(draft, current.name, current.attributes, text.trim());
    depth--;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    problem ??= `The stored scenario is not well-formed XML: ${error instanceof Error ? error.message : String(error)}.`;
  }
  return problem === null ? { ok: true, scenario: draft } : { ok: false, problem, name: draft.name };
}

const numberKeys = [
  "horizon",
  "growthChange",
  "fundingChange",
  "needAmountChange",
  "fundingAmountChange",
  "target",
  "capacity",
  "deflator",
  "correlation",
  "trials",
  "seed",
] as const;
const wordKeys = ["method", "delivery", "overlap", "costAvoidance", "prices", "weightsFrom", "positionForm"] as const;
const simpleKeys = [...wordKeys, ...numberKeys];

const knownWords: Record<(typeof wordKeys)[number], readonly string[]> = {
  method: methods,
  delivery: ["planned", "low", "expected", "high"],
  overlap: ["asWritten", "all", "none"],
  costAvoidance: ["counted", "leftOut"],
  prices: ["cash", "real"],
  weightsFrom: weightMeanings,
  positionForm: positionForms,
};

const factorKeys = [
  { key: "leverFactors", element: "leverFactor", attribute: "lever" },
  { key: "groupFactors", element: "groupFactor", attribute: "group" },
  { key: "statusFactors", element: "statusFactor", attribute: "status" },
  { key: "statusWeights", element: "statusWeight", attribute: "status" },
] as const;

function rootProblem(local: string, uri: string, attributes: Record<string, string>, draft: Scenario): string | null {
  if (local !== "scenario" || uri !== scenarioNamespace) return "The part is not a scenario of this add-in.";
  const version = Number(attributes.version ?? "1");
  if (!(version >= 1)) return `The stored scenario has the version '${attributes.version}', which is not a number.`;
  draft.name = attributes.name ?? "";
  if (version > schemaVersion)
    return `The scenario '${draft.name}' was saved by a newer version of the add-in and is left as it is.`;
  return draft.name.trim() === "" ? "The stored scenario has no name." : null;
}

/** Adds what an element says to the draft; says what is wrong with it, if anything. */
function addElement(draft: Scenario, name: string, attributes: Record<string, string>, text: string): string | null {
  const numeric = numberKeys.find((key) => key === name);
  if (numeric) {
    const value = readNumber(text);
    if (value === null) return `The scenario '${draft.name}' has '${text}' for ${name}; a number is needed.`;
    draft[numeric] = value;
    return null;
  }
  const word = wordKeys.find((key) => key === name);
  if (word) {
    if (!knownWords[word].includes(text))
      return `The scenario '${draft.name}' has '${text}' for ${name}; one of ${knownWords[word].join(", ")} is needed.`;
    Object.assign(draft, { [word]: text });
    return null;
  }
  if (name === "off") {
    draft.off = [...(draft.off ?? []), attributes.lever ?? ""];
    return null;
  }
  const factor = factorKeys.find(({ element }) => element === name);
  if (!factor) return null;
  const value = readNumber(text);
  const of = attributes[factor.attribute] ?? "";
  if (value === null) return `The scenario '${draft.name}' has '${text}' for '${of}'; a number is needed.`;
  draft[factor.key] = withEntry(draft[factor.key], of, value);
  return null;
}

/** A name such as "__proto__" is an entry like any other. */
function withEntry(entries: Record<string, number> | undefined, name: string, value: number): Record<string, number> {
  return Object.fromEntries([...Object.entries(entries ?? {}), [name, value]]);
}

function readNumber(text: string): number | null {
  const value = text === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Characters that XML cannot hold are left out; white space in names is kept through character references. */
function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "")
    .replace(/[&<>"'\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
