import { tableStyle, type TablePart } from "@workbooks/stand-in/page/grid/tables/tableStyle";

const cell: TablePart = {
  style: "TableStyleMedium2",
  isHeader: false,
  isTotals: false,
  isFirstRow: false,
  isLastRow: false,
  isFirstColumn: false,
  isLastColumn: false,
  isBanded: false,
};

test("a medium style has filled headings with white letters, and bands in a tint of the same colour", () => {
  expect(tableStyle({ ...cell, isHeader: true, isFirstRow: true })).toMatchObject({
    bg: { rgb: "#4472c4" },
    cl: { rgb: "#ffffff" },
    bl: 1,
  });
  expect(tableStyle({ ...cell, isBanded: true })?.bg).toEqual({ rgb: "#dae3f3" });
  expect(tableStyle(cell)?.bg).toBeUndefined();
});

test("a light style draws lines above, below the headings and at the end, and no fill for the headings", () => {
  const heading = tableStyle({ ...cell, style: "TableStyleLight1", isHeader: true, isFirstRow: true, isBanded: true });
  expect(heading).toMatchObject({ bl: 1, bd: { t: { s: 1 }, b: { s: 1 } } });
  expect(heading?.bg).toBeUndefined();
  const last = tableStyle({ ...cell, style: "TableStyleLight1", isLastRow: true, isFirstColumn: true });
  expect(Object.keys(last?.bd ?? {})).toEqual(["b"]);
});

test("a totals row is bold with a line above it", () => {
  expect(tableStyle({ ...cell, isTotals: true, isLastRow: true })).toMatchObject({
    bl: 1,
    bd: { t: { s: 1 }, b: { s: 1 } },
  });
});

test.each([null, "", "None", "My own style"])("a table with the style %j looks like any cells", (style) => {
  expect(tableStyle({ ...cell, style, isHeader: true })).toBeNull();
});
