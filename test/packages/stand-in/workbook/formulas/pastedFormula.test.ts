import fc from "fast-check";
import { offsetFormula, transposedFormula } from "@workbooks/stand-in/workbook/formulas/pastedFormula";

test.each([
  ["=A1+$A1+A$1+$A$1", 1, 2, "=C2+$A2+C$1+$A$1"],
  ["=SUM(A1:B2)", 1, 1, "=SUM(B2:C3)"],
  ["=SUM(A:A)+SUM($2:3)", 1, 1, "=SUM(B:B)+SUM($2:4)"],
  ["='My data'!A1&Sheet2!B$2&\"A1\"", 1, 0, "='My data'!A2&Sheet2!B$2&\"A1\""],
  ["=A1", -1, 0, "=#REF!"],
  ["=Data!A1", 0, -1, "=Data!#REF!"],
  ["=SUM(A$5:A5)", -2, 0, "=SUM(A3:A$5)"],
  ["=SUM( A1 , B2 )", 1, 0, "=SUM( A2 , B3 )"],
  ["=Levers[Saving]*[@Rate]+Rate", 5, 5, "=Levers[Saving]*[@Rate]+Rate"],
  ["=LOG10(A1#)+@A1:A3", 1, 0, "=LOG10(A2#)+@A2:A4"],
  ["=[Book2.xlsx]Data!A1+Jan:Mar!A1", 1, 0, "=[Book2.xlsx]Data!A1+Jan:Mar!A1"],
])("%s pasted %d rows and %d columns away", (formula, rows, columns, expected) => {
  expect(offsetFormula(formula, rows, columns)).toBe(expected);
});

test("a transposed formula's references turn with it, fixed ones stay", () => {
  // From B3 to E2: two rows above is two columns to the left.
  expect(transposedFormula("=B1+A3+$C$9+SUM(A1:B2)", [2, 1], [1, 4])).toBe("=C2+E1+$C$9+SUM(C1:D2)");
});

test("what is pasted away and back is the formula that it was", () => {
  const cell = fc.tuple(fc.boolean(), fc.nat(20), fc.boolean(), fc.nat(200));
  const written = cell.map(([fixColumn, column, fixRow, row]) =>
    [fixColumn ? "$" : "", String.fromCharCode(65 + column), fixRow ? "$" : "", String(row + 1)].join(""),
  );
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), fc.nat(50), fc.nat(50), (cells, rows, columns) => {
      const formula = `=SUM(${cells.join(",")})`;
      expect(offsetFormula(offsetFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
    }),
  );
});
