import type { Cell } from "../../../../src/cells/cell";
import type { Plan } from "../../../../src/plan/plan";
import { readTables } from "../../../../src/plan/reading/readTables";
import type { SheetGrid } from "../../../../src/plan/reading/sheetGrid";
import { methods } from "../../../../src/engine/attribution/methods";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { calculation } from "../../../../src/plan/report/portable/formulas/calculate";
import { sourceOf } from "../../../../src/plan/report/portable/heldToFigures";
import { workOutPortable } from "../../../../src/plan/report/portable/portable";
import { userTables, withCells } from "../../../../src/plan/report/portable/following/userTables";
import { workOut } from "../../../../src/plan/report/workOut";
import type { Scenario } from "../../../../src/plan/scenario";
import { sampleLayouts } from "../../../layouts/drawLayout";
import { bookOf } from "../../../workbook/support/planBook";
import { gridsOf } from "../../support/workbookGrids";
import { slipsIn } from "../../support/slips";
import { changedCells, drawnSheets } from "./support/drawnSheets";

/** The long run, of 300 plans with 20 changes each: PORTABLE_PLANS=300 npx jest test/plan/report/portable/law. */
const plans = Number(process.env["PORTABLE_PLANS"] ?? 6);
/** Of these plans alone, to repeat a failure: PORTABLE_ONLY=35,81. */
const only = process.env["PORTABLE_ONLY"]?.split(",").map(Number);
const changes = plans > 6 ? 20 : 2;
const notes = { addInVersion: "1", time: "now" };
const read = (grids: SheetGrid[]) => readTables(grids);

