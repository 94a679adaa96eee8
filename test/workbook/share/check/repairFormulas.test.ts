import { join } from "node:path";
import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { ownFunctions } from "../../../../src/functions/ownFunctions";
import { restorePending } from "../../../../src/workbook/journal/restore";
import { checkWorkbook } from "../../../../src/workbook/share/check/checkWorkbook";
import { repairFormulas, repairsOf } from "../../../../src/workbook/share/check/repairFormulas";
import { turns } from "../../../support/turns";
import { bookOf } from "../../support/planBook";

const dist = join(__dirname, "..", "..", "..", "..", "dist");
const addin = { functions: dist, scripts: [join(dist, "functions.js")] };
let standIn: StandIn;

const formulas = {
  B1: "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)+0",
  B2: "=IF(A1=1,[2]!_xldudf_SAVINGS_COMPOUNDEFF(2%,5),0)",
  B3: "=1+1",
};

beforeEach(async () => {
  const content = bookOf({ Data: [[1], [2], [3]], Locked: [[1]] });
  // Nobody can type that: another program has saved it so.
  content.sheets[0]!.cells.get(1)!.set(1, { value: { error: "#NAME?" }, formula: formulas.B2.slice(1), style: 0 });
  ({ standIn } = await openAddin({ ...addin, content }));
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const sheet = worksheets.getItem("Data");
    sheet.getRange("B1").formulas = [[formulas.B1]];
    sheet.getRange("B3").formulas = [[formulas.B3]];
    names.add("Best", "=_xldudf_SAVINGS_COMPOUNDEFF(2%,5)");
    const locked = worksheets.getItem("Locked");
    locked.getRange("A1").formulas = [["=_xldudf_SAVINGS_COMPOUNDEFF(4%,5)"]];
    locked.protection.protect();
    await context.sync();
  });
  await standIn.recalculate();
});
afterEach(() => standIn.close());

const found = async () => repairsOf(await checkWorkbook(ownFunctions), ownFunctions.namespace);
const cell = (sheet: string, row: number, column: number) => standIn.workbook.sheet(sheet).formula(row, column);
/** All formulas and names, and what is kept in the settings. */
const state = () => {
  const { sheets, names, settings } = standIn.content();
  const held = sheets.map(({ name, cells }) => [
    name,
    [...cells].map(([row, line]) => [...line].map(([column, { formula }]) => [row, column, formula])),
  ]);
  return JSON.stringify([held, names, settings]);
};

test("names that Excel has changed are entered again, in cells and names, and calculate; a protected sheet is left", async () => {
  const before = await found();
  expect(before.map(({ place, written }) => [place.address || place.name, written])).toEqual([
    ["Data!B1", "=SAVINGS.COMPOUNDEFF(2%,5)+0"],
    ["Data!B2", "=IF(A1=1,SAVINGS.COMPOUNDEFF(2%,5),0)"],
    ["Best", "=SAVINGS.COMPOUNDEFF(2%,5)"],
  ]);
  await repairFormulas(before);
  await standIn.recalculate();
  expect(standIn.workbook.sheet("Data").value(0, 1)).toBeCloseTo(0.0961, 4);
  expect(standIn.workbook.sheet("Data").value(1, 1)).toBeCloseTo(0.0961, 4);
  expect(cell("Data", 2, 1)).toBe("=1+1");
  expect(cell("Locked", 0, 0)).toBe("=_xldudf_SAVINGS_COMPOUNDEFF(4%,5)");
  expect(standIn.content().names[0]?.formula).toBe("SAVINGS.COMPOUNDEFF(2%,5)");
  expect(standIn.content().settings).toEqual({});
  expect(await found()).toEqual([]);
});

