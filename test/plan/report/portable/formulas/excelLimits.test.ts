import { call, f, joined } from "../../../../../src/plan/report/portable/formulas/formula";
import { chunked } from "../../../../../src/plan/report/portable/tables/openedChecks";
import { limitFault } from "../../../../../src/plan/report/portable/formulas/excelLimits";

const cell = { sheet: "Register", row: 4, column: 2, rowCount: 1, columnCount: 1 };
const cells = (count: number) => Array.from({ length: count }, () => cell);

describe("a formula that Excel does not take", () => {
  test("has too many arguments in one function", () => {
    expect(limitFault(call("MIN", cells(255)).parts)).toBeNull();
    expect(limitFault(call("MIN", cells(256)).parts)).toBe("256 arguments in one function");
    expect(limitFault(f`SUM(${call("MAX", cells(200))},${call("MAX", cells(200))})`.parts)).toBeNull();
    expect(limitFault(call("MIN", [",".repeat(300)]).parts)).toBeNull();
  });

  test("is too long", () => {
    expect(limitFault(joined(cells(400), "+").parts)).toBeNull();
    expect(limitFault(joined(cells(900), "+").parts)).toMatch(/^some [\d,]+ characters$/);
  });

  test("is parted before it is too long", () => {
    const terms = Array.from({ length: 400 }, () => f`SUM(${cell},${cell})`);
    const checks = chunked("Growth", [...terms, joined(cells(90), "+")]);
    expect(checks.map(({ name }) => name).slice(0, 2)).toEqual(["Growth", "Growth 2"]);
    expect(checks.flatMap(({ is }) => limitFault(is.parts) ?? [])).toEqual([]);
    expect(
      checks
        .flatMap(({ is }) => is.parts)
        .join("")
        .split("SUM("),
    ).toHaveLength(401);
  });

  test("is too deep", () => {
    let inner = f`${cell}+1`;
    for (let at = 0; at < 63; at++) inner = f`ABS(${inner}+1)`;
    expect(limitFault(inner.parts)).toBeNull();
    for (let at = 0; at < 3; at++) inner = f`ABS(${inner}+1)`;
    expect(limitFault(inner.parts)).toMatch(/deep$/);
  });
});
