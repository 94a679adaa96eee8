import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { barHeadings, barRows, barSeries } from "../../../../src/plan/report/bridge/barColumns";
import { bridge, isEnd, mostParts, usualBy, type BridgeStep } from "../../../../src/plan/report/bridge/bridge";
import type { OutputCell } from "../../../../src/plan/report/outputTable";
import { positionBridge } from "../../../../src/plan/report/bridge/positionBridge";
import { lever, plan } from "../../support/plans";
import { randomPlans } from "../../support/randomPlans";

const steps = fc
  .tuple(randomPlans(), fc.constantFrom("gap" as const, "plan" as const, "council" as const))
  .map(([written, what]): [BridgeStep[], isLoweringHelp: boolean] => {
    const breakdown = evaluate(written, { name: "x", ...(what !== "gap" && { positionForm: what }) });
    if (what === "gap") return [bridge(breakdown, { by: usualBy(breakdown) }), breakdown.summary.gap !== null];
    const { position } = breakdown;
    return [position ? positionBridge(position, position.years.length - 1) : [], what === "council"];
  });

/** A number as a format with a positive and a negative part shows it. */
function shown(format: string, value: number): string {
  const [positive = "", negative = ""] = format.split(";");
  return (value < 0 ? negative : positive).replace("#", String(Math.abs(value)));
}

test("each bar has one label, which says its amount as the table's own format does", () => {
  fc.assert(
    fc.property(steps, ([bars, isLoweringHelp]) => {
      const series = barSeries("#", isLoweringHelp);
      barRows(bars).forEach((row, index) => {
        const at = (heading: string): OutputCell => row[barHeadings.indexOf(heading)] ?? null;
        const labels = series.flatMap(({ heading, labels: format }) => {
          const value = at(heading);
          return format === undefined || typeof value !== "number" ? [] : [Number(shown(format, value))];
        });
        const { amount, from, to } = bars[index]!;
        expect(labels).toHaveLength(1);
        expect(Math.abs(labels[0]! - amount)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(from), Math.abs(to)));
      });
    }),
    { numRuns: 500 },
  );
});

test("what is stacked reaches from where the running total was to where it is, each bar in the look of its kind", () => {
  fc.assert(
    fc.property(steps, ([bars, isLoweringHelp]) => {
      const series = barSeries("#", isLoweringHelp);
      barRows(bars).forEach((row, index) => {
        const { from, to, kind } = bars[index]!;
        const bar = bars[index]!;
        const drawn = series.filter(({ role }) => role !== "none" && role !== "link");
        const value = (heading: string): number => Number(row[barHeadings.indexOf(heading)] ?? 0);
        const parts = drawn.filter(({ heading }) => value(heading) !== 0);
        expect(parts.every(({ role }) => role === (isEnd(bar) ? "end" : kind))).toBe(true);
        const heights = parts.map(({ heading }) => value(heading));
        const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);
        const [up, down] = [sum(heights.filter((one) => one > 0)), sum(heights.filter((one) => one < 0))];
        const lift = value("Lift");
        const size = 1e-9 * Math.max(1, Math.abs(from), Math.abs(to));
        if (up === 0 && down === 0) expect(to - from).toBeLessThanOrEqual(size);
        else {
          expect(Math.abs(Math.max(lift, 0) + up - Math.max(to, 0))).toBeLessThanOrEqual(size);
          expect(Math.abs(Math.min(lift, 0) + down - Math.min(from, 0))).toBeLessThanOrEqual(size);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test("a line leads from the end of each bar to the next, and no line leads on from there", () => {
  fc.assert(
    fc.property(steps, ([bars]) => {
      const rows = barRows(bars);
      const lines = ["Link 1", "Link 2", "Link 3"].map((heading) =>
        rows.map((row) => row[barHeadings.indexOf(heading)] ?? null),
      );
      bars.slice(0, -1).forEach(({ after }, index) => {
        const leading = lines.filter((line) => line[index] !== null && line[index + 1] !== null);
        expect(leading.map((line) => [line[index], line[index + 1]])).toEqual([[after, after]]);
      });
    }),
    { numRuns: 500 },
  );
});

test("of 400 levers the largest have a bar, the others one together, and the gap is closed by as much", () => {
  const many = plan(
    Array.from({ length: 400 }, (_, at) =>
      lever({ name: `Lever ${at}`, group: "", effect: { kind: "amount", amount: 0.001 * (at + 1) } }),
    ),
  );
  const breakdown = evaluate(many, { name: "x" });
  const bars = bridge(breakdown, { by: usualBy(breakdown), most: mostParts });
  expect(bars.map(({ name }) => name).slice(1, -1)).toEqual([
    ...Array.from({ length: 7 }, (_, at) => `Lever ${399 - at}`),
    "393 smaller",
  ]);
  const closed = bars.slice(1, -1).reduce((sum, { amount }) => sum - amount, 0);
  expect(closed).toBeCloseTo(breakdown.summary.savings.at(-1)!, 9);
});
