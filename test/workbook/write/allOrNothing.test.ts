import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { restorePending } from "../../../src/workbook/journal/restore";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { changedTables } from "../support/changedTables";
import { planBook } from "../support/planBook";
import { pictureOf, valuesOf } from "../support/workbookPicture";
import { turns } from "../../support/turns";

let standIn: StandIn;

async function open(): Promise<void> {
  ({ standIn } = await openAddin({ content: planBook() }));
}

afterEach(() => standIn.close());

const picture = () => JSON.stringify(pictureOf(standIn), null, 1);

/** One table with a chart and one with many columns: whatever is asked of Excel is asked for these. */
function everyKindOf(tables: readonly OutputTable[]): OutputTable[] {
  return tables.filter(({ id }) => id === "breakdown" || id === "bridge");
}

/** Lets every action of a write fail in turn, until one write gets through. */
async function failAtEveryAction(write: () => Promise<unknown>): Promise<number> {
  const before = picture();
  for (let n = 1; ; n++) {
    // Office.js sends its own clean-up after each run; it is not to take the failure meant for the write.
    await turns(10);
    standIn.play.failAtAction = n;
    const failure = await write().then(
      () => null,
      (error: unknown) => error,
    );
    standIn.play.failAtAction = null;
    // Past the last action only what Office.js sends to clean up is left to fail.
    if (failure === null) return n - 1;
    expect(failure).toMatchObject({ name: "WorkbookError" });
    if (picture() !== before)
      throw new Error(`action ${n} left the workbook changed:\n${difference(before, picture())}`);
  }
}

function difference(before: string, after: string): string {
  const lines = new Set(before.split("\n"));
  const now = new Set(after.split("\n"));
  const gone = [...lines].filter((line) => !now.has(line)).map((line) => `- ${line}`);
  const come = [...now].filter((line) => !lines.has(line)).map((line) => `+ ${line}`);
  return [...gone.slice(0, 12), ...come.slice(0, 12)].join("\n").slice(0, 3000);
}

describe("a write that fails half-way leaves the workbook as it was", () => {
  it("at every action of a first write", async () => {
    await open();
    const tables = everyKindOf((await runScenario()).tables);
    const actions = await failAtEveryAction(() => writeBreakdown(tables, { scenario: "As planned" }));
    expect(actions).toBeGreaterThan(50);
  });

  it("at every action of an update with rows and columns that come and go", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const changed = changedTables(everyKindOf(tables));
    const actions = await failAtEveryAction(() => writeBreakdown(changed, { scenario: "As planned" }));
    expect(actions).toBeGreaterThan(50);
  });

  it.each([1, 2])("at request %i", async (request) => {
    await open();
    const { tables } = await runScenario();
    const before = picture();
    standIn.play.failAtRequest = request;
    await expect(writeBreakdown(tables, { scenario: "As planned" })).rejects.toMatchObject({ name: "WorkbookError" });
    expect(picture()).toBe(before);
  });

  it("in a write of several requests, at each of them, and when it is cancelled between two", async () => {
    await open();
    const { tables } = await runScenario({ write: true });
    const changed = changedTables(tables);
    const options = { scenario: "As planned", largestRequest: 30_000 };
    const before = picture();
    let requests = 0;
    standIn.play.beforeRequest = () => void requests++;
    const cancelling = new AbortController();
    const parts: number[] = [];
    const onPart = (part: number) => {
      parts.push(part);
      if (parts.length === 2) cancelling.abort();
    };
    await expect(writeBreakdown(changed, { ...options, onPart, signal: cancelling.signal })).rejects.toMatchObject({
      kind: "cancelled",
    });
    expect(picture()).toBe(before);
    expect(parts[1]).toBeLessThan(1);
    for (let n = 1; n <= 4; n++) {
      await turns(10);
      standIn.play.failAtRequest = n;
      await expect(writeBreakdown(changed, options)).rejects.toMatchObject({ name: "WorkbookError" });
      expect(picture()).toBe(before);
    }
    standIn.play.failAtRequest = null;
    expect(await writeBreakdown(changed, options)).toMatchObject({ done: true });
  });

  it("where a request is larger than Excel on the web takes", async () => {
    await open();
    const { tables } = await runScenario();
    const before = picture();
    standIn.play.requestLimit = 20_000;
    await expect(writeBreakdown(tables, { scenario: "As planned" })).rejects.toMatchObject({ kind: "tooBig" });
    standIn.play.requestLimit = null;
    expect(picture()).toBe(before);
  });

  it("and what the user has put beside the results stays, too", async () => {
    await open();
    const { tables, written } = await runScenario({ write: true });
    const [sheet] = written?.sheets ?? [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheet?.name ?? "").getRange("Z50").values = [["mine"]];
      await context.sync();
    });
    const before = picture();
    standIn.play.failAtRequest = 2;
    await expect(writeBreakdown(changedTables(tables), { scenario: "As planned" })).rejects.toThrow();
    expect(picture()).toBe(before);
  });
});

