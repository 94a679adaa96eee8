import type { CellInput } from "../../../../src/workbook/excel/cellInput";
import type { TableContents } from "../../../../src/workbook/write/table/tableChange";
import { headingsAsWritten, recordOf, typedOver } from "../../../../src/workbook/write/record/writtenRecord";

function table(header: string[], rows: CellInput[][]): TableContents {
  return { header, rows, numberFormats: rows.map((row) => row.map(() => "General")) };
}

const contents = table(
  ["Lever", "2015/16"],
  [
    ["Drugs", 1.5],
    ["Estates", 2],
  ],
);
const record = recordOf("SavingsBreakdown", contents, [["Title"]]);

function changesOf(now: TableContents) {
  return typedOver(record, now.header, { ...now, header: headingsAsWritten(record, now.header) });
}

describe("what the user has typed over", () => {
  it("is nothing in a table as it was written", () => {
    expect(changesOf(contents)).toEqual([]);
  });

  it("is nothing where the table was sorted, moved about or given a column", () => {
    const now = table(
      ["My note", "2015/16", "Lever"],
      [
        ["sold", 2, "Estates"],
        ["", 1.5, "Drugs"],
      ],
    );
    expect(changesOf(now)).toEqual([]);
  });

  it("is the cell with another number, a formula, or nothing", () => {
    expect(
      changesOf(
        table(contents.header, [
          ["Drugs", 1.6],
          ["Estates", 2],
        ]),
      ),
    ).toEqual([{ row: 0, column: 1 }]);
    expect(
      changesOf(
        table(contents.header, [
          ["Drugs", 1.5],
          ["Estates", "=1+1"],
        ]),
      ),
    ).toEqual([{ row: 1, column: 1 }]);
    expect(
      changesOf(
        table(contents.header, [
          ["Drugs", ""],
          ["Estates", 2],
        ]),
      ),
    ).toEqual([{ row: 0, column: 1 }]);
  });

  it("is a heading with another text, in a column that stands where it was", () => {
    const now = table(["Lever", "First year"], contents.rows);
    expect(headingsAsWritten(record, now.header)).toEqual(["Lever", "2015/16"]);
    expect(changesOf(now)).toEqual([{ row: -1, column: 1 }]);
  });

  it("is a row that the user has put in, but not an empty one", () => {
    expect(changesOf(table(contents.header, [...contents.rows, ["Mine", 7], ["", ""]]))).toEqual([
      { row: 2, column: 0 },
    ]);
  });

  it("is not a number that lost its last digits on the way", () => {
    const written = recordOf("T", table(["Lever", "x"], [["A", 0.1 + 0.2]]), []);
    expect(typedOver(written, ["Lever", "x"], table(["Lever", "x"], [["A", 0.3]]))).toEqual([]);
  });
});
