import fc from "fast-check";
import { mergedAt } from "../../../src/plan/reading/sheetGrid";
import { grid } from "../support/grid";

test("a cell's merged cells are those that hold it, within what was read and beside it", () => {
  const areas = fc.array(
    fc.record({
      row: fc.nat(9),
      column: fc.nat(5),
      rowCount: fc.integer({ min: 1, max: 6 }),
      columnCount: fc.constant(1),
    }),
  );
  fc.assert(
    fc.property(areas, fc.nat(3), fc.integer({ min: 1, max: 5 }), (merged, top, height) => {
      const read = grid(
        "Register",
        Array.from({ length: height }, () => ["a"]),
        { at: [top, 0], merged },
      );
      for (let row = 0; row < 16; row++)
        for (let column = 0; column < 6; column++)
          expect(mergedAt(read, row, column)).toBe(
            merged.find((area) => area.column === column && row >= area.row && row < area.row + area.rowCount),
          );
    }),
  );
});
