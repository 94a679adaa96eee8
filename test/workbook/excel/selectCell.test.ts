import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { selectAddress, selectionAddress, selectSheet } from "../../../src/workbook/excel/selectCell";
import { planBook } from "../support/planBook";

let standIn: StandIn;

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
});

afterEach(() => standIn.close());

describe("the selection", () => {
  it("goes to the cell of a finding", async () => {
    await selectAddress("Levers!D3");
    expect(standIn.workbook.selection).toMatchObject({ areas: [{ row: 2, column: 3, rowCount: 1, columnCount: 1 }] });
    expect(await selectionAddress()).toBe("Levers!A1:H4");
    await selectAddress("Levers!A2:B3");
    expect(await selectionAddress()).toBe("Levers!A2:B3");
    await selectSheet("Spending");
    expect(standIn.content().activeSheet).toBe(0);
  });

  it("says where there is no such cell", async () => {
    await expect(selectAddress("Gone!D3")).rejects.toMatchObject({ kind: "notFound" });
    await expect(selectAddress("")).rejects.toMatchObject({ kind: "notFound" });
  });

  it.each(["hidden", "veryHidden"] as const)(
    "never brings a %s sheet to the front, and says why",
    async (visibility) => {
      const levers = standIn.workbook.sheet("Levers");
      levers.setVisibility(visibility);
      const before = standIn.workbook.activeSheet;
      for (const go of [() => selectAddress("Levers!D3"), () => selectSheet("Levers")])
        await expect(go()).rejects.toMatchObject({
          kind: "notFound",
          message: "The sheet 'Levers' is hidden; unhide it (right-click a sheet's tab in Excel) to go there.",
        });
      expect(standIn.workbook.activeSheet).toBe(before);
    },
  );
});
