import type { SimulationRequest } from "../engine/delivery/simulate";
import { runJob } from "../worker/runJob";
import { notAvailable } from "./errors";

/** The simulation, loaded when a workbook first needs it: its statistics library is larger than all functions together. */
export const loadSimulation = () => loaded(import(/* webpackChunkName: "simulation" */ "../engine/delivery/simulate"));

/** The simulation in the page's worker, where there is one. */
export const simulateBeside = (request: SimulationRequest) => loaded(runJob("simulate", [request]));

/** Student's t, in the same chunk. */
export const loadStudentT = () => loaded(import(/* webpackChunkName: "simulation" */ "../engine/evidence/studentT"));

/** A chunk that does not come, because its server is gone, is `#N/A` and not a fault of the arguments. */
async function loaded<T>(chunk: Promise<T>): Promise<T> {
  try {
    return await chunk;
  } catch {
    throw notAvailable("The add-in's statistics could not be loaded; check the connection and calculate again.");
  }
}