test("undo takes the cells back", async () => {
  await repairFormulas(await found());
  const { calculation } = standIn.workbook;
  for (let step = calculation.history.steps.undos; step > 0; step--) {
    if (cell("Data", 0, 1) === formulas.B1 && cell("Data", 1, 1) === formulas.B2) break;
    await calculation.undo();
  }
  expect([cell("Data", 0, 1), cell("Data", 1, 1)]).toEqual([formulas.B1, formulas.B2]);
});

test("law: wherever it fails, all is as it was", async () => {
  const repairs = await found();
  const before = state();
  let failed = 0;
  for (let at = 1; at < 200; at++) {
    // Office.js sends its own clean-up after each run; it is not to take the failure meant for the repair.
    await turns(10);
    standIn.play.failAtAction = at;
    const outcome = await repairFormulas(repairs).then(
      () => "done",
      () => "failed",
    );
    standIn.play.failAtAction = null;
    if (outcome === "done") break;
    failed++;
    expect(state()).toBe(before);
  }
  expect(failed).toBeGreaterThan(10);
  expect(state()).not.toBe(before);
});

test("where Excel goes away in the middle, the journal puts it back when the workbook is opened again", async () => {
  const repairs = await found();
  const before = state();
  let requests = 0;
  standIn.play.beforeRequest = () => {
    requests++;
    if (requests !== 2) return;
    // The journal, the name and the first cell are in.
    standIn.play.failAtAction = 12;
    standIn.play.gone = true;
  };
  void repairFormulas(repairs).catch(() => undefined);
  while (requests < 2 || standIn.play.failAtAction !== null) await turns(10);
  await turns(50);
  const content = standIn.content();
  ({ standIn } = await openAddin({ ...addin, content }));
  expect(state()).not.toBe(before);
  await restorePending();
  expect(state()).toBe(before);
});

test("what somebody has changed since the check is not written over, and nothing else is written", async () => {
  const repairs = await found();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Data").getRange("B2").values = [[7]];
    await context.sync();
  });
  const before = state();
  await expect(repairFormulas(repairs)).rejects.toThrow(
    "Data!B2 was changed since the workbook was checked, so nothing was written; check it again.",
  );
  expect(state()).toBe(before);
});

test("a formula that was calculated while the functions were not there is entered again, and heals", async () => {
  await repairFormulas(await found());
  await standIn.recalculate();
  const content = standIn.content();
  // A colleague without the add-in has calculated it.
  content.sheets[0]!.cells.get(0)!.get(1)!.value = { error: "#NAME?" };
  ({ standIn } = await openAddin({ ...addin, content, keepsFileValues: true }));
  const [asleep] = (await checkWorkbook(ownFunctions)).lines;
  expect([asleep?.kind, asleep?.cells, asleep?.repair]).toEqual(["shows an error", ["Data!B1"], "formula"]);
  await repairFormulas(await found());
  await standIn.recalculate();
  expect(standIn.workbook.sheet("Data").value(0, 1)).toBeCloseTo(0.0961, 4);
});

test("an array formula is left alone and said, since no part of it can be changed", async () => {
  const content = bookOf({ Data: [[1], [2], [3]] });
  const array = { row: 0, column: 2, rowCount: 2, columnCount: 1, dynamic: false };
  const formula = "_xldudf_SAVINGS_DISCOUNT(A1:A2)";
  for (const row of [0, 1])
    content.sheets[0]!.cells.get(row)!.set(2, {
      ...{ value: { error: "#NAME?" }, style: 0 },
      ...(row === 0 && { formula, array }),
    });
  ({ standIn } = await openAddin({ ...addin, content, keepsFileValues: true }));
  const check = await checkWorkbook(ownFunctions);
  const [said] = check.lines;
  expect([said?.kind, said?.cells, said?.repair]).toEqual(["mangled name", ["Data!C1", "Data!C2"], null]);
  expect(said?.message).toContain("as an array entered with Ctrl+Shift+Enter does: enter it again by hand");
  expect(repairsOf(check, ownFunctions.namespace)).toEqual([]);
});
