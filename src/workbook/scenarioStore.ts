import { findNamed, sameName } from "../cells/names";
import { builtInScenarios, type Scenario } from "../plan/scenario";
import { scenarioFromXml, scenarioNamespace, scenarioToXml } from "../plan/scenarios/scenarioDocument";
import { WorkbookError } from "./excel/excelErrors";
import { excelRun, type RunOptions } from "./excel/excelRun";

/** A scenario as the pane lists it. */
export interface StoredScenario {
  scenario: Scenario;
  /** One of the four that exist from the start and are not stored. */
  builtIn: boolean;
  /** Stored by a newer version of the add-in: it can be seen and deleted, not run or changed. */
  readOnly: boolean;
  /** Why it is read-only, in one sentence. */
  message: string | null;
  /** Id of the custom XML part that holds it, null for a built-in one. */
  partId: string | null;
}

/** The four built-in scenarios, then the stored ones in the order in which they were saved. */
export async function listScenarios(options: RunOptions = {}): Promise<StoredScenario[]> {
  return excelRun(async (context) => {
    const parts = askForParts(context);
    await context.sync();
    const documents = askForDocuments(parts);
    await context.sync();
    return scenariosOf(documents);
  }, options);
}

/** Adds the scenario to the workbook, or replaces the stored one of the same name; other people's scenarios stay as they are. */
export async function saveScenario(scenario: Scenario, options: RunOptions = {}): Promise<StoredScenario> {
  if (scenario.name.trim() === "") throw new WorkbookError("other", "A scenario needs a name.");
  if (builtInScenarios.some((builtIn) => sameName(builtIn.name, scenario.name))) {
    throw new WorkbookError(
      "other",
      `${scenario.name} exists from the start and cannot be changed; save it under another name.`,
    );
  }
  return excelRun(async (context) => {
    const parts = askForParts(context);
    await context.sync();
    const documents = askForDocuments(parts);
    await context.sync();
    const before = findNamed(scenariosOf(documents), scenario.name, (stored) => stored.scenario.name);
    if (before?.readOnly) throw new WorkbookError("other", before.message ?? "This scenario cannot be changed here.");
    const xml = scenarioToXml(scenario);
    const { customXmlParts } = context.workbook;
    const stored = before?.partId ?? null;
    const part = stored === null ? customXmlParts.add(xml) : customXmlParts.getItem(stored);
    if (stored !== null) part.setXml(xml);
    part.load("id");
    await context.sync();
    return { scenario, builtIn: false, readOnly: false, message: null, partId: part.id };
  }, options);
}

/** Takes the stored scenario of this name out of the workbook; nothing happens where there is none. */
export async function deleteScenario(name: string, options: RunOptions = {}): Promise<void> {
  if (builtInScenarios.some((builtIn) => sameName(builtIn.name, name))) {
    throw new WorkbookError("other", `${name} exists from the start and cannot be deleted.`);
  }
  await excelRun(async (context) => {
    const parts = askForParts(context);
    await context.sync();
    const documents = askForDocuments(parts);
    await context.sync();
    const stored = scenariosOf(documents).filter(({ builtIn, scenario }) => !builtIn && sameName(scenario.name, name));
    for (const { partId } of stored) {
      if (partId !== null) context.workbook.customXmlParts.getItem(partId).delete();
    }
    await context.sync();
  }, options);
}

/** The custom XML parts to load, the first of two steps that reading shares with `readWorkbookPlan`. */
export function askForParts(context: Excel.RequestContext): Excel.CustomXmlPartScopedCollection {
  const parts = context.workbook.customXmlParts.getByNamespace(scenarioNamespace);
  parts.load("items/id");
  return parts;
}

/** The texts of the scenario parts to load, once the parts are; all versions share the namespace. */
export function askForDocuments(parts: Excel.CustomXmlPartScopedCollection): DocumentQuery[] {
  return parts.items.map((part) => ({ id: part.id, xml: part.getXml() }));
}

export function scenariosOf(documents: readonly DocumentQuery[]): StoredScenario[] {
  const builtIn = builtInScenarios.map((scenario): StoredScenario => {
    return { scenario, builtIn: true, readOnly: false, message: null, partId: null };
  });
  return [...builtIn, ...documents.map(storedScenario)];
}

export interface DocumentQuery {
  id: string;
  xml: OfficeExtension.ClientResult<string>;
}

function storedScenario({ id, xml }: DocumentQuery, index: number): StoredScenario {
  const reading = scenarioFromXml(xml.value);
  if (reading.ok) return { scenario: reading.scenario, builtIn: false, readOnly: false, message: null, partId: id };
  const name = `Stored scenario ${index + 1}`;
  return { scenario: { name }, builtIn: false, readOnly: true, message: reading.problem, partId: id };
}
