import { lostCells } from "../../../../src/workbook/write/atRisk/lostCells";

/** The first row stands in row 5 of the sheet. */
const lost = (cells: string[], gone: number[]) =>
  lostCells(
    cells.map((cell) => ["lever", cell]),
    { row: 4, column: 0 },
    (row) => gone.includes(row),
    [1],
  ).map(({ row }) => row - 4);

test("a formula that a row which stays has too is no loss, whatever digits it holds", () => {
  expect(lost(["=B5*5", "=B6*5"], [0])).toEqual([]);
  expect(lost(["=B5+$F$5", "=B6+$F$5"], [0])).toEqual([]);
});

test("one that says something else is", () => {
  // The same but for the number of the row that each holds as a figure.
  expect(lost(["=B5*5", "=B6*6"], [0])).toEqual([0]);
  expect(lost(['="row 5"', '="row 6"'], [0])).toEqual([0]);
  expect(lost(["=B5", "=B$6"], [0])).toEqual([0]);
  expect(lost(["12", ""], [0])).toEqual([0]);
});
