import type { SimulationRequest } from "../engine/delivery/simulate";
import { loadSimulation } from "./statistics";

/** Draws that take some 20 ms: more than these would hold up the pane and every other function. */
const drawsAtOnce = 1_000_000;

/**
 * Runs a simulation: on this thread while it is short, else in a worker, where there is one. The answer is the same.
 */
export async function runSimulation(request: SimulationRequest): Promise<number[]> {
  const draws = request.levers.length * request.chance.trials;
  if (draws > drawsAtOnce && typeof Worker === "function") {
    const answer = await askWorker(request);
    if (answer !== undefined) return answer;
  }
  const { simulate } = await loadSimulation();
  return simulate(request);
}

let worker: Worker | undefined;
let workerFailed = false;
let lastId = 0;
const waiting = new Map<number, (answer: number[] | undefined) => void>();

/** The worker's answer, or undefined where no worker can be had (a page's policy may forbid it). */
function askWorker(request: SimulationRequest): Promise<number[] | undefined> {
  return new Promise((resolve) => {
    const helper = simulationWorker();
    if (!helper) return resolve(undefined);
    const id = ++lastId;
    waiting.set(id, resolve);
    helper.postMessage({ id, request });
  });
}

function simulationWorker(): Worker | undefined {
  if (worker || workerFailed) return worker;
  try {
    worker = new Worker(new URL(/* webpackChunkName: "simulationWorker" */ "./simulationWorker.ts", import.meta.url));
    worker.onmessage = ({ data }: MessageEvent<{ id: number; answer: number[] }>) => {
      waiting.get(data.id)?.(data.answer);
      waiting.delete(data.id);
    };
    worker.onerror = giveUp;
    worker.onmessageerror = giveUp;
  } catch {
    giveUp();
  }
  return worker;
}

/** Without a worker the questions put to it are answered on this thread. */
function giveUp(): void {
  worker?.terminate();
  worker = undefined;
  workerFailed = true;
  for (const resolve of waiting.values()) resolve(undefined);
  waiting.clear();
}
