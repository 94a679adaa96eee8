import { percent } from "../../support/grid";
import { leversOf, lines, monthNames, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

const saved = (reading: ReturnType<typeof readAlone>) =>
  leversOf(reading).map(({ effect }) => (effect.kind === "byYear" ? effect : null));

test("the months of a year stay with the saving, cumulative ones as what each month adds", () => {
  const each = monthNames.map((_, month) => month);
  const months = readAlone([
    ["Scheme, £k", ...monthNames, "FYE", "Start"],
    ["A", ...each, 132, "2025/26"],
    ["B", ...each.map((month) => 2 * month), 264, "2025/26"],
  ]);
  expect(saved(months).map((effect) => effect?.months)).toEqual([
    { year: 1, amounts: each },
    { year: 1, amounts: each.map((month) => 2 * month) },
  ]);
  const running = each.map((_, month) => each.slice(0, month + 1).reduce((sum, one) => sum + one, 0));
  const cumulative = readAlone([
    ["Scheme, £k, cumulative", ...monthNames, "PYE", "Start"],
    ["A", ...running, 66, "2025/26"],
    ["B", ...running.map((sum) => 3 * sum), 198, "2025/26"],
  ]);
  expect(saved(cumulative).map((effect) => effect?.months?.amounts)).toEqual([each, each.map((month) => 3 * month)]);
});

test("what was saved in the base year stays with the saving, where the register's years begin with it", () => {
  const reading = readWith({
    spend: [
      ["Category", "Base 2024/25 £m", "Growth"],
      ["Acute", 100, percent(0.02)],
    ],
    levers: [
      ["Savings counted in each year, £m"],
      ["Scheme", "2024/25", "2025/26", "2026/27"],
      ["A", 1, 2, 3],
      ["B", 0, 1, 1],
    ],
  });
  expect(lines(reading).filter((line) => line.startsWith("error"))).toEqual([]);
  expect(reading.plan?.years).toEqual(["2025/26", "2026/27"]);
  expect(saved(reading)).toMatchObject([
    { amounts: [2, 3], base: 1 },
    { amounts: [1, 1], base: 0 },
  ]);
});

test("whose cost is the other side of a saving is read", () => {
  const reading = readAlone([
    ["Scheme", "Organisation", "Counterparty", "Saving £k", "Start"],
    ["Rent", "Trust A", "Trust B", 50, "2025/26"],
    ["Rent paid", "Trust B", "Trust A", -50, "2025/26"],
    ["Own", "Trust A", "", 20, "2025/26"],
  ]);
  expect(leversOf(reading).map(({ counterparty }) => counterparty)).toEqual(["Trust B", "Trust A", ""]);
});
