import type { Breakdown } from "../../plan/breakdown";
import type { PaneWorkbook } from "../paneWorkbook";
import { scenariosIn } from "./paneFacts";
import type { PaneState } from "./paneState";

/** What each of the scenarios comes to, in that order; without those that are gone, and where it is cancelled without the rest. */
export async function evaluateEach(
  names: readonly string[],
  workbook: Pick<PaneWorkbook, "evaluate">,
  state: () => PaneState,
  signal: AbortSignal,
): Promise<Breakdown[]> {
  const plan = state().reading?.plan;
  const breakdowns: Breakdown[] = [];
  for (const name of plan ? names : []) {
    // One after the other, so that the pane stays in the user's hands.
    if (signal.aborted) break;
    const scenario = scenariosIn(state()).find((one) => one.scenario.name === name)?.scenario;
    if (plan && scenario) breakdowns.push(await workbook.evaluate(plan, scenario));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return breakdowns;
}
