import fc from "fast-check";
import { readAppliesTo } from "../../../../../src/plan/reading/register/lever/appliesTo";

const nearestOf = (name: string, categories: string[]) => readAppliesTo(name, categories).unknown[0]?.nearest;

test.each([
  ["Acut", "Acute"],
  ["ACUTTE", "Acute"],
  ["Mentol health", "Mental health"],
  // One word of two, another word of the same length, another short code: none of these is a slip of the pen.
  ["Mental", null],
  ["Estate", null],
  ["B2", null],
])("'%s' may mean %s", (name, nearest) => {
  expect(nearestOf(name, ["Mental health", "Acute", "A1"])).toBe(nearest);
});

test("a letter left out, or two in the place of one, is still the category, whatever the others are called", () => {
  const names = ["Acute", "Mental health", "Primary care", "Community", "Estates"];
  const slip = fc.record({
    order: fc.shuffledSubarray(names, { minLength: names.length }),
    meant: fc.constantFrom(...names),
    at: fc.nat(),
    instead: fc.constantFrom("", "xx"),
  });
  fc.assert(
    fc.property(slip, ({ order, meant, at, instead }) => {
      const place = at % meant.length;
      const written = `${meant.slice(0, place)}${instead}${meant.slice(place + 1)}`.trim();
      expect(nearestOf(written, order)).toBe(meant);
    }),
  );
});
