import packageFile from "../../package.json";
import { readArea } from "../cells/address";
import { textOf } from "../cells/cell";
import { findNamed, sameName } from "../cells/names";
import { methods, type Method } from "../engine/attribution/methods";
import type { Breakdown } from "../plan/breakdown";
import { paperworkOf } from "../plan/assurance/paperwork";
import { isUncertain } from "../plan/evaluation/simulation/uncertain";
import type { Finding } from "../plan/finding";
import type { Plan } from "../plan/plan";
import { cellAt } from "../plan/reading/sheetGrid";
import { alsoIds, type AlsoWritten } from "../plan/report/alsoWritten";
import { carriedColumns } from "../plan/report/breakdown/carriedColumns";
import { readColumns } from "../plan/report/notes/readColumns";
import { correctionLines } from "../plan/report/notes/correctionLines";
import type { OutputTable } from "../plan/report/outputTable";
import { offeredForms } from "../plan/report/writtenForm";
import type { Scenario } from "../plan/scenario";
import { runJob } from "../worker/runJob";
import { toWorkbookError, WorkbookError } from "./excel/excelErrors";
import { ownSheetsOf } from "./own/ownSheets";
import { earlierSavings } from "./read/earlierSavings";
import { readWorkbookPlan, type ReadPlanOptions, type WorkbookReading } from "./read/readWorkbookPlan";
import type { StoredScenario } from "./scenarios/storedScenarios";
import { areSeen, seenFindings, type Seen } from "./seen";
import { writeBreakdown, type WriteOptions, type Written } from "./write/writeBreakdown";

/**
 * The run that pane, ribbon button and command line share: reads the plan, evaluates the scenario, makes the tables and, if
 * asked, writes them. A plan with errors gives its findings and no breakdown. Cancelling leaves the workbook as it was.
 */
export async function runScenario(options: RunScenarioOptions = {}): Promise<ScenarioRun> {
  const progress = (step: Progress["step"], part: number) => options.onProgress?.({ step, part });
  progress("reading", 0);
  const reading = await readWorkbookPlan({ ...options, asWritten: options.onlyAgain === true });
  const stored = scenarioFor(options.scenario ?? reading.lastScenario, reading.scenarios);
  const scenario = withOverrides(stored, options.onlyAgain ? { ...reading.seen } : options);
  const { plan, findings } = reading;
  if (!plan || options.findingsOnly) {
    return { reading, scenario, breakdown: null, tables: [], findings, written: null };
  }

  progress("working out", 0);
  const { sheetTotals, answered, registers, grids, corrections } = reading;
  const headings = [...Object.keys(corrections.carried ?? {}), ...(await givenCarried(options.columns, reading))];
  const notes = {
    addInVersion: packageFile.version,
    time: timeNow(),
    sheetTotals,
    answered,
    corrections: correctionsOf(reading),
    columns: readColumns(reading),
    carried: carriedColumns(headings, registers, grids, plan),
  };
  const chosen = (options.onlyAgain ? reading.seen?.also : options.also) ?? {};
  if (options.write) refuseForm(chosen);
  const isDrawn = chosen.risk && isUncertain(plan);
  const chosenNotes = {
    ...(chosen.risk && {
      simulation: isDrawn ? await runJob("simulatePlan", [plan, scenario], options.signal) : null,
    }),
    earlier: ownSheetsOf(scenario.name, reading.ownSheets).map(({ table, sheet }) => ({ table, sheet })),
    ...(chosen.assurance && {
      paperwork: paperworkOf(registers, grids, plan),
      before: options.write ? await earlierSavings(scenario.name, options) : null,
    }),
    ...(chosen.compare && { compared: await comparedWith(chosen.compare, scenario, plan, reading, options.signal) }),
  };
  const given = [{ ...plan, findings }, scenario, { ...notes, ...chosenNotes }] as const;
  const isPortable = options.write && chosen.form === "portable";
  const working = isPortable
    ? runJob("workOutPortable", [...given, { grids, options: reading.readOptions }], options.signal, (part) =>
        progress("working out", part),
      )
    : runJob("workOut", [...given], options.signal);
  const { breakdown, tables } = await working.catch((error: unknown) => {
    if (error instanceof Error && error.name === "CannotFollow") throw new WorkbookError("other", error.message, error);
    throw toWorkbookError(error);
  });
  const isHeld = options.onlyAgain === true && !isSeenBefore(reading, breakdown.findings);
  if (!options.write || isHeld)
    return { reading, scenario, breakdown, tables, findings: breakdown.findings, written: null };

  progress("writing", 0);
  const writing = {
    ...options,
    scenario: scenario.name,
    withoutCells: reading.withoutCells,
    seen: {
      ...seenOf(scenario, breakdown.findings, reading, options),
      ...(isChosen(chosen) && { also: chosen }),
    },
    onPart: (part: number) => progress("writing", part),
  };
  const written =
    chosen.form === "live"
      ? await liveWritten(reading, scenario, chosen, writing)
      : await writeBreakdown(tables, writing);
  return { reading, scenario, breakdown, tables, findings: breakdown.findings, written };
}

