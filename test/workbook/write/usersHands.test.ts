import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { TableContent, WorkbookContent } from "@workbooks/xlsx/content";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { tasks } from "../../support/turns";
import { leverResult } from "../support/leverResult";
import { bookOf } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

let standIn: StandIn;
afterEach(() => standIn.close());

/** A hidden name of ours whose sheet the user has deleted means nothing, and Excel would not take it back. */
function picture(): string {
  const { names, ...others } = pictureOf(standIn) as { names: { formula: string }[] };
  return JSON.stringify({ ...others, names: names.filter(({ formula }) => !formula.startsWith("#REF!")) }, null, 1);
}

/** A lever and a year less, a lever and a year more, in another order. */
const first = leverResult(["A", "B", "C", "D"], ["p", "q", "r"]);
const next = leverResult(["New", "D", "A", "C"], ["q", "r", "s"]);
const shorter = leverResult(["A", "D"], ["p", "q", "r"]);
const longer = leverResult(["A", "X", "B", "C", "D", "Y"], ["p", "q", "r", "s"]);
const sheetName = first.sheetTitle;

type Hand = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void | Promise<void>;

/** What users do to our sheet between two runs; headings stand in row 4, A to D, levers in rows 5 to 8. */
const hands: Record<string, Hand> = {
  "a column of their own between ours": (sheet) =>
    void sheet.tables.getItem(first.tableName).columns.add(2, [["Mine"], ["a"], ["b"], ["c"], ["d"]]),
  "a column of the sheet put in before the table": (sheet) => void sheet.getRange("A:A").insert("Right"),
  "rows of the sheet put in above": (sheet) => {
    sheet.getRange("1:2").insert("Down");
    sheet.getRange("A1").values = [["Theirs"]];
  },
  "the table sorted": (sheet) => sheet.tables.getItem(first.tableName).sort.apply([{ key: 0, ascending: false }]),
  "rows hidden": (sheet) => void (sheet.getRange("6:6").rowHidden = true),
  "columns hidden": (sheet) => void (sheet.getRange("C:C").columnHidden = true),
  "other panes frozen": (sheet) => sheet.freezePanes.freezeRows(1),
  "cells merged below": (sheet) => {
    sheet.getRange("A11").values = [["merged"]];
    sheet.getRange("A11:C12").merge();
  },
  "cells merged below and beyond": (sheet) => {
    sheet.getRange("C11").values = [["merged"]];
    sheet.getRange("C11:F11").merge();
  },
  "cells merged beside": (sheet) => {
    sheet.getRange("F3").values = [["merged"]];
    sheet.getRange("F3:F6").merge();
  },
  "a totals row": (sheet) => void (sheet.tables.getItem(first.tableName).showTotals = true),
  "a table of their own below": (sheet) => {
    sheet.getRange("A11:B13").values = [
      ["Mine", "Yours"],
      ["x", 1],
      ["y", 2],
    ];
    sheet.tables.add("A11:B13", true).name = "Below";
  },
  "a wider table of their own below": (sheet) => {
    sheet.getRange("B11:F13").values = [
      ["M", "N", "O", "P", "Q"],
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ];
    sheet.tables.add("B11:F13", true).name = "Below";
  },
  "a table of their own right beside": (sheet) => {
    sheet.getRange("E4:F8").values = [
      ["M", "N"],
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ];
    sheet.tables.add("E4:F8", true).name = "Beside";
  },
  "a taller table of their own beside": (sheet) => {
    sheet.getRange("F4:G12").values = Array.from({ length: 9 }, (_, row) => (row === 0 ? ["M", "N"] : [row, row]));
    sheet.tables.add("F4:G12", true).name = "Beside";
  },
  "a wider block of their own below": (sheet) => {
    sheet.getRange("A11:F12").values = [
      ["r1", 1, 2, 3, 4, 5],
      ["r2", 6, 7, 8, 9, 10],
    ];
  },
  "notes beside, a column free": (sheet) => {
    sheet.getRange("F5:F8").values = [["on A"], ["on B"], ["on C"], ["on D"]];
  },
  "a chart on our table": (sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A4:B8"), "Columns");
    chart.name = "Theirs";
    chart.left = 500;
  },
  "names of our cells": (sheet, { workbook }) => {
    workbook.names.add("Whole", sheet.getRange("B5:B8"));
    workbook.names.add("Last", sheet.getRange("D8"));
  },
  "a heading renamed": (sheet) => void (sheet.getRange("C4").values = [["My q"]]),
  "the lever heading renamed": (sheet) => void (sheet.getRange("A4").values = [["Scheme"]]),
  "a row of their own in the table": (sheet) =>
    void sheet.tables.getItem(first.tableName).rows.add(1, [["Mine", 1, 2, 3]]),
  "the table made a range": (sheet) => void sheet.tables.getItem(first.tableName).convertToRange(),
  "our sheet deleted": (sheet) => sheet.delete(),
  "our sheet first": (sheet) => void (sheet.position = 0),
  "our sheet hidden": (sheet) => void (sheet.visibility = "Hidden"),
  "colours and widths": (sheet) => {
    sheet.getRange("A6:D6").format.fill.color = "#FFFF00";
    sheet.getRange("B:B").format.columnWidth = 200;
    sheet.getRange("C8").format.font.bold = true;
    sheet.getRange("7:7").format.rowHeight = 40;
  },
};

