import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { planBook } from "../workbook/support/planBook";
import { valuesOf } from "../workbook/support/workbookPicture";
import { runScenario } from "../../src/workbook/runScenario";
import { onRunAsked } from "../../src/workbook/askForRun";
import { runAgain } from "../../src/commands/runAgain";

let standIn: StandIn;
let shown: jest.SpyInstance;
let stopHearing: () => void;
const asked = jest.fn();

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  asked.mockReset();
  stopHearing = onRunAsked(asked);
  shown = jest.spyOn(Office.addin, "showAsTaskpane").mockResolvedValue();
});

afterEach(() => {
  shown.mockRestore();
  stopHearing();
  standIn.close();
});

describe("the ribbon's Run again", () => {
  it("brings the sheets of the last scenario up to date without a pane", async () => {
    const { written } = await runScenario({ write: true, scenario: "High" });
    const name = written?.sheets[0]?.name ?? "";
    const before = JSON.stringify(valuesOf(standIn, name));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [[0.04]];
      await context.sync();
    });
    await runAgain();
    expect(shown).not.toHaveBeenCalled();
    expect(JSON.stringify(valuesOf(standIn, name))).not.toBe(before);
  });

  it("writes nothing that nobody saw: never the first results, nor what comes with a new finding", async () => {
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(standIn.content().sheets).toHaveLength(3);
    const { written } = await runScenario({ write: true });
    const name = written?.sheets[0]?.name ?? "";
    const before = JSON.stringify(valuesOf(standIn, name));
    // A saving that turns negative is asked about.
    standIn.workbook.sheets[2]?.write([{ row: 1, column: 4, value: -0.2 }]);
    const { findings } = await runScenario();
    expect(findings.length).toBeGreaterThan(0);
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(2);
    expect(JSON.stringify(valuesOf(standIn, name))).toBe(before);
    // Once the user has seen it and written, it is no news.
    await runScenario({ write: true });
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(2);
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
