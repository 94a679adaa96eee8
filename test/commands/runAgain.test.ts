import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { planBook } from "../workbook/support/planBook";
import { valuesOf } from "../workbook/support/workbookPicture";
import { runScenario } from "../../src/workbook/runScenario";
import { runAgain } from "../../src/commands/runAgain";

let standIn: StandIn;
let shown: jest.SpyInstance;

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  shown = jest.spyOn(Office.addin, "showAsTaskpane").mockResolvedValue();
});

afterEach(() => {
  shown.mockRestore();
  standIn.close();
});

describe("the ribbon's Run again", () => {
  it("brings the sheets of the last scenario up to date without a pane", async () => {
    const { written } = await runScenario({ write: true, scenario: "High" });
    const name = written?.sheets[0]?.name ?? "";
    const before = JSON.stringify(valuesOf(standIn, name));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [[0.2]];
      await context.sync();
    });
    await runAgain();
    expect(shown).not.toHaveBeenCalled();
    expect(JSON.stringify(valuesOf(standIn, name))).not.toBe(before);
  });

  it("opens the pane where the plan has errors", async () => {
    standIn.workbook.sheets[2]?.write([{ row: 1, column: 4, value: "two percent" }]);
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
    expect(standIn.content().sheets).toHaveLength(3);
  });

  it("opens the pane where Excel refuses", async () => {
    standIn.play.failAtRequest = 1;
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
  });
});
