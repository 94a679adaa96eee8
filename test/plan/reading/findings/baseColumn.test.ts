import { readTables } from "../../../../src/plan/reading/readTables";
import type { PlanReading, ReadOptions } from "../../../../src/plan/reading/planReading";
import { grid, percent, type CellText } from "../../support/grid";
import { lines, questions } from "../../support/register";

function read(headings: string[], later: CellText[], options: ReadOptions = {}): PlanReading {
  const rows = [["Category", ...headings], ["Acute", 100, 103, ...later] as CellText[]];
  const levers = [
    ["Lever", "Saving £m", "Start"],
    ["A", 5, "2025/26"],
  ];
  return readTables([grid("Spend", rows), grid("Levers", levers)], { horizon: 1, ...options });
}

const spend = ({ plan }: PlanReading): unknown => plan?.categories?.map(({ base, spend }) => [base, spend[0]]);

test.each([
  ["one growth for all years", ["2024/25 Budget £m", "2024/25 Outturn", "Growth"], [percent(0.5)]],
  ["growth by year", ["2024/25 Budget £m", "2024/25 Outturn", "2025/26"], [percent(0.5)]],
  ["growth after the year before", ["2023/24 Outturn £m", "2024/25 Budget", "2025/26"], [percent(0.5)]],
])("of amounts before growth the last year's grow, the outturn before the budget: %s", (_, headings, later) => {
  const reading = read(headings, later);
  expect(lines(reading)).toEqual([]);
  expect(spend(reading)).toEqual([[103, 154.5]]);
});

test("growth that explains the years of a plan leaves them as they are", () => {
  expect(spend(read(["2025/26 £m", "2026/27", "Growth"], [percent(0.03)]))).toEqual([[null, 100]]);
});

test("a budget beside an outturn without a year is asked about, and the outturn grows meanwhile", () => {
  const headings = ["Budget £m", "Outturn", "Growth"];
  const reading = read(headings, [percent(0.5)]);
  const question = { taken: "'Outturn'", choices: ["'Outturn'", "'Budget £m'"], key: "baseColumn@Spend!C1" };
  expect(questions(reading)).toMatchObject([["warning", "Spend!C1", question]]);
  expect(spend(reading)).toEqual([[103, 154.5]]);
  const answered = read(headings, [percent(0.5)], { answers: { "baseColumn@Spend!C1": "'Budget £m'" } });
  expect(lines(answered)).toEqual([]);
  expect(answered.answered).toHaveLength(1);
  expect(spend(answered)).toEqual([[100, 150]]);
});
