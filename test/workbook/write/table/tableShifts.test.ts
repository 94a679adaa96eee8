import * as fc from "fast-check";
import { tableChange, type TableContents } from "../../../../src/workbook/write/table/tableChange";
import { followArea, followCell, tableShifts } from "../../../../src/workbook/write/table/tableShifts";
import { tableMoves } from "../../../../src/workbook/write/table/tableMoves";
import type { OutputSheet } from "../../../../src/workbook/write/inspectOutputs";

function contents(levers: readonly string[], headings: readonly string[]): TableContents {
  const rows = levers.map((lever) => [lever, ...headings.map((heading) => `${lever}.${heading}`)]);
  return { header: ["Lever", ...headings], rows, numberFormats: rows.map((row) => row.map(() => "General")) };
}

const lists = fc.record({
  levers: fc.shuffledSubarray([..."ABCDEF"], { minLength: 1 }),
  headings: fc.shuffledSubarray([..."pqrs"], { minLength: 1 }),
});
const headings = ["Lever", ..."pqrs"];

test("law: a cell is led where a reference to it alone is", () => {
  fc.assert(
    fc.property(lists, lists, fc.nat(3), fc.nat(3), fc.nat(1), (first, next, row, column, totals) => {
      const before = contents(first.levers, first.headings);
      const change = tableChange(before, contents(next.levers, next.headings), headings);
      const size = { rowCount: before.rows.length, columnCount: before.header.length };
      const shifts = tableShifts(change, { row: row + 1, column }, size, totals);
      for (const stages of [shifts.in, shifts.out]) {
        for (let cell = 0; cell < 16 * 14; cell++) {
          const place = { row: Math.floor(cell / 14), column: cell % 14 };
          const led = followArea({ ...place, rowCount: 1, columnCount: 1 }, stages);
          expect(followCell(place, stages)).toEqual(led && { row: led.row, column: led.column });
        }
      }
    }),
    { numRuns: 60 },
  );
});

test("ten thousand rows of which every second goes are followed at once", () => {
  const levers = Array.from({ length: 10_000 }, (_, index) => `Lever ${index}`);
  const columns = Array.from({ length: 20 }, (_, index) => `Column ${index}`);
  const before = contents(levers, columns);
  const after = contents(
    levers.filter((_, index) => index % 2 === 0),
    columns,
  );
  const change = tableChange(before, after, ["Lever", ...columns]);
  expect(change.rowsOut.length).toBe(5000);
  const now = { sheet: "S", tableName: "T", row: 0, column: 0, contents: before, totals: null } as OutputSheet;
  const start = process.cpuUsage();
  const moves = tableMoves(now, change, { area: { row: 0, column: 0, rowCount: 1, columnCount: 1 }, formulas: [] });
  const pointer = { row: 2, column: 1, rowCount: 1, columnCount: 1, isText: false };
  expect(moves.misleads({ ...pointer, rowsAreRelative: [true, true] }, null)).toBe(true);
  // Of the processor: other work may slow the clock.
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(20);
});
