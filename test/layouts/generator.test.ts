import fc from "fast-check";
import { layOut, layouts, sampleLayouts } from "./drawLayout";
import { allFeatures } from "./features/allFeatures";
import { outcomeOf } from "./outcome";
import { readerOfToday } from "./readerOfToday";
import { plans } from "./truth/drawPlan";
import { unsaid } from "./truthOnSheets";

const names = allFeatures.map(({ name }) => name);
const somePlans = fc.sample(plans, { numRuns: 4, seed: 7 });

test("the same seed draws the same layouts, and laying a plan out leaves the plan as it was", () => {
  const asText = (seed: number): string =>
    JSON.stringify(
      sampleLayouts(40, seed).map(({ features, plan, sheets, questions }) => [features, plan, sheets, questions]),
    );
  expect(asText(3)).toBe(asText(3));
  expect(asText(3)).not.toBe(asText(4));
  fc.assert(
    fc.property(plans, fc.subarray(names, { maxLength: 6 }), (plan, features) => {
      const before = structuredClone(plan);
      layOut(plan, features, 1);
      expect(plan).toEqual(before);
    }),
    { numRuns: 50 },
  );
});

test("everything that is true stands somewhere on the sheets", () => {
  fc.assert(
    fc.property(layouts(), (layout) => {
      expect(unsaid(layout)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("a truth that is taken off the sheets is missed", () => {
  const layout = layOut(somePlans[0]!, [], 1);
  const register = layout.sheets.find(({ sheet }) => sheet === "Register")!;
  const [, first] = register.values;
  first![0] = "Another";
  expect(unsaid(layout)).toEqual([layout.plan.levers[0]!.name]);
});

test("a plan in plain form is read right by the reader of today", () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(outcomeOf(layOut(plan, [], 1), readerOfToday)).toEqual({ class: "right", why: "" });
    }),
    { numRuns: 60 },
  );
});

test("no two features have one name, and each occurs among 1,200 layouts", () => {
  expect(new Set(names).size).toBe(names.length);
  const drawn = new Set(sampleLayouts(1200, 1).flatMap(({ features }) => features));
  expect(names.filter((name) => !drawn.has(name))).toEqual([]);
});

test.each(allFeatures)(
  "$name: changes the plain form, and leaves a question open only where it says so",
  ({ name, opens }) => {
    const laid = somePlans.map((plan, seed) => layOut(plan, [name], seed));
    const changed = laid.filter(({ sheets }, index) => {
      const plain = layOut(somePlans[index]!, [], index);
      return JSON.stringify(sheets) !== JSON.stringify(plain.sheets);
    });
    expect(changed.length).toBeGreaterThanOrEqual(2);
    for (const { features, questions } of laid) {
      expect(features).toEqual([name]);
      expect(questions.length > 0).toBe(opens !== undefined);
      for (const { cells } of questions) expect(cells.length).toBeGreaterThan(0);
    }
  },
);
