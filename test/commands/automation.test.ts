import type { SavingsAutomation } from "../../src/commands/automation";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { planBook } from "../workbook/support/planBook";

let standIn: StandIn;
let automation: SavingsAutomation;

beforeEach(async () => {
  ({ standIn } = await openAddin({ content: planBook() }));
  // The script puts itself on the global object, as it does when it is run in a browser.
  jest.resetModules();
  await import("../../src/commands/automation");
  automation = (globalThis as unknown as { SavingsAutomation: SavingsAutomation }).SavingsAutomation;
});

afterEach(() => standIn.close());

const sheets = () => standIn.content().sheets.map(({ name }) => name);

describe("the run without a pane", () => {
  it("writes the tables and answers the breakdown", async () => {
    const { findings, breakdown, written } = await automation.run();
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(breakdown).toMatchObject({
      scenario: "As planned",
      method: expect.any(String),
      years: ["2025/26", "2026/27"],
    });
    expect(written?.sheets.map(({ name }) => name)).toEqual(sheets().slice(3));
  });

  it("says how each table was read, and has null for what there is none of", async () => {
    const { breakdown, reading } = await automation.run({ write: false });
    expect(breakdown).toMatchObject({
      checks: { capacity: { effort: [0, 0], capacity: null }, sheetTotals: [] },
      simulation: null,
      position: { form: "plan" },
      assurance: { fully: 0, levers: [{ name: "Theatres" }, { name: "Admissions" }, { name: "=Energy" }] },
    });
    expect(breakdown?.reading).toEqual(reading);
    expect(reading).toMatchObject({ spending: { sheet: "Spending" }, funding: { sheet: "Funding" }, target: null });
    expect(reading.register).toMatchObject([{ sheet: "Levers", rows: 3, totals: [], sections: [], leftOut: [] }]);
    expect(reading.register[0]?.columns[0]).toEqual({
      cell: "Levers!A1",
      heading: "Lever",
      meaning: "lever",
      year: null,
      sure: true,
    });
  });

  it("writes nothing where it is not to", async () => {
    expect(await automation.run({ write: false })).toMatchObject({
      written: null,
      breakdown: { scenario: "As planned" },
    });
    expect(await automation.run({ findingsOnly: true })).toMatchObject({ written: null, breakdown: null });
    expect(sheets()).toHaveLength(3);
  });

  it("takes scenario, method, horizon and the tables' places", async () => {
    const { breakdown } = await automation.run({
      scenario: "low",
      method: "Sequential",
      horizon: 1,
      levers: ["Levers!A1:H4"],
      spending: "Spending",
      write: false,
    });
    expect(breakdown).toMatchObject({ scenario: "Low", years: ["2025/26"] });
    expect(breakdown?.method.toLowerCase()).toContain("sequential");
  });

  it("takes a target in the plan's unit", async () => {
    const { breakdown, reading } = await automation.run({ target: 12, write: false });
    expect(reading.target).toEqual({ cell: "", byYear: [null, 12] });
    expect(breakdown?.summary).toMatchObject({ target: [null, 12], gap: [null, 12] });
  });

  it("takes what a heading means, by id, name or year", async () => {
    const columns = ["levers!$H$1=ignored", "Spending!C3=2025/26"];
    const { reading } = await automation.run({ columns, write: false });
    const meanings = [...reading.register, reading.spending!].flatMap((table) => table.columns);
    expect(meanings.find(({ cell }) => cell === "Levers!H1")?.meaning).toBe("ignored");
    expect(meanings.find(({ cell }) => cell === "Spending!C3")).toMatchObject({
      meaning: "amount:2025/26",
      year: "2025/26",
    });
    await expect(automation.run({ columns: ["Levers!H1=maybe"] })).rejects.toThrow("'maybe' is no meaning of a column");
    await expect(automation.run({ columns: ["Levers!H99=status"] })).rejects.toThrow(
      "Levers!H99 is not the heading of a column that was read",
    );
  });

  it("answers findings for a plan with errors, and rejects in one sentence what cannot be run at all", async () => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Levers").getRange("E2").values = [["two percent"]];
      await context.sync();
    });
    const answer = await automation.run();
    expect(answer).toMatchObject({ breakdown: null, written: null });
    expect(answer.findings).toContainEqual(expect.objectContaining({ level: "error", cell: "Levers!E2" }));
    await expect(automation.run({ method: "guess" })).rejects.toThrow("'guess' is not a method; one of shapley");
    await expect(automation.run({ levers: "Nowhere!A1" })).rejects.toThrow("'Nowhere!A1' is not in this workbook");
  });
});
