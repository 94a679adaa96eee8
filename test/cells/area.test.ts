import fc from "fast-check";
import { areasMeet, holdsCell, onSheet } from "../../src/cells/area";

const anyArea = fc.record({
  row: fc.nat(6),
  column: fc.nat(6),
  rowCount: fc.integer({ min: 1, max: 4 }),
  columnCount: fc.integer({ min: 1, max: 4 }),
});

test("areas meet where a cell is in both", () => {
  const cells = Array.from({ length: 100 }, (_, index) => [Math.floor(index / 10), index % 10] as const);
  fc.assert(
    fc.property(anyArea, anyArea, (a, b) =>
      expect(areasMeet(a, b)).toBe(
        cells.some(([row, column]) => holdsCell(a, row, column) && holdsCell(b, row, column)),
      ),
    ),
    { numRuns: 500 },
  );
});

test("an area on a sheet is no more than that", () => {
  const table = { name: "Levers", row: 1, column: 2, rowCount: 3, columnCount: 4, hasTotalsRow: true };
  expect(onSheet("Register", table)).toEqual({ sheet: "Register", row: 1, column: 2, rowCount: 3, columnCount: 4 });
});
