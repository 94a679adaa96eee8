import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Measure } from "./measure";
import type { MemoryFigures } from "./memoryWork";

/** What a day's work with the stand-in leaves in memory. */
export async function memoryMeasures(root: string): Promise<Measure[]> {
  const bundle = join(root, "build", "memoryWork.cjs");
  await build({
    ...{ absWorkingDir: root, entryPoints: ["bench/memoryWork.ts"], outfile: bundle, bundle: true },
    ...{ platform: "node", format: "cjs", target: "node20", logLevel: "error", external: ["@microsoft/office-js"] },
    ...{ mainFields: ["module", "main"], conditions: ["import"] },
  });
  const { stdout } = await promisify(execFile)(process.execPath, [bundle, root], { cwd: root });
  const { run, undo, workbook } = JSON.parse(stdout.trim().split("\n").pop() ?? "") as MemoryFigures;
  return [
    { what: "stand-in: left in memory by a run, undo being full", value: run, unit: "MB", most: 0.03 },
    { what: "stand-in: a hundred runs that can be taken back", value: undo, unit: "MB", most: 25 },
    { what: "stand-in: left in memory by a closed workbook", value: workbook, unit: "MB", most: 0.1 },
  ];
}
