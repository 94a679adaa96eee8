import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { planBook } from "../support/planBook";
import { pictureOf, valuesOf } from "../support/workbookPicture";
import { tasks } from "../../support/turns";

let standIn: StandIn;
beforeEach(async () => void ({ standIn } = await openAddin({ content: planBook() })));
afterEach(() => standIn.close());

/** A result whose amounts are formulas of the plan's own cells, beside texts that only look like formulas. */
function table(formulas: string[]): OutputTable {
  const rows = formulas.map((formula, index) => [`=Lever ${index}`, { formula }, 7]);
  return {
    id: "breakdown",
    sheetTitle: "As planned Breakdown",
    title: "=Title",
    noteLines: ["A note."],
    tableName: "SavingsBreakdown_AsPlanned",
    header: ["Lever", "2025/26", "Sum"],
    rows: [...rows, ["Total", { formula: "=SUM(B5:B6)" }, null]],
    numberFormats: [...rows, []].map(() => ["@", "#,##0.0", "#,##0.0"]),
  };
}

const first = table(["=Spending!B4*Spending!C4", "=Spending!B5*Spending!C5"]);
const write = (output: OutputTable, agreed = false) => writeBreakdown([output], { scenario: "As planned", agreed });
const cells = () =>
  valuesOf(standIn, "As planned Breakdown")
    .slice(4)
    .map((row) => row.slice(0, 2));

async function formulasOf(area: string): Promise<unknown[]> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("As planned Breakdown").getRange(area);
    range.load("formulas");
    await context.sync();
    return range.formulas.flat();
  });
}

async function type(address: string, value: unknown): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("As planned Breakdown").getRange(address).formulas = [[value]];
    await context.sync();
  });
}

it("is written as a formula that follows the plan, and text beside it stays text", async () => {
  await write(first);
  expect(cells()).toEqual([
    ["=Lever 0", 5],
    ["=Lever 1", 1],
    ["Total", 6],
  ]);
  expect(await formulasOf("B5:B7")).toEqual(["=Spending!B4*Spending!C4", "=Spending!B5*Spending!C5", "=SUM(B5:B6)"]);
  standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 200 }]);
  await standIn.recalculate();
  expect(cells()[2]).toEqual(["Total", 11]);
});

it("is not taken for typing by the next run, whatever its result has become", async () => {
  await write(first);
  standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 200 }]);
  await standIn.recalculate();
  expect(await write(first)).toMatchObject({ done: true, wouldReplace: [] });
  expect(await write(table(["=2", "=3"]))).toMatchObject({ done: true, wouldReplace: [] });
  expect(cells()).toEqual([
    ["=Lever 0", 2],
    ["=Lever 1", 3],
    ["Total", 5],
  ]);
});

it.each([
  ["another formula", "=1+1"],
  ["its own result", 5],
])("that the user has replaced by %s is reported", async (_what, typed) => {
  await write(first);
  await type("B5", typed);
  const answer = await write(first);
  expect(answer).toEqual({
    sheets: [],
    wouldReplace: ["'As planned Breakdown'!B5"],
    wouldBreak: [],
    wouldBreakOthers: [],
    hasNoRestore: false,
    wouldLose: [],
    wouldMisplace: [],
    done: false,
    undoSteps: null,
  });
  expect(await write(first, true)).toMatchObject({ done: true });
  expect(await formulasOf("B5")).toEqual(["=Spending!B4*Spending!C4"]);
});

it("is put back after a failure, a formula that the user has typed too", async () => {
  await write(first);
  await type("B6", "=1+1");
  const before = JSON.stringify(pictureOf(standIn));
  for (const action of [4, 8, 12, 16, 20]) {
    await tasks(10);
    standIn.play.failAtAction = action;
    await expect(write(table(["=20", "=30"]), true)).rejects.toMatchObject({ name: "WorkbookError" });
    standIn.play.failAtAction = null;
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  }
});
