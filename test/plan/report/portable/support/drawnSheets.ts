import fc from "fast-check";
import { isBlank, type Cell } from "../../../../../src/cells/cell";
import type { Plan } from "../../../../../src/plan/plan";
import { readTables } from "../../../../../src/plan/reading/readTables";
import { cellAt, type SheetGrid } from "../../../../../src/plan/reading/sheetGrid";
import { isNumberCell, userTables, withCells } from "../../../../../src/plan/report/portable/following/userTables";
import { layOut } from "../../../../layouts/drawLayout";
import { allFeatures } from "../../../../layouts/features/allFeatures";
import { plans } from "../../../../layouts/truth/drawPlan";

/** Sheets of drawn plans; a third of them has ends, and another third start months beside its register. */
export function drawnSheets(count: number, seed: number): SheetGrid[][] {
  const features = fc.noBias(
    fc.subarray(
      allFeatures.map(({ name }) => name),
      { maxLength: 6 },
    ),
  );
  const drawn = fc.sample(fc.record({ plan: plans, features, seed: fc.nat({ max: 2 ** 30 }) }), {
    numRuns: count,
    seed,
  });
  return drawn.map((one, at) => {
    const own = at % 3 === 1 ? [...one.features, "an end, with recurrence stated"] : one.features;
    const { sheets } = layOut(one.plan, own, one.seed);
    return at % 3 === 2 ? (withStartMonths(sheets, random(one.seed)) ?? sheets) : sheets;
  });
}

/** With a column Start month at the right of the register; null where none fits. */
function withStartMonths(sheets: SheetGrid[], next: () => number): SheetGrid[] | null {
  const reading = readTables(sheets);
  const register = reading.plan && userTables(reading, reading.plan, sheets).find(({ kind }) => kind === "levers");
  if (!register || register.grid.tables.length > 0) return null;
  const { grid, headerRow, rows } = register;
  const column = Math.max(...register.columns.map((one) => one.column)) + 1;
  const changes = [
    { grid, row: headerRow, column, value: "Start month" },
    ...rows.map((row) => ({ grid, row, column, value: 1 + Math.floor(12 * next()) })),
  ];
  const beside = grid.values.some((line) => line.slice(column - grid.column).some((cell) => !isBlank(cell ?? null)));
  const changed = beside ? null : withCells(sheets, changes);
  return changed && readTables(changed).plan ? changed : null;
}

/** Numbers, dates and words of recurrence changed here and there, as a user would: many cells at once, or with an even seed few. */
export function changedCells(sheets: SheetGrid[], plan: Plan, seed: number): SheetGrid[] {
  const next = random(seed);
  const part = seed % 2 === 0 ? 0.08 : 0.3;
  const changes: { grid: SheetGrid; row: number; column: number; value: Cell }[] = [];
  for (const { grid, rows, columns } of userTables(readTables(sheets), plan, sheets))
    for (const { column, meaning, sureness } of columns.filter((one) => one.sureness !== "ignored")) {
      for (const row of rows) {
        const value = cellAt(grid, row, column);
        if (isBlank(value) || sureness === "ignored" || next() > part) continue;
        const put = (to: Cell): void => void changes.push({ grid, row, column, value: to });
        const isMoment = meaning === "start" || meaning === "end";
        if (meaning === "recurrent") put(next() > 0.5 ? "R" : "NR");
        else if (meaning === "startMonth") put(1 + Math.floor(12 * next()));
        else if (isMoment && typeof value === "string")
          put(plan.years[Math.floor(next() * plan.years.length)] ?? value);
        else if (isMoment && typeof value === "number") put(value + Math.floor(next() * 60));
        else if (isNumberCell(grid, row, column) && meaning !== "investmentYear")
          put((value as number) * (0.8 + 0.3 * next()));
      }
    }
  return withCells(sheets, changes);
}

/** The same digits on every machine. */
function random(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}
