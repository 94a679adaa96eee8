import fc from "fast-check";
import type { Method } from "../../../src/engine/attribution/methods";
import { methods } from "../../../src/engine/attribution/methods";
import type { Lever, Plan } from "../../../src/plan/plan";
import { lever, plan, registerAlone } from "./plans";

/** Names as registers have them: long, right to left, with emoji, line breaks and words of ours. */
const names = fc.constantFrom(
  "Theatres",
  "Total",
  "توفير الأدوية",
  "🏥 Beds",
  "Two\nlines",
  "=SUM(A1)",
  "'quoted'",
  "Overlap not attributed",
  "x".repeat(300),
);

const word = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom("", ...words);

const levers: fc.Arbitrary<Lever> = fc
  .record({
    name: names,
    group: word("Local", "National", "Not stated"),
    organisation: word("Northmoor", "Southmoor"),
    kind: fc.constantFrom("Saving", "Saving", "Saving", "Contingency", "One-off cost", "Pressure", "Mitigation"),
    effect: fc.oneof(
      fc.integer({ min: -50, max: 300 }).map((tenths) => ({ kind: "amount" as const, amount: tenths / 10 })),
      fc.integer({ min: 0, max: 20 }).map((percent) => ({ kind: "level" as const, share: percent / 100 })),
    ),
    overlaps: fc.boolean(),
    start: fc.integer({ min: 1, max: 3 }),
    firstYearShare: fc.constantFrom(1, 0.5, 5 / 12),
    recurrent: fc.boolean(),
    type: fc.constantFrom("Cost reduction", "Cost avoidance"),
    baselineOnly: fc.boolean(),
    cashEffect: fc.constantFrom("Cash-releasing", "Non-cash-releasing", "Not stated"),
    status: word("Fully developed", "Opportunity"),
    rag: word("Red", "Green"),
    isIdentified: fc.boolean(),
    runningCost: fc.constantFrom(0, 0, 0.3),
    delivery: fc.constantFrom({ low: null, likely: null, high: null }, { low: 0.6, likely: 0.9, high: 1.1 }),
  })
  .map((changes) => lever(changes as Partial<Lever>));

/** Plans of one to eight rows, with spending or a register alone, with a gap or none, and the method to share overlaps by. */
export const drawnPlans: fc.Arbitrary<{ plan: Plan; method: Method }> = fc.record({
  plan: fc
    .tuple(fc.array(levers, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.integer({ min: 1, max: 3 }), fc.boolean())
    .map(([rows, isAlone, count, hasGap]) => {
      const years = ["2015/16", "2016/17", "2017/18"].slice(0, count);
      const own = rows.map((row, at) => ({
        ...row,
        name: `${row.name} ${at}`,
        kind: at === 0 ? ("Saving" as const) : row.kind,
      }));
      // Amounts that overlap need spend that they overlap on.
      return isAlone
        ? registerAlone(
            own.map((row) => ({ ...row, overlaps: false, effect: { kind: "amount", amount: 12.3 } })),
            { years },
          )
        : plan(own, {
            years,
            categories: [{ name: "Acute", base: 1000, spend: years.map(() => 1000) }],
            funding: { base: 980, byYear: years.map(() => (hasGap ? 950 : 1200)) },
          });
    }),
  method: fc.constantFrom(...methods),
});
