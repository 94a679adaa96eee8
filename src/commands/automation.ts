import type { Finding } from "../plan/finding";
import { runScenario, type RunScenarioOptions } from "../workbook/runScenario";
import type { Written } from "../workbook/writeBreakdown";
import { breakdownJson, type BreakdownJson } from "./breakdownJson";

/** What a command line asks for: the pane's run, by the names of its options. */
export interface AutomationRequest {
  scenario?: string;
  method?: string;
  horizon?: number;
  /** Where the tables are: "Register!B6:P31", or the name of a table, a range or a sheet. */
  levers?: string;
  spending?: string;
  funding?: string;
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
  const { levers, spending, funding, ...others } = request;
  const references = { ...(levers && { levers }), ...(spending && { spending }), ...(funding && { funding }) };
  const given = Object.entries(others).filter(([, value]) => value !== undefined);
  const options: RunScenarioOptions = { write: true, agreed: true, ...Object.fromEntries(given), references };
  const { findings, breakdown, written } = await runScenario(options);
  return { findings, breakdown: breakdown && breakdownJson(breakdown), written };
}

export interface SavingsAutomation {
  run: typeof run;
}

Object.assign(globalThis, { SavingsAutomation: { run } satisfies SavingsAutomation });