describe("a write that is broken off with Excel gone", () => {
  /** How many requests such a write takes: those before the last look and ask, the last one writes. */
  async function requestsOfWrite(): Promise<number> {
    await open();
    const { tables } = await runScenario({ write: true });
    await turns(10);
    let requests = 0;
    standIn.play.beforeRequest = () => void requests++;
    await writeBreakdown(changedTables(tables), { scenario: "As planned" });
    standIn.close();
    return requests;
  }

  it("is offered for restoring when the pane next opens, and is restored", async () => {
    const last = await requestsOfWrite();
    await open();
    const { tables } = await runScenario({ write: true });
    await turns(10);
    const before = picture();
    let requests = 0;
    standIn.play.beforeRequest = () => {
      requests++;
      if (requests !== last) return;
      // The write breaks off half-way, and nothing is answered after it.
      standIn.play.failAtAction = 150;
      standIn.play.gone = true;
    };
    const attempt = writeBreakdown(changedTables(tables), { scenario: "As planned" }).catch((error: unknown) => error);
    while (requests < last || standIn.play.failAtAction !== null) await turns(10);
    expect(await Promise.race([attempt, turns(300).then(() => "no answer")])).toBe("no answer");
    expect(picture()).not.toBe(before);

    ({ standIn } = await openAddin({ content: standIn.content() }));
    expect((await readWorkbookPlan()).pendingRestore).toContain("As planned");
    expect((await restorePending()).length).toBeGreaterThan(0);
    expect(picture()).toBe(before);
    expect((await readWorkbookPlan()).pendingRestore).toBeNull();
    expect(await restorePending()).toEqual([]);
  });
});

describe("another person's edit", () => {
  it("between the failure and putting back is not rolled back", async () => {
    await open();
    const { tables, written } = await runScenario({ write: true });
    const higher = tables.map((table) => ({
      ...table,
      rows: table.rows.map((line) => line.map((cell) => (typeof cell === "number" ? cell + 1 : cell))),
    }));
    const write = (results: readonly OutputTable[]) =>
      writeBreakdown(results, { scenario: "As planned", agreed: true });
    standIn.counters.reset();
    await write(higher);
    const { actions } = standIn.counters;
    await write(tables);

    const name = written?.sheets[0]?.name ?? "";
    const row = (tables[0]?.noteLines.length ?? 0) + 3;
    const before = valuesOf(standIn, name);
    let requests = 0;
    standIn.play.failAtAction = actions - 4;
    standIn.play.beforeRequest = () => {
      requests++;
      const sheet = standIn.workbook.sheets.find((each) => each.name === name);
      // Our look, our second look, the cells; before they are put back.
      if (requests === 4) sheet?.write([{ row, column: 1, value: 777 }]);
    };
    await expect(write(higher)).rejects.toMatchObject({ name: "WorkbookError" });
    const expected = before.map((line, r) => line.map((value, column) => (r === row && column === 1 ? 777 : value)));
    expect(valuesOf(standIn, name)).toEqual(expected);
  });
});
