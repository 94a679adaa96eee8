import * as fc from "fast-check";
import type { CellInput } from "../../../../src/workbook/excel/cellInput";
import { tableChange, type TableContents } from "../../../../src/workbook/write/table/tableChange";

/** Carries a change out as Excel would, on arrays. */
function carryOut(before: TableContents, after: TableContents, ours: readonly string[]): TableContents {
  const change = tableChange(before, after, ours);
  const header = [...before.header];
  const rows = before.rows.map((row) => [...row]);
  for (const { index, header: heading } of change.columnsIn) {
    header.splice(index, 0, heading);
    rows.forEach((row) => row.splice(index, 0, ""));
  }
  for (const { index, count } of change.rowsIn) {
    rows.splice(index, 0, ...Array.from({ length: count }, () => header.map((): CellInput => "")));
  }
  expect(change.cells).toHaveLength(rows.length);
  rows.forEach((row, r) => row.forEach((_, c) => (row[c] = change.cells[r]?.[c] ?? row[c] ?? "")));
  change.header.forEach((heading, c) => (header[c] = heading ?? header[c] ?? ""));
  for (const { index, count } of change.rowsOut) rows.splice(index, count);
  for (const index of change.columnsOut) {
    header.splice(index, 1);
    rows.forEach((row) => row.splice(index, 1));
  }
  return { header, rows, numberFormats: rows.map((row) => row.map(() => "General")) };
}

function table(header: string[], rows: CellInput[][]): TableContents {
  return { header, rows, numberFormats: rows.map((row) => row.map(() => "General")) };
}

const written = ["Lever", "2015/16", "2016/17"];

describe("changing a table in place", () => {
  it("asks for nothing but the cells where rows and columns are the same", () => {
    const before = table(written, [["Drugs", 1, 2]]);
    const change = tableChange(before, table(written, [["Drugs", 3, 4]]), written);
    expect(change).toMatchObject({ columnsIn: [], rowsIn: [], rowsOut: [], columnsOut: [], cells: [["Drugs", 3, 4]] });
  });

  it("leaves the user's columns alone, and keeps their cells beside the row they belong to", () => {
    const before = table(
      [...written, "My note"],
      [
        ["Drugs", 1, 2, "ask Anna"],
        ["Estates", 3, 4, "sold"],
      ],
    );
    const after = table(written, [
      ["Agency", 9, 9],
      ["Drugs", 5, 6],
      ["Estates", 7, 8],
    ]);
    expect(carryOut(before, after, written).rows).toEqual([
      ["Agency", 9, 9, ""],
      ["Drugs", 5, 6, "ask Anna"],
      ["Estates", 7, 8, "sold"],
    ]);
  });

  it("moves a user's cell with its row where the order has changed", () => {
    const before = table(
      ["Lever", "My note"],
      [
        ["A", "a"],
        ["B", "b"],
        ["C", "c"],
      ],
    );
    const after = table(["Lever"], [["C"], ["A"], ["B"]]);
    expect(carryOut(before, after, ["Lever"]).rows).toEqual([
      ["C", "c"],
      ["A", "a"],
      ["B", "b"],
    ]);
  });

  it("puts a new year after the year before it, and takes out one that is no longer part of the result", () => {
    const before = table([...written, "Total", "My note"], [["Drugs", 1, 2, 3, "x"]]);
    const after = table(["Lever", "2016/17", "2017/18", "Total"], [["Drugs", 5, 6, 11]]);
    expect(carryOut(before, after, [...written, "Total"])).toMatchObject({
      header: ["Lever", "2016/17", "2017/18", "Total", "My note"],
      rows: [["Drugs", 5, 6, 11, "x"]],
    });
  });

  it("keeps columns in the order that the user gave them", () => {
    const before = table(["Total", "Lever", "2015/16"], [[3, "Drugs", 1]]);
    expect(
      carryOut(before, table(["Lever", "2015/16", "Total"], [["Drugs", 5, 6]]), ["Lever", "2015/16", "Total"]),
    ).toMatchObject({
      header: ["Total", "Lever", "2015/16"],
      rows: [[6, "Drugs", 5]],
    });
  });

  it("keeps rows of the same name apart", () => {
    const before = table(
      ["Step", "Amount"],
      [
        ["Rise", 1],
        ["Rise", 2],
      ],
    );
    expect(
      carryOut(
        before,
        table(
          ["Step", "Amount"],
          [
            ["Rise", 3],
            ["Rise", 4],
            ["Rise", 5],
          ],
        ),
        ["Step", "Amount"],
      ).rows,
    ).toEqual([
      ["Rise", 3],
      ["Rise", 4],
      ["Rise", 5],
    ]);
  });

  it("always ends with the result in the result's order, whatever stood there", () => {
    const keys = fc.uniqueArray(fc.constantFrom(..."ABCDEFGH"), { minLength: 1, maxLength: 8 });
    const headings = fc.uniqueArray(fc.constantFrom("p", "q", "r", "s"), { maxLength: 4 });
    fc.assert(
      fc.property(keys, keys, headings, headings, fc.boolean(), (rowsBefore, rowsAfter, before, after, hasNote) => {
        const headerBefore = ["Key", ...before, ...(hasNote ? ["My note"] : [])];
        const start = table(
          headerBefore,
          rowsBefore.map((key) => headerBefore.map((heading) => (heading === "Key" ? key : `${key}-${heading}`))),
        );
        const result = table(
          ["Key", ...after],
          rowsAfter.map((key) => ["Key", ...after].map((heading) => (heading === "Key" ? key : `${key}+${heading}`))),
        );
        const end = carryOut(start, result, ["Key", ...before]);
        expect(end.header.filter((heading) => heading !== "My note").sort()).toEqual([...result.header].sort());
        expect(end.rows.map((row) => row[0])).toEqual(rowsAfter);
        end.rows.forEach((row, index) => {
          result.header.forEach((heading, column) => {
            expect(row[end.header.indexOf(heading)]).toBe(result.rows[index]?.[column]);
          });
          const key = rowsAfter[index] ?? "";
          if (hasNote)
            expect(row[end.header.indexOf("My note")]).toBe(rowsBefore.includes(key) ? `${key}-My note` : "");
        });
      }),
      { numRuns: 500 },
    );
  });
});

it("knows rows again by more than one column where the table says so", () => {
  const header = ["Split by", "Part", "2015/16"];
  const before = table(
    [...header, "Mine"],
    [
      ["Group", "Total", 5, "of groups"],
      ["Type", "Total", 5, "of types"],
    ],
  );
  const rows = [
    ["Status", "Total", 6],
    ["Type", "Total", 6],
  ];
  expect(carryOut(before, { ...table(header, rows), keyColumns: 2 }, header).rows).toEqual([
    ["Status", "Total", 6, ""],
    ["Type", "Total", 6, "of types"],
  ]);
});
