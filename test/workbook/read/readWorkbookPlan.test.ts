import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { bookOf, planBook, tableOn } from "../support/planBook";

let standIn: StandIn;

async function open(content: WorkbookContent): Promise<void> {
  ({ standIn } = await openAddin({ content }));
  standIn.counters.reset();
}

afterEach(() => standIn.close());

describe("reading a plan", () => {
  it("takes two syncs, and finds the three tables", async () => {
    await open(planBook());
    const reading = await readWorkbookPlan();
    expect(standIn.counters.syncs).toBe(2);
    expect(reading.findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Theatres", "Admissions", "=Energy"]);
    expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(reading).toMatchObject({
      isEmpty: false,
      lastScenario: null,
      seen: null,
      corrections: {},
      pendingRestore: null,
      ownSheets: [],
    });
    expect(reading.scenarios.map(({ scenario }) => scenario.name)).toEqual(["As planned", "Low", "Expected", "High"]);
  });

  it("changes nothing", async () => {
    await open(planBook());
    const before = JSON.stringify(standIn.content().settings);
    await readWorkbookPlan();
    expect(JSON.stringify(standIn.content().settings)).toBe(before);
    expect(standIn.content().sheets.map(({ name }) => name)).toEqual(["Spending", "Funding", "Levers"]);
  });

  it("says of a workbook without anything that it is empty", async () => {
    await open(bookOf({ Sheet1: [] }));
    const reading = await readWorkbookPlan();
    expect(reading).toMatchObject({ isEmpty: true, plan: null, grids: [] });
  });

  it("tells an Excel error from text, and reads tables, hidden rows and hidden columns", async () => {
    const content = planBook();
    const [spending] = content.sheets;
    if (!spending) throw new Error("no sheet");
    spending.cells.get(3)?.set(2, { value: { error: "#N/A" }, style: 0 });
    spending.rows.set(4, { height: null, hidden: true });
    spending.columns.push({ from: 1, to: 1, width: null, hidden: true, style: null });
    tableOn(spending, "Costs", 2);
    await open(content);
    const grid = (await readWorkbookPlan()).grids.find(({ sheet }) => sheet === "Spending");
    expect(grid?.values[3]?.[2]).toEqual({ error: "#N/A" });
    expect(grid).toMatchObject({ hiddenRows: [4], hiddenColumns: [1] });
    expect(grid?.tables).toEqual([
      { name: "Costs", row: 2, column: 0, rowCount: 3, columnCount: 4, hasTotalsRow: false },
    ]);
  });

  it("reads hidden sheets too", async () => {
    const content = planBook();
    const levers = content.sheets[2];
    if (levers) levers.visibility = "veryHidden";
    await open(content);
    expect((await readWorkbookPlan()).plan?.levers).toHaveLength(3);
  });

  it("takes the tables from where it is told", async () => {
    const content = planBook();
    content.sheets.push(
      ...bookOf({
        Other: [
          ["Lever", "Applies to", "Saving"],
          ["Only one", "Acute", 2],
        ],
      }).sheets,
    );
    await open(content);
    const reading = await readWorkbookPlan({ references: { levers: "Other!A1:C2" } });
    expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Only one"]);
    await expect(readWorkbookPlan({ references: { levers: "Nowhere!A1" } })).rejects.toThrow(
      "'Nowhere!A1' is not in this workbook",
    );
  });

  it("reads a long sheet to its end", async () => {
    const content = planBook();
    content.sheets[2]?.cells.set(20_000, new Map([[0, { value: "far below", style: 0 }]]));
    await open(content);
    const { grids, plan } = await readWorkbookPlan();
    expect(plan?.levers).toHaveLength(3);
    expect(grids[2]?.values[20_000]?.[0]).toBe("far below");
  });

  it.each([
    ["Levers", "error", "Levers!A1048576", false],
    ["Other", "warning", "Other!A1048576", true],
  ])("stops in a sheet that no reading could hold, and says where: %s", async (name, level, cell, hasPlan) => {
    const content = planBook();
    content.sheets.push(...bookOf({ Other: [["Ledger", "Amount", "Date"]] }).sheets);
    const sheet = content.sheets.find((each) => each.name === name);
    sheet?.cells.set(1_048_575, new Map([[0, { value: "far below", style: 0 }]]));
    await open(content);
    const { findings, plan } = await readWorkbookPlan();
    expect(findings.filter((finding) => finding.cell === cell)).toEqual([
      { level, cell, message: expect.stringContaining(`the sheet ${name} spans `) as string },
    ]);
    expect(plan !== null).toBe(hasPlan);
  });

  it("waits, and says so, while a cell is being edited", async () => {
    await open(planBook());
    standIn.play.cellEditing = true;
    const waiting: unknown[] = [];
    setTimeout(() => (standIn.play.cellEditing = false), 100);
    const reading = await readWorkbookPlan({ onWaiting: (isWaiting) => waiting.push(isWaiting) });
    expect(waiting).toEqual(["cell", null]);
    expect(reading.plan).not.toBeNull();
  });

  it("can be cancelled", async () => {
    await open(planBook());
    await expect(readWorkbookPlan({ signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: "cancelled" });
  });
});
