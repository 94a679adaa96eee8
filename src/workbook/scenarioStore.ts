import { builtInScenarios, type Scenario } from "../plan/scenario";
import { scenarioFromXml, scenarioNamespace } from "../plan/scenarios/scenarioDocument";

/** A scenario as the pane lists it. */
export interface StoredScenario {
  scenario: Scenario;
  /** One of the four that exist from the start and are not stored. */
  builtIn: boolean;
  /** Stored by a newer version of the add-in: it can be seen, not run. */
  readOnly: boolean;
  /** Why it is read-only, in one sentence. */
  message: string | null;
}

/** The custom XML parts to load: the first of two steps. */
export function askForParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(scenarioNamespace);
  parts.load("items/id");
  return parts;
}

/** The texts of the scenario parts to load, once the parts are; all versions share the namespace. */
export function askForDocuments(parts: Excel.CustomXmlPartScopedCollection): DocumentQuery[] {
  return parts.items.map((part) => part.getXml());
}

/** The four built-in scenarios, then the stored ones in the order in which they were saved. */
export function scenariosOf(documents: readonly DocumentQuery[]): StoredScenario[] {
  const builtIn = builtInScenarios.map((scenario): StoredScenario => {
    return { scenario, builtIn: true, readOnly: false, message: null };
  });
  return [...builtIn, ...documents.map(storedScenario)];
}

type DocumentQuery = OfficeExtension.ClientResult<string>;

function storedScenario(document: DocumentQuery, index: number): StoredScenario {
  const reading = scenarioFromXml(document.value);
  if (reading.ok) return { scenario: reading.scenario, builtIn: false, readOnly: false, message: null };
  const name = `Stored scenario ${index + 1}`;
  return { scenario: { name }, builtIn: false, readOnly: true, message: reading.problem };
}
