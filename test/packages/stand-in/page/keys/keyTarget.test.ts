import { keyTarget, type KeyGround } from "@workbooks/stand-in/page/keys/keyTarget";

const ground: KeyGround = {
  frozen: { rows: 4, columns: 1 },
  used: { row: 0, column: 0, rowCount: 14, columnCount: 12 },
  rowCount: 2000,
  pageRows: 20,
  isRowHidden: () => false,
};
const plain: KeyGround = { ...ground, frozen: { rows: 0, columns: 0 } };

test("Home goes to the first column, or to the first beside frozen columns", () => {
  expect(keyTarget("rowStart", { row: 6, column: 5 }, plain)).toEqual({ row: 6, column: 0 });
  expect(keyTarget("rowStart", { row: 6, column: 5 }, ground)).toEqual({ row: 6, column: 1 });
  expect(keyTarget("rowStart", { row: 6, column: 0 }, ground)).toEqual({ row: 6, column: 0 });
});

test("Ctrl+Home goes to A1, or to the first cell that frozen panes leave free", () => {
  expect(keyTarget("sheetStart", { row: 60, column: 5 }, plain)).toEqual({ row: 0, column: 0 });
  expect(keyTarget("sheetStart", { row: 60, column: 5 }, ground)).toEqual({ row: 4, column: 1 });
});

test("Ctrl+End goes to the last row and column that hold anything", () => {
  expect(keyTarget("sheetEnd", { row: 0, column: 0 }, ground)).toEqual({ row: 13, column: 11 });
  expect(keyTarget("sheetEnd", { row: 9, column: 9 }, { ...plain, used: null })).toEqual({ row: 0, column: 0 });
});

test("the page keys go by a window, within the sheet, past hidden rows", () => {
  expect(keyTarget("pageDown", { row: 1, column: 3 }, ground)).toEqual({ row: 21, column: 3 });
  expect(keyTarget("pageUp", { row: 5, column: 3 }, ground)).toEqual({ row: 0, column: 3 });
  expect(keyTarget("pageDown", { row: 1995, column: 3 }, ground)).toEqual({ row: 1999, column: 3 });
  const withHidden = { ...ground, isRowHidden: (row: number) => row === 21 || row === 22 };
  expect(keyTarget("pageDown", { row: 1, column: 3 }, withHidden)).toEqual({ row: 23, column: 3 });
});
