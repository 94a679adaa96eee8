import ExcelJS from "exceljs";
import { addressOf, columnName, splitAddress } from "../../src/workbook/address";
import { markerFormula, markerName, ownSheetsAmong } from "../../src/workbook/ownSheets";
import { freeSheetName, freeTableName, likelyTableNames } from "../../src/workbook/sheetNames";

describe("sheet names", () => {
  it("never take a name that is there, whatever its case", () => {
    expect(freeSheetName("As planned Summary", ["as planned summary", "As planned Summary (2)"])).toBe("As planned Summary (3)");
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

describe("addresses", () => {
  it("are quoted where Excel quotes", () => {
    expect(addressOf("Levers", 6, 3)).toBe("Levers!D7");
    expect(addressOf("Forward view", 5, 1, 26, 15)).toBe("'Forward view'!B6:P31");
    expect(addressOf("Bob's", 0, 0)).toBe("'Bob''s'!A1");
  });

  it("are split into sheet and area", () => {
    expect(splitAddress("'Bob''s!'!$B$6:$P$31")).toEqual({ sheet: "Bob's!", area: "B6:P31" });
    expect(splitAddress("=Levers!D7")).toEqual({ sheet: "Levers", area: "D7" });
    expect(splitAddress("D7")).toEqual({ sheet: null, area: "D7" });
  });

  it("count columns as Excel does", () => {
    expect([0, 25, 26, 701, 702, 16383].map(columnName)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
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

  it("differs between scenarios", () => {
    expect(markerName("Low", "summary")).not.toBe(markerName("High", "summary"));
  });
});
