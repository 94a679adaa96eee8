import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { convert } from "../test/libreoffice/support/soffice";
import { secondsOf, type Measure } from "./measure";
import type { StandInFigures, Taken } from "./standInWork";

const run = promisify(execFile);

/** The Excel stand-in: what calculating and opening cost, beside LibreOffice and ExcelJS with the same files in the same run. */
export async function standInMeasures(root: string): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "savings-stand-in-"));
  try {
    const bundle = join(root, "build", "standInWork.cjs");
    await build({
      ...{ absWorkingDir: root, entryPoints: ["bench/standInWork.ts"], outfile: bundle, bundle: true },
      ...{ platform: "node", format: "cjs", target: "node20", logLevel: "error", external: ["@microsoft/office-js"] },
      ...{ mainFields: ["module", "main"], conditions: ["import"] },
    });
    const chainFile = join(folder, "chain.xlsx");
    const { stdout } = await run(process.execPath, [bundle, root, chainFile], { cwd: root, maxBuffer: 1 << 24 });
    const figures = JSON.parse(stdout.trim().split("\n").pop() ?? "") as StandInFigures;
    return measuresOf(figures, await calculatedByLibreOffice(chainFile));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Bars and figures are wall time, as a user waits; the notes say how much of it was processor time. */
function measuresOf(figures: StandInFigures, libreOffice: number | null): Measure[] {
  const megabytes = (figures.largeFile / 1e6).toFixed(1);
  const peer = (what: string, { wall }: Taken): Pick<Measure, "peer"> => ({ peer: { what, value: wall } });
  return [
    {
      ...measure("stand-in: a chain of 100,000 cells calculated", figures.chain, 12),
      ...(libreOffice === null ? {} : { peer: { what: "LibreOffice, from file to file", value: libreOffice } }),
    },
    measure("stand-in: the chain calculated again from its first cell", figures.chainAgain, 12),
    measure("stand-in: an edit that none of 100,000 formulas depends on", figures.unrelatedEdit),
    measure("stand-in: 10,000 cells of COMPOUNDEFF calculated", figures.functions, 3),
    {
      ...measure("stand-in: a file of 200,000 cells opened", figures.opening, 10),
      ...peer("ExcelJS, reading only", figures.openingElsewhere),
    },
    {
      ...measure(`stand-in: a file of ${megabytes} MB opened`, figures.openingLarge, 10),
      ...peer("ExcelJS, reading only", figures.openingLargeElsewhere),
    },
  ];
}

function measure(what: string, { wall, processor }: Taken, most?: number): Measure {
  const note = `processor time ${Number(processor.toPrecision(3))} s`;
  return { what, value: wall, unit: "s", note, ...(most === undefined ? {} : { most }) };
}

/** Formulas without values are calculated as LibreOffice opens the file; null where there is no LibreOffice. */
async function calculatedByLibreOffice(file: string): Promise<number | null> {
  try {
    return await secondsOf(() => convert(readFileSync(file), "xlsx"));
  } catch {
    return null;
  }
}
