import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Measure } from "./measure";
import type { ReadingFigures } from "./readingWork";

/** Reading a large workbook again over the stand-in: its cells, and the plan in them. */
export async function readingMeasures(root: string): Promise<Measure[]> {
  const bundle = join(root, "build", "readingWork.cjs");
  await build({
    ...{ absWorkingDir: root, entryPoints: ["bench/readingWork.ts"], outfile: bundle, bundle: true },
    ...{ platform: "node", format: "cjs", target: "node20", logLevel: "error", external: ["@microsoft/office-js"] },
    ...{ mainFields: ["module", "main"], conditions: ["import"] },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [bundle], { cwd: root });
  const figures = JSON.parse(stdout.trim().split("\n").pop() ?? "") as ReadingFigures[];
  return figures.map(({ what, most, cells, plan, firstPlan, syncs }) => ({
    ...{ what: `read again: ${what}`, value: cells + plan, unit: "s", most },
    note: `its cells ${shown(cells)} s in ${syncs} syncs, the plan in them ${shown(plan)} s (the first time ${shown(firstPlan)} s)`,
  }));
}

function shown(seconds: number): number {
  return Number(seconds.toPrecision(2));
}
