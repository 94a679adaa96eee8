import fc from "fast-check";
import { callFunction } from "../../src/functions/call";
import type { ResultCell } from "../../src/functions/record";
import { recordOf } from "./support/formula";

/** Laws that hold between functions, on random arguments. */
const runs = { numRuns: 1000 };
const rate = fc.double({ min: -0.3, max: 0.3, noNaN: true });
const amount = fc.double({ min: 0.1, max: 1000, noNaN: true });

const call = (name: string, ...given: unknown[]): ResultCell[][] =>
  callFunction(recordOf(name), given) as ResultCell[][];
const number = (name: string, ...given: unknown[]): number => call(name, ...given)[0]![0] as number;
const close = (value: number, wanted: number, scale = Math.abs(wanted)): void =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-11 * scale + 1e-300);

const gaps = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })).chain(([m, n]) =>
  fc.tuple(
    fc.array(
      amount.map((each) => [each]),
      { minLength: m, maxLength: m },
    ),
    fc.array(fc.array(rate, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
    fc.array(rate, { minLength: n, maxLength: n }).map((row) => [row]),
    fc.array(fc.array(rate, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
  ),
);

test("the last row of GAPTABLE is what SAVINGSGAP answers, and its columns add up", () => {
  fc.assert(
    fc.property(gaps, ([baseline, pressure, funding, efficiency]) => {
      const table = call("GAPTABLE", baseline, pressure, funding, null, efficiency).slice(1) as number[][];
      const last = table.at(-1)!;
      close(number("SAVINGSGAP", baseline, pressure, funding, null, efficiency), last[5]!, last[1]!);
      for (const [, need, funded, gap, saved, remaining] of table) {
        close(gap!, need! - funded!, need!);
        close(remaining!, gap! - saved!, need!);
      }
      expect(table.map((row) => row[0])).toEqual(table.map((_, year) => year));
    }),
    runs,
  );
});

test("REQUIREDEFF for years, compounded by COMPOUNDEFF, brings need down to funding", () => {
  fc.assert(
    fc.property(
      amount,
      fc.double({ min: 0.75, max: 1.25, noNaN: true }),
      fc.integer({ min: 1, max: 40 }),
      (need, share, years) => {
        const rateNeeded = number("REQUIREDEFF", [[need]], [[need * share]], [[years]]);
        close(need - number("COMPOUNDEFF", [[rateNeeded]], [[years]], [[need]]), need * share);
      },
    ),
    runs,
  );
});

test("a list of the same rate is that rate for as many years", () => {
  fc.assert(
    fc.property(
      rate,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom("cost", "productivity"),
      (each, years, basis) => {
        const listed = number("COMPOUNDEFF", [new Array<number>(years).fill(each)], null, null, [[basis]]);
        close(listed, number("COMPOUNDEFF", [[each]], [[years]], null, [[basis]]), 1);
      },
    ),
    runs,
  );
});

test("ATTRIBUTE sums to COMBINED, and OVERLAP is what stand-alone savings count twice, year by year", () => {
  const frame = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 })).chain(([m, n]) =>
    fc.tuple(
      fc.array(amount, { minLength: n, maxLength: n }),
      fc.array(fc.array(fc.double({ min: -0.5, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
        minLength: m,
        maxLength: m,
      }),
    ),
  );
  fc.assert(
    fc.property(frame, ([base, effects]) => {
      const parts = call("ATTRIBUTE", [base], effects) as number[][];
      const alone = call("ATTRIBUTE", [base], effects, [["standalone"]]) as number[][];
      const combined = call("COMBINED", [base], effects)[0] as number[];
      const overlap = call("OVERLAP", [base], effects)[0] as number[];
      base.forEach((each, year) => {
        const scale = each * effects.length * 100;
        close(
          parts.reduce((sum, row) => sum + row[year]!, 0),
          combined[year]!,
          scale,
        );
        close(alone.reduce((sum, row) => sum + row[year]!, 0) - combined[year]!, overlap[year]!, scale);
      });
    }),
    runs,
  );
});

test("BRIDGE stacks each bar from the level before to the level after", () => {
  const steps = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.double({ min: -60, max: 60, noNaN: true }), (savings, start) => {
      const table = call(
        "BRIDGE",
        savings.map((_, i) => [`Lever ${i}`]),
        savings.map((each) => [each]),
        [[start]],
      );
      let level = start;
      for (const [, amountOf, base, fall, rise, fallBelow, riseBelow, total] of table.slice(2, -1) as number[][]) {
        const next = level + amountOf!;
        const [top, bottom] = [Math.max(level, next), Math.min(level, next)];
        close(Math.max(base!, 0) + fall! + rise!, Math.max(top, 0), 200);
        close(Math.min(base!, 0) + fallBelow! + riseBelow!, Math.min(bottom, 0), 200);
        expect(total).toBe(0);
        level = next;
      }
      close(table.at(-1)![7] as number, level, 200);
      expect(table[1]![7]).toBe(start === 0 ? 0 : start);
    }),
    runs,
  );
});

test("PLANVARIANCE adds up by every method, and the other way round is the opposite by shapley", () => {
  const four = fc.tuple(amount, amount, amount, amount);
  fc.assert(
    fc.property(four, fc.constantFrom("standard", "shapley", "threeway"), ([v, p, w, q], method) => {
      const row = call("PLANVARIANCE", [[v]], [[p]], [[w]], [[q]], [[method]])[0] as number[];
      const scale = Math.max(v, w) * Math.max(p, q);
      close(
        row.slice(0, -1).reduce((sum, part) => sum + part, 0),
        row.at(-1)!,
        scale,
      );
      const back = call("PLANVARIANCE", [[w]], [[q]], [[v]], [[p]], [["shapley"]])[0] as number[];
      const forth = call("PLANVARIANCE", [[v]], [[p]], [[w]], [[q]], [["shapley"]])[0] as number[];
      back.forEach((part, i) => close(part, -forth[i]!, scale));
    }),
    runs,
  );
});

test("NETSAVING at a rate of 0 is a plain sum, and PAYBACK is where the running total stays above zero", () => {
  const years = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(years, (flows) => {
      expect(number("NETSAVING", [flows], [[0]], [[0]])).toBeCloseTo(
        flows.reduce((sum, each) => sum + each, 0),
        9,
      );
      const totals = flows.map((_, year) => flows.slice(0, year + 1).reduce((sum, each) => sum + each, 0));
      let code = "";
      let back = -1;
      try {
        back = number("PAYBACK", [flows], [[0]]);
      } catch (error) {
        code = (error as { code: string }).code;
      }
      const lastInDebt = totals.reduce((last, total, year) => (total < 0 ? year : last), -1);
      if (lastInDebt === flows.length - 1) expect(code).toBe("#N/A");
      else if (lastInDebt === -1) expect(back).toBe(0);
      else {
        const debt = -totals[lastInDebt]!;
        expect(back).toBeCloseTo(lastInDebt + debt / (debt + totals[lastInDebt + 1]!), 9);
      }
    }),
    runs,
  );
});

test("PHASE and ADOPTION stay within 0 and 1 and never fall, but for fade", () => {
  const ramp = fc.double({ min: 0.1, max: 20, noNaN: true });
  fc.assert(
    fc.property(
      ramp,
      fc.integer({ min: -5, max: 12 }),
      fc.constantFrom("immediate", "linear", "scurve"),
      (length, start, profile) => {
        const shares = call("PHASE", [[10]], [[profile]], [[length]], [[start]])[0] as number[];
        shares.reduce((before, each) => (expect(each).toBeGreaterThanOrEqual(before), each), 0);
        expect(shares.at(-1)).toBeLessThanOrEqual(1);
        shares.slice(0, Math.max(0, start - 1)).forEach((share) => expect(share).toBe(0));
      },
    ),
    runs,
  );
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ramp,
      (ceiling, p, q) => {
        const shares = call("ADOPTION", [[12]], [[ceiling]], [[p]], [[q]])[0] as number[];
        shares.reduce((before, each) => (expect(each).toBeGreaterThanOrEqual(before - 1e-15), each), 0);
        expect(shares.at(-1)).toBeLessThanOrEqual(ceiling + 1e-15);
      },
    ),
    runs,
  );
});
