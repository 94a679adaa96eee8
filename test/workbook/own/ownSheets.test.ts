import ExcelJS from "exceljs";
import { markerFormula, markerName, ownSheetsAmong } from "../../../src/workbook/own/ownSheets";

describe("the mark of a written sheet", () => {
  const name = markerName("As planned", "summary");

  it("finds the sheet under the name that the user gave it", () => {
    const names = [{ name, formula: markerFormula("Our 'best' plan"), comment: "summary|As planned" }];
    expect(ownSheetsAmong(names, ["Data", "Our 'best' plan"])).toEqual([
      { marker: name, table: "summary", sheet: "Our 'best' plan" },
    ]);
  });

  it("is void where the sheet has been deleted", () => {
    expect(ownSheetsAmong([{ name, formula: "=#REF!$A$1:$XFD$1048576", comment: "" }], ["Data"])).toEqual([]);
  });

  it("lists no cells one by one in ExcelJS, which would run out of memory at a whole sheet", () => {
    const { definedNames } = new ExcelJS.Workbook();
    definedNames.model = [{ name, ranges: [markerFormula("As planned Summary").slice(1)] }];
    expect(definedNames.getRanges(name)).toMatchObject({ name });
  });

  it("is never taken for that of a sheet with a like name", () => {
    const names = [{ name, formula: markerFormula("As planned  Summary"), comment: "summary|As planned" }];
    expect(ownSheetsAmong(names, ["As planned Summary", "As planned  Summary"])[0]?.sheet).toBe("As planned  Summary");
  });

  it("differs between scenarios", () => {
    expect(markerName("Low", "summary")).not.toBe(markerName("High", "summary"));
  });
});