function portable(sheets: SheetGrid[], plan: Plan, scenario: Scenario) {
  const steps = workOutPortable(plan, scenario, notes, { grids: sheets, read });
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const scenarioOf = (at: number): Scenario => ({
  name: "As planned",
  method: methods[at % methods.length] ?? "shapley",
  ...(at % 2 === 1 && { overlap: "all" }),
  ...(at % 4 === 2 && { delivery: "low" }),
  ...(at % 5 === 3 && { delivery: "high", growthChange: 0.01, fundingChange: -0.005 }),
  ...(at % 7 === 4 && { needAmountChange: 3, fundingAmountChange: 2, target: 40 }),
});

const compared = ["breakdown", "groups", "bridge", "summary", "position"];

/** Cells of which the formulas say something else than a fresh run of values. */
function differences(made: OutputTable[], fresh: OutputTable[], sheets: SheetGrid[]): string[] {
  const valueOf = calculation(sourceOf(made, sheets));
  return fresh
    .filter(({ id }) => compared.includes(id))
    .flatMap((table) => {
      const other = made.find(({ id }) => id === table.id);
      const key = (row: readonly unknown[]) => row.slice(0, table.keyColumns ?? 1).join("|");
      const size = Math.max(...table.rows.flat().map((cell) => (typeof cell === "number" ? Math.abs(cell) : 0)));
      const isDrawing = (heading: string): boolean =>
        ["bridge", "position"].includes(table.id) && heading !== "Amount" && !/^[Y\d]/.test(heading);
      return table.rows.flatMap((row) => {
        const at = other?.rows.findIndex((one) => key(one) === key(row)) ?? -1;
        return table.header.flatMap((heading, c) => {
          const [figure, column] = [row[c], other?.header.indexOf(heading) ?? -1];
          if (typeof figure !== "number" || column < 0 || isDrawing(heading)) return [];
          const value = at < 0 ? null : valueOf({ table: table.id, row: at, column, rowCount: 1, columnCount: 1 });
          const isSame = typeof value === "number" && Math.abs(value - figure) <= 1e-9 * size;
          return isSame ? [] : [`${table.id} ${key(row)} ${heading}: ${JSON.stringify(value)} for ${figure}`];
        });
      });
    });
}

/** Whether the sheet of what was read says that a run is needed. */
function saysChanged(made: OutputTable[], sheets: SheetGrid[]): boolean {
  const asRead = made.find(({ id }) => id === "asRead");
  const row = asRead?.rows.findIndex(([, line]) => line === "All as read") ?? -1;
  const column = asRead?.header.indexOf("Same") ?? -1;
  return calculation(sourceOf(made, sheets))({ table: "asRead", row, column, rowCount: 1, columnCount: 1 }) !== 1;
}

/** Whether one of the figures is an error, which says itself that the inputs are wrong. */
function showsError(made: OutputTable[], sheets: SheetGrid[]): boolean {
  const valueOf = calculation(sourceOf(made, sheets));
  return made
    .filter(({ id }) => compared.includes(id))
    .some(({ id, rows }) =>
      rows.some((line, row) =>
        line.some((_, column) => {
          const value = valueOf({ table: id, row, column, rowCount: 1, columnCount: 1 });
          return typeof value === "object" && value !== null;
        }),
      ),
    );
}

test("formulas say what a fresh run says, before and after the cells that they follow change, or say that a run is needed", () => {
  const counts = { plans: 0, refused: 0, compared: 0, said: 0, without: 0, wrong: [] as string[] };
  for (const [at, drawn] of drawnSheets(plans, 11).entries()) {
    const { plan } = only && !only.includes(at) ? {} : read(drawn);
    if (!plan) continue;
    const scenario = scenarioOf(at);
    let made: OutputTable[];
    try {
      made = portable(drawn, plan, scenario).tables;
    } catch (problem) {
      if (!(problem instanceof Error) || problem.name !== "CannotFollow" || /does not come to/.test(problem.message))
        throw new Error(`Plan ${at}: ${String(problem)}`, { cause: problem });
      counts.refused++;
      continue;
    }
    counts.plans++;
    // Every figure of these tables is a formula, but the 0 of what is no saving.
    const figures = made.filter(({ id }) => compared.includes(id)).flatMap(({ rows }) => rows.flat());
    if (!plan.position) expect(figures.filter((cell) => typeof cell === "number" && cell !== 0)).toEqual([]);
    expect(saysChanged(made, drawn)).toBe(false);
    for (let change = 1; change <= changes; change++) {
      const sheets = changedCells(drawn, plan, 100 * at + change);
      const { plan: now, findings } = read(sheets);
      if (saysChanged(made, sheets)) counts.said++;
      else if (!now) {
        counts.without++;
        // A question that the changed figures open was answered as the formulas have it.
        const isWrong = findings.some(({ level, question }) => level === "error" && !question);
        if (isWrong && !showsError(made, sheets))
          counts.wrong.push(`plan ${at}, change ${change}: no run takes what is followed`);
      } else {
        counts.compared++;
        const { tables } = workOut(now, scenario, notes);
        counts.wrong.push(...differences(made, tables, sheets).map((one) => `plan ${at}, change ${change}: ${one}`));
      }
    }
  }
  if (plans > 6) console.log({ ...counts, wrong: counts.wrong.length }, counts.wrong.slice(0, 20).join("\n"));
  expect(counts.wrong).toEqual([]);
  expect(counts.compared).toBeGreaterThan(counts.said);
});

test("a slip typed into what is followed is said, or shows as an error, where no run takes it", () => {
  const silent: string[] = [];
  let told = 0;
  for (const [at, drawn] of drawnSheets(plans, 5).entries()) {
    const reading = read(drawn);
    const scenario: Scenario = { name: "As planned" };
    if (!reading.plan) continue;
    const { tables: made } = portable(drawn, reading.plan, scenario);
    for (let seed = 0; seed < changes / 2; seed++)
      for (const { typed, sheets } of slipsIn(drawn, reading, 10 * at + seed)) {
        const { plan, findings } = read(sheets);
        if (saysChanged(made, sheets) || showsError(made, sheets)) {
          told++;
          continue;
        }
        // What only opens a question goes on as the run took it.
        const isHeld = !plan || findings.some(({ level, question }) => level === "error" && !question);
        const wrong = isHeld
          ? [findings.find(({ level }) => level === "error")?.message]
          : differences(made, workOut(plan, scenario, notes).tables, sheets);
        silent.push(...wrong.map((one) => `plan ${at}, ${typed}: ${one}`));
      }
  }
  expect(silent).toEqual([]);
  expect(told).toBeGreaterThan(plans);
});

test("a long register with gaps in its columns has formulas that Excel takes, and they see what is changed", () => {
  const rows = Array.from({ length: 150 }, (_, at) => [
    ...[`Scheme ${at}`, `Theme ${at % 30}`, at % 2 === 0 ? 1 + at : null, at % 2 === 0 ? null : 0.0001],
    ...[at % 3 === 0 ? "Acute" : "Other", "2025/26"],
  ]);
  const sheets = gridsOf(
    bookOf({
      Spending: [
        ["Category", "Base 2024/25", "2025/26"],
        ["Acute", 90_000, 0.02],
        ["Other", 70_000, 0.03],
      ],
      Register: [["Scheme", "Theme", "Saving £k", "Saving %", "Applies to", "Start"], ...rows],
    }),
  );
  const { plan } = read(sheets);
  const [, grid] = sheets;
  if (!plan || !grid) throw new Error("There is a plan.");
  const made = portable(sheets, plan, { name: "As planned" }).tables;
  const after = (row: number, column: number, value: Cell): boolean =>
    saysChanged(made, withCells(sheets, [{ grid, row, column, value }]));
  expect(after(1, 2, 3)).toBe(false);
  expect(after(1, 2, "3")).toBe(true);
  expect(after(1, 2, null)).toBe(true);
  expect(after(2, 2, 4)).toBe(true);
  expect(after(151, 2, 4)).toBe(true);
  expect(after(75, 4, "All")).toBe(true);
});

test("a word that the formulas do not follow is said", () => {
  const [layout] = sampleLayouts(1, 11);
  const plan = layout ? read(layout.sheets).plan : null;
  if (!layout || !plan) throw new Error("The first layout has a plan.");
  const { tables } = portable(layout.sheets, plan, { name: "As planned" });
  const register = userTables(read(layout.sheets), plan, layout.sheets).find(({ kind }) => kind === "levers");
  const column = register?.columns.find(({ meaning }) => meaning === "lever")?.column ?? 0;
  if (!register) throw new Error("There is a register.");
  const change = { grid: register.grid, row: register.rows[0] ?? 0, column, value: "Another name" };
  expect(saysChanged(tables, withCells(layout.sheets, [change]))).toBe(true);
  const added = { ...change, row: register.to + 1, value: "A new row" };
  expect(saysChanged(tables, withCells(layout.sheets, [added]))).toBe(true);
});
