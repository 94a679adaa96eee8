import type { SimulationRequest } from "../engine/delivery/simulate";
import { loadSimulation, simulateBeside } from "./loadStatistics";

/** Draws that take some 20 ms: more than these would hold up the pane and every other function. */
const drawsAtOnce = 1_000_000;

/**
 * Runs a simulation: on this thread while it is short, else in the worker, where there is one. The answer is the same.
 */
export async function runSimulation(request: SimulationRequest): Promise<number[]> {
  const draws = request.levers.length * request.chance.trials;
  if (draws > drawsAtOnce) return simulateBeside(request);
  const { simulate } = await loadSimulation();
  return simulate(request);
}
