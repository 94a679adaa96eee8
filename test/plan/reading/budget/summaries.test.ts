import { readTables } from "../../../../src/plan/reading/readTables";
import { grid } from "../../support/grid";

test("spending of which one column comes to a sum of savings by chance is spending", () => {
  const spend = grid("Spending", [
    ["Category", "Base 2019/20 (£m)", "2020/21", "2021/22", "2022/23"],
    ["Highways", 408, 408, 407, 407],
    ["Mental health", 1891, 2001, 2110, 2220],
  ]);
  const register = grid("Register", [
    ["Scheme", "Applies to", "New 2020/21 (£m)", "New 2021/22 (£m)", "New 2022/23 (£m)"],
    ["A", "Mental health", 1900, 10, 20],
    ["B", "Highways", 399, 20, 30],
  ]);
  const { spending, findings } = readTables([spend, register]);
  expect(spending?.rowCount).toBe(2);
  expect(findings.map(({ message }) => message).join()).not.toContain("sums the savings");
});
