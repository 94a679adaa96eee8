import { version } from "../package.json";
import { OwnSheet } from "./ownSheet";
import { refusedWith, type Ground, type Probe } from "./probe";
import { argumentProbes } from "./probes/arguments";
import { storingProbes } from "./probes/storing";
import { writingProbes } from "./probes/writing";
import { leftBehind, takeAway, workbookState } from "./workbookState";

/** In the order of docs/real-excel.md. */
export const probes: readonly Probe[] = [...argumentProbes, ...writingProbes, ...storingProbes].sort(
  (one, other) => Number(one.no) - Number(other.no),
);

/** What goes into docs/real-excel.md. */
export interface SelfTestReport {
  selfTest: 1;
  addin: string;
  excel: { platform: string; version: string; officeJs: string; sets: Record<string, string> };
  /** Numbers of the probes where Excel is otherwise than believed. */
  otherwise: string[];
  probes: { no: string; question: string; found: string }[];
  /** What the self-test could not take away again. */
  leftBehind: string[];
}

/**
 * Runs all probes one after the other in the workbook that is open, which must be empty: nothing of anybody's is touched. What
 * they make is taken away again. @throws Error with a sentence where the workbook is not empty.
 */
export async function runSelfTest(
  ground: Pick<Ground, "namespace" | "byHand">,
  onProbe: (question: string) => void = () => undefined,
): Promise<SelfTestReport> {
  const before = await workbookState();
  const [filled] = before.filled;
  if (filled !== undefined || before.names.length > 0 || before.customXml.length > 0)
    throw new Error(
      `The self-test wants a workbook of its own, and this one has ${filled === undefined ? "names or custom XML in it" : `cells in '${filled}'`}: open a new one and start again there.`,
    );
  const found: SelfTestReport["probes"] = [];
  try {
    const sheet = await OwnSheet.make();
    for (const { no, question, find } of probes) {
      onProbe(question);
      const answer = await find({ ...ground, sheet }).catch(refusedWith);
      found.push({ no, question, found: answer });
    }
  } finally {
    await takeAway(before);
  }
  const isBelieved = (each: SelfTestReport["probes"][number]): boolean =>
    probes.some(({ no, believed }) => no === each.no && believed.includes(each.found));
  return {
    selfTest: 1,
    addin: version,
    excel: excelNow(),
    otherwise: found.filter((each) => !isBelieved(each)).map(({ no }) => no),
    probes: found,
    leftBehind: leftBehind(before, await workbookState()),
  };
}

function excelNow(): SelfTestReport["excel"] {
  const { requirements } = Office.context;
  // Not there before the runtime of the pane has told of it.
  const diagnostics = Office.context.diagnostics as Office.ContextInformation | undefined;
  const { OSF } = globalThis as unknown as { OSF?: { ConstantNames?: { FileVersion?: string } } };
  const highest = (set: string, most: number): string => {
    const versions = Array.from({ length: most }, (_, index) => `1.${most - index}`);
    return versions.find((each) => requirements.isSetSupported(set, each)) ?? "none";
  };
  return {
    platform: String(diagnostics?.platform ?? "not told"),
    version: diagnostics?.version ?? "not told",
    officeJs: OSF?.ConstantNames?.FileVersion ?? "not told",
    sets: {
      ExcelApi: highest("ExcelApi", 30),
      CustomFunctionsRuntime: highest("CustomFunctionsRuntime", 9),
      SharedRuntime: highest("SharedRuntime", 9),
    },
  };
}
