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
