import fc from "fast-check";
import { combinedSaving } from "../../../src/engine/attribution/combined";
import { productShapley } from "../../../src/engine/attribution/productGame";
import { trialGame } from "../../../src/engine/attribution/productGameTrials";

const effect = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.5, max: 1, noNaN: true }) },
  { weight: 2, arbitrary: fc.double({ min: 0, max: 0.05, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1) },
);

test("many trials at once have each trial's Shapley values, within 1e-11 of what is moved", () => {
  const trials = 3;
  fc.assert(
    fc.property(
      fc.array(fc.array(effect, { minLength: trials, maxLength: trials }), { minLength: 1, maxLength: 80 }),
      fc.double({ min: 1, max: 1e6, noNaN: true }),
      (levers, base) => {
        const game = trialGame(
          levers.map((own) => Math.max(...own.map(Math.abs))),
          trials,
        );
        const amounts = levers.map(() => Float64Array.of(1, 1, 1));
        game.add(
          base,
          levers.map((own) => Float64Array.from(own)),
          amounts,
          trials,
        );
        for (let trial = 0; trial < trials; trial++) {
          const effects = levers.map((own) => own[trial]!);
          const exact = productShapley(base, effects);
          const size =
            base + Math.abs(combinedSaving(base, effects)) + exact.reduce((sum, one) => sum + Math.abs(one), 0);
          exact.forEach((value, lever) =>
            expect(Math.abs(amounts[lever]![trial]! - 1 - value)).toBeLessThanOrEqual(1e-11 * size),
          );
        }
      },
    ),
    { numRuns: 1000 },
  );
});
