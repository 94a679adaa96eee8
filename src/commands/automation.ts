import { assuranceOf, type Assurance } from "../plan/assurance/assurance";
import { paperworkOf } from "../plan/assurance/paperwork";
import type { Breakdown } from "../plan/breakdown";
import { simulatePlan } from "../plan/evaluation/simulation/simulation";
import { isUncertain } from "../plan/evaluation/simulation/uncertain";
import type { WrittenForm } from "../plan/report/writtenForm";
import { namespace } from "../functions/catalogue";
import { namedLambdas } from "../functions/lambdas/functionLambdas";
import { nativeForm } from "../functions/natives/nativeForms";
import { restoreCopy, type RestoredCopy } from "../workbook/share/restoreCopy";
import { shareCopy, type SharedCopy, type ShareRequest } from "../workbook/share/shareCopy";
import { ownFunctions } from "../functions/ownFunctions";
import { checkWorkbook } from "../workbook/share/check/checkWorkbook";
import { runScenario, type RunScenarioOptions } from "../workbook/runScenario";
import type { WorkbookReading } from "../workbook/read/readWorkbookPlan";
import type { TableReferences } from "../workbook/read/tableReferences";
import type { Written } from "../workbook/write/writeBreakdown";
import { breakdownJson, type BreakdownJson } from "./breakdownJson";
import { checkJson, type CheckJson } from "./checkJson";
import { findingJson, readingJson, type FindingJson, type ReadingJson } from "./readingJson";

/** What a command line asks for: the pane's run, by the names of its options. */
interface AutomationRequest extends TableReferences {
  scenario?: string;
  method?: string;
  horizon?: number;
  /** Headings with what they mean: "Register!D4=saving". */
  columns?: readonly string[];
  /** Questions with their answers: "Register!D4=new in each year". */
  answers?: readonly string[];
  target?: number;
  trials?: number;
  seed?: number;
  yearSavings?: "each" | "new";
  /** Draws how much of each lever is delivered, where any has a range. */
  simulate?: boolean;
  /** Names of scenarios to write side by side with the one that is run. */
  compare?: readonly string[];
  /** Whether the sheet for auditors is written. */
  assurance?: boolean;
  /** How the tables are written; values if left out. */
  form?: WrittenForm;
  /** True if left out. */
  write?: boolean;
  findingsOnly?: boolean;
}

interface AutomationAnswer {
  reading: ReadingJson;
  findings: FindingJson[];
  breakdown: BreakdownJson | null;
  written: Written | null;
}

/** Runs a scenario in the open workbook. Rejects with WorkbookError where it cannot be run at all; findings are an answer. */
async function run(request: AutomationRequest = {}): Promise<AutomationAnswer> {
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const { spending, funding, position, prices, levers } = request;
  const references: TableReferences = { spending, funding, position, prices, levers };
  const also = {
    ...((request.trials ?? request.seed) !== undefined && { risk: true }),
    ...(request.compare && { compare: [...request.compare] }),
    ...(request.assurance && { assurance: true }),
    ...(request.form && { form: request.form }),
  };
  const options: RunScenarioOptions = { write: true, agreed: true, ...given, references, also };
  const { reading, findings, scenario, breakdown, written } = await runScenario(options);
  const simulated =
    request.simulate && breakdown && reading.plan && isUncertain(reading.plan)
      ? simulatePlan(reading.plan, scenario)
      : null;
  return {
    reading: readingJson(reading),
    findings: findings.map(findingJson),
    breakdown: breakdown && breakdownJson(breakdown, reading, simulated, assuranceIn(reading, breakdown)),
    written,
  };
}

function assuranceIn({ plan, registers, grids }: WorkbookReading, breakdown: Breakdown): Assurance | null {
  return plan && assuranceOf(plan, breakdown, paperworkOf(registers, grids, plan));
}

/** A workbook, given as it was read, for colleagues without the add-in. Rejects with one sentence where there is nothing to share. */
function share(content: ShareRequest["content"], form: ShareRequest["form"], also: Also): Promise<SharedCopy> {
  return shareCopy({
    content,
    form,
    namespace,
    lambdas: namedLambdas(also.version),
    natives: nativeForm,
    calculate: also.calculate,
    columns: also.columns,
  });
}

interface Also {
  version: string;
  calculate: NonNullable<ShareRequest["calculate"]>;
  columns: NonNullable<ShareRequest["columns"]>;
}

/** What `share` has replaced, back in its place. */
function restore(content: ShareRequest["content"], { columns }: Pick<Also, "columns">): RestoredCopy {
  return restoreCopy(content, namespace, nativeForm, { columns });
}

/** Looks through the open workbook before it is handed on; changes nothing. */
async function check(): Promise<CheckJson> {
  return checkJson(await checkWorkbook(ownFunctions));
}

export interface SavingsAutomation {
  run: typeof run;
  check: typeof check;
  share: typeof share;
  restore: typeof restore;
}

Object.assign(globalThis, { SavingsAutomation: { run, check, share, restore } satisfies SavingsAutomation });
