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

  it("writes nothing where a finding in the same words is of another row, however many were seen", async () => {
    const sheet = standIn.workbook.sheets[2];
    sheet?.write([{ row: 1, column: 4, value: -0.2 }]);
    const { written } = await runScenario({ write: true });
    const before = JSON.stringify(valuesOf(standIn, written?.sheets[0]?.name ?? ""));
    const now = () => JSON.stringify(valuesOf(standIn, written?.sheets[0]?.name ?? ""));
    // One mended, one made: as many as before, in the same words.
    sheet?.write([
      { row: 1, column: 4, value: 0.03 },
      { row: 2, column: 4, value: -0.2 },
    ]);
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
    expect(now()).toBe(before);
    // Both: one more than was seen.
    sheet?.write([{ row: 1, column: 4, value: -0.2 }]);
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(2);
    expect(now()).toBe(before);
  });

  it("goes on where rows put in moved what was seen", async () => {
    standIn.workbook.sheets[2]?.write([{ row: 1, column: 4, value: -0.2 }]);
    await runScenario({ write: true });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("1:1").insert("Down");
      await context.sync();
    });
    await runAgain();
    expect(shown).not.toHaveBeenCalled();
  });

  it("keeps the method that the last run was made with", async () => {
    const { written } = await runScenario({ write: true, method: "prorata" });
    const name = written?.sheets.at(-1)?.name ?? "";
    const method = () => valuesOf(standIn, name).find(([, note]) => String(note).startsWith("Method:"));
    const before = method();
    expect(JSON.stringify(before)).toMatch(/in proportion to/);
    await runAgain();
    expect(method()).toEqual(before);
    expect(shown).not.toHaveBeenCalled();
  });

  it("writes nothing where the last run was given what the workbook does not keep", async () => {
    await runScenario({ write: true, target: 12 });
    await runAgain();
    expect(shown).toHaveBeenCalledTimes(1);
  });

  it("reads the sheets once, and hands the run that it does not write to the pane", async () => {
    let reads = 0;
    standIn.play.beforeRequest = () => void reads++;
    await runScenario();
    const once = reads;
    reads = 0;
    await runAgain();
    expect(reads).toBe(once);
    expect(asked).toHaveBeenCalledWith({ run: expect.objectContaining({ written: null }) as unknown });
    standIn.play.beforeRequest = null;
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
    expect(asked).toHaveBeenCalledWith({ problem: expect.stringMatching(/[.]$/) as unknown });
  });
});
