import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { runScenario } from "../../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../../src/workbook/write/writeBreakdown";
import { leverResult } from "../../support/leverResult";
import { planBook } from "../../support/planBook";
import { pictureOf, valuesOf } from "../../support/workbookPicture";

let standIn: StandIn;
// On the desktop, where an answer may be of any size.
beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook(), play: { responseLimit: null } })));
afterEach(() => standIn.close());

const sizes = () => [...standIn.workbook.settings].map(([key, value]) => key.length + String(value).length);
const total = () => sizes().reduce((sum, size) => sum + size, 0);
const keys = () => [...standIn.workbook.settings.keys()].filter((key) => key.startsWith("savings.written."));
const years = Array.from({ length: 20 }, (_, year) => `${2025 + year}/26`);

function result(levers: number, add = 0): OutputTable {
  const names = Array.from({ length: levers }, (_, lever) => `Lever number ${lever}`);
  return leverResult(names, years, (_lever, _year, row, column) => 100 * row + column + add);
}

/** Writes and says the most that the settings held meanwhile. */
async function most(table: OutputTable): Promise<number> {
  let largest = 0;
  const stop = standIn.onChange(({ kind }) => void (kind === "settings" && (largest = Math.max(largest, total()))));
  await writeBreakdown([table], { scenario: "As planned", agreed: true });
  stop();
  return Math.max(largest, total());
}

test.each([500, 3000, 9000])(
  "results of %i levers keep the journal and the records under 500 kB",
  async (levers) => {
    expect(await most(result(levers))).toBeLessThan(500_500);
    expect(await most(result(levers, 1))).toBeLessThan(500_500);
    // What the user has typed over is known, if only by its row.
    standIn.workbook.sheet("As planned Breakdown").write([{ row: 12, column: 4, value: 7 }]);
    await standIn.workbook.calculation.settle();
    const asked = await writeBreakdown([result(levers, 2)], { scenario: "As planned" });
    expect(asked.done).toBe(false);
    expect(asked.wouldReplace).toHaveLength(1);
    expect(asked.wouldReplace[0]).toMatch(/^'As planned Breakdown'!\w13$/);
  },
  120_000,
);

test("records that do not fit at all are left out, and then everything is asked about", async () => {
  expect(await most(result(20_000))).toBeLessThan(500_500);
  expect(keys()).toEqual([]);
  const asked = await writeBreakdown([result(20_000, 1)], { scenario: "As planned" });
  expect(asked.wouldReplace).toEqual(["'As planned Breakdown'!A4:U20004"]);
});

test("a failure is put back although the settings had no room for a journal, which is said before", async () => {
  const first = await writeBreakdown([result(3000)], { scenario: "As planned" });
  expect(first).toMatchObject({ done: true, hasNoRestore: false });
  const before = JSON.stringify(pictureOf(standIn));
  const asked = await writeBreakdown([result(2990, 1)], { scenario: "As planned" });
  expect(asked).toMatchObject({ done: false, hasNoRestore: true, wouldReplace: [] });
  expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  standIn.play.failAtRequest = 4;
  await expect(
    writeBreakdown([result(2990, 1)], { scenario: "As planned", agreed: true, largestRequest: 400_000 }),
  ).rejects.toMatchObject({ name: "WorkbookError" });
  expect(JSON.stringify(pictureOf(standIn))).toBe(before);
});

test("records of sheets that are gone go with the next run, those of other scenarios stay", async () => {
  await runScenario({ write: true });
  await runScenario({ write: true, scenario: "Low" });
  const of = (scenario: string) => standIn.workbook.sheets.filter(({ name }) => name.startsWith(scenario));
  expect(keys()).toHaveLength(of("As planned").length + of("Low").length);
  for (const sheet of of("As planned")) standIn.workbook.deleteSheet(sheet);
  await runScenario({ write: true, scenario: "High" });
  expect(keys()).toHaveLength(of("Low").length + of("High").length);
  // What stays still tells what was typed over.
  const low = standIn.workbook.sheet("Low Summary");
  const at = { row: low.tables[0]!.area.row + 1, column: low.tables[0]!.area.column + 1 };
  low.write([{ ...at, value: 7 }]);
  await standIn.workbook.calculation.settle();
  expect((await runScenario({ write: true, scenario: "Low" })).written?.wouldReplace).toHaveLength(1);
  expect(valuesOf(standIn, "Low Summary")[at.row]?.[at.column]).toBe(7);
});

test("settings beyond what Excel keeps are refused, and what was there stays", async () => {
  const add = (key: string, length: number) =>
    Excel.run(async (context) => {
      context.workbook.settings.add(key, "x".repeat(length));
      await context.sync();
    });
  await add("one", 1_500_000);
  await expect(add("two", 700_000)).rejects.toMatchObject({ code: "GeneralException" });
  expect([...standIn.workbook.settings.keys()]).toEqual(["one"]);
});
