import { openAddin } from "@workbooks/stand-in/addin";
import type { Host } from "@workbooks/stand-in/standIn";
import { planBook } from "../workbook/support/planBook";
import { valuesOf } from "../workbook/support/workbookPicture";
import { runScenario } from "../../src/workbook/runScenario";
import { runAgain } from "../../src/commands/runAgain";

let host: Host;
let shown: jest.SpyInstance;

beforeEach(async () => {
  ({ host } = await openAddin({ content: planBook() }));
  shown = jest.spyOn(Office.addin, "showAsTaskpane").mockResolvedValue();
});

afterEach(() => {
  shown.mockRestore();
  host.close();
});

describe("the ribbon's Run again", () => {
  it("brings the sheets of the last scenario up to date without a pane", async () => {
    const { written } = await runScenario({ write: true, scenario: "High" });
    const name = written?.sheets[0]?.name ?? "";
    const before = JSON.stringify(valuesOf(host, name));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [[0.2]];
      await context.sync();
    });
    await runAgain();
    expect(shown).not.toHaveBeenCalled();
    expect(JSON.stringify(valuesOf(host, name))).not.toBe(before);
  });

  it("opens the pane where the plan has errors", async () => {
    host.workbook.sheets[2]?.write([{ row: 1, column: 4, value: "two percent" }]);
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
    expect(host.content().sheets).toHaveLength(3);
  });

  it("opens the pane where Excel refuses", async () => {
    host.play.failAtRequest = 1;
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
  });
});
