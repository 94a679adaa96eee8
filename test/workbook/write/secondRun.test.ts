import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import type { OutputTable } from "../../../src/plan/report/outputTable";
import { runScenario } from "../../../src/workbook/runScenario";
import { writeBreakdown, type WriteOptions } from "../../../src/workbook/write/writeBreakdown";
import { changedTables } from "../support/changedTables";
import { planBook } from "../support/planBook";
import { tasks } from "../../support/turns";
import { pictureOf } from "../support/workbookPicture";

let standIn: StandIn;

afterEach(() => standIn.close());

const picture = () => JSON.stringify(pictureOf(standIn), null, 1);

/** A first run's sheets, in the user's hands since: renamed, coloured, with a column and sheets of the user's that lean on them. */
async function usersBook({ others = false } = {}): Promise<{ content: WorkbookContent; tables: OutputTable[] }> {
  ({ standIn } = await openAddin({ content: planBook() }));
  const all = (await runScenario()).tables;
  // One table of many columns and one with a chart: whatever is asked of Excel is asked for these.
  const most = all.filter(({ id }) => id === "breakdown" || id === "bridge");
  const tables = others ? [...most, ...all.filter((table) => !most.includes(table))] : most;
  const { sheets } = await writeBreakdown(tables, { scenario: "As planned" });
  const [breakdown, bridge] = sheets;
  const rows = tables[0]?.rows.length ?? 0;
  const top = (tables[0]?.noteLines.length ?? 0) + 3;
  const below = (tables[1]?.noteLines.length ?? 0) + 3;
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = worksheets.getItem(breakdown?.name ?? "");
    const table = sheet.tables.getItem(breakdown?.table ?? "");
    const doubled = Array.from({ length: rows }, (_, row) => [`=F${top + 1 + row}*2`]);
    table.columns.add(undefined, [["Mine"], ...doubled, [""]]);
    sheet.name = "Our 'best' levers";
    sheet.getRange(`A${top + 1}:D${top + 1}`).format.fill.color = "#FFFF00";
    sheet.getRange(`B${top + 2}:E${top + 2}`).format.font.italic = true;
    sheet.getRange(`B${top + 3}`).format.borders.getItem("EdgeBottom").style = "Double";
    sheet.getRange(`A${top + 3}`).format.horizontalAlignment = "Center";
    sheet.getRange("B:B").format.columnWidth = 133;
    sheet.getRange(`A${top + 2}`).format.rowHeight = 31;
    const steps = worksheets.getItem(bridge?.name ?? "");
    steps.getRange(`A${below + 2}:B${below + 2}`).format.fill.color = "#00FF00";
    steps.getRange("Z50").values = [["mine"]];
    const notes = worksheets.add("Notes");
    notes.getRange("A1:A6").formulas = [
      [`='Our ''best'' levers'!B${top + 1}`],
      [`='Our ''best'' levers'!F${top + 2}`],
      [`=SUM('Our ''best'' levers'!F${top + 1}:F${top + rows})`],
      [`='${bridge?.name}'!B${below + 2}`],
      [`=SUM(${breakdown?.table}[2026/27])`],
      ["plain"],
    ];
    context.workbook.names.add("BestLever", notes.getRange("A1"));
    await context.sync();
  });
  const content = standIn.content();
  standIn.close();
  return { content, tables };
}

const open = async (content: WorkbookContent) =>
  void ({ standIn } = await openAddin({ content: structuredClone(content) }));

/** What can go wrong once; `at` counts actions or requests. */
type Trouble = "failAtAction" | "failAtRequest" | "loseAnswerAtRequest" | "cancel";

interface Walk {
  positions: number;
  rejected: number;
  completed: number;
  differences: string[];
}

