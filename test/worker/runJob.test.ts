import { simulate, type SimulationRequest } from "../../src/engine/delivery/simulate";
import { evaluate } from "../../src/plan/evaluation/evaluate";
import { simulatePlan } from "../../src/plan/evaluation/simulation/simulation";
import { readTables } from "../../src/plan/reading/readTables";
import type { runJob as run } from "../../src/worker/runJob";
import { sampleLayouts } from "../layouts/drawLayout";
import { lever, plan } from "../plan/support/plans";
import { ThreadWorker } from "./threadWorker";

const request = (seed: number, trials = 1000): SimulationRequest => ({
  wanted: "probability",
  target: 4,
  levers: [
    { low: 1, likely: 2, high: 5 },
    { low: 0, likely: 1, high: 2 },
  ],
  chance: { correlation: 0.3, trials, seed },
});

let threads: ThreadWorker[] = [];

async function freshPage(hasWorkers = true): Promise<typeof run> {
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
  return (await import("../../src/worker/runJob")).runJob;
}

afterEach(() => {
  threads.forEach((thread) => thread.terminate());
  threads = [];
  ThreadWorker.broken = false;
  delete (globalThis as { Worker?: unknown }).Worker;
});

test("each question gets its own answer, all from one worker", async () => {
  const runJob = await freshPage();
  const answers = await Promise.all([1, 2, 3].map((seed) => runJob("simulate", [request(seed)])));
  expect(answers).toEqual([1, 2, 3].map((seed) => simulate(request(seed))));
  expect(threads).toHaveLength(1);
});

test("a plan that is read and worked out in the worker is the one that is read and worked out here", async () => {
  const runJob = await freshPage();
  let plans = 0;
  for (const { sheets } of sampleLayouts(60, 5)) {
    const here = readTables(sheets);
    const there = await runJob("readTables", [sheets, {}]);
    expect(there).toEqual(here);
    if (!there.plan) continue;
    plans++;
    expect(await runJob("evaluate", [there.plan, { name: "As planned" }])).toEqual(
      evaluate(here.plan!, { name: "As planned" }),
    );
  }
  expect(plans).toBeGreaterThan(10);
  expect(threads).toHaveLength(1);
});

test.each(["in a worker", "where a page has none"])("what a job throws is said as it is, %s", async (place) => {
  const runJob = await freshPage(place === "in a worker");
  const broken = { ...plan([lever({})]), levers: null as never };
  let thrown: unknown;
  try {
    evaluate(broken, { name: "As planned" });
  } catch (error) {
    thrown = error;
  }
  const { name, message } = thrown as Error;
  await expect(runJob("evaluate", [broken, { name: "As planned" }])).rejects.toMatchObject({ name, message });
  expect(await runJob("simulate", [request(1)])).toEqual(simulate(request(1)));
});

test("the job is done here where a page has no workers, forbids them, or loses its own", async () => {
  expect(await (await freshPage(false))("simulate", [request(1)])).toEqual(simulate(request(1)));
  ThreadWorker.broken = true;
  expect(await (await freshPage())("simulate", [request(1)])).toEqual(simulate(request(1)));
  ThreadWorker.broken = false;
  const runJob = await freshPage();
  const answers = [1, 2].map((seed) => runJob("simulate", [request(seed)]));
  threads[0]!.onerror!(new Error("gone"));
  expect(await Promise.all(answers)).toEqual([simulate(request(1)), simulate(request(2))]);
  expect(await runJob("simulate", [request(3)])).toEqual(simulate(request(3)));
  expect(threads).toHaveLength(1);
});

test("the job is done here where the worker cannot load its code", async () => {
  const runJob = await freshPage();
  const answer = runJob("simulate", [request(1)]);
  threads[0]!.onmessage!({ data: { isNotLoaded: true } });
  expect(await answer).toEqual(simulate(request(1)));
});

describe("cancelling", () => {
  test("ends a job that waits, and those behind it are done", async () => {
    const runJob = await freshPage();
    const cancel = new AbortController();
    const first = runJob("simulate", [request(1)]);
    const second = runJob("simulate", [request(2)], cancel.signal);
    const third = runJob("simulate", [request(3)]);
    cancel.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    expect(await Promise.all([first, third])).toEqual([simulate(request(1)), simulate(request(3))]);
    expect(threads).toHaveLength(1);
  });

  test("a job that goes on and on ends with its worker, and what waits is done in another", async () => {
    const runJob = await freshPage();
    const cancel = new AbortController();
    const endless = runJob("simulate", [request(1, 2_000_000_000)], cancel.signal);
    const waits = runJob("simulate", [request(2)]);
    cancel.abort();
    await expect(endless).rejects.toMatchObject({ name: "AbortError" });
    expect(await waits).toEqual(simulate(request(2)));
    expect(threads).toHaveLength(2);
  });

  test("is in time where there is no worker, and before anything began", async () => {
    const runJob = await freshPage(false);
    const cancel = new AbortController();
    const answer = runJob("simulate", [request(1, 2_000_000_000)], cancel.signal);
    cancel.abort();
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
    await expect(runJob("simulate", [request(1)], cancel.signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("a simulation of a plan, a job in steps", () => {
  const uncertain = plan(
    Array.from({ length: 12 }, (_, index) =>
      lever({ name: `L${index}`, effect: { kind: "amount", amount: 1 }, delivery: { low: 0.2, likely: 1, high: 1.2 } }),
    ),
  );
  const asked = { name: "x", trials: 60_000 };

  test.each([
    ["in the worker", true],
    ["here", false],
  ])("says how far it is and gives the same answer %s", async (_, hasWorkers) => {
    const runJob = await freshPage(hasWorkers);
    const parts: number[] = [];
    const answer = await runJob("simulatePlan", [uncertain, asked], undefined, (part) => parts.push(part));
    expect(answer).toEqual(simulatePlan(uncertain, asked));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.every((part) => part > 0 && part < 1)).toBe(true);
  });

  test("is cancelled half way, here too, and the page goes on", async () => {
    const runJob = await freshPage(false);
    const stop = new AbortController();
    const cancelled = runJob("simulatePlan", [uncertain, { ...asked, trials: 400_000 }], stop.signal, () =>
      stop.abort(new Error("Cancelled")),
    );
    await expect(cancelled).rejects.toThrow("Cancelled");
    expect(await runJob("simulate", [request(1)])).toEqual(simulate(request(1)));
  });
});
