import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { selectionAddress } from "../../../src/workbook/excel/selectCell";
import { insertFormula } from "../../../src/workbook/insert/insertFormula";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { isStillWritten } from "../../../src/workbook/write/record/stillWritten";
import { changedTables } from "../support/changedTables";
import { leverResult } from "../support/leverResult";
import { planBook } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

let standIn: StandIn;

async function open(content = planBook()): Promise<void> {
  ({ standIn } = await openAddin({ content }));
  standIn.counters.reset();
}

afterEach(() => standIn.close());

describe("what stands in the way", () => {
  it("is said of a protected result sheet, and nothing is written", async () => {
    await open();
    const first = await runScenario({ write: true });
    const locked = standIn.workbook.sheets.find(({ name }) => name === first.written?.sheets[2]?.name);
    if (locked) locked.protection = { allowed: [], selectionMode: "Normal", password: null };
    const before = JSON.stringify(pictureOf(standIn));
    await expect(runScenario({ write: true })).rejects.toMatchObject({
      kind: "protected",
      message: expect.stringContaining(first.written?.sheets[2]?.name ?? "?"),
    });
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  });

  it("is said of a workbook whose structure is protected, and nothing is written", async () => {
    await open();
    standIn.workbook.structureProtection = { password: null };
    const before = JSON.stringify(pictureOf(standIn));
    await expect(runScenario({ write: true })).rejects.toMatchObject({
      kind: "protected",
      message: expect.stringMatching(/^The workbook's structure is protected.*Nothing was written\.$/),
    });
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  });

  it("is said of a result table of which rows are filtered out, and nothing is written", async () => {
    await open();
    const [first] = (await runScenario({ write: true })).written?.sheets ?? [];
    const content = standIn.content();
    standIn.close();
    const table = content.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === first?.table);
    if (table) table.isFiltered = true;
    await open(content);
    const before = JSON.stringify(pictureOf(standIn));
    await expect(runScenario({ write: true })).rejects.toMatchObject({
      kind: "changed",
      message: `Rows of the table ${first?.table} on the sheet ${first?.name} are filtered out; choose Clear on Excel's Data tab, then write again. Nothing was written.`,
    });
    expect(JSON.stringify(pictureOf(standIn))).toBe(before);
  });

  it("is waited for where a cell is being edited", async () => {
    await open();
    const { tables } = await runScenario();
    standIn.play.cellEditing = true;
    const waiting: unknown[] = [];
    setTimeout(() => (standIn.play.cellEditing = false), 100);
    const written = await writeBreakdown(tables, { scenario: "As planned", onWaiting: (is) => waiting.push(is) });
    expect(waiting).toEqual(["cell", null]);
    expect(written.done).toBe(true);
  });

  it("is the 5 MB of a request on the web, and a large plan goes in several", async () => {
    const levers = Array.from({ length: 1200 }, (_, i) => [
      `Lever with quite a long name, number ${i}`,
      `Group ${i % 9}`,
      "Acute",
      0.001,
      null,
      "2025/26",
      "Cash-releasing",
      "Opportunity",
    ]);
    await open(
      planBook({
        Levers: [["Lever", "Group", "Applies to", "Saving", "Saving %", "Start", "Type", "Status"], ...levers],
      }),
    );
    standIn.play.requestLimit = 5 * 1024 * 1024;
    const parts: number[] = [];
    const { tables } = await runScenario();
    const written = await writeBreakdown(tables, { scenario: "As planned", onPart: (part) => parts.push(part) });
    expect(written.done).toBe(true);
    expect(parts.at(-1)).toBe(1);
  });
});

describe("another workbook that the user switches to", () => {
  // Documented: a request to a workbook that has lost the focus fails with InactiveWorkbook.
  it.each(["reading", "writing"] as const)("is waited for while %s, and then all is done", async (when) => {
    await open();
    const { tables } = await runScenario();
    standIn.play.otherWorkbookInFront = true;
    const waited: unknown[] = [];
    setTimeout(() => (standIn.play.otherWorkbookInFront = false), 600);
    const onWaiting = (waitsFor: unknown) => waited.push(waitsFor);
    const work =
      when === "reading" ? runScenario({ onWaiting }) : writeBreakdown(tables, { scenario: "As planned", onWaiting });
    await expect(work).resolves.toBeDefined();
    expect(waited).toEqual(["workbook", null]);
  });

  it("in the middle of a write leaves the workbook as it was, once this one is in front again", async () => {
    await open();
    const { tables } = await runScenario();
    const before = JSON.stringify(pictureOf(standIn));
    for (const nth of [2, 3]) {
      const begun = standIn.counters.syncs;
      standIn.play.beforeRequest = () => {
        if (standIn.counters.syncs !== begun + nth) return;
        standIn.play.otherWorkbookInFront = true;
        setTimeout(() => (standIn.play.otherWorkbookInFront = false), 2500);
      };
      await expect(writeBreakdown(tables, { scenario: "As planned", largestRequest: 25_000 })).rejects.toMatchObject({
        message: "Another workbook is in front; click into this one, then run again.",
      });
      standIn.play.beforeRequest = null;
      expect(JSON.stringify(pictureOf(standIn))).toBe(before);
    }
  });
});

