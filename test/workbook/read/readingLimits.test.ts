import fc from "fast-check";
import { cutFindings, partsRead } from "../../../src/workbook/read/readingLimits";

const area = fc.record({
  row: fc.nat(5),
  column: fc.nat(5),
  rowCount: fc.integer({ min: 1, max: 1000 }),
  columnCount: fc.integer({ min: 1, max: 10 }),
});
const cells = ({ rowCount, columnCount }: { rowCount: number; columnCount: number }): number => rowCount * columnCount;

test("a sheet within its share is read whole, a larger one from its first row, and all of them fit", () => {
  fc.assert(
    fc.property(
      fc.array(area, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 200, max: 9000 }),
      (used, workbook) => {
        const most = { sheet: 4000, workbook };
        const parts = partsRead(used, most);
        parts.forEach((part, index) => {
          const whole = used[index]!;
          expect(part).toEqual({ ...whole, rowCount: part.rowCount });
          expect(part.rowCount).toBeLessThanOrEqual(whole.rowCount);
          if (cells(whole) <= Math.min(most.sheet, workbook / used.length)) expect(part).toEqual(whole);
          expect(cells(part)).toBeLessThanOrEqual(Math.max(most.sheet, whole.columnCount));
        });
        const rowsAtLeast = used.reduce((sum, { columnCount }) => sum + columnCount, 0);
        expect(parts.reduce((sum, part) => sum + cells(part), 0)).toBeLessThanOrEqual(workbook + rowsAtLeast);
      },
    ),
  );
});

test("what was cut is an error where the plan has a table, else a warning", () => {
  const cuts = [
    { sheet: "Levers", row: 9, column: 1, cells: 3_000_000 },
    { sheet: "Old ledger", row: 4, column: 0, cells: 2_500_000 },
  ];
  expect(cutFindings(cuts, (sheet) => sheet === "Levers")).toEqual([
    {
      level: "error",
      cell: "Levers!B10",
      message:
        "the sheet Levers spans 3,000,000 cells, more than can be read: reading stopped here, and the table may go on; clear what it does not need, or move it to a sheet of its own",
    },
    {
      level: "warning",
      cell: "'Old ledger'!A5",
      message:
        "the sheet Old ledger spans 2,500,000 cells, more than can be read; what stands from here on was not looked at",
    },
  ]);
});
