import reference from "../reference/functions.json";
import { evaluate } from "./support/formula";

/** Values from numpy and scipy (test/reference/functions.py). */
describe("an independent program agrees", () => {
  test.each(reference.cases.map((each) => [each.formula, each] as const))(
    "%s",
    async (formula, { result, relative, absolute }) => {
      const table = await evaluate(formula);
      expect(table.length).toBe(result.length);
      table.forEach((row, i) =>
        row.forEach((cell, j) => {
          const wanted = result[i]![j]!;
          if (typeof wanted === "string") expect(cell).toBe(wanted);
          else if (!(Math.abs(Number(cell) - wanted) <= relative * Math.abs(wanted) + absolute)) {
            expect([i, j, cell]).toEqual([i, j, wanted]);
          }
        }),
      );
    },
  );
});
