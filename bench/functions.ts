/**
 * The functions against peers, in one run: nanoseconds of a scalar call; ATTRIBUTE against brute force over all subsets;
 * simulation against numpy (where python3 has it) and C (where there is a compiler). `npx tsx bench/functions.ts` prints
 * the tables of docs/performance.md; `npm run bench -- functions` prints them beside the other measures.
 */
import { cpus } from "node:os";
import { attribute } from "../src/engine/attribution/attribute";
import { callFunction } from "../src/functions/call";
import { catalogue } from "../src/functions/catalogue";
import { readFormula, recordOf } from "../test/functions/support/formula";
import { bruteForceShapley } from "../test/engine/support/bruteForce";
import { compiledSimulation, numpySimulation } from "./functionsPeers";
import type { Measure } from "./measure";
import { shapleyAtAllNodes } from "./peers/shapleyAllNodes";
import { median, medianTime, processorTime } from "./medianTime";

/** A measure of one call: of milliseconds, or of nanoseconds where they are few. */
type CallMeasure = Omit<Measure, "unit"> & { unit: "ms" | "ns" };

/** All measures; the ones with a bar first. */
export async function functionMeasures(): Promise<CallMeasure[]> {
  return [...frameMeasures(), ...attributionMeasures(), ...(await simulationMeasures()), ...scalarMeasures()];
}

/** One call of each function that answers at once, on its first documented example. */
function scalarMeasures(): CallMeasure[] {
  return catalogue.flatMap((record) => {
    const { given } = readFormula(record.examples[0].formula);
    if (callFunction(record, given) instanceof Promise) return [];
    const milliseconds = medianTime(() => callFunction(record, given), { calls: 2000, rounds: 15 });
    return [{ what: `one call of ${record.examples[0].formula}`, value: milliseconds * 1e6, unit: "ns" }];
  });
}

/** Frames of 1,000 levers and 50 years, as the bars name them. */
function frameMeasures(): CallMeasure[] {
  const draw = randomNumbers(7);
  const frame = Array.from({ length: 1000 }, () => Array.from({ length: 50 }, () => 0.2 * draw()));
  const rest = frame.map((row) => row.map((x) => 1 - x));
  const run = (name: string, ...given: unknown[]): number =>
    medianTime(() => callFunction(recordOf(name), given), { calls: 1, rounds: 7 });
  const years = frame[0]!.map((_, year) => frame.map((row) => row[year]!));
  const shapley = (split: typeof attribute): number =>
    medianTime(() => years.forEach((effects) => split(100, effects)), { calls: 1, rounds: 15 });
  const allNodes = shapley(shapleyAtAllNodes);
  return [
    { what: "Shapley of 1,000 levers × 50 years", value: run("ATTRIBUTE", [[100]], frame), unit: "ms", most: 50 },
    {
      what: "the same without the function's cells",
      value: shapley((base, effects) => attribute(base, effects)),
      unit: "ms",
      most: (2 / 3) * allNodes,
      peer: { what: "at all nodes, as until version 0.1", value: allNodes },
    },
    ...[["shapley"], ["lmdi"], ["sequential"]].map((method): CallMeasure => {
      const what = `DECOMPOSE of 1,000 factors × 50 categories, ${method[0]}`;
      return { what, value: run("DECOMPOSE", frame, rest, [method]), unit: "ms", most: 100 };
    }),
    { what: "REALTERMS of 1,000 × 50 cells", value: run("REALTERMS", frame, [[104]], [[100]]), unit: "ms", most: 100 },
  ];
}

function attributionMeasures(): CallMeasure[] {
  const draw = randomNumbers(11);
  return [10, 15, 20, 100, 1000, 10000].map((levers) => {
    const effects = Array.from({ length: levers }, () => 0.3 * draw());
    const calls = Math.max(1, Math.round(20000 / levers));
    const value = medianTime(() => attribute(100, effects), { calls, rounds: 9 });
    const measure: CallMeasure = { what: `exact Shapley values of ${levers} levers`, value, unit: "ms" };
    if (levers > 20) return measure;
    const slow = medianTime(() => bruteForceShapley(effects), { calls: 1, rounds: levers > 15 ? 1 : 5 });
    return { ...measure, peer: { what: "brute force over 2^m subsets", value: slow } };
  });
}

async function simulationMeasures(): Promise<CallMeasure[]> {
  const levers = 50;
  const [low, likely, high] = [
    Array.from({ length: levers }, (_, i) => [i]),
    Array.from({ length: levers }, (_, i) => [i + 1 + (i % 3) / 2]),
    Array.from({ length: levers }, (_, i) => [i + 4]),
  ];
  const range = recordOf("DELIVERYRANGE");
  const measures: CallMeasure[] = [];
  for (const trials of [10_000, 100_000]) {
    const times: number[] = [];
    for (let round = 0; round < 9; round++) {
      const start = processorTime();
      await callFunction(range, [[[0.1, 0.5, 0.9]], low, likely, high, [[0.3]], [[trials]], [[1]]]);
      times.push(processorTime() - start);
    }
    const what = `DELIVERYRANGE, ${levers} levers, ${trials} trials`;
    const value = median(times.slice(2));
    const input = { low: low.flat(), likely: likely.flat(), high: high.flat(), correlation: 0.3, trials };
    const peers = [numpySimulation(input), compiledSimulation(input)].flatMap((peer) => peer ?? []);
    if (peers.length === 0) measures.push({ what, value, unit: "ms", note: "no peer on this machine" });
    for (const peer of peers) {
      const isBar = trials === 100_000 && peer.what.startsWith("C,");
      measures.push({ what, value, unit: "ms", peer, ...(isBar && { most: 1.5 * peer.value }) });
    }
  }
  return measures;
}

function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

if (require.main === module) {
  void functionMeasures().then((measures) => {
    console.log(`${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} processors, Node ${process.version}\n`);
    console.log("| what | ours | peer | peer / ours |\n| --- | ---: | --- | ---: |");
    for (const { what, value, unit, peer, note } of measures) {
      const beside = peer
        ? `${peer.what}: ${shown(peer.value)} ${unit} | ${shown(peer.value / value)}`
        : `${note ?? ""} | `;
      console.log(`| ${what} | ${shown(value)} ${unit} | ${beside} |`);
    }
  });
}

function shown(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));
}
