import { isUncertain, simulatePlan } from "../plan/evaluation/simulation/simulation";
import { runScenario, type RunScenarioOptions } from "../workbook/runScenario";
import type { TableReferences } from "../workbook/read/tableReferences";
import type { Written } from "../workbook/write/writeBreakdown";
import { breakdownJson, type BreakdownJson } from "./breakdownJson";
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
  const options: RunScenarioOptions = { write: true, agreed: true, ...given, references };
  const { reading, findings, scenario, breakdown, written } = await runScenario(options);
  const { trials = scenario.trials, seed = scenario.seed } = request;
  const simulated =
    request.simulate && breakdown && reading.plan && isUncertain(reading.plan)
      ? simulatePlan(reading.plan, {
          ...scenario,
          ...(trials !== undefined && { trials }),
          ...(seed !== undefined && { seed }),
        })
      : null;
  return {
    reading: readingJson(reading),
    findings: findings.map(findingJson),
    breakdown: breakdown && breakdownJson(breakdown, reading, simulated),
    written,
  };
}

export interface SavingsAutomation {
  run: typeof run;
}

Object.assign(globalThis, { SavingsAutomation: { run } satisfies SavingsAutomation });
