import type { PlanRequest } from "../plan/live/planTable";
import { isProblem } from "../plan/live/planArguments";
import { runJob } from "../worker/runJob";
import { invalidValue, notAvailable } from "./errors";
import type { ResultCell } from "./record";

/** The table of a plan, worked out beside the page: the reader is loaded when a workbook first needs it. */
export async function askForPlan(request: PlanRequest): Promise<ResultCell[][]> {
  const answer = await runJob("planTable", [request]).catch(() => {
    throw notAvailable("The add-in's reader of plans could not be loaded; check the connection and calculate again.");
  });
  if (isProblem(answer)) throw invalidValue(answer.problem);
  return answer.cells;
}
