import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { plainSheet } from "../../plan/support/grid";
import { WorkbookError } from "../../../src/workbook/excel/excelErrors";
import { areasOf } from "../../../src/workbook/read/tableReferences";

const grid: SheetGrid = {
  sheet: "My register",
  row: 1,
  column: 1,
  values: [
    ["Register", "", "", ""],
    ["", "", "", ""],
    ["Lever", "Saving", "", "note"],
    ["Drugs", 1, "", ""],
    ["Estates", 2, "", ""],
  ],
  numberFormats: [],
  ...plainSheet,
  tables: [{ name: "Costs", row: 9, column: 0, rowCount: 4, columnCount: 3, hasTotalsRow: false }],
};
const names = [{ name: "TheLevers", formula: "='My register'!$B$4:$C$6", comment: "" }];

function area(reference: string) {
  return areasOf({ levers: reference }, [grid], { names }).levers?.[0];
}

const levers = { sheet: "My register", row: 3, column: 1, rowCount: 3, columnCount: 2 };

describe("where the user says a table is", () => {
  it.each([
    ["'My register'!B4:C6"],
    ["'my register'!$B$4:$C$6"],
    ["My register!C6:B4"],
    ["thelevers"],
    ["My  Register!B4:C6"],
    [" theLevers"],
    ["B4:C6"],
    ["'My register'!B5"],
  ])("finds %s", (reference) => {
    expect(area(reference)).toEqual(levers);
  });

  it("finds a table by its name or by one of its cells, and a whole sheet by its name", () => {
    const costs = { sheet: "My register", row: 9, column: 0, rowCount: 4, columnCount: 3 };
    expect(area("costs")).toEqual(costs);
    expect(area("'My register'!B11")).toEqual(costs);
    expect(area("My register")).toEqual({ sheet: "My register", row: 1, column: 1, rowCount: 5, columnCount: 4 });
  });

  it.each([["Elsewhere!A1:B2"], ["Nothing"], ["'My register'!banana"]])("says that %s is nowhere", (reference) => {
    expect(() => area(reference)).toThrow(WorkbookError);
    expect(() => area(reference)).toThrow(reference);
  });

  it("finds several tables of a kind, in the order given", () => {
    const references = { levers: ["'My register'!B4:C6", " ", "costs"], funding: "costs", prices: "costs" };
    const costs = { sheet: "My register", row: 9, column: 0, rowCount: 4, columnCount: 3 };
    expect(areasOf(references, [grid], { names })).toEqual({ levers: [levers, costs], funding: costs, prices: costs });
    expect(() => areasOf({ levers: ["costs", "Nothing"] }, [grid], { names })).toThrow("'Nothing'");
  });

  it("leaves out what was not said", () => {
    expect(areasOf({ levers: " " }, [grid], { names })).toEqual({});
  });
});