/** What leaves room for the others is done to one sheet, in this order: a walk over every position takes long. */
const doneTogether: (readonly string[])[] = [
  [
    "colours and widths",
    "the table sorted",
    "rows hidden",
    "names of our cells",
    "a column of their own between ours",
    "a column of the sheet put in before the table",
    "our sheet first",
  ],
  [
    "columns hidden",
    "other panes frozen",
    "a chart on our table",
    "a heading renamed",
    "cells merged below",
    "notes beside, a column free",
    "rows of the sheet put in above",
  ],
  ["the lever heading renamed", "a totals row", "a table of their own below", "our sheet hidden"],
  ["a table of their own right beside", "a row of their own in the table"],
  ["the table made a range"],
  ["our sheet deleted"],
];

async function inTheirHands(...done: readonly Hand[]): Promise<WorkbookContent> {
  ({ standIn } = await openAddin({ content: bookOf({ Notes: [["Notes", 1]] }) }));
  await write(first);
  for (const hand of done) {
    await Excel.run(async (context) => {
      await hand(context.workbook.worksheets.getItem(sheetName), context);
      await context.sync();
    });
  }
  const content = standIn.content();
  standIn.close();
  return content;
}

const write = (table: OutputTable, options: { signal?: AbortSignal; largestRequest?: number } = {}) =>
  writeBreakdown([table], { scenario: "As planned", agreed: true, ...options });
const open = async (content: WorkbookContent) =>
  void ({ standIn } = await openAddin({ content: structuredClone(content) }));

/** Situations that a run is refused for, where it would move some of the user's cells and not the others. */
const refusedFor = /merged below and beyond|wider (table|block)|merged beside|taller/;

describe.each(Object.entries(hands))("over a sheet with %s", (what, hand) => {
  it.each(Object.entries({ next, shorter, longer }))("the %s run keeps what is the user's", async (_which, table) => {
    const content = await inTheirHands(hand);
    await open(content);
    const before = picture();
    const users = usersCells();
    const outcome = await write(table).catch((error: unknown) => error as Error);
    if (outcome instanceof Error) {
      expect(what).toMatch(refusedFor);
      expect(outcome.message).toMatch(/^Your cells at .*Nothing was written\.$/);
      expect(picture()).toBe(before);
      return;
    }
    expect(outcome.done).toBe(true);
    expect(usersCells()).toEqual(users);
  });
});

test("every hand that a run may follow is in one of the walks", () => {
  expect(doneTogether.flat().sort()).toEqual(
    Object.keys(hands)
      .filter((what) => !refusedFor.test(what))
      .sort(),
  );
});

describe.each(doneTogether.map((names) => [names.join(", "), names] as const))(
  "over a sheet with %s",
  (_what, names) => {
    it("a run that fails anywhere leaves everything as it was, or is completed", async () => {
      const content = await inTheirHands(...names.map((name) => hands[name] as Hand));
      await open(content);
      const before = picture();
      standIn.counters.reset();
      const starts: number[] = [];
      standIn.play.beforeRequest = () => void starts.push(standIn.counters.actions);
      expect((await write(next)).done).toBe(true);
      const after = picture();
      // The request that does most is the one that writes; those before it look.
      const actionsOf = starts.map((start, index) => (starts[index + 1] ?? standIn.counters.actions) - start);
      const looking = starts[actionsOf.indexOf(Math.max(...actionsOf))] ?? 0;
      standIn.close();
      await open(content);
      let rejected = 0;
      for (let at = looking; ; at++) {
        // Office.js sends its own clean-up after each run; it is not to take the failure meant for the write.
        await tasks(10);
        standIn.play.failAtAction = at;
        const failed = await write(next).catch((error: unknown) => error as Error);
        const hasStruck = standIn.play.failAtAction === null;
        standIn.play.failAtAction = null;
        if (!hasStruck) break;
        if (failed instanceof Error) rejected++;
        expect([at, ...differing(failed instanceof Error ? before : after, picture())]).toEqual([at]);
        if (failed instanceof Error) continue;
        standIn.close();
        await open(content);
      }
      expect(rejected).toBeGreaterThan(15);
    });
  },
);

/** The lines in which two pictures differ. */
function differing(wanted: string, is: string): string[] {
  const [lines, now] = [new Set(wanted.split("\n")), new Set(is.split("\n"))];
  const gone = [...lines].filter((line) => !now.has(line)).map((line) => `- ${line}`);
  const come = [...now].filter((line) => !lines.has(line)).map((line) => `+ ${line}`);
  return [...gone.slice(0, 5), ...come.slice(0, 5)];
}

/** The user's cells of our sheet by rows, in their order: texts and numbers that no run has written, with what stands in their row. */
function usersCells(): string[][] {
  const sheets = standIn.content().sheets.filter(({ name }) => name.startsWith(sheetName));
  return sheets.flatMap(({ cells, tables }) => {
    const ours = tables.find(({ name }) => name === first.tableName);
    return [...cells]
      .sort(([a], [b]) => a - b)
      .map(([row, line]) =>
        [...line]
          .sort(([a], [b]) => a - b)
          .filter(([column]) => !ours || !isIn(ours, row, column))
          .flatMap(([, { value }]) =>
            value === null || value === "Title" || value === "A note." ? [] : [String(value)],
          ),
      )
      .filter((line) => line.length > 0);
  });
}

function isIn(table: TableContent, row: number, column: number): boolean {
  return (
    row >= table.row &&
    row < table.row + table.rowCount &&
    column >= table.column &&
    column < table.column + table.columnCount
  );
}
