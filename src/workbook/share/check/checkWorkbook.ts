import type { Plan } from "../../../plan/plan";
import type { Scenario } from "../../../plan/scenario";
import { scenarioFindings } from "../../../plan/scenarios/scenarioFindings";
import { heldUpBy, heldUpWords } from "../../../plan/report/faults";
import { WorkbookError } from "../../excel/excelErrors";
import { excelRun, type RunOptions } from "../../excel/excelRun";
import { settingKeys, settingValue } from "../../excel/settings";
import { runScenario, type ScenarioRun } from "../../runScenario";
import { askForParts, type StoredScenario } from "../../scenarios/storedScenarios";
import { checkLines, type Beside, type CheckLine } from "./checkLines";
import { fittingScenario } from "./fittingScenario";
import { readFormulaPlaces, type WorkbookPlaces } from "../formulaPlaces";
import { inventoryOf, type Inventory, type OwnFunctions } from "../inventory";
import { OwnFormulas } from "../ownFormula";
import { staleResults, type StaleSheet } from "./staleResults";

/** What is to be known of a workbook before it is handed on. */
export interface WorkbookCheck {
  lines: CheckLine[];
  inventory: Inventory;
  sheets: WorkbookPlaces["sheets"];
  /** Stored scenarios without what the tables do not have, by the name of each that has any of it. */
  fitting: { name: string; scenario: Scenario }[];
}

/**
 * Looks through all formulas of the workbook, its results and its scenarios, and changes nothing. Two syncs for the formulas;
 * where there are results or scenarios, those of a run and one for the sheets that it wrote.
 */
export async function checkWorkbook(functions: OwnFunctions, options: RunOptions = {}): Promise<WorkbookCheck> {
  const own = new OwnFormulas(functions.namespace);
  const { found, last, parts, brokenOff } = await excelRun(async (context) => {
    const { settings } = context.workbook;
    const lastScenario = settings.getItemOrNullObject(settingKeys.lastScenario);
    const journal = settings.getItemOrNullObject(settingKeys.journal);
    lastScenario.load("value");
    journal.load("value");
    const stored = askForParts(context);
    const places = await readFormulaPlaces(context, (formula) => own.callsIn(formula).length > 0, options.signal);
    return {
      found: places,
      last: settingValue<string>(lastScenario),
      parts: stored.items.length,
      brokenOff: settingValue<{ what?: string }>(journal)?.what ?? null,
    };
  }, options);
  const inventory = inventoryOf(found.places, functions);
  const beside = last !== null || parts > 0 ? await besideFormulas(last, options) : noneBeside;
  const lines = checkLines(inventory, found, { ...beside.said, brokenOff });
  return { lines, inventory, sheets: found.sheets, fitting: beside.fitting };
}

type Said = Omit<Beside, "brokenOff">;

const noneBeside: { said: Said } & Pick<WorkbookCheck, "fitting"> = {
  said: { scenario: null, stale: [], notCompared: null, scenarios: [] },
  fitting: [],
};

/** The results and the scenarios, held against what the tables say now. */
async function besideFormulas(last: string | null, options: RunOptions): Promise<typeof noneBeside> {
  let run: ScenarioRun;
  try {
    run = await runScenario({ ...options, onlyAgain: true });
  } catch (error) {
    if (!(error instanceof WorkbookError) || error.kind === "cancelled") throw error;
    return { said: { ...noneBeside.said, scenario: last, notCompared: error.message }, fitting: [] };
  }
  const { reading, tables } = run;
  const hasResults = last !== null && reading.ownSheets.length > 0;
  const held = heldUpWords(heldUpBy(run.findings));
  const notCompared = !hasResults || run.breakdown ? null : held === "" ? "the workbook has no plan" : `it has ${held}`;
  const stale: StaleSheet[] =
    hasResults && run.breakdown
      ? await excelRun((context) => staleResults(context, run.scenario.name, tables), options)
      : [];
  const scenarios = reading.scenarios.flatMap((stored) => scenarioWords(stored, reading.plan));
  const fitting = scenarios.filter(({ isRepairable }) => isRepairable).map(({ name }) => name);
  return {
    said: { scenario: last, stale, notCompared, scenarios },
    fitting: reading.scenarios.flatMap(({ scenario }) =>
      reading.plan && fitting.includes(scenario.name)
        ? [{ name: scenario.name, scenario: fittingScenario(reading.plan, scenario) }]
        : [],
    ),
  };
}

function scenarioWords({ scenario, builtIn, message }: StoredScenario, plan: Plan | null): Said["scenarios"] {
  const { name } = scenario;
  if (message !== null) return [{ name, messages: [message], isRepairable: false }];
  if (builtIn || !plan) return [];
  const messages = scenarioFindings(plan, scenario).map((finding) => finding.message);
  const fitting = fittingScenario(plan, scenario);
  const left = new Set(scenarioFindings(plan, fitting).map((finding) => finding.message));
  const mended = messages.filter((one) => !left.has(one));
  return [
    { name, messages: mended, isRepairable: true },
    { name, messages: messages.filter((one) => left.has(one)), isRepairable: false },
  ].filter((one) => one.messages.length > 0);
}
