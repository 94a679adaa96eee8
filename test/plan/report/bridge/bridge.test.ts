import { bridge } from "../../../../src/plan/report/bridge/bridge";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { lever, plan } from "../../support/plans";

const amounts = [1, 3, -2, 4];
const written = plan([
  ...amounts.map((amount, index) =>
    lever({ name: `L${index}`, group: index < 2 ? "First" : "", effect: { kind: "amount", amount } }),
  ),
  lever({ name: "Off", effect: { kind: "amount", amount: 9 } }),
  lever({ name: "Hope", isIdentified: false, effect: { kind: "amount", amount: 2 } }),
]);
const breakdown = evaluate(written, { name: "x", off: ["Off"] });
const [gap, remaining] = [breakdown.summary.gap!.at(-1)!, breakdown.summary.remaining!.at(-1)!];
const between = (options: Parameters<typeof bridge>[1]) =>
  bridge(breakdown, options)
    .slice(1, -1)
    .map(({ name, kind, amount }) => [name, kind, amount]);

test("the largest saving comes first, costs rise, and what is off has no step", () => {
  expect(between({ by: "lever" })).toEqual([
    ["L3", "saving", -4],
    ["L1", "saving", -3],
    ["L0", "saving", -1],
    ["L2", "cost", 2],
    ["Not identified", "unidentified", -2],
  ]);
});

test("the smallest become one step, and what has no scheme or counts only against the baseline stands apart", () => {
  expect(between({ by: "lever", most: 3 })).toEqual([
    ["L3", "saving", -4],
    ["L1", "saving", -3],
    ["2 smaller", "cost", 1],
    ["Not identified", "unidentified", -2],
  ]);
  const withBaseline = evaluate(
    { ...written, levers: written.levers.map((one) => ({ ...one, baselineOnly: one.name === "L3" })) },
    { name: "x", off: ["Off"] },
  );
  expect(
    bridge(withBaseline, { by: "group" })
      .slice(1, -1)
      .map(({ name, kind, amount }) => [name, kind, amount]),
  ).toEqual([
    ["First", "saving", -4],
    ["No group", "cost", 2],
    ["Only against the baseline", "baselineOnly", -4],
    ["Not identified", "unidentified", -2],
  ]);
});

test("each bar starts where the one before it ended, from the gap down to what remains", () => {
  const steps = bridge(breakdown, { by: "lever" });
  expect(steps[0]).toMatchObject({ kind: "gap", amount: gap, from: Math.min(0, gap), to: Math.max(0, gap) });
  let level = gap;
  for (const { kind, amount, from, to } of steps.slice(1, -1)) {
    expect(kind === "cost" ? from : to).toBeCloseTo(level, 9);
    level += amount;
    expect(kind === "cost" ? to : from).toBeCloseTo(level, 9);
  }
  expect(steps.at(-1)).toMatchObject({ kind: "remaining", amount: remaining });
  expect(level).toBeCloseTo(remaining, 9);
});