/** Lets the trouble strike at every position in turn, and compares the workbook with what it was, or with what it was to be. */
async function walk(
  content: WorkbookContent,
  tables: readonly OutputTable[],
  trouble: Trouble,
  options: Partial<WriteOptions> = {},
  every = 1,
): Promise<Walk> {
  const write = (more: Partial<WriteOptions> = {}) =>
    writeBreakdown(tables, { scenario: "As planned", agreed: true, ...options, ...more });
  await open(content);
  const before = picture();
  const starts: number[] = [];
  standIn.counters.reset();
  standIn.play.beforeRequest = () => void starts.push(standIn.counters.actions);
  expect(await write()).toMatchObject({ done: true });
  // The request that does most is the one that writes; those before it look.
  const actionsOf = starts.map((start, index) => (starts[index + 1] ?? standIn.counters.actions) - start);
  const looking = starts[actionsOf.indexOf(Math.max(...actionsOf))] ?? 0;
  const after = picture();
  standIn.close();
  const found: Walk = { positions: 0, rejected: 0, completed: 0, differences: [] };
  await open(content);
  // The requests that look change nothing; one action of theirs stands for all.
  for (let at = trouble === "failAtAction" ? looking : 1; ; at += every) {
    // Office.js sends its own clean-up after each run; it is not to take the trouble meant for the write.
    await tasks(10);
    const cancelling = new AbortController();
    let requests = 0;
    standIn.play.beforeRequest = () => {
      if (++requests === at && trouble === "cancel") cancelling.abort();
    };
    if (trouble !== "cancel") standIn.play[trouble] = at;
    const outcome = await write({ signal: cancelling.signal }).catch((error: unknown) => error as Error);
    const hasStruck = trouble === "cancel" ? cancelling.signal.aborted : standIn.play[trouble] === null;
    if (trouble !== "cancel") standIn.play[trouble] = null;
    standIn.play.beforeRequest = null;
    if (!hasStruck) break;
    found.positions++;
    const now = picture();
    if (outcome instanceof Error) {
      found.rejected++;
      if (!/as it was|again/.test(outcome.message))
        found.differences.push(`${trouble} ${at}: says "${outcome.message}"`);
      if (now !== before) found.differences.push(`${trouble} ${at}:\n${difference(before, now)}`);
    } else {
      found.completed++;
      if (now !== after) found.differences.push(`${trouble} ${at}, complete:\n${difference(after, now)}`);
    }
    if (now === before) continue;
    standIn.close();
    await open(content);
  }
  standIn.close();
  return found;
}

function difference(before: string, after: string): string {
  const lines = new Set(before.split("\n"));
  const now = new Set(after.split("\n"));
  const gone = [...lines].filter((line) => !now.has(line)).map((line) => `- ${line}`);
  const come = [...now].filter((line) => !lines.has(line)).map((line) => `+ ${line}`);
  return [...gone.slice(0, 4), ...come.slice(0, 4)].join("\n").slice(0, 3000);
}

const noDifference = { differences: [] as string[] };

describe("a second run over sheets in the user's hands leaves all or nothing", () => {
  let book: { content: WorkbookContent; tables: OutputTable[] };
  beforeAll(async () => void (book = await usersBook()));
  const changed = () => changedTables(book.tables, { withoutColumn: 2 });

  it("whichever action fails", async () => {
    const found = await walk(book.content, changed(), "failAtAction");
    report("actions", found);
    expect(found).toMatchObject(noDifference);
    expect(found.rejected).toBeGreaterThan(40);
  });

  it("whichever request fails, or is done while its answer is lost", async () => {
    for (const largestRequest of [4_000_000, 20_000]) {
      for (const trouble of ["failAtRequest", "loseAnswerAtRequest"] as const) {
        const found = await walk(book.content, changed(), trouble, { largestRequest });
        report(`${trouble} ${largestRequest}`, found);
        expect(found).toMatchObject(noDifference);
      }
    }
  });

  it("whenever it is cancelled", async () => {
    const found = await walk(book.content, changed(), "cancel", { largestRequest: 20_000 });
    report("cancel", found);
    expect(found).toMatchObject(noDifference);
  });
});

describe("so does one over all sheets of a run", () => {
  let book: { content: WorkbookContent; tables: OutputTable[] };
  beforeAll(async () => void (book = await usersBook({ others: true })));

  it("whichever request fails, is done while its answer is lost, or is the last before a cancel", async () => {
    expect(book.tables.map(({ id }) => id)).toEqual(["breakdown", "bridge", "summary", "groups", "position", "notes"]);
    for (const trouble of ["failAtRequest", "loseAnswerAtRequest", "cancel"] as const) {
      const found = await walk(book.content, changedTables(book.tables), trouble, { largestRequest: 60_000 });
      report(`all sheets, ${trouble}`, found);
      expect(found).toMatchObject(noDifference);
      expect(found.positions).toBeGreaterThan(5);
    }
  });

  it("whichever of its actions fails, of which every seventieth is tried", async () => {
    const found = await walk(book.content, changedTables(book.tables), "failAtAction", {}, 70);
    report("all sheets, actions", found);
    expect(found).toMatchObject(noDifference);
    expect(found.rejected).toBeGreaterThan(3);
  });
});

function report(what: string, { positions, rejected, completed, differences }: Walk): void {
  if (process.env["SHOW_POSITIONS"])
    console.log(
      `${what}: ${positions} positions, ${rejected} rejected, ${completed} completed, ${differences.length} differ\n${differences.slice(0, 3).join("\n")}`,
    );
}
