import type { ResultCell } from "../../../src/functions/record";

/** Whether two tables are the same: text exactly, numbers within a relative tolerance (1e-9 of the larger, or of 1e-9). */
export function expectTable(
  actual: ResultCell[][],
  expected: readonly (readonly (number | string)[])[],
  relative = 1e-9,
): void {
  expect(actual.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  actual.forEach((row, i) =>
    row.forEach((cell, j) => {
      const wanted = expected[i]![j]!;
      if (typeof wanted === "number" && typeof cell === "number") {
        const error = Math.abs(cell - wanted);
        if (!(error <= relative * Math.max(Math.abs(wanted), 1e-9))) expect([i, j, cell]).toEqual([i, j, wanted]);
      } else {
        expect(cell).toEqual(wanted);
      }
    }),
  );
}
