import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import * as fc from "fast-check";
import { columnLetters } from "../../../../src/cells/address";
import { inOwnTerms } from "../../../../src/workbook/write/atRisk/pointers";

const dollar = fc.constantFrom("", "$");
const cell = fc
  .tuple(dollar, fc.nat(60), dollar, fc.integer({ min: 1, max: 40 }))
  .map(([before, column, sign, row]) => {
    return `${before}${columnLetters(column)}${sign}${row}`;
  });
const rows = fc.tuple(dollar, fc.integer({ min: 1, max: 40 })).map(([sign, row]) => `${sign}${row}:${sign}${row + 3}`);
const reference = fc
  .tuple(
    fc.constantFrom("", "", "Notes!", "'My notes 7'!", "R2!"),
    fc.oneof(
      cell,
      fc.tuple(cell, cell).map((ends) => ends.join(":")),
      rows,
      fc.constant("$B:B"),
    ),
  )
  .map((parts) => parts.join(""));
const term = fc.oneof(
  reference,
  reference.map((address) => `SUM(${address})`),
  fc.constantFrom("5", "6", "12.5", '"B5"', '"row 6"', "LOG10(6)", "Table7[Cost 5]", "Table7[@[Cost 6]]", "Rate5"),
);
const formula = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => `=${terms.join("*")}`);
const home = fc.nat(39);

const r1c1 = (text: string, row: number) => translateFormulaToR1C1(text, `C${row + 1}`);

test("law: formulas of two rows read the same in their own terms exactly where one is a copy of the other", () => {
  const counts = { same: 0, others: 0 };
  fc.assert(
    fc.property(formula, home, formula, home, fc.boolean(), (one, at, other, to, isCopy) => {
      const text = isCopy ? translateFormulaToA1(r1c1(one, at), `C${to + 1}`) : other;
      if (text.includes("#REF!")) return;
      const isSame = r1c1(one, at) === r1c1(text, to);
      counts[isSame ? "same" : "others"]++;
      expect(inOwnTerms(one, at) === inOwnTerms(text, to)).toBe(isSame);
    }),
    { numRuns: 1000 },
  );
  expect(counts.same).toBeGreaterThan(100);
  expect(counts.others).toBeGreaterThan(100);
});
