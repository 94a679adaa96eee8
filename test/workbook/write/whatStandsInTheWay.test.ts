import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
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
    const waiting: boolean[] = [];
    setTimeout(() => (standIn.play.cellEditing = false), 100);
    const written = await writeBreakdown(tables, { scenario: "As planned", onWaiting: (is) => waiting.push(is) });
    expect(waiting).toEqual([true, false]);
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
