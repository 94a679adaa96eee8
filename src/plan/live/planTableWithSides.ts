import { readAllTables } from "../reading/side/readAllTables";
import { planTableWith, type PlanAnswer, type PlanRequest } from "./planTable";

/** As `planTable`, of a plan with a Position table. */
export function planTableWithSides(request: PlanRequest): PlanAnswer {
  return planTableWith(request, readAllTables);
}
