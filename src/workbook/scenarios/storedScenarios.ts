import { builtInScenarios, type Scenario } from "../../plan/scenario";
import type { ScenarioReading } from "../../plan/scenarios/scenarioDocument";
import { scenarioNamespace } from "../../plan/scenarios/scenarioNamespace";

/** A scenario as the pane lists it. */
export interface StoredScenario {
  scenario: Scenario;
  /** One of the four that exist from the start and are not stored. */
  builtIn: boolean;
  /** Stored by a newer version of the add-in: it can be seen, not run. */
  readOnly: boolean;
  /** Why it is read-only, in one sentence. */
  message: string | null;
  /** The custom part of the workbook that it was read from, and its text then; null where it is not stored. */
  part: { id: string; xml: string } | null;
}

/** The custom XML parts to load: the first of two steps. */
export function askForParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(scenarioNamespace);
  parts.load("items/id");
  return parts;
}

/** The texts of the scenario parts to load, once the parts are; all versions share the namespace. */
export function askForDocuments(parts: Excel.CustomXmlPartScopedCollection): DocumentQuery[] {
  return parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
}

/** The four built-in scenarios, then the stored ones in the order in which they were saved; only these need a reader of XML. */
export async function scenariosOf(documents: readonly DocumentQuery[]): Promise<StoredScenario[]> {
  const builtIn = builtInScenarios.map((scenario): StoredScenario => {
    return { scenario, builtIn: true, readOnly: false, message: null, part: null };
  });
  if (documents.length === 0) return builtIn;
  const { scenarioFromXml } = await import(
    /* webpackChunkName: "scenarioXml" */ "../../plan/scenarios/scenarioDocument"
  );
  const read = documents.map(({ id, xml }, index) =>
    storedScenario(scenarioFromXml(xml.value), index, { id, xml: xml.value }),
  );
  return [...builtIn, ...read];
}

export interface DocumentQuery {
  id: string;
  xml: OfficeExtension.ClientResult<string>;
}

function storedScenario(reading: ScenarioReading, index: number, part: StoredScenario["part"]): StoredScenario {
  if (reading.ok) return { scenario: reading.scenario, builtIn: false, readOnly: false, message: null, part };
  const name = reading.name || `Stored scenario ${index + 1}`;
  return { scenario: { name }, builtIn: false, readOnly: true, message: reading.problem, part };
}
