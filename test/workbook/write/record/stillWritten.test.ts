import { openAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { watchChanges } from "../../../../src/workbook/excel/watchChanges";
import { runScenario } from "../../../../src/workbook/runScenario";
import { isStillWritten } from "../../../../src/workbook/write/record/stillWritten";
import { writeBreakdown, type Written } from "../../../../src/workbook/write/writeBreakdown";
import { turns } from "../../../support/turns";
import { changedTables } from "../../support/changedTables";
import { planBook } from "../../support/planBook";

const scenario = { scenario: "As planned", agreed: true };

let standIn: StandIn;
afterEach(() => standIn.close());

const steps = () => standIn.workbook.calculation.history.steps.undos;
const isThere = ({ sheets }: Written) => isStillWritten(sheets.map(({ before }) => before));

async function press(key: "undo" | "redo"): Promise<void> {
  await standIn.workbook.calculation[key]();
  await standIn.workbook.calculation.settle();
}

describe.each(["1.17", "1.20"])("in an Excel of ExcelApi %s", (excelapi) => {
  beforeEach(async () => {
    const requirements = { ...defaultRequirements, excelapi };
    const play = { undoGroups: excelapi === "1.20" ? ({ on: "web" } as const) : null };
    ({ standIn } = await openAddin({ content: planBook(), requirements, play }));
  });

  it.each(["a first write", "an update", "an update that takes rows out"])("%s is there until undo", async (which) => {
    const { tables } = await runScenario();
    if (which !== "a first write") await writeBreakdown(tables, scenario);
    const fewer = tables.map((table) => ({ ...table, rows: table.rows.slice(0, -1) }));
    const next = { "a first write": tables, "an update": changedTables(tables) }[which] ?? fewer;
    const stepsBefore = steps();
    const written = await writeBreakdown(next, scenario);
    expect(await isThere(written)).toBe(true);
    const count = steps() - stepsBefore;
    for (let step = 0; step < count; step++) {
      await press("undo");
      // From the first of several steps on it is not all there any more.
      expect(await isThere(written)).toBe(false);
    }
    for (let step = 0; step < count; step++) await press("redo");
    expect(await isThere(written)).toBe(true);
  });

  it("what the user types into results, or undoes of that, takes nothing back", async () => {
    const { tables } = await runScenario();
    await writeBreakdown(tables, scenario);
    const written = await writeBreakdown(changedTables(tables), scenario);
    const results = standIn.workbook.sheet("As planned Breakdown");
    standIn.workbook.as("user", () => results.write([{ row: 5, column: 1, value: 99 }]));
    await turns(20);
    expect(await isThere(written)).toBe(true);
  });

  it("an update that changes nothing is not taken for taken back", async () => {
    const { tables } = await runScenario();
    await writeBreakdown(tables, scenario);
    expect(await isThere(await writeBreakdown(tables, scenario))).toBe(true);
  });

  it("sheets that the user deletes are not there", async () => {
    const written = (await runScenario({ write: true })).written!;
    standIn.workbook.deleteSheet(standIn.workbook.sheet(written.sheets[0]!.name));
    expect(await isThere(written)).toBe(false);
  });

  it("undo and redo are told as changes of results, the write itself is not", async () => {
    await runScenario({ write: true });
    await turns(400);
    const told: string[] = [];
    const stop = await watchChanges((changed) => told.push(changed));
    const { tables } = await runScenario({ scenario: "As planned" });
    await writeBreakdown(changedTables(tables), scenario);
    await turns(400);
    expect(told).toEqual([]);
    await press("undo");
    await turns(400);
    expect(new Set(told)).toEqual(new Set(["results"]));
    await stop();
  });
});
