import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import type { WorkbookContent } from "@workbooks/xlsx/content";
import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { nativeForm } from "../../../src/functions/natives/nativeForms";
import { namedLambdas } from "../../../src/functions/lambdas/functionLambdas";
import { readWorkbookPlan } from "../../../src/workbook/read/readWorkbookPlan";
import { restorePending } from "../../../src/workbook/journal/restore";
import { shareInExcel, type ShareTask } from "../../../src/workbook/share/inExcel/shareInExcel";
import { restoreCopy } from "../../../src/workbook/share/restoreCopy";
import type { ShareForm } from "../../../src/workbook/share/shareCopy";
import { turns } from "../../support/turns";
import { calculatedBook, cellsOf, shareBook } from "./shareBook";

const dist = join(__dirname, "..", "..", "..", "dist");
const own = { namespace: "SAVINGS", lambdas: namedLambdas("1.2.3"), natives: nativeForm };
const options = { functionNamespaces: ["SAVINGS"] };
const share = (form: ShareForm, where: "here" | "new" = "here"): ShareTask => ({ kind: "share", form, where });
let book: WorkbookContent;
let standIn: StandIn;
let made: Uint8Array | null;

beforeAll(async () => {
  const raw = shareBook();
  // What Ctrl+Shift+Enter entered has a test of its own; so has a name whose value Excel does not say.
  raw.sheets[0]!.cells.get(1)!.delete(5);
  raw.names = raw.names.filter(({ name }) => name !== "discounted");
  raw.sheets[0]!.cells.get(7)!.delete(3);
  raw.names[0]!.formula = "SAVINGS.DISCOUNT(Base!$B$3)*Base!$B$1";
  book = await calculatedBook(raw);
});
beforeEach(() => open(book));
afterEach(() => standIn.close());

async function open(content: WorkbookContent): Promise<void> {
  made = null;
  ({ standIn } = await openAddin({
    ...{
      content,
      functions: dist,
      calls: "direct" as const,
      scripts: [join(dist, "functions.js")],
      keepsFileValues: true,
    },
    onOpenWorkbook: (base64) => void (made = Uint8Array.from(Buffer.from(base64, "base64"))),
  }));
  await standIn.recalculate(true);
}

/** All that a user has: cells, names, sheets, and what is kept in the settings. */
const state = () => {
  const { sheets, names, settings } = standIn.content();
  const held = sheets.map(({ name, cells }) => [
    name,
    [...cells].map(([row, line]) => [
      row,
      [...line].map(([column, { formula, value, array }]) => [column, formula ?? value, array]),
    ]),
  ]);
  return JSON.stringify([held, [...names].sort((one, other) => (one.name < other.name ? -1 : 1)), settings]);
};
const formulas = () => Object.values(cellsOf(standIn.content(), "formula")).join("\n");

describe.each<ShareForm>(["lambda", "values", "native"])("in this workbook, %s", (form) => {
  test("no formula of the add-in is left, the figures stay, and Restore puts all back", async () => {
    if (form === "values") await open({ ...book, names: [] });
    const before = state();
    const figures = cellsOf(standIn.content(), "value");
    const done = await shareInExcel(share(form), own);
    expect([done.done, done.left]).toEqual([true, []]);
    expect(done.count).toBe({ values: 7, lambda: 7, native: 9 }[form]);
    expect(formulas()).not.toMatch(/SAVINGS\.(?!X is)/i);
    await standIn.recalculate(true);
    const after = cellsOf(standIn.content(), "value");
    for (const [at, value] of Object.entries(figures))
      expect([at, after[at]]).toEqual([at, typeof value === "number" ? expect.closeTo(value, 9) : value]);
    expect(standIn.content().sheets.map(({ name }) => name)).toContain("Savings share");
    const back = await shareInExcel({ kind: "restore" }, own);
    expect([back.done, back.left, back.count]).toEqual([true, [], done.count]);
    await standIn.recalculate(true);
    expect(state()).toBe(before);
  });
});

describe.each<ShareForm>(["lambda", "values"])("law, %s", (form) => {
  test("wherever it fails, all is as it was, there and back", async () => {
    if (form === "values") await open({ ...book, names: [] });
    for (const task of [share(form), { kind: "restore" as const }]) {
      const before = state();
      let failed = 0;
      for (let at = 8; at < 400; at += 11) {
        await turns(4);
        standIn.play.failAtAction = at;
        const outcome = await shareInExcel(task, own).then(
          () => "done",
          () => "failed",
        );
        standIn.play.failAtAction = null;
        if (outcome === "done") break;
        failed++;
        await standIn.recalculate(true);
        expect(state()).toBe(before);
      }
      expect(failed).toBeGreaterThan(5);
      expect(state()).not.toBe(before);
    }
  });
});

test("where Excel goes away in the middle, the journal puts it back when the workbook is opened again", async () => {
  const before = state();
  let requests = 0;
  standIn.play.beforeRequest = () => {
    requests++;
    if (requests !== 6) return;
    standIn.play.failAtAction = 40;
    standIn.play.gone = true;
  };
  void shareInExcel(share("lambda"), own).catch(() => undefined);
  for (let waited = 0; waited < 40 && standIn.play.failAtAction === null; waited++) await turns(10);
  await turns(50);
  await open(standIn.content());
  expect(state()).not.toBe(before);
  await restorePending();
  await standIn.recalculate(true);
  expect(state()).toBe(before);
});

