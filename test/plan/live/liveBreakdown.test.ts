import { liveBreakdown } from "../../../src/plan/live/liveBreakdown";
import { readAllTables } from "../../../src/plan/reading/side/readAllTables";
import type { SheetGrid } from "../../../src/plan/reading/sheetGrid";
import { grid } from "../support/grid";

const register = (sheet: string, name: string): SheetGrid =>
  grid(sheet, [
    ["Scheme", "Saving (£m)", "Start"],
    [`${name} one`, 3, "2025/26"],
    [`${name} two`, 2, "2026/27"],
  ]);

/** Why a plan cannot be live; null where it can. */
function problemOf(grids: SheetGrid[]): string | null {
  const reading = readAllTables(grids);
  const live = liveBreakdown({ reading, grids, corrections: {}, scenario: { name: "As planned" } });
  return "problem" in live ? live.problem : null;
}

test("one register alone is live", () => {
  expect(problemOf([register("Register", "Theatres")])).toBeNull();
});

test("a register in several tables is named, and values are offered", () => {
  expect(problemOf([register("North", "Theatres"), register("South", "Agency")])).toMatch(
    /^The register stands in 2 tables \(North!A1:C3, South!A1:C3\), .*; write values instead\.$/,
  );
});

test("a Prices table is named, and values are offered", () => {
  const prices = grid("Prices", [
    ["Series", "2024/25", "2025/26", "2026/27"],
    ["GDP deflator", 100, 102, 105],
  ]);
  const spending = grid("Spending", [
    ["Spending, cash"],
    ["Category", "Base 2024/25 (£m)", "2025/26", "2026/27"],
    ["Acute", 100, 104, 108],
  ]);
  expect(problemOf([spending, register("Register", "Theatres"), prices])).toMatch(
    /^The Prices table \(Prices!A1:.*\) takes part, .*; write values instead\.$/,
  );
});