describe.each([true, false])("chart, macro and dialog sheets, listed among the worksheets: %s", (isListed) => {
  const others = ["Chart1", "Macro1", "Dialog1"];
  const withOthers = () => {
    const content = planBook();
    content.sheets.unshift(...others.map((name) => emptySheet(name)));
    return content;
  };

  async function openWithOthers(activeSheet: number): Promise<void> {
    await open({ ...withOthers(), activeSheet });
    standIn.play.withoutCells = others.map((name) => ({ name, isListed }));
  }

  it.each([0, 3])("are passed over with a word, with sheet %i in front", async (activeSheet) => {
    await openWithOthers(activeSheet);
    const inFront = standIn.workbook.activeSheet;
    const run = await runScenario({ write: true });
    expect(run.written?.done).toBe(true);
    const said = run.findings.filter(({ message }) => /chart, macro or dialog sheet/.test(message));
    expect(said).toHaveLength(isListed ? 3 : 0);
    expect(standIn.workbook.activeSheet).toBe(inFront);
    // Rows that go have all other sheets looked at for formulas that point at them.
    const fewer = run.tables.map((table) => ({ ...table, rows: table.rows.slice(0, -1) }));
    const again = await writeBreakdown(fewer, {
      ...{ scenario: "As planned", agreed: true, withoutCells: run.reading.withoutCells },
    });
    expect(again.done).toBe(true);
    expect(await isStillWritten(again.sheets.map(({ before }) => before))).toBe(true);
  });

  it("in front, a formula has no cell to go to, and that is said", async () => {
    await openWithOthers(1);
    await expect(insertFormula({ formula: "=1", rowCount: 1, columnCount: 1 })).rejects.toMatchObject({
      message: "A chart or macro sheet is in the way; choose a worksheet with cells.",
    });
    await expect(selectionAddress()).rejects.toMatchObject({ kind: "notFound" });
  });
});

describe("merged cells on a result sheet", () => {
  const merge = (address: string, isMerged: boolean) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("As planned Summary").getRange(address);
      if (isMerged) range.merge();
      else range.unmerge();
      await context.sync();
    });

  it("are named where a line above the results would be lost in them, and nothing is written", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const write = () => writeBreakdown(changedTables(tables), { scenario: "As planned", agreed: true });
    for (const address of ["A1:A2", "A1:B2", "A2:C3"]) {
      await merge(address, true);
      const before = JSON.stringify(pictureOf(standIn));
      await expect(write()).rejects.toMatchObject({
        kind: "changed",
        message: `The cells 'As planned Summary'!${address} are merged, and lines above the results would be lost in them; unmerge them on Excel's Home tab, then write again. Nothing was written.`,
      });
      expect(JSON.stringify(pictureOf(standIn))).toBe(before);
      await merge(address, false);
    }
    // A title over several columns is in nobody's way.
    await merge("A1:D1", true);
    await expect(write()).resolves.toMatchObject({ done: true });
  });

  it("are named where a formula would spill over them", async () => {
    await open();
    await runScenario({ write: true });
    await merge("M30:N31", true);
    const sheet = standIn.workbook.sheet("As planned Summary");
    standIn.workbook.activate(sheet);
    standIn.workbook.selection = { sheet: sheet.id, areas: [{ row: 28, column: 12, rowCount: 1, columnCount: 1 }] };
    await expect(insertFormula({ formula: "=SEQUENCE(4)", rowCount: 4, columnCount: 1 })).rejects.toMatchObject({
      message:
        "The result would fill 'As planned Summary'!M29:M32, where 'As planned Summary'!M30:N31 is merged, and an array cannot spill over merged cells (Excel shows #SPILL!); select a cell elsewhere.",
    });
  });
});

describe.each([false, true])(
  "results larger than Excel on the web answers, left out instead of refused: %s",
  (leavesOut) => {
    it("are said before an update, and nothing is written", async () => {
      await open();
      const names = Array.from({ length: 1500 }, (_, row) => `Lever number ${row}`);
      const table = leverResult(
        names,
        Array.from({ length: 20 }, (_, year) => `Year ${year}`),
      );
      await writeBreakdown([table], { scenario: "As planned" });
      // As much too large for it as 9,000 levers are for the 5 MB of the web.
      Object.assign(standIn.play, { responseLimit: 800_000, leavesOutLargeParts: leavesOut });
      const before = JSON.stringify(pictureOf(standIn));
      await expect(writeBreakdown([table], { scenario: "As planned", agreed: true })).rejects.toMatchObject({
        kind: "tooBig",
        message: "The sheets are too big to be read in Excel on the web; open the workbook in desktop Excel.",
      });
      expect(JSON.stringify(pictureOf(standIn))).toBe(before);
    });
  },
);