test("the list of a copy is no register, whatever its sheet is called", async () => {
  const before = (await readWorkbookPlan()).registers.length;
  await shareInExcel(share("lambda"), own);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Savings share").name = "Register";
    await context.sync();
  });
  expect((await readWorkbookPlan()).registers).toHaveLength(before);
  expect((await shareInExcel({ kind: "restore" }, own)).left).toEqual([]);
});

test("a new workbook has no formula of the add-in, and this one stays as it is", async () => {
  const before = state();
  const done = await shareInExcel(share("lambda", "new"), own);
  expect([done.done, done.left, done.count]).toEqual([true, [], 7]);
  expect(await mentionedIn(made!, "_xldudf_")).toEqual([]);
  expect(state()).toBe(before);
  const back = restoreCopy(await readWorkbook(made!, options), "SAVINGS", nativeForm, { columns: [] });
  expect([back.restored, back.left]).toEqual([7, []]);
});

test("the functions are installed as names, once, and calculate without the add-in", async () => {
  const before = state();
  const done = await shareInExcel({ kind: "install" }, own);
  expect(done).toEqual({ done: true, count: own.lambdas.length, left: [], notes: [] });
  const { names } = standIn.content();
  expect(names.find(({ name }) => name === "SAVINGS_ATTRIBUTE")?.comment).toContain("Savings Attribution 1.2.3");
  const once = state();
  expect(once).not.toBe(before);
  await shareInExcel({ kind: "install" }, own);
  expect(state()).toBe(once);
  standIn.play.withoutAddin = true;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Base").getRange("D9").formulas = [["=SAVINGS_COMPOUNDEFF(2%,5)"]];
    await context.sync();
  });
  await standIn.recalculate(true);
  expect(standIn.workbook.sheet("Base").value(8, 3)).toBeCloseTo(0.0960792032, 9);
});

describe("what stands in the way is said by its cell, and the rest done only if that is agreed to", () => {
  test("a protected sheet, an array formula", async () => {
    const raw = await calculatedBook(shareBook());
    const locked = raw.sheets[1]!;
    locked.cells.set(4, new Map([[0, { value: 0.5, formula: "SAVINGS.DISCOUNT(20)", style: 0 }]]));
    locked.protection = { allowed: [], selectionMode: "Normal", password: null };
    await open(raw);
    const before = state();
    const asked = await shareInExcel(share("lambda"), own);
    expect(asked.done).toBe(false);
    expect(asked.left).toEqual([
      "Base!A5: the sheet is protected, so its formula stays. Unprotect it to share it.",
      ...["F2", "G2", "H2"].map(
        (cell) =>
          `'My plan'!${cell}: it shares its formula with the cells beside it, as an array entered with Ctrl+Shift+Enter does, and stays; make a new workbook to have it replaced.`,
      ),
    ]);
    expect(state()).toBe(before);
    const done = await shareInExcel(share("lambda"), own, { agreed: true });
    expect([done.done, done.left]).toEqual([true, asked.left]);
    const kept = cellsOf(standIn.content(), "formula");
    expect([kept["Base 4 0"], kept["My plan 1 5"]]).toEqual(["SAVINGS.DISCOUNT(20)", 'SAVINGS.PHASE(3,"linear",B6)']);
  });

  test("values that somebody has typed over, a list that was renamed or edited or is gone", async () => {
    await open({ ...book, names: [] });
    await shareInExcel(share("values"), own);
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.getItem("My plan").getRange("D3").values = [[1]];
      worksheets.getItem("My plan").getRange("1:1").insert("Down");
      worksheets.getItem("Savings share").name = "What was shared";
      worksheets.getItem("What was shared").getRange("D6").values = [["x"]];
      await context.sync();
    });
    const asked = await shareInExcel({ kind: "restore" }, own);
    expect(asked.done).toBe(false);
    expect(asked.left).toEqual([
      "'What was shared'!A6: this line of the list was changed and cannot be read.",
      "'My plan'!D2:D4: the values were changed since.",
      "'My plan'!D13: the formula whose results it speaks of was not put back.",
      "'My plan'!D12: the formula whose results it speaks of was not put back.",
    ]);
    const done = await shareInExcel({ kind: "restore" }, own, { agreed: true });
    expect([done.done, done.count]).toEqual([true, 3]);
    expect(cellsOf(standIn.content(), "formula")["My plan 10 3"]).toBe("SAVINGS.OVERLAP(Base!B1,B3:B5)");
    await Excel.run(async (context) => context.workbook.worksheets.getItem("What was shared").delete());
    await expect(shareInExcel({ kind: "restore" }, own)).rejects.toThrow('The sheet "Savings share" is gone');
  });

  test("rows that are filtered out", async () => {
    const filtered = {
      ...book,
      sheets: [
        {
          ...book.sheets[0]!,
          filter: { row: 0, column: 0, rowCount: 4, columnCount: 2 },
          rows: new Map([[2, { height: null, hidden: true }]]),
        },
        book.sheets[1]!,
      ],
    };
    await open(filtered);
    const before = state();
    await expect(shareInExcel(share("lambda"), own)).rejects.toThrow("Rows of the sheet My plan are filtered out");
    expect(state()).toBe(before);
  });
});
