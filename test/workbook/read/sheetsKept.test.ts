import { openAddin, type OpenAddin } from "@workbooks/stand-in/addin";
import type { CellContent } from "@workbooks/xlsx/content";
import fc from "fast-check";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { tasks } from "../../support/turns";
import { bookOf, planBook } from "../support/planBook";

let addin: OpenAddin;
afterEach(() => addin.close());

/** Ids of the sheets of which Excel has told a change. */
async function watched(): Promise<Set<string>> {
  const changed = new Set<string>();
  const tell = ({ worksheetId }: { worksheetId: string }): Promise<void> => {
    changed.add(worksheetId);
    return Promise.resolve();
  };
  await Excel.run((context) => {
    context.workbook.worksheets.onChanged.add(tell);
    context.workbook.worksheets.onAdded.add(tell);
    return context.sync();
  });
  return changed;
}

async function reading(since?: {
  grids: SheetGrid[];
  changed: Set<string>;
}): Promise<{ grids: SheetGrid[]; bytes: number }> {
  addin.standIn.counters.reset();
  const { grids } = await readWorkbookPlan(since ? { since } : {});
  return { grids, bytes: addin.standIn.counters.bytesOut };
}

test("after an edit only the sheet that changed is read again, of twenty large ones", async () => {
  const ledger = (of: number) =>
    Array.from({ length: 500 }, (_, row) => [row, `Supplier ${of} ${row % 97}`, `Invoice ${row}`, row * 1.5]);
  const names = Array.from({ length: 20 }, (_, index) => `Ledger ${index + 1}`);
  const content = planBook();
  content.sheets.push(...bookOf(Object.fromEntries(names.map((name, of) => [name, ledger(of)]))).sheets);
  addin = await openAddin({ content, play: { responseLimit: 5 * 1024 * 1024 } });
  const changed = await watched();
  const all = await reading();
  await Excel.run((context) => {
    context.workbook.worksheets.getItem("Ledger 7").getRange("B9").values = [["Somebody else"]];
    return context.sync();
  });
  await tasks(20);
  expect(changed.size).toBe(1);
  const again = await reading({ grids: all.grids, changed });
  expect(again.grids.find(({ sheet }) => sheet === "Ledger 7")?.values[8]?.[1]).toBe("Somebody else");
  expect(again.bytes).toBeLessThan(all.bytes / 12);
  expect(again.grids).toEqual((await reading()).grids);
});

test("a large sheet whose formulas are not all read is read again: they follow other sheets", async () => {
  const content = bookOf({
    Rates: [[1]],
    Ledger: Array.from({ length: 26_000 }, (_, row) => [`Line ${row}`, 1, 2, 3, 4, 5, 6, 7]),
  });
  content.sheets[1]!.cells.get(13_000)!.set(3, { value: 2, formula: "Rates!A1*2", style: 0 });
  addin = await openAddin({ content, play: { responseLimit: null } });
  const changed = await watched();
  const { grids } = await reading();
  expect(grids[1]?.formulas.size).toBe(0);
  await Excel.run((context) => {
    context.workbook.worksheets.getItem("Rates").getRange("A1").values = [[50]];
    return context.sync();
  });
  await addin.standIn.recalculate();
  await tasks(20);
  expect(changed.size).toBe(1);
  expect((await reading({ grids, changed })).grids[1]?.values[13_000]?.[3]).toBe(100);
});

type Edit = (context: Excel.RequestContext, sheet: Excel.Worksheet, at: string) => void;

const edits: Record<string, Edit> = {
  value: (_, sheet, at) => void (sheet.getRange(at).values = [[17.5]]),
  text: (_, sheet, at) => void (sheet.getRange(at).values = [["Estates"]]),
  formula: (_, sheet, at) => void (sheet.getRange(at).formulas = [["=SUM(One!A1:C9)+1"]]),
  emptied: (_, sheet) => sheet.getRange("A1:C20").clear("Contents"),
  rowPutIn: (_, sheet) => void sheet.getRange("2:2").insert("Down"),
  columnTakenOut: (_, sheet) => sheet.getRange("B:B").delete("Left"),
  rowHidden: (_, sheet) => void (sheet.getRange("3:3").rowHidden = true),
  merged: (_, sheet) => sheet.getRange("A1:B1").merge(),
  renamed: (_, sheet, at) => void (sheet.name = `Renamed ${at}`),
  hidden: (_, sheet) => void (sheet.visibility = "Hidden"),
  gone: (_, sheet) => sheet.delete(),
  added: (context, _, at) => void (context.workbook.worksheets.add(`New ${at}`).getRange("A1").values = [[at]]),
  copied: (_, sheet) => void sheet.copy("End"),
  table: (_, sheet, at) => void (sheet.tables.add(sheet.getRange("E1:F4"), false).name = `Table${at}`),
  wide: (_, sheet) => void (sheet.getRange("K40").values = [[1]]),
};

const cells: fc.Arbitrary<CellContent> = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.double({ noNaN: true, min: -1e6, max: 1e6 }).map((value) => value || 0),
      fc.string(),
    ),
    style: fc.constant(0),
  }),
  fc.record({
    value: fc.constantFrom<CellContent["value"]>({ error: "#N/A" }, "=Energy", "#1", true),
    style: fc.constant(0),
  }),
  fc.constantFrom({ value: 2, formula: "One!A1*2", style: 0 }, { value: 3, formula: "MAX(Two!A1:C9)", style: 0 }),
);

test("whatever is done to the sheets, a reading of what has changed finds what a whole one does", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.record({ row: fc.nat(12), column: fc.nat(3), cell: cells }), { maxLength: 9 }), {
        minLength: 2,
        maxLength: 4,
      }),
      fc.array(
        fc.record({
          edit: fc.constantFrom(...Object.keys(edits)),
          of: fc.nat(3),
          row: fc.integer({ min: 1, max: 14 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      async (sheets, done) => {
        const content = bookOf({
          One: [[1]],
          ...Object.fromEntries(sheets.map((_, at) => [["Two", "Three", "Four", "Five"][at]!, []])),
        });
        sheets.forEach((sheet, index) => {
          const into = content.sheets[index + 1]!.cells;
          for (const { row, column, cell } of sheet)
            (into.get(row) ?? into.set(row, new Map()).get(row)!).set(column, cell);
        });
        addin = await openAddin({ content });
        await addin.standIn.recalculate(true);
        const changed = await watched();
        const before = await reading();
        for (const { edit, of, row } of done) {
          await Excel.run(async (context) => {
            const { worksheets } = context.workbook;
            worksheets.load("items/visibility");
            await context.sync();
            const shown = worksheets.items.filter(({ visibility }) => visibility === "Visible");
            if (shown.length < 2) return;
            edits[edit]!(context, shown[of % shown.length]!, `${"ABC"[row % 3]}${row}`);
            await context.sync();
          }).catch(() => undefined);
        }
        await addin.standIn.recalculate();
        await tasks(20);
        const since = await reading({ grids: before.grids, changed });
        expect(since.grids).toEqual((await reading()).grids);
        addin.close();
      },
    ),
    { numRuns: 25 },
  );
});
