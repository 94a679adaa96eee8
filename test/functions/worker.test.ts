import { simulate, type SimulationRequest } from "../../src/engine/delivery/simulate";
import { ThreadWorker } from "../worker/threadWorker";

const levers = Array.from({ length: 40 }, (_, i) => ({ low: i, likely: i + 1 + (i % 3) / 2, high: i + 4 }));
const request = (trials: number, seed: number): SimulationRequest => ({
  wanted: "percentiles",
  percentiles: [0.1, 0.5, 0.9],
  levers,
  chance: { correlation: 0.3, trials, seed },
});

async function freshRunner(): Promise<(request: SimulationRequest) => Promise<number[]>> {
  jest.resetModules();
  return (await import("../../src/functions/runSimulation")).runSimulation;
}

let threads: ThreadWorker[] = [];

beforeEach(() => {
  ThreadWorker.started = 0;
  ThreadWorker.broken = false;
  threads = [];
  Object.assign(globalThis, {
    Worker: class extends ThreadWorker {
      constructor(entry: URL) {
        super(entry);
        threads.push(this);
      }
    },
  });
});

afterEach(() => {
  threads.forEach((thread) => thread.terminate());
  delete (globalThis as { Worker?: unknown }).Worker;
});

test("a long simulation runs in one worker, with the same digits", async () => {
  const runSimulation = await freshRunner();
  const [one, other] = await Promise.all([runSimulation(request(50_000, 1)), runSimulation(request(40_000, 2))]);
  expect(ThreadWorker.started).toBe(1);
  expect(one).toEqual(simulate(request(50_000, 1)));
  expect(other).toEqual(simulate(request(40_000, 2)));
});

test("the thread that asked stays free meanwhile", async () => {
  const runSimulation = await freshRunner();
  const answer = runSimulation(request(200_000, 1));
  let turns = 0;
  const clock = setInterval(() => turns++, 5);
  await answer;
  clearInterval(clock);
  expect(turns).toBeGreaterThan(3);
});

test("a short simulation starts no worker", async () => {
  const runSimulation = await freshRunner();
  expect(await runSimulation(request(1000, 1))).toEqual(simulate(request(1000, 1)));
  expect(ThreadWorker.started).toBe(0);
});

test("where no worker can be had, the answer comes from this thread", async () => {
  ThreadWorker.broken = true;
  const runSimulation = await freshRunner();
  expect(await runSimulation(request(30_000, 1))).toEqual(simulate(request(30_000, 1)));
});

test("a worker that dies is not waited for", async () => {
  const runSimulation = await freshRunner();
  const answer = runSimulation(request(150_000, 5));
  threads[0]!.onerror!(new Error("gone"));
  expect(await answer).toEqual(simulate(request(150_000, 5)));
});
