/** Builds the sample workbooks from assets/samples/facts: `npm run sample`. The same facts give the same bytes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scenarioToXml } from "../../src/plan/scenarios/scenarioDocument";
import { mtfsSheets } from "./councilMtfs/appendices";
import type { MtfsFacts } from "./councilMtfs/facts";
import { fileOf } from "./forFile";
import type { Facts } from "./forwardView/facts";
import { readMeSheet } from "./forwardView/readMe";
import { fundingSheet, leversSheet, spendingSheet } from "./forwardView/tables";
import { Styles } from "./sheetWriter";
import type { TrackerFacts } from "./trustTracker/facts";
import { trackerSheets } from "./trustTracker/sheets";

const samples = join(__dirname, "..", "..", "assets", "samples");

interface FactsOf {
  "forward-view": Facts;
  "trust-tracker": TrackerFacts;
  "council-mtfs": MtfsFacts;
}

export type SampleName = keyof FactsOf;

export function readFacts<Name extends SampleName>(name: Name): FactsOf[Name] {
  return JSON.parse(readFileSync(join(samples, "facts", `${name}.json`), "utf8")) as FactsOf[Name];
}

/** The file of a sample, by its name. */
export const sampleBytes: Record<SampleName, () => Promise<Uint8Array>> = {
  "forward-view": () => {
    const facts = readFacts("forward-view");
    const styles = new Styles();
    const title = "Five Year Forward View, sample of Savings Attribution";
    const tables = [spendingSheet, fundingSheet, leversSheet].map((build) => build(facts, styles).printAll(title, 4));
    const sheets = [readMeSheet(facts, styles).printAll(title), ...tables];
    const id = "{5C2F8E0B-6E5D-4B55-9C0C-2F1B0C7A2D16}";
    return fileOf(sheets, styles, [{ id, xml: scenarioToXml(facts.scenario) }]);
  },
  "trust-tracker": () => {
    const styles = new Styles();
    return fileOf(trackerSheets(readFacts("trust-tracker"), styles), styles);
  },
  "council-mtfs": () => {
    const styles = new Styles();
    return fileOf(mtfsSheets(readFacts("council-mtfs"), styles), styles);
  },
};

async function writeSamples(): Promise<void> {
  for (const [name, bytes] of Object.entries(sampleBytes)) writeFileSync(join(samples, `${name}.xlsx`), await bytes());
}

if (require.main === module) void writeSamples();
