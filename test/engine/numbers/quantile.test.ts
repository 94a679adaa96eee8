import fc from "fast-check";
import { quantileOfSorted, quantilesOf } from "../../../src/engine/numbers/quantile";

const value = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
);
const fraction = fc.oneof(fc.constantFrom(0, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }));

test("what is selected is what sorting gives, digit by digit, in whatever order it is asked for", () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 200 }),
      fc.array(fraction, { minLength: 1, maxLength: 8 }),
      (values, fractions) => {
        const sorted = Float64Array.from(values).sort();
        const moved = Float64Array.from(values);
        expect(quantilesOf(moved, fractions).map((one) => one + 0)).toEqual(
          fractions.map((one) => quantileOfSorted(sorted, one) + 0),
        );
        // Nothing is lost on the way.
        expect(moved.sort()).toEqual(sorted);
      },
    ),
    { numRuns: 2000 },
  );
});
