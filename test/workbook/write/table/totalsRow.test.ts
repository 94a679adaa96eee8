import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { restorePending } from "../../../../src/workbook/journal/restore";
import { writeBreakdown, type WriteOptions } from "../../../../src/workbook/write/writeBreakdown";
import { bookOf } from "../../support/planBook";
import { pictureOf } from "../../support/workbookPicture";

let standIn: StandIn;
beforeEach(async () => void ({ standIn } = await openAddin({ content: bookOf({ Notes: [["Notes", 1]] }) })));
afterEach(() => standIn.close());

/** Levers with 1, 2, 3 … in every year, and their totals row. */
function result(levers: string[], years: string[] = ["p", "q"], totals = true): OutputTable {
  return {
    id: "breakdown",
    sheetTitle: "As planned Breakdown",
    title: "Savings by lever",
    noteLines: [],
    tableName: "SavingsBreakdown_AsPlanned",
    header: ["Lever", ...years],
    rows: levers.map((lever, at) => [lever, ...years.map(() => at + 1)]),
    numberFormats: levers.map(() => ["@", ...years.map(() => "0.00")]),
    ...(totals && { totals: { label: "Total", sums: years } }),
  };
}

const write = (table: OutputTable, options: Partial<WriteOptions> = {}) =>
  writeBreakdown([table], { scenario: "As planned", ...options });

async function onSheet<T>(ask: (sheet: Excel.Worksheet) => T): Promise<T> {
  return Excel.run(async (context) => {
    const asked = ask(context.workbook.worksheets.getItem("As planned Breakdown"));
    await context.sync();
    return asked;
  });
}

async function totalsShown(): Promise<unknown[]> {
  const range = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("As planned Breakdown");
    const row = sheet.tables.getItem("SavingsBreakdown_AsPlanned").getTotalRowRange();
    row.load("values");
    await context.sync();
    return row;
  });
  return range.values[0]!;
}

const hasTotals = async (): Promise<boolean> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("As planned Breakdown");
    const table = sheet.tables.getItem("SavingsBreakdown_AsPlanned");
    table.load("showTotals");
    await context.sync();
    return table.showTotals;
  });

test("a table with totals gets Excel's own row, in its columns' formats and bold", async () => {
  await write(result(["A", "B", "C"]));
  expect(await totalsShown()).toEqual(["Total", 6, 6]);
  const { sheets, styles } = standIn.content();
  const sheet = sheets.find(({ name }) => name === "As planned Breakdown");
  const table = sheet?.tables[0];
  expect(table?.hasTotalsRow).toBe(true);
  const cell = sheet?.cells.get((table?.row ?? 0) + 4)?.get(1);
  expect(styles[cell?.style ?? 0]).toMatchObject({ numberFormat: "0.00", bold: true });
});

test("it follows rows and columns that come and go, and so does a formula that points at it", async () => {
  await write(result(["A", "B", "C"]));
  await Excel.run(async ({ workbook }) => {
    workbook.worksheets.getItem("Notes").getRange("A1:A2").formulas = [
      ["='As planned Breakdown'!C7"],
      ["=SavingsBreakdown_AsPlanned[[#Totals],[q]]"],
    ];
  });
  const written = await write(result(["New", "C", "A"], ["o", "q", "r"]), { agreed: true });
  expect(written.wouldBreak).toEqual([]);
  expect(await totalsShown()).toEqual(["Total", 6, 6, 6]);
  await write(result(["A", "B", "C", "D"], ["q", "r"]), { agreed: true });
  expect(await totalsShown()).toEqual(["Total", 10, 10]);
  await standIn.recalculate();
  const notes = standIn.content().sheets.find(({ name }) => name === "Notes");
  expect([0, 1].map((row) => notes?.cells.get(row)?.get(0)?.value)).toEqual([10, 10]);
});

test("what the user typed over a total is asked about before it is written anew", async () => {
  await write(result(["A", "B"]));
  await onSheet((sheet) => void (sheet.tables.getItemAt(0).getTotalRowRange().getCell(0, 1).values = [[99]]));
  const asked = await write(result(["A", "B"]));
  expect([asked.done, asked.wouldReplace]).toEqual([false, ["'As planned Breakdown'!B6"]]);
  expect(await totalsShown()).toEqual(["Total", 99, 3]);
  await write(result(["A", "B"]), { agreed: true });
  expect(await totalsShown()).toEqual(["Total", 3, 3]);
});

test("a totals row that the user switched off stays off, one that they switched on stays theirs", async () => {
  await write(result(["A", "B"]));
  await onSheet((sheet) => void (sheet.tables.getItemAt(0).showTotals = false));
  for (let run = 0; run < 3; run++) expect((await write(result(["A", "B", "C"]), { agreed: true })).done).toBe(true);
  expect(await hasTotals()).toBe(false);

  await onSheet((sheet) => sheet.delete());
  await write(result(["A", "B"], ["p"], false));
  await onSheet((sheet) => {
    sheet.tables.getItemAt(0).showTotals = true;
    sheet.tables.getItemAt(0).getTotalRowRange().formulas = [["Mine", "=MAX(SavingsBreakdown_AsPlanned[p])"]];
  });
  for (let run = 0; run < 2; run++) expect((await write(result(["A", "B", "C"], ["p"]))).wouldReplace).toEqual([]);
  expect(await totalsShown()).toEqual(["Mine", 3]);
});

test("a sheet of an earlier version, without totals, gets them", async () => {
  await write(result(["A", "B"], ["p", "q"], false));
  await write(result(["A", "B"]));
  expect(await totalsShown()).toEqual(["Total", 3, 3]);
});

test.each([
  ["brings the row", false],
  ["has the row already", true],
])("a run that %s and breaks off puts all back", async (_, hadTotals) => {
  await write(result(["A", "B"], ["p", "q"], hadTotals));
  if (hadTotals)
    await onSheet((sheet) => void (sheet.tables.getItemAt(0).getTotalRowRange().getCell(0, 1).values = [[99]]));
  const before = JSON.stringify(pictureOf(standIn));
  const controller = new AbortController();
  const broken = write(result(["New", "B"], ["o", "q"]), {
    agreed: true,
    signal: controller.signal,
    largestRequest: 1500,
    onPart: (part) => part > 0.7 && controller.abort(),
  });
  await expect(broken).rejects.toThrow();
  await restorePending();
  expect(JSON.stringify(pictureOf(standIn))).toBe(before);
});
