import type { Scenario } from "./scenario";

export const scenarioNamespace = "urn:savings-attribution:scenario:1";

/** A scenario as the XML of one custom part of the workbook. */
export function scenarioToXml(scenario: Scenario): string {
  void scenario;
  return "";
}

/** Reads such a part; older versions are read, a newer one is refused with a message. */
export function scenarioFromXml(xml: string): ScenarioReading {
  void xml;
  return { ok: false, problem: "" };
}

export type ScenarioReading = { ok: true; scenario: Scenario } | { ok: false; problem: string };
