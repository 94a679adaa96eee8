import { movedFormula, type ReferenceChange } from "@workbooks/stand-in/workbook/formulas/references";
import { parseArea } from "@workbooks/stand-in/workbook/address";

const inserted = (address: string, shift: "down" | "right"): ReferenceChange => ({
  ...{ kind: "inserted", sheet: "Data", area: parseArea(address), shift },
});
const deleted = (address: string, shift: "up" | "left"): ReferenceChange => ({
  ...{ kind: "deleted", sheet: "Data", area: parseArea(address), shift },
});
const moved = (address: string, toSheet: string, to: string): ReferenceChange => ({
  ...{ kind: "moved", sheet: "Data", area: parseArea(address), toSheet },
  ...{ toRow: parseArea(to).row, toColumn: parseArea(to).column },
});

test.each<[string, ReferenceChange, string]>([
  ["A5+$A$5+A4", inserted("5:6", "down"), "A7+$A$7+A4"],
  ["SUM(A1:A10)", inserted("5:6", "down"), "SUM(A1:A12)"],
  ["SUM(A:A)+SUM(3:5)", inserted("4:4", "down"), "SUM(A:A)+SUM(3:6)"],
  ["SUM(A:C)", inserted("B:C", "right"), "SUM(A:E)"],
  ["B$2+$B2", inserted("A:A", "right"), "C$2+$C2"],
  ["A5+B5+SUM(A5:B6)", inserted("A3", "down"), "A6+B5+SUM(A5:B6)"],
  ["Other!A5+Data!A5+data!B9", inserted("5:5", "down"), "Other!A5+Data!A6+data!B10"],
  ["A1048576", inserted("1:1", "down"), "#REF!"],
  ["SUM(A1:A1048576)", inserted("2:2", "down"), "SUM(A1:A1048576)"],
  ['"A5"&A5', inserted("1:1", "down"), '"A5"&A6'],
  ["[Book2.xlsx]Data!A5+A5", inserted("1:1", "down"), "[Book2.xlsx]Data!A5+A6"],
  ["Data:Other!A5", inserted("1:1", "down"), "Data:Other!A5"],
  ["A5#+@A5:A6", inserted("1:1", "down"), "A6#+@A6:A7"],
  ["A3+A9", deleted("3:4", "up"), "#REF!+A7"],
  ["SUM(A1:A10)+SUM(A3:A9)+SUM(A3:A4)", deleted("3:4", "up"), "SUM(A1:A8)+SUM(A3:A7)+SUM(#REF!)"],
  ["Data!C1+D1", deleted("B:C", "left"), "Data!#REF!+B1"],
  ["SUM(A1:C3)+B2", deleted("A1:B2", "up"), "SUM(A1:C3)+#REF!"],
  ["SUM(A1:A3)+B9", moved("A1:A3", "Data", "D5"), "SUM(D5:D7)+B9"],
  ["SUM(A1:A3)+$A$2+A4", moved("A1:A3", "My data", "A1"), "SUM('My data'!A1:A3)+'My data'!$A$2+A4"],
  ["SUM(A1:A3)+SUM(A1:B3)", moved("A3", "Data", "A5"), "SUM(A1:A5)+SUM(A1:B3)"],
  ["SUM(A1:A3)+SUM(B1:C1)", moved("A1:B1", "Data", "A2"), "SUM(A2:A3)+SUM(B1:C1)"],
  ["SUM(A1:B3)", moved("A3:B3", "Data", "C3"), "SUM(A1:B3)"],
  ["D5+SUM(D5:E5)", moved("A1", "Data", "D5"), "#REF!+SUM(D5:E5)"],
  ["Data!A1+'it''s'!A1+Rate", { kind: "renamed", sheet: "Data", to: "P&L" }, "'P&L'!A1+'it''s'!A1+Rate"],
  ["Data:Other!A1", { kind: "renamed", sheet: "other", to: "Next one" }, "'Data:Next one'!A1"],
  ["Data!A1+A1+Data!Rate", { kind: "sheetDeleted", sheet: "Data" }, "#REF!A1+A1+#REF!Rate"],
  ["#REF!A5+A5", inserted("1:1", "down"), "#REF!A5+A6"],
  ["SUM(Levers[Rate])+Levers2[Rate]", { kind: "tableRenamed", table: "Levers", to: "L" }, "SUM(L[Rate])+Levers2[Rate]"],
  ["SUM(Levers[Rate])+ROWS(levers)", { kind: "tableDeleted", table: "Levers" }, "SUM(#REF!)+ROWS(#REF!)"],
  ["SUM(A1:A1048576)", deleted("2:2", "up"), "SUM(A1:A1048576)"],
  ["ROWS(Levers)", { kind: "tableRenamed", table: "levers", to: "L" }, "ROWS(L)"],
  [
    "Levers[[#All],[Rate]]+Levers[@Rate]+Levers[Rate 2]+Other[Rate]",
    { kind: "columnRenamed", table: "Levers", column: "Rate", to: "Up [%]" },
    "Levers[[#All],[Up '[%']]]+Levers[@Up '[%']]+Levers[Rate 2]+Other[Rate]",
  ],
])("%s after a change is what it means now", (formula, change, expected) => {
  expect(movedFormula(`=${formula}`, change, "Data")).toBe(`=${expected}`);
  expect(movedFormula(formula, change, "Data")).toBe(expected);
});

test("a formula on another sheet changes only where it names the sheet", () => {
  expect(movedFormula("A5+Data!A5", inserted("1:1", "down"), "Other")).toBe("A5+Data!A6");
  expect(movedFormula("A5", deleted("5:5", "up"), "Other")).toBe("A5");
  expect(movedFormula("Data!A1+A1", moved("A1", "Other", "B2"), "Other")).toBe("B2+A1");
});
