import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import type { Scenario } from "../../../src/plan/scenario";
import { simulatePlan } from "../../../src/plan/evaluation/simulation/simulation";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { saveScenarios } from "../../../src/workbook/scenarios/saveScenarios";
import { setOpensWithDocument } from "../../../src/workbook/share/openWithDocument";
import { ours } from "../../packages/xlsx/support/edited";
import { openXmlFindings } from "../../support/openXml";
import { planBook } from "../support/planBook";

let standIn: StandIn;
afterEach(() => standIn.close());

const open = async (content: WorkbookContent): Promise<void> => void ({ standIn } = await openAddin({ content }));
const addIn = { id: "f2b09d37-2f00-4c2e-824c-acf7a57ce868", version: "1.0.0.0" };
/** The workbook as a file, as it is sent. */
const sent = async (): Promise<Uint8Array> => patchWorkbook(newWorkbook(), { ...standIn.content(), addIn }, ours);

const levers = [
  ["Lever", "Group", "Applies to", "Saving", "Start", "Low", "Likely", "High"],
  ["Theatres", "Provider", "Acute", 3, "2025/26", 0.5, 0.8, 1.1],
  ["Admissions", "Demand", "Acute", 2, "2026/27", 0.4, 0.7, 1],
];
const mine: Scenario = {
  name: "Mine & <yours> – 2",
  off: ["Admissions"],
  leverFactors: { Theatres: 0.75 },
  growthChange: 0.01,
  correlation: 0.4,
  trials: 1000,
  seed: 42,
};

async function withScenario(): Promise<void> {
  await open(planBook({ Levers: levers }));
  const { scenarios } = await readWorkbookPlan();
  await saveScenarios(scenarios, [
    ...scenarios,
    { scenario: mine, builtIn: false, readOnly: false, message: null, part: null },
  ]);
}

async function drawn(): Promise<unknown> {
  const { plan, scenarios } = await readWorkbookPlan();
  const stored = scenarios.find(({ scenario }) => scenario.name === mine.name)!;
  return simulatePlan(plan!, stored.scenario);
}

test("who gets the file has the same scenarios, and with the same seed the same digits", async () => {
  await withScenario();
  const before = await drawn();
  const file = await sent();
  standIn.close();
  await open(await readWorkbook(file, ours));
  const { scenarios } = await readWorkbookPlan();
  expect(scenarios.filter(({ builtIn }) => !builtIn).map(({ scenario }) => scenario)).toEqual([mine]);
  expect(await drawn()).toEqual(before);
});

test("the file is valid to the Open XML SDK, with scenarios and the setting that opens the pane", async () => {
  await withScenario();
  await setOpensWithDocument(true);
  const file = await sent();
  expect(await openXmlFindings([file])).toEqual([[]]);
  expect((await readWorkbook(file, ours)).settings).toEqual({ "Office.AutoShowTaskpaneWithDocument": true });
  await setOpensWithDocument(false);
  expect((await readWorkbook(await sent(), ours)).settings).toEqual({});
});

test("a document that is written otherwise stays as it is until its scenario is changed: another one's save leaves it", async () => {
  await withScenario();
  const old = '<scenario xmlns="urn:savings-attribution:scenario:1" name="Old">\n  <horizon>1</horizon>\n</scenario>';
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.add(old);
    await context.sync();
  });
  const stored = async (name: string) =>
    (await readWorkbookPlan()).scenarios.find(({ scenario }) => scenario.name === name);
  const { scenarios } = await readWorkbookPlan();
  await saveScenarios(
    scenarios,
    scenarios.map((one) => (one.scenario.name === mine.name ? { ...one, scenario: { ...mine, seed: 7 } } : one)),
  );
  expect((await stored("Old"))?.part?.xml).toBe(old);
  expect((await stored(mine.name))?.scenario.seed).toBe(7);
  const again = (await readWorkbookPlan()).scenarios;
  await saveScenarios(
    again,
    again.map((one) => (one.scenario.name === "Old" ? { ...one, scenario: { name: "Old", horizon: 2 } } : one)),
  );
  expect((await stored("Old"))?.part?.xml).toContain('version="1"');
});
