import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { columnsOf } from "../../../src/plan/columns/allColumns";
import { saveCorrections } from "../../../src/workbook/read/corrections";
import { insertSample } from "../../../src/workbook/insert/insertSample";
import { insertTemplate } from "../../../src/workbook/insert/insertTemplate";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import { selectAddress, selectionAddress, selectSheet } from "../../../src/workbook/excel/selectCell";
import { watchChanges } from "../../../src/workbook/excel/watchChanges";
import { bookOf, planBook } from "../support/planBook";
import { turns } from "../../support/turns";

let standIn: StandIn;

async function open(content = planBook()): Promise<void> {
  ({ standIn } = await openAddin({ content }));
  standIn.counters.reset();
}

afterEach(() => standIn.close());

describe("the selection", () => {
  it("goes to the cell of a finding", async () => {
    await open();
    await selectAddress("Levers!D3");
    expect(standIn.workbook.selection).toMatchObject({ areas: [{ row: 2, column: 3, rowCount: 1, columnCount: 1 }] });
    expect(await selectionAddress()).toBe("Levers!A1:H4");
    await selectAddress("Levers!A2:B3");
    expect(await selectionAddress()).toBe("Levers!A2:B3");
    await selectSheet("Spending");
    expect(standIn.content().activeSheet).toBe(0);
  });

  it("says where there is no such cell", async () => {
    await open();
    await expect(selectAddress("Gone!D3")).rejects.toMatchObject({ kind: "notFound" });
    await expect(selectAddress("")).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("corrections", () => {
  it("are kept in the workbook and used by the next reading", async () => {
    await open();
    expect((await readWorkbookPlan()).corrections).toEqual({});
    await saveCorrections({ unit: "£bn" });
    expect((await readWorkbookPlan()).corrections).toEqual({ unit: "£bn" });
    await saveCorrections({});
    expect(Object.keys(standIn.content().settings)).toEqual([]);
  });
});

describe("watching the workbook", () => {
  it("tells of the user's changes, and not of what a run writes", async () => {
    await open();
    await runScenario({ write: true });
    await turns(400);
    let told = 0;
    const stop = await watchChanges(() => told++);
    const settle = () => turns(400);
    standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 101 }]);
    await settle();
    expect(told).toBeGreaterThan(0);
    told = 0;
    await runScenario({ write: true });
    await settle();
    expect(told).toBe(0);
    await stop();
    standIn.workbook.sheets[0]?.write([{ row: 3, column: 1, value: 102 }]);
    await settle();
    expect(told).toBe(0);
  });
});

describe("an empty workbook", () => {
  it("gets a template that can be run as it is", async () => {
    await open(bookOf({ Sheet1: [] }));
    expect(await insertTemplate()).toEqual(["Spending", "Funding", "Levers"]);
    const { findings, breakdown, reading } = await runScenario();
    expect(findings.filter(({ level }) => level === "error")).toEqual([]);
    expect(breakdown?.levers).toHaveLength(3);
    const names = columnsOf("levers").flatMap(({ name, template }) => (template ? [name] : []));
    expect(reading.levers?.columns.map(({ heading }) => heading)).toEqual(names);
  });

  it("gets a template beside sheets of the same names", async () => {
    await open(planBook());
    expect(await insertTemplate()).toEqual(["Spending (2)", "Funding (2)", "Levers (2)"]);
  });

  it("gets the sample with its scenarios", async () => {
    await open(bookOf({ Sheet1: [] }));
    const sheets = await insertSample();
    expect(sheets.length).toBeGreaterThan(2);
    const { breakdown, reading } = await runScenario();
    expect(breakdown?.registerTotal).toBeCloseTo(22, 6);
    expect(reading.scenarios.length).toBeGreaterThan(4);
  });
});
