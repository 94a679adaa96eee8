/**
 * Measures what users wait for, against the bars that were set: `npm run bench`. Prints a table, writes build/bench.json, and ends
 * with 1 where a bar is missed. `-- sizes preview` for some parts only.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { bundleStale } from "../scripts/build/bundleStandIn";
import { buildStale } from "../scripts/build/buildStale";
import { helpIfAsked } from "../scripts/help";
import { commandLineMeasures } from "./commandLine";
import { functionMeasures } from "./functions";
import { isOver, type Measure } from "./measure";
import { memoryMeasures } from "./memory";
import { paneMeasures } from "./pane";
import { planMeasures } from "./plan";
import { planInCellsMeasures } from "./planInCells";
import { portableMeasures } from "./portable";
import { previewMeasures } from "./preview";
import { readingMeasures } from "./reading";
import { sizeMeasures } from "./sizes";
import { standInMeasures } from "./standIn";

const root = join(__dirname, "..");

// The mathematics first: what a browser and servers leave in the process makes it twice as slow.
const parts: Record<string, () => Measure[] | Promise<Measure[]>> = {
  functions: functionMeasures,
  sizes: () => sizeMeasures(root),
  commandLine: () => commandLineMeasures(root),
  preview: () => previewMeasures(root),
  pane: () => paneMeasures(root),
  plan: planMeasures,
  planInCells: planInCellsMeasures,
  portable: () => portableMeasures(root),
  reading: () => readingMeasures(root),
  standIn: () => standInMeasures(root),
  memory: () => memoryMeasures(root),
};

helpIfAsked(`Measures what users wait for, against the bars that were set; ends with 1 where one is missed.

  npm run bench                            everything; the figures are also written to build/bench.json
  npm run bench -- sizes preview           only these, of:
    ${Object.keys(parts).join(", ")}`);

void main(process.argv.slice(2));

async function main(asked: string[]): Promise<void> {
  const unknown = asked.filter((name) => !(name in parts));
  if (unknown.length > 0) {
    console.error(`bench: '${unknown.join("', '")}' is none of ${Object.keys(parts).join(", ")}.`);
    process.exit(2);
  }
  const say = (line: string): void => console.error(line);
  await buildStale(undefined, say);
  await bundleStale(["preview", "server", "savings"], say);
  const measures: Measure[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    for (const one of await measure()) {
      measures.push(one);
      console.log(lineOf(one));
    }
  }
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? "", node: process.version };
  mkdirSync(join(root, "build"), { recursive: true });
  writeFileSync(join(root, "build", "bench.json"), `${JSON.stringify({ machine, measures }, null, 2)}\n`);
  process.exit(measures.some(isOver) ? 1 : 0);
}

function lineOf(measure: Measure): string {
  const { what, value, unit, most, peer, note } = measure;
  const cells = [
    isOver(measure) ? "✗" : most === undefined ? " " : "✓",
    what.padEnd(58),
    `${shown(value)} ${unit}`.padStart(12),
    (most === undefined ? "" : `at most ${shown(most)}`).padEnd(14),
    peer ? `${peer.what}: ${shown(peer.value)} ${unit}, ${shown(peer.value / value)} times` : "",
    note ?? "",
  ];
  return cells.join("  ").trimEnd();
}

/** Three significant digits. */
function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)));
}
