import { simulate, type SimulationRequest } from "../../src/engine/delivery/simulate";
import type { askWorker as ask } from "../../src/worker/askWorker";
import { ThreadWorker } from "./threadWorker";

const request = (seed: number): SimulationRequest => ({
  wanted: "probability",
  target: 4,
  levers: [
    { low: 1, likely: 2, high: 5 },
    { low: 0, likely: 1, high: 2 },
  ],
  chance: { correlation: 0.3, trials: 1000, seed },
});

let threads: ThreadWorker[] = [];

async function freshPage(hasWorkers = true): Promise<typeof ask> {
  jest.resetModules();
  if (hasWorkers) {
    Object.assign(globalThis, {
      Worker: class extends ThreadWorker {
        constructor(entry: URL) {
          super(entry);
          threads.push(this);
        }
      },
    });
  }
  return (await import("../../src/worker/askWorker")).askWorker;
}

afterEach(() => {
  threads.forEach((thread) => thread.terminate());
  threads = [];
  ThreadWorker.broken = false;
  delete (globalThis as { Worker?: unknown }).Worker;
});

test("each question gets its own answer, all from one worker", async () => {
  const askWorker = await freshPage();
  const answers = await Promise.all([1, 2, 3].map((seed) => askWorker("simulate", request(seed))));
  expect(answers).toEqual([1, 2, 3].map((seed) => simulate(request(seed))));
  expect(threads).toHaveLength(1);
});

test("there is no answer where a page has no workers, forbids them, or loses its own", async () => {
  expect(await (await freshPage(false))("simulate", request(1))).toBeUndefined();
  ThreadWorker.broken = true;
  expect(await (await freshPage())("simulate", request(1))).toBeUndefined();
  ThreadWorker.broken = false;
  const askWorker = await freshPage();
  const answers = [1, 2].map((seed) => askWorker("simulate", request(seed)));
  threads[0]!.onerror!(new Error("gone"));
  expect(await Promise.all(answers)).toEqual([undefined, undefined]);
  expect(await askWorker("simulate", request(3))).toBeUndefined();
  expect(threads).toHaveLength(1);
});
