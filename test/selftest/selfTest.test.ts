import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openAddin, type AddinOptions, type OpenAddin } from "@workbooks/stand-in/addin";
import { beliefs, type Belief } from "@workbooks/stand-in/beliefs";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import { functionsMetadata } from "../../selftest/metadata";
import { received } from "../../selftest/received";
import { probes, runSelfTest, type SelfTestReport } from "../../selftest/runSelfTest";
import { bookOf } from "../workbook/support/planBook";

/** Excel on the web with undo groups, or as a test has it. */
async function selfTest(options: AddinOptions = {}, turned: Belief[] = []): Promise<SelfTestReport> {
  const addin = await openAddin({
    functions: { ...functionsMetadata(), namespace: "SAVINGSDEV" },
    requirements: { ...defaultRequirements, excelapi: "1.20" },
    onInternalError: (error) => error && console.error(error),
    play: { undoGroups: { on: "web" }, turned: new Set(turned) },
    ...options,
  });
  try {
    CustomFunctions.associate("RECEIVED", received);
    return await runSelfTest({ namespace: "SAVINGSDEV", byHand: () => undo(addin) });
  } finally {
    addin.close();
  }
}

async function undo({ standIn }: OpenAddin): Promise<boolean> {
  await standIn.workbook.calculation.undo();
  return true;
}

test("on the stand-in all is as believed, and nothing is left behind; docs/real-excel.md has it", async () => {
  const report = await selfTest();
  expect(report).toMatchObject({ otherwise: [], leftBehind: [] });
  expect(report.probes.map(({ no }) => no)).toEqual(probes.map(({ no }) => no));
  const page = readFileSync(join(__dirname, "..", "..", "docs", "real-excel.md"), "utf8");
  const [, shown] = /<!-- self-test: the stand-in's -->\n+```json\n([^`]*)\n```/.exec(page) ?? [];
  expect(shown).toBe(JSON.stringify(report, null, 2));
  // Its table has each of the probes, too.
  for (const { no } of probes) expect(page).toMatch(new RegExp(`\\n\\| ${no} +\\| [^|]+\\| [^|]+\\|\\n`));
});

/** Each belief turned round, and the probes that must then say otherwise. */
const found: [belief: Belief, no: string[]][] = [
  ["a skipped argument is null", ["1", "2"]],
  ["a blank cell is null or 0", ["3", "4"]],
  ["an error cell reaches a function", ["5"]],
  ["a function is told which cells it was given", ["5"]],
  ["Excel takes TableCollection.add", ["6", "7", "8", "9"]],
  ["an undo group is one step", ["7"]],
  ["Excel takes Worksheet.delete", ["8", "9", "10"]],
  ["an undo group refuses what has no undo", ["10"]],
  ["Excel takes Range.values", ["11"]],
  ["Excel takes Range.formulas", ["1", "2", "3", "4", "5", "6", "7", "8", "9", "13", "15"]],
  ["Excel takes CustomXmlPart.setXml", ["12"]],
  ["undo leaves custom XML alone", ["13"]],
  ["Excel takes SettingCollection.add", ["6", "7", "8", "9", "14"]],
  ["an event names the add-in's own edit", ["15"]],
];

test("every probe and every belief is turned round once", () => {
  expect(new Set(found.flatMap(([, nos]) => nos))).toEqual(new Set(probes.map(({ no }) => no)));
  expect(found.map(([belief]) => belief)).toEqual(expect.arrayContaining([...beliefs]));
});

test.each(found)("where it does not hold that %s, that is found", async (belief, nos) => {
  const { otherwise, probes: said } = await selfTest({}, [belief]);
  expect(otherwise).toEqual(nos);
  for (const no of nos) expect(said.find((each) => each.no === no)?.found).toBeTruthy();
});

test.each(["desktop", "web"] as const)(
  "blanks as on the %s are as believed, with and without undo groups",
  async (blanks) => {
    for (const undoGroups of [null, { on: blanks }])
      expect(await selfTest({ blanks, play: { undoGroups } })).toMatchObject({ leftBehind: [] });
  },
);

test("nothing of it is in what ships", () => {
  const dist = join(__dirname, "..", "..", "dist");
  const files = readdirSync(dist).filter((name) => /\.(?:js|json|html)$/.test(name));
  expect(files).toContain("functions.json");
  for (const name of files) expect(readFileSync(join(dist, name), "utf8")).not.toMatch(/RECEIVED\b|Self-test/);
});

test("a workbook with anything in it is left alone", async () => {
  const content = bookOf({ Costs: [["Salaries", 100]] });
  const addin = await openAddin({ content, functions: { ...functionsMetadata(), namespace: "SAVINGSDEV" } });
  const before = JSON.stringify(addin.standIn.content());
  const hand = { namespace: "SAVINGSDEV", byHand: () => Promise.resolve(true) };
  await expect(runSelfTest(hand)).rejects.toThrow(
    "The self-test wants a workbook of its own, and this one has cells in 'Costs': open a new one and start again there.",
  );
  expect(JSON.stringify(addin.standIn.content())).toBe(before);
  addin.close();
});

test("what is not done by hand is said so", async () => {
  const addin = await openAddin({
    functions: { ...functionsMetadata(), namespace: "SAVINGSDEV" },
    requirements: { ...defaultRequirements, excelapi: "1.20" },
    play: { undoGroups: { on: "web" } },
  });
  CustomFunctions.associate("RECEIVED", received);
  const report = await runSelfTest({ namespace: "SAVINGSDEV", byHand: () => Promise.resolve(false) });
  expect(report.otherwise).toEqual(["7", "13"]);
  addin.close();
});
