import type { Finding } from "../plan/finding";
import { runScenario, type RunScenarioOptions } from "../workbook/runScenario";
import type { TableReferences } from "../workbook/read/tableReferences";
import type { Written } from "../workbook/write/writeBreakdown";
import { breakdownJson, type BreakdownJson } from "./breakdownJson";

/** What a command line asks for: the pane's run, by the names of its options. */
export interface AutomationRequest extends TableReferences {
  scenario?: string;
  method?: string;
  horizon?: number;
  /** True if left out. */
  write?: boolean;
  findingsOnly?: boolean;
}

export interface AutomationAnswer {
  findings: Finding[];
  breakdown: BreakdownJson | null;
  written: Written | null;
}

/** Runs a scenario in the open workbook. Rejects with WorkbookError where it cannot be run at all; findings are an answer. */
async function run(request: AutomationRequest = {}): Promise<AutomationAnswer> {
  const given = Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
  const { spending, funding, levers } = request;
  const references: TableReferences = { spending, funding, levers };
  const options: RunScenarioOptions = { write: true, agreed: true, ...given, references };
  const { findings, breakdown, written } = await runScenario(options);
  return { findings, breakdown: breakdown && breakdownJson(breakdown), written };
}

export interface SavingsAutomation {
  run: typeof run;
}

Object.assign(globalThis, { SavingsAutomation: { run } satisfies SavingsAutomation });