export interface RunScenarioOptions extends ReadPlanOptions {
  /** A scenario, or the name of one that the workbook has; the last one that was written if left out, else As planned. */
  scenario?: string | Scenario;
  /** These go before what the scenario says. */
  method?: string;
  /** Of the simulation. */
  trials?: number;
  seed?: number;
  /** Sheets beside those that every run writes. */
  also?: AlsoWritten;
  /** Only read and check. */
  findingsOnly?: boolean;
  write?: boolean;
  /** Write only where the scenario was written before, and nothing is said of the plan that was not said then. */
  onlyAgain?: boolean;
  /** The user has agreed to replace what they typed over results. */
  agreed?: boolean;
  onProgress?: (progress: Progress) => void;
}

export interface ScenarioRun {
  reading: WorkbookReading;
  scenario: Scenario;
  /** Null where a finding is an error, or only findings were asked for. */
  breakdown: Breakdown | null;
  tables: OutputTable[];
  findings: Finding[];
  written: Written | null;
}

export interface Progress {
  step: "reading" | "working out" | "writing";
  /** Of this step, 0 to 1. */
  part: number;
}

/** Whether anything was chosen beside what every run writes as values. */
function isChosen(chosen: AlsoWritten): boolean {
  return alsoIds(chosen).length > 0 || (chosen.form ?? "values") !== "values";
}

/** Formulas on the user's tables in place of figures. */
async function liveWritten(
  {
    registers,
    spending,
    funding,
    levers,
    target,
    side,
    sheetTotals,
    years,
    horizon,
    findings,
    answered,
    plan,
    grids,
    corrections,
    withoutCells,
  }: WorkbookReading,
  scenario: Scenario,
  chosen: AlsoWritten,
  options: WriteOptions,
): Promise<Written> {
  if (alsoIds(chosen).length > 0)
    throw new WorkbookError(
      "other",
      "Risk, comparison and assurance are written as values alone; leave them out, or write values.",
    );
  const reading = {
    registers,
    spending,
    funding,
    levers,
    target,
    sheetTotals,
    years,
    horizon,
    findings,
    answered,
    plan,
    ...(side && { side }),
  };
  const live = await runJob("liveBreakdown", [{ reading, grids, corrections, scenario }], options.signal).catch(
    (error: unknown) => {
      throw toWorkbookError(error);
    },
  );
  if ("problem" in live) throw new WorkbookError("other", live.problem);
  const { writeLive } = await import(/* webpackChunkName: "writeLive" */ "./live/writeLive");
  return writeLive(live, { ...options, withoutCells });
}

/** A workbook may remember a form of a newer version. */
function refuseForm({ form = "values" }: AlsoWritten): void {
  if (!offeredForms.includes(form))
    throw new WorkbookError("other", `This version cannot write ${form} tables; values can be written instead.`);
}

/** Whether whoever wrote the last results saw all that is said of the plan now. */
function isSeenBefore({ lastScenario, seen, grids }: WorkbookReading, findings: readonly Finding[]): boolean {
  return lastScenario !== null && seen !== null && !seen.isOnce && areSeen(findings, grids, seen);
}

