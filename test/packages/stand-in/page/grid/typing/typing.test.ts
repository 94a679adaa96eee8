import fc from "fast-check";
import { nextFound, type FoundCell } from "@workbooks/stand-in/page/find/findCells";
import { sumFormulas } from "@workbooks/stand-in/page/grid/typing/autoSum";
import {
  calledWithoutArguments,
  isWrongFormula,
  withBracketsClosed,
} from "@workbooks/stand-in/page/grid/typing/refuseFormulas";
import { percentEntry } from "@workbooks/stand-in/page/grid/typing/typedEntry";
import natives from "../../../calculation/cases/nativeFormulas.json";

test("no formula that Excel knows is refused", () => {
  const formulas = natives.formulas.map(({ formula }) => formula);
  expect(formulas.length).toBeGreaterThan(600);
  expect(formulas.filter(isWrongFormula)).toEqual([]);
  const others = [
    "=SAVINGS.COMPOUNDEFF(2%,5)",
    "=@A1",
    "=E1#",
    "=Levers[@Gap]",
    "='My sheet'!A1",
    "=SUM(A1",
    "=",
    "text",
  ];
  expect(others.filter(isWrongFormula)).toEqual([]);
});

test.each([
  "=1+",
  "=A1)",
  "=SUM(A1+",
  '="abc',
  "=1 2",
  "=(1,2)",
  "=SUM(1 2)",
  '=SUM("a" A1)',
  "=1% 2",
  "=SUM(1;2)",
  "=(",
])("%s is no formula", (text) => {
  expect(isWrongFormula(text)).toBe(true);
});

test.each([
  ["=(1+2", "=(1+2)"],
  ["=SUM((1+2", "=SUM((1+2))"],
  ['=LEN("(")', '=LEN("(")'],
  ["=SUM(A1:B2 B1:B3)", "=SUM(A1:B2 B1:B3)"],
  ["=1 + 2", "=1 + 2"],
  ["=1+", "=1+"],
  ["(1", "(1"],
])("%s is entered as %s", (typed, entered) => expect(withBracketsClosed(typed)).toBe(entered));

test("functions with nothing in their brackets", () => {
  expect(calledWithoutArguments("=1+sum(")).toEqual(["SUM"]);
  expect(calledWithoutArguments("=IF(PI( )>3,SUM(A1),COUNT())")).toEqual(["PI", "COUNT"]);
  expect(calledWithoutArguments("=SUM(,)+ROUND(1.5,)")).toEqual([]);
});

test.each([
  ["5", "0%", 0.05],
  ["12.3", "0.0%", 0.123],
  ["1,250", "0%", 12.5],
  ["-2", '"about "0%', -0.02],
  ["0.5", "0%", null],
  ["5%", "0%", null],
  ["=5", "0%", null],
  ["5", "0.00", null],
  ["5", '0"%"', null],
])("%s typed into a cell with the format %s is %p", (typed, numberFormat, expected) => {
  expect(percentEntry(typed, numberFormat)).toBe(expected);
});

const filled = new Set(["0,0", "1,0", "2,0", "3,2", "3,3"]);
const isFilled = (row: number, column: number): boolean => filled.has(`${row},${column}`);
const sums = (row: number, column: number, rowCount = 1, columnCount = 1): string[] =>
  sumFormulas({ row, column, rowCount, columnCount }, isFilled).map((sum) => `${sum.row},${sum.column} ${sum.formula}`);

test("Alt+= sums what is above an empty cell, or else beside it; columns of an area in its empty last row or below", () => {
  expect(sums(3, 0)).toEqual(["3,0 =SUM(A1:A3)"]);
  expect(sums(3, 4)).toEqual(["3,4 =SUM(C4:D4)"]);
  expect(sums(2, 0)).toEqual([]);
  expect(sums(9, 9)).toEqual([]);
  expect(sums(0, 0, 3, 1)).toEqual(["3,0 =SUM(A1:A3)"]);
  expect(sums(0, 0, 4, 1)).toEqual(["3,0 =SUM(A1:A3)"]);
  expect(sums(3, 2, 1, 2)).toEqual(["3,4 =SUM(C4:D4)"]);
  expect(sums(3, 2, 1, 3)).toEqual(["3,4 =SUM(C4:D4)"]);
});

test("finding goes through all places in order and round the end, either way", () => {
  const order = ["one", "two"];
  const cell = fc.record({ sheet: fc.constantFrom(...order), row: fc.nat(5), column: fc.nat(5) });
  const key = ({ sheet, row, column }: FoundCell) => order.indexOf(sheet) * 100 + row * 10 + column;
  const cells = fc
    .uniqueArray(cell, { selector: key, minLength: 1, maxLength: 8 })
    .map((found) => found.sort((one, other) => key(one) - key(other)));
  fc.assert(
    fc.property(cells, cell, fc.constantFrom<1 | -1>(1, -1), (found, start, step) => {
      const seen: number[] = [];
      let from: FoundCell = start;
      for (let count = 0; count < found.length; count++) {
        const index = nextFound(found, order, from, step);
        seen.push(index);
        from = found[index] as FoundCell;
      }
      expect([...seen].sort((a, b) => a - b)).toEqual(found.map((_, index) => index));
      const first = found[seen[0] ?? -1] as FoundCell;
      const isBeyond = found.some((each) => step * (key(each) - key(start)) > 0);
      expect(step * (key(first) - key(start)) > 0).toBe(isBeyond);
    }),
  );
  expect(nextFound([], order, { sheet: "one", row: 0, column: 0 }, 1)).toBe(-1);
});
