import fc from "fast-check";
import { attribute } from "../../../src/engine/attribution/attribute";
import { combinedSaving, overlap } from "../../../src/engine/attribution/combined";
import { methods, type Method } from "../../../src/engine/attribution/methods";
import { EffectsCancelOut } from "../../../src/engine/attribution/proRata";
import { preciseSum } from "../../../src/engine/numbers/sum";

/** What each method claims. Every claim is one law, and every method that claims it is held to it. */
const claims: Record<Method, { sums: boolean; orderFree: boolean; symmetric: boolean }> = {
  shapley: { sums: true, orderFree: true, symmetric: true },
  lmdi: { sums: true, orderFree: true, symmetric: true },
  prorata: { sums: true, orderFree: true, symmetric: true },
  sequential: { sums: true, orderFree: false, symmetric: false },
  standalone: { sums: false, orderFree: true, symmetric: true },
  last: { sums: false, orderFree: true, symmetric: true },
};
const runs = { numRuns: 1000 };
const base = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const effect = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -0.5, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 0.5, 1e-12) },
);
const effects = fc.array(effect, { minLength: 1, maxLength: 40 });

/** Pro rata has no answer where effects cancel out; no law speaks there. */
function split(amount: number, shares: readonly number[], method: Method): number[] | undefined {
  try {
    return attribute(amount, shares, method);
  } catch (error) {
    if (error instanceof EffectsCancelOut) return undefined;
    throw error;
  }
}

/** Rounding scale: pro rata divides by the sum of effects, so where they nearly cancel its parts are large. */
function scaleOf(amount: number, parts: readonly number[]): number {
  return 1e-11 * (Math.abs(amount) + preciseSum(parts.map(Math.abs))) + 1e-300;
}

describe.each(methods.map((method) => [method]))("%s", (method) => {
  const claim = claims[method];

  if (claim.sums) {
    test("sums to the combined saving", () => {
      fc.assert(
        fc.property(base, effects, (amount, shares) => {
          const parts = split(amount, shares, method);
          if (!parts) return;
          const error = Math.abs(preciseSum(parts) - combinedSaving(amount, shares));
          expect(error).toBeLessThanOrEqual(scaleOf(amount, parts));
        }),
        runs,
      );
    });
  }

  if (claim.orderFree) {
    test("does not depend on the order of levers", () => {
      fc.assert(
        fc.property(base, effects, fc.nat(), (amount, shares, turn) => {
          const shift = turn % shares.length;
          const turned = [...shares.slice(shift), ...shares.slice(0, shift)];
          const parts = split(amount, shares, method);
          const others = split(amount, turned, method);
          if (!parts || !others) return;
          others.forEach((part, i) =>
            expect(Math.abs(part - parts[(i + shift) % shares.length]!)).toBeLessThanOrEqual(scaleOf(amount, parts)),
          );
        }),
        runs,
      );
    });
  }

  if (claim.symmetric) {
    test("gives equal levers the same", () => {
      fc.assert(
        fc.property(base, effects, effect, (amount, shares, twin) => {
          const parts = split(amount, [twin, ...shares, twin], method);
          if (parts) expect(Math.abs(parts[0]! - parts.at(-1)!)).toBeLessThanOrEqual(scaleOf(amount, parts));
        }),
        runs,
      );
    });
  }

  test("gives a lever without effect nothing, and the others the same as without it", () => {
    fc.assert(
      fc.property(base, effects, fc.nat(), (amount, shares, place) => {
        const at = place % (shares.length + 1);
        const parts = split(amount, [...shares.slice(0, at), 0, ...shares.slice(at)], method);
        const without = split(amount, shares, method);
        if (!parts || !without) return;
        expect(parts[at]).toBe(0);
        parts.splice(at, 1);
        parts.forEach((part, i) => expect(Math.abs(part - without[i]!)).toBeLessThanOrEqual(scaleOf(amount, parts)));
      }),
      runs,
    );
  });

  test("scales with the base", () => {
    fc.assert(
      fc.property(base, effects, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (amount, shares, factor) => {
        const parts = split(amount, shares, method);
        const scaled = split(amount * factor, shares, method);
        if (!parts || !scaled) return;
        scaled.forEach((part, i) =>
          expect(Math.abs(part - factor * parts[i]!)).toBeLessThanOrEqual(scaleOf(amount * factor, scaled)),
        );
      }),
      runs,
    );
  });

  test("gives a single lever its own saving", () => {
    fc.assert(
      fc.property(base, effect, (amount, share) => {
        const [part] = split(amount, [share], method)!;
        expect(Math.abs(part! - amount * share)).toBeLessThanOrEqual(1e-13 * Math.abs(amount) + 1e-300);
      }),
      runs,
    );
  });
});

test("a larger effect never brings less (shapley)", () => {
  fc.assert(
    fc.property(effects, effect, effect, (shares, one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      const before = attribute(1, [...shares, less]).at(-1)!;
      const after = attribute(1, [...shares, more]).at(-1)!;
      expect(after - before).toBeGreaterThanOrEqual(-1e-13);
    }),
    runs,
  );
});

test("shapley lies between stand-alone and last-in where all levers save", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 }), (shares) => {
      const alone = attribute(1, shares, "standalone");
      const last = attribute(1, shares, "last");
      attribute(1, shares).forEach((part, i) => {
        expect(part).toBeLessThanOrEqual(alone[i]! + 1e-14);
        expect(part).toBeGreaterThanOrEqual(last[i]! - 1e-14);
      });
      expect(overlap(1, shares)).toBeGreaterThanOrEqual(-1e-14);
    }),
    runs,
  );
});
