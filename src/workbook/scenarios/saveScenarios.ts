import { nameKey } from "../../cells/names";
import { freeName } from "../../plan/scenarios/freeName";
import { scenarioFromXml, scenarioToXml } from "../../plan/scenarios/scenarioDocument";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { askForDocuments, askForParts, scenariosOf, type StoredScenario } from "./storedScenarios";

interface SavedScenarios {
  /** As the workbook has them now, those of other people too. */
  scenarios: StoredScenario[];
  /** What somebody else did to them meanwhile and what became of it, one sentence each. */
  said: string[];
}

/**
 * Makes the workbook's scenarios those that the user has now. Each is a part of its own, so that two people keep theirs: what somebody else added stays, what
 * somebody else changed is never written over or deleted, and of two of one name the one that comes later gets a number.
 *
 * @param before as they were read
 * @param after as the user has them; those without a part are new
 */
export async function saveScenarios(
  before: readonly StoredScenario[],
  after: readonly StoredScenario[],
  options: RunOptions = {},
): Promise<SavedScenarios> {
  return excelRun(async (context) => {
    const parts = askForParts(context);
    await context.sync();
    const documents = askForDocuments(parts);
    await context.sync();
    const now = new Map(documents.map(({ id, xml }) => [id, xml.value]));
    const steps = stepsTo(after, before, now);
    for (const { id, xml } of steps.changed) parts.getItem(id).setXml(xml);
    for (const id of steps.deleted) parts.getItem(id).delete();
    for (const xml of steps.added) context.workbook.customXmlParts.add(xml);
    await context.sync();
    const left = askForParts(context);
    await context.sync();
    const texts = askForDocuments(left);
    await context.sync();
    return { scenarios: await scenariosOf(texts), said: steps.said };
  }, options);
}

interface Steps {
  changed: { id: string; xml: string }[];
  deleted: string[];
  added: string[];
  said: string[];
}

/** What has to be done to a workbook whose parts are `now`, by their ids. */
function stepsTo(
  after: readonly StoredScenario[],
  before: readonly StoredScenario[],
  now: ReadonlyMap<string, string>,
): Steps {
  const steps: Steps = { changed: [], deleted: [], added: [], said: [] };
  const known = new Map(before.flatMap((one) => (one.part ? [[one.part.id, one]] : [])));
  const kept = new Set(after.flatMap(({ part }) => (part && known.has(part.id) ? [part.id] : [])));
  for (const { part, scenario, readOnly } of known.values()) {
    if (!part || kept.has(part.id) || readOnly || !now.has(part.id)) continue;
    if (now.get(part.id) === part.xml) steps.deleted.push(part.id);
    else steps.said.push(`'${scenario.name}' was changed by somebody else meanwhile, and was not deleted.`);
  }
  const names = [...now].flatMap(([id, xml]) => {
    const read = scenarioFromXml(xml);
    return steps.deleted.includes(id) ? [] : [read.ok ? read.scenario.name : read.name];
  });
  for (const { scenario, part, builtIn, readOnly } of after) {
    if (builtIn || readOnly) continue;
    const xml = scenarioToXml(scenario);
    const own = part && known.get(part.id);
    if (own && xml === scenarioToXml(own.scenario)) continue;
    const present = own?.part && now.get(own.part.id);
    if (own?.part && present === own.part.xml) {
      steps.changed.push({ id: own.part.id, xml });
      continue;
    }
    if ([...now.values(), ...steps.added].includes(xml)) continue;
    const isTaken = names.some((name) => nameKey(name) === nameKey(scenario.name));
    const name = isTaken ? freeName(scenario.name, names) : scenario.name;
    names.push(name);
    steps.added.push(scenarioToXml({ ...scenario, name }));
    if (isTaken) steps.said.push(`Somebody else has '${scenario.name}' too meanwhile; yours is '${name}'.`);
    else if (own) steps.said.push(`'${name}' was deleted by somebody else meanwhile; it is there again.`);
  }
  return steps;
}
