/** Builds the sample workbook from assets/samples/facts: `npm run sample`. The same facts give the same bytes. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { namespace } from "../../src/functions/catalogue";
import { scenarioToXml } from "../../src/plan/scenarios/scenarioDocument";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { Facts } from "./facts";
import { readMeSheet } from "./readMe";
import { Styles } from "./sheetWriter";
import { fundingSheet, leversSheet, spendingSheet } from "./tables";

const samples = join(__dirname, "..", "..", "assets", "samples");

export function readFacts(): Facts {
  return JSON.parse(readFileSync(join(samples, "facts", "forward-view.json"), "utf8")) as Facts;
}

/** What the workbook holds: four sheets, and the stored scenario in a part of its own. */
function sampleContent(facts: Facts): WorkbookContent {
  const styles = new Styles();
  const sheets = [readMeSheet, spendingSheet, fundingSheet, leversSheet].map((build) => build(facts, styles).content);
  return {
    sheets,
    names: [],
    styles: styles.list,
    customXml: [{ id: "{5C2F8E0B-6E5D-4B55-9C0C-2F1B0C7A2D16}", xml: scenarioToXml(facts.scenario) }],
    settings: {},
    activeSheet: 0,
    notShown: [],
  };
}

/** The file's bytes: a blank workbook, whose only sheet becomes the first of the sample's. */
export async function sampleBytes(facts: Facts): Promise<Uint8Array> {
  const blank = newWorkbook();
  const content = sampleContent(facts);
  const [only] = (await readWorkbook(blank)).sheets;
  const [readMe] = content.sheets;
  if (only && readMe) readMe.partId = only.partId;
  return patchWorkbook(blank, content, { functionNamespaces: [namespace] });
}

async function writeSample(): Promise<void> {
  writeFileSync(join(samples, "forward-view.xlsx"), await sampleBytes(readFacts()));
}

if (require.main === module) void writeSample();
