import ExcelJS from "exceljs";
import { markerFormula, markerName, ownSheetsAmong } from "../../../src/workbook/write/ownSheets";
import { freeSheetName, freeTableName, likelyTableNames } from "../../../src/workbook/excel/sheetNames";

describe("sheet names", () => {
  it("never take a name that is there, whatever its case and spaces", () => {
    expect(freeSheetName("As planned Summary", ["as planned summary", "As planned Summary (2)"])).toBe(
      "As planned Summary (3)",
    );
    expect(freeSheetName("As planned Summary", ["As  planned Summary"])).toBe("As planned Summary (2)");
  });

  it("stay within 31 characters with their number, and without half a character", () => {
    const long = "Provider productivity and demand";
    expect(freeSheetName(long, [])).toHaveLength(31);
    expect(freeSheetName(long, [long.slice(0, 31)])).toBe("Provider productivity and d (2)");
    expect(freeSheetName(`${"x".repeat(30)}😀`, [])).toBe("x".repeat(30));
  });

  it.each([
    ["A/B: C? [1]*\\", "A-B- C- -1---"],
    ["'quoted'", "quoted"],
    ["History", "Savings"],
    ["", "Savings"],
  ])("make %j legal", (wanted, name) => {
    expect(freeSheetName(wanted, [])).toBe(name);
  });
});

describe("table names", () => {
  it.each([
    ["SavingsSummary_AsPlanned", "SavingsSummary_AsPlanned"],
    ["Levers", "Levers"],
    ["2015 plan", "Savings_2015_plan"],
    ["Q1", "Savings_Q1"],
    ["R1C1", "Savings_R1C1"],
  ])("make %j a name that Excel takes: %s", (wanted, name) => {
    expect(freeTableName(wanted, [])).toBe(name);
  });

  it("are found again under the number they got", () => {
    const taken = ["SavingsSummary_A"];
    expect(likelyTableNames("SavingsSummary_A")).toContain(freeTableName("SavingsSummary_A", taken));
  });
});

describe("the mark of a written sheet", () => {
  const name = markerName("As planned", "summary");

  it("finds the sheet under the name that the user gave it", () => {
    const names = [{ name, formula: markerFormula("Our 'best' plan"), comment: "summary|As planned" }];
    expect(ownSheetsAmong(names, ["Data", "Our 'best' plan"])).toEqual([
      { marker: name, scenario: "As planned", table: "summary", sheet: "Our 'best' plan" },
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
