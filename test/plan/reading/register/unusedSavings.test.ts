import { readTables } from "../../../../src/plan/reading/readTables";
import { grid } from "../../support/grid";

const said = (...rows: (string | number)[][]) =>
  readTables([grid("Register", rows)]).findings.map(({ cell, message }) => `${cell} ${message}`);

test("a later year that is called an outlook is said to take no part, with its cell", () => {
  const findings = said(["Initiative", "FY26 £k", "FY27 outlook £k"], ["A", 100, 200], ["B", 50, 70]);
  expect(findings).toEqual([
    "Register!C1 'FY27 outlook £k' was taken as a forecast or an actual of a year for which no plan is read, and takes no part; give it its year where it is the saving",
  ]);
});

test("the forecast of a year that has a plan is no such column, nor is last year's actual", () => {
  const findings = said(
    ["Initiative", "2024/25 actual £k", "2025/26 plan £k", "2025/26 forecast £k"],
    ["A", 80, 100, 90],
    ["B", 40, 50, 70],
  );
  expect(findings.filter((one) => one.includes("no plan is read"))).toEqual([]);
});
