import { openAddin } from "@workbooks/stand-in/addin";
import { defaultRequirements } from "@workbooks/stand-in/requirements";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { insertFormula } from "../../../src/workbook/insert/insertFormula";
import { insertSample } from "../../../src/workbook/insert/insertSample";
import { insertTemplate } from "../../../src/workbook/insert/insertTemplate";
import { restorePending } from "../../../src/workbook/journal/restore";
import { selectAddress, selectedCells, selectionAddress, selectSheet } from "../../../src/workbook/excel/selectCell";
import { saveCorrections } from "../../../src/workbook/read/corrections";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { runScenario } from "../../../src/workbook/runScenario";
import type * as writeModule from "../../../src/workbook/write/writeBreakdown";
import { tasks } from "../../support/turns";
import { changedTables } from "../support/changedTables";
import { planBook } from "../support/planBook";
import { pictureOf } from "../support/workbookPicture";

/** Whether Excel has refused a group is remembered as long as the add-in runs, so each test has an add-in of its own. */
function writing(): typeof writeModule {
  let fresh: typeof writeModule | undefined;
  jest.isolateModules(
    () => (fresh = jest.requireActual<typeof writeModule>("../../../src/workbook/write/writeBreakdown")),
  );
  if (!fresh) throw new Error("The module is not there.");
  return fresh;
}

let standIn: StandIn;
afterEach(() => {
  jest.restoreAllMocks();
  standIn.close();
});

type On = "web" | "desktop";

async function open(on: On, also: readonly string[] = []): Promise<void> {
  const requirements = { ...defaultRequirements, excelapi: "1.20" };
  ({ standIn } = await openAddin({ content: planBook(), requirements, play: { undoGroups: { on, also } } }));
}

const picture = () => JSON.stringify(pictureOf(standIn), null, 1);
const steps = () => standIn.workbook.calculation.history.steps.undos;
const scenario = { scenario: "As planned" };

/** For each run of Excel that a piece of work makes: whether it asked for one undo step. */
async function asked(work: () => Promise<unknown>): Promise<boolean[]> {
  const run = jest.spyOn(Excel, "run");
  run.mockClear();
  await work();
  return (run.mock.calls as unknown[][]).map(
    ([options]) => (options as { mergeUndoGroup?: boolean }).mergeUndoGroup === true,
  );
}

test.each(["web", "desktop"] as const)("only the cells of a write are asked to be one step, on the %s", async (on) => {
  await open(on);
  const { writeBreakdown } = writing();
  const { tables } = await runScenario();
  const first = await asked(() => writeBreakdown(tables, scenario));
  expect(first.filter(Boolean)).toHaveLength(1);
  // The look, the settings before and after: none of them.
  expect(first.filter((each) => !each).length).toBeGreaterThanOrEqual(3);
  const fewer = tables.map((table) => ({ ...table, rows: table.rows.slice(0, -1) }));
  // Rows that go have no way back, so that they are a step of their own.
  expect((await asked(() => writeBreakdown(fewer, { ...scenario, agreed: true }))).filter(Boolean)).toHaveLength(2);
  const others = [
    () => readWorkbookPlan(),
    () => selectAddress("Levers!A1"),
    () => restorePending(),
    () => insertTemplate(),
    () => insertSample(),
    () => insertFormula({ formula: "=1", rowCount: 1, columnCount: 1 }),
  ];
  for (const other of others) expect((await asked(() => other().catch(() => undefined))).filter(Boolean)).toEqual([]);
});

test.each(["web", "desktop"] as const)(
  "one undo takes a first write of several requests back, on the %s",
  async (on) => {
    await open(on);
    const { writeBreakdown } = writing();
    const { tables } = await runScenario();
    const before = picture();
    await writeBreakdown(tables, { ...scenario, largestRequest: 25_000 });
    expect(steps()).toBe(1);
    await standIn.workbook.calculation.undo();
    await standIn.workbook.calculation.settle();
    expect(withoutSettings(picture())).toEqual(withoutSettings(before));
  },
);

