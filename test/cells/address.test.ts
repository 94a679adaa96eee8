import fc from "fast-check";
import { areaAddress, cellAddress, columnLetters, quotedSheet, readArea, splitAddress } from "../../src/cells/address";
import { anySheetName, hostileSheetNames } from "./sheetNames";

const anyArea = fc
  .record({
    sheet: anySheetName,
    row: fc.nat(1_048_575),
    column: fc.nat(16_383),
    rowCount: fc.integer({ min: 1, max: 1_048_576 }),
    columnCount: fc.integer({ min: 1, max: 16_384 }),
  })
  .map((area) => ({
    ...area,
    rowCount: Math.min(area.rowCount, 1_048_576 - area.row),
    columnCount: Math.min(area.columnCount, 16_384 - area.column),
  }));

describe("an area", () => {
  test("written and read again is the same area", () => {
    fc.assert(
      fc.property(anyArea, (area) => expect(readArea(areaAddress(area), "another")).toEqual(area)),
      { numRuns: 2000 },
    );
  });

  test.each(hostileSheetNames)("on the sheet %j, too", (sheet) => {
    const area = { sheet, row: 5, column: 1, rowCount: 26, columnCount: 15 };
    expect(readArea(areaAddress(area), "another")).toEqual(area);
    expect(readArea(`=${areaAddress(area)}`, "another")).toEqual(area);
  });

  test("of one cell is written as the cell", () => {
    fc.assert(
      fc.property(anyArea, ({ sheet, row, column }) =>
        expect(areaAddress({ sheet, row, column, rowCount: 1, columnCount: 1 })).toBe(cellAddress(sheet, row, column)),
      ),
    );
  });

  test("is quoted where Excel needs it", () => {
    expect(cellAddress("Levers", 6, 3)).toBe("Levers!D7");
    expect(cellAddress("My sheet", 0, 26)).toBe("'My sheet'!AA1");
    expect(cellAddress("Bob's", 0, 701)).toBe("'Bob''s'!ZZ1");
    expect(cellAddress("Bob's", 0, 0)).toBe("'Bob''s'!A1");
    expect(cellAddress("A1", 0, 0)).toBe("'A1'!A1");
    expect(areaAddress({ sheet: "S", row: 0, column: 0, rowCount: 1, columnCount: 1 })).toBe("S!A1");
    expect(areaAddress({ sheet: "Forward view", row: 5, column: 1, rowCount: 26, columnCount: 15 })).toBe(
      "'Forward view'!B6:P31",
    );
  });

  test("is read with dollar signs, and with its corners either way round", () => {
    expect(readArea("'Bob''s'!$B$6:P31", "S")).toEqual({
      sheet: "Bob's",
      row: 5,
      column: 1,
      rowCount: 26,
      columnCount: 15,
    });
    expect(readArea("P31:B6", "S")).toEqual({ sheet: "S", row: 5, column: 1, rowCount: 26, columnCount: 15 });
  });

  test.each([
    "not a range",
    "",
    "!A1",
    "''!A1",
    "Levers!",
    "A0",
    "A1048577",
    "XFE1",
    "A:C",
    "3:5",
    "A1:",
    "A1,B2",
    "A1:B2:C3",
  ])("is not what %j says", (text) => expect(readArea(text, "S")).toBeNull());
});

test.each(["Levers", "levers_2", "_1", "a.b", "ABCD1", "A1B", "TRUER", "Größe", "計画"])(
  "the sheet %s needs no quotes",
  (sheet) => expect(quotedSheet(sheet)).toBe(sheet),
);

test.each([
  "Q1",
  "q1",
  "XFD1048576",
  "R",
  "c",
  "RC",
  "R1",
  "C5",
  "R1C1",
  "TRUE",
  "false",
  "2025",
  "2025-26",
  ".a",
  "a b",
  "a-b",
  "a!b",
  "😀",
])("the sheet %s needs quotes", (sheet) => expect(quotedSheet(sheet)).toBe(`'${sheet}'`));

test("addresses are split into sheet and area", () => {
  expect(splitAddress("'Bob''s!'!$B$6:$P$31")).toEqual({ sheet: "Bob's!", area: "B6:P31" });
  expect(splitAddress("=Levers!D7")).toEqual({ sheet: "Levers", area: "D7" });
  expect(splitAddress("D7")).toEqual({ sheet: null, area: "D7" });
  expect(splitAddress("='My plan'!$A:$ZZ")).toEqual({ sheet: "My plan", area: "A:ZZ" });
});

test("columns count as Excel counts them", () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
});
