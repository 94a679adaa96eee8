import { openAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { Sheet } from "@workbooks/stand-in/workbook/sheet";
import { shiftCells } from "@workbooks/stand-in/workbook/cells/cellShift";
import { writeBreakdown } from "../../../../src/workbook/write/writeBreakdown";
import { leverResult } from "../../support/leverResult";
import { planBook } from "../../support/planBook";
import { pictureOf } from "../../support/workbookPicture";

let standIn: StandIn;
afterEach(() => standIn.close());

const years = ["2025/26", "2026/27", "2027/28"];
const names = Array.from({ length: 8 }, (_, row) => `Lever ${row}`);
const cells = (add: number) => (_lever: string, _year: string, row: number, column: number) => 100 * row + column + add;
const first = leverResult(names, years, cells(0));
const next = {
  same: leverResult(names, years, cells(1)),
  shorter: leverResult(names.slice(1), years, cells(1)),
  longer: leverResult([...names, "One more"], years, cells(1)),
};
const write = (table: typeof first) => writeBreakdown([table], { scenario: "As planned", agreed: true });
const picture = () =>
  JSON.stringify(pictureOf(standIn), (key, value: unknown) => (key === "settings" ? undefined : value));
const results = () => standIn.workbook.sheet("As planned Breakdown");

/** What a co-author does to the table whose heading is in A4. */
const edits: Record<string, (sheet: Sheet) => unknown> = {
  "types into a result": (sheet) => sheet.write([{ row: 6, column: 2, value: 777 }]),
  "types into our title": (sheet) => sheet.write([{ row: 0, column: 0, value: "Our own title" }]),
  "types a formula": (sheet) => sheet.write([{ row: 6, column: 2, value: null, formula: "=1+1" }]),
  "puts a row into the table": (sheet) => {
    shiftCells(standIn.workbook, sheet, { row: 6, column: 0, rowCount: 1, columnCount: 4 }, "down");
    sheet.write([
      { row: 6, column: 0, value: "Their lever" },
      { row: 6, column: 1, value: 5 },
    ]);
  },
  "puts a row above the table": (sheet) => {
    shiftCells(standIn.workbook, sheet, { row: 1, column: 0, rowCount: 1, columnCount: 20 }, "down");
    sheet.write([{ row: 1, column: 0, value: "A line of theirs" }]);
  },
};

describe.each(["1.17", "1.20"])("a co-author, in an Excel of ExcelApi %s", (excelapi) => {
  beforeEach(async () => {
    const play = { undoGroups: excelapi === "1.20" ? ({ on: "web" } as const) : null };
    ({ standIn } = await openAddin({
      ...{ content: planBook(), play, requirements: { ...defaultRequirements, excelapi } },
    }));
    await write(first);
  });

  it.each(Object.entries(edits))("who %s while we write loses nothing, and it is said", async (_what, edit) => {
    for (const table of Object.values(next)) {
      const { syncs } = standIn.counters;
      let isDone = false;
      let theirs = "";
      standIn.play.beforeRequest = async () => {
        // After our look, before anything is written.
        if (isDone || standIn.counters.syncs !== syncs + 2) return;
        isDone = true;
        await edit(results());
        await standIn.workbook.calculation.settle();
        theirs = picture();
      };
      const failure = await write(table).then(
        () => null,
        (error: unknown) => error,
      );
      standIn.play.beforeRequest = null;
      expect(isDone).toBe(true);
      expect(failure).toMatchObject({
        kind: "changed",
        message:
          "Somebody was changing the sheet As planned Breakdown just then, so nothing was written; look at it, then write again.",
      });
      expect(picture()).toBe(theirs);
      expect([...standIn.workbook.settings.keys()].filter((key) => /journal|underWay/.test(key))).toEqual([]);
      await write(first);
    }
  });

  const within = Object.entries(edits).filter(([what]) => what !== "puts a row above the table");
  it.each(within)("who %s between two runs is asked about", async (_what, edit) => {
    await standIn.workbook.as("otherPerson", () => edit(results()));
    await standIn.workbook.calculation.settle();
    const theirs = JSON.stringify(pictureOf(standIn));
    const asked = await writeBreakdown([next.same], { scenario: "As planned" });
    expect(asked.done).toBe(false);
    expect(asked.wouldReplace.length + asked.wouldLose.length).toBeGreaterThan(0);
    expect(JSON.stringify(pictureOf(standIn))).toBe(theirs);
  });
});
