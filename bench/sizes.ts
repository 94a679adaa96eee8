import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { budgets, type BundlePart } from "../scripts/check/bundleSize";
import type { Measure } from "./measure";

/** Scripts that the functions and the pane load first, after gzip. */
export function sizeMeasures(root: string): Measure[] {
  const parts = JSON.parse(readFileSync(join(root, "build", "chunks.json"), "utf8")) as BundlePart[];
  const sizeOf = (file: string): number => gzipSync(readFileSync(join(root, "dist", file)), { level: 9 }).length;
  return budgets(parts, sizeOf).map(({ what, size, most }) => ({
    what: `scripts of the ${what}`,
    value: size / 1024,
    unit: "kB",
    most: most / 1024,
  }));
}
