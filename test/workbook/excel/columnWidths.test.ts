import { columnWidths, followsFigures, tallRows } from "../../../src/workbook/excel/columnWidths";
import type { OutputTable } from "../../../src/plan/report/outputTable";

const row = (name: string, cell = "Levers!A4") => [name, 1, cell];
const table = (rows: OutputTable["rows"]): OutputTable => ({
  ...{ id: "notes", sheetTitle: "", title: "", noteLines: [], tableName: "" },
  ...{ header: ["Note", "Figure", "Cell"], rows, numberFormats: rows.map(() => ["@", "0", "@"]) },
  emptyColumns: ["Sensitivity"],
});
const usual = Array.from({ length: 12 }, (_, index) => row(`Scheme ${index + 1}`));

test("one cell far longer than the others takes lines, and its column stays as wide as the others need", () => {
  const cells = Array.from({ length: 12 }, (_, index) => `'CIP Tracker'!B${index + 10}`).join(", ");
  const long = table([...usual, row("All", cells)]);
  expect(columnWidths(long).find(({ from }) => from === 2)).toMatchObject({ count: 1, wraps: true });
  expect(tallRows(long)).toEqual([{ row: 12, lines: 6 }]);
  expect(tallRows(table(usual))).toEqual([]);
});

test("where most are long the column is as wide as they need", () => {
  const [name] = columnWidths(table(usual.map(() => row("x".repeat(60)))));
  expect(name).toMatchObject({ from: 0, wraps: false });
});

test("columns for the user's own words show their headings and have room", () => {
  const widths = columnWidths(table(usual));
  expect(widths.at(-1)?.from).toBe(3);
  expect(widths.at(-1)?.points).toBeGreaterThanOrEqual(90);
});

test("words right of figures stand off", () => {
  expect([0, 1, 2].map((column) => followsFigures(table(usual), column))).toEqual([false, false, true]);
});
