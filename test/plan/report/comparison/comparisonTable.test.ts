import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { comparisonTable } from "../../../../src/plan/report/comparison/comparisonTable";
import { drawnPlans } from "../../support/drawnPlans";
import { lever, plan } from "../../support/plans";

test("every scenario's levers come to its savings, and each difference to the difference of the totals", () => {
  fc.assert(
    fc.property(drawnPlans, ({ plan: written, method }) => {
      const all = ["What", "Low", "Low "].map((name, at) =>
        evaluate(written, { name, method, ...(at > 0 && { delivery: "low" as const }) }),
      );
      const { header, rows, totalRows = [] } = comparisonTable(all[0]!, all.slice(1));
      expect(new Set(header.map((one) => one.toLowerCase().trim())).size).toBe(header.length);
      const levers = rows.filter(([part]) => String(part).startsWith("Lever"));
      header.slice(2).forEach((_, at) => {
        const sum = levers.slice(0, -1).reduce((so, row) => so + Number(row[at + 2]), 0);
        expect(sum).toBeCloseTo(Number(levers.at(-1)?.[at + 2]), 8);
      });
      all.forEach(({ summary }, at) => expect(levers.at(-1)?.[at + 2]).toBeCloseTo(summary.savings.at(-1) ?? NaN, 8));
      expect(rows[totalRows.at(-1) ?? -1]).toBe(levers.at(-1));
    }),
  );
});

test("the sheet says by which method savings that overlap are split", () => {
  const levers = [lever({ overlaps: true, effect: { kind: "level", share: 0.1 } })];
  const [first, other] = ["A", "B"].map((name) => evaluate(plan(levers), { name, method: "standalone" }));
  expect(comparisonTable(first!, [other!]).noteLines?.[0]).toContain("Method: stand-alone");
});

test("years, gaps and levers stand side by side with what each has more than the first", () => {
  const written = plan([lever({ name: "A", delivery: { low: 0.5, likely: null, high: 1 } })]);
  const [planned, low] = [
    evaluate(written, { name: "As planned" }),
    evaluate(written, { name: "Low", delivery: "low" }),
  ];
  const { header, rows, title } = comparisonTable(planned, [low]);
  expect(title).toBe("Scenarios compared: As planned, Low");
  expect(header).toEqual(["Part", "What", "As planned", "Low", "Low less As planned"]);
  expect(rows).toEqual(
    expect.arrayContaining([
      ["Savings", "2015/16", 10, 5, -5],
      ["Savings", "Total", 30, 15, -15],
      ["Remaining gap", "2017/18", 10, 15, 5],
      ["Lever, 2017/18", "A", 10, 5, -5],
    ]),
  );
});