/** What the user has before them as a run is written. */
function seenOf(
  { name, method }: Scenario,
  findings: readonly Finding[],
  { grids, scenarios, seen }: WorkbookReading,
  options: RunScenarioOptions,
): Seen {
  const own = findNamed(scenarios, name, ({ scenario }) => scenario.name)?.scenario;
  const horizon = options.onlyAgain ? seen?.horizon : options.horizon;
  const { target, yearSavings, trials, seed, columns = [], answers = [], references = {} } = options;
  const areas = Object.values(references)
    .flat()
    .filter((reference) => reference !== undefined);
  const isOnce =
    [target, yearSavings, trials, seed].some((given) => given !== undefined) ||
    [columns, answers, areas].some((given) => given.length > 0);
  return {
    findings: seenFindings(findings, grids),
    ...(method !== undefined && method !== own?.method && { method }),
    ...(horizon !== undefined && { horizon }),
    ...(isOnce && { isOnce }),
  };
}

function scenarioFor(wanted: string | Scenario | null, stored: readonly StoredScenario[]): Scenario {
  if (wanted !== null && typeof wanted !== "string") return wanted;
  const name = wanted ?? "As planned";
  const found = findNamed(stored, name, ({ scenario }) => scenario.name);
  if (!found) {
    const names = stored.map(({ scenario }) => scenario.name).join(", ");
    throw new WorkbookError("notFound", `There is no scenario '${name}' in this workbook; it has ${names}.`);
  }
  if (found.readOnly)
    throw new WorkbookError("other", found.message ?? "A newer version of the add-in is needed for it.");
  return found.scenario;
}

/** The other scenarios of these names, worked out by the method of the run, so that only what is assumed differs. */
async function comparedWith(
  names: readonly string[],
  { name: own, method }: Scenario,
  plan: Plan,
  { scenarios }: WorkbookReading,
  signal: AbortSignal | undefined,
): Promise<Breakdown[]> {
  const others: Breakdown[] = [];
  const chosen = names.flatMap((text) => namesIn(text, scenarios));
  for (const name of chosen.filter(
    (one, at) => !sameName(one, own) && chosen.findIndex((all) => sameName(all, one)) === at,
  ))
    others.push(
      await runJob("evaluate", [plan, { ...scenarioFor(name, scenarios), method: method ?? "shapley" }], signal),
    );
  return others;
}

/** "Low, High" are two scenarios, unless one is called so. */
function namesIn(text: string, stored: readonly StoredScenario[]): string[] {
  if (stored.some(({ scenario }) => sameName(scenario.name, text))) return [text];
  return text.split(",").flatMap((part) => part.trim() || []);
}

function withOverrides(
  scenario: Scenario,
  { method, horizon, trials, seed }: { method?: string; horizon?: number; trials?: number; seed?: number },
): Scenario {
  return {
    ...scenario,
    ...(method === undefined ? {} : { method: methodCalled(method) }),
    ...(horizon === undefined ? {} : { horizon }),
    ...(trials === undefined ? {} : { trials }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function methodCalled(text: string): Method {
  const found = methods.find((method) => sameName(method, text));
  if (found) return found;
  throw new WorkbookError("other", `'${text}' is not a method; one of ${methods.join(", ")} is needed.`);
}

/** What the user corrected, with what stands in the cells now. */
function correctionsOf(reading: WorkbookReading): string[] {
  return correctionLines(reading.corrections, reading, (address) => {
    const at = readArea(address, "");
    const grid = at && findNamed(reading.grids, at.sheet, ({ sheet }) => sheet);
    return at && grid ? textOf(cellAt(grid, at.row, at.column)) : "";
  });
}

/** Asked for on a command line alone, so that the pane need not load it. */
async function givenCarried(columns: readonly string[] | undefined, reading: WorkbookReading): Promise<string[]> {
  if (!columns || columns.length === 0) return [];
  const given = await import(/* webpackChunkName: "givenOptions" */ "./read/givenOptions");
  return given.givenCarried(columns, reading.grids, reading.registers);
}

/** "21 November 2025, 22:05 GMT". */
function timeNow(): string {
  const now = new Date();
  const day = now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${day}, ${now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZoneName: "short" })}`;
}