/** What the pane's links, readings and corrections do, and how many steps there are to undo after each. */
const pieces: Record<string, [work: () => Promise<unknown>, steps: number]> = {
  "a link to a cell": [() => selectAddress("Levers!A1"), 0],
  "a link to a sheet": [() => selectSheet("Funding"), 0],
  "asking for the selection": [() => Promise.all([selectionAddress(), selectedCells()]), 0],
  "a reading": [() => readWorkbookPlan(), 0],
  "a correction": [async () => saveCorrections({ target: 5 }, await readWorkbookPlan()), 0],
  "nothing to restore": [() => restorePending(), 0],
  "a formula": [() => insertFormula({ formula: "=SUM(1,2)", rowCount: 1, columnCount: 1 }), 1],
  "a formula that has no room": [
    () => insertFormula({ formula: "=1", rowCount: 1_048_576, columnCount: 1 }).catch(() => undefined),
    0,
  ],
  "the template": [() => insertTemplate(), 1],
  "the sample": [() => insertSample(), 1],
};

test.each(Object.entries(pieces))("%s leaves as many steps to undo as it should", async (_what, [work, count]) => {
  await open("web");
  standIn.workbook.selection.areas = [{ row: 20, column: 9, rowCount: 1, columnCount: 1 }];
  const [before, picturedBefore] = [steps(), picture()];
  await work();
  expect(steps() - before).toBe(count);
  if (count === 0) return;
  expect(picture()).not.toBe(picturedBefore);
  await standIn.workbook.calculation.undo();
  await standIn.workbook.calculation.settle();
  expect(withoutSettings(picture())).toEqual(withoutSettings(picturedBefore));
});

describe("where Excel refuses a part of the group", () => {
  // Reported of formulas: OfficeDev/office-js#6491.
  test("the write is put back and done again without it, and then nothing is grouped any more", async () => {
    await open("web", ["Range.formulas"]);
    const { writeBreakdown } = writing();
    const { tables } = await runScenario();
    const runs = await asked(async () => expect(await writeBreakdown(tables, scenario)).toMatchObject({ done: true }));
    expect(runs.filter(Boolean)).toHaveLength(1);
    const again = await asked(() => writeBreakdown(changedTables(tables), { ...scenario, agreed: true }));
    expect(again).not.toContain(true);
    expect(picture()).toContain("As planned Breakdown");
    expect(standIn.workbook.sheets.filter(({ name }) => name.endsWith("(2)"))).toEqual([]);
  });
});

describe.each(["web", "desktop"] as const)("with undo groups on the %s", (on) => {
  test("a write that fails leaves nothing, at every action of a first write", async () => {
    await open(on);
    const { writeBreakdown } = writing();
    const tables = (await runScenario()).tables.filter(({ id }) => id === "bridge");
    const before = picture();
    let failures = 0;
    for (let n = 1; ; n++) {
      await tasks(10);
      standIn.play.failAtAction = n;
      const failure = await writeBreakdown(tables, scenario).then(
        () => null,
        (error: unknown) => error,
      );
      standIn.play.failAtAction = null;
      if (failure === null) break;
      failures++;
      expect(failure).toMatchObject({ name: "WorkbookError" });
      expect(picture()).toBe(before);
    }
    expect(failures).toBeGreaterThan(40);
  });

  test.each(["failAtRequest", "loseAnswerAtRequest"] as const)("%s at each request of an update", async (trouble) => {
    await open(on);
    const { writeBreakdown } = writing();
    const { tables } = await runScenario();
    await writeBreakdown(tables, scenario);
    const before = picture();
    let failures = 0;
    for (; failures < 20; failures++) {
      await tasks(10);
      standIn.play[trouble] = failures + 1;
      const failure = await writeBreakdown(changedTables(tables), { ...scenario, agreed: true }).then(
        () => null,
        (error: unknown) => error,
      );
      standIn.play[trouble] = null;
      if (failure === null) break;
      expect(picture()).toBe(before);
    }
    expect(failures).toBeGreaterThan(2);
    expect(picture()).not.toBe(before);
  });
});

function withoutSettings(text: string): unknown {
  return JSON.parse(text, (key, value: unknown) => (key === "settings" || key === "customXml" ? undefined : value));
}
