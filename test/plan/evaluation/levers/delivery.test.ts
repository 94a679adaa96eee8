import fc from "fast-check";
import { deliveryOf, deliveryRange, expectedDelivery } from "../../../../src/plan/evaluation/levers/delivery";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { weightsCarriedBy, wordWeight } from "../../../../src/plan/evaluation/levers/weights";
import type { Lever } from "../../../../src/plan/plan";
import { lever, registerAlone } from "../../support/plans";

const plain = { name: "" };

function range(delivery: Partial<Lever["delivery"]>, status = ""): number[] {
  const one = lever({ delivery: { low: null, likely: null, high: null, ...delivery }, status });
  const { low, expected, high } = deliveryRange(one, plain);
  return [low, expected, high];
}

test.each([
  ["nothing said", {}, "", [1, 1, 1]],
  ["all three: the PERT mean", { low: 0.4, likely: 0.8, high: 1.2 }, "Red", [0.4, 0.8, 1.2]],
  ["no likely: 1, held between the two", { low: 0.5, high: 0.8 }, "Red", [0.5, (0.5 + 4 * 0.8 + 0.8) / 6, 0.8]],
  ["likely alone", { likely: 0.7 }, "Red", [0.7, 0.7, 1]],
  ["likely above plan", { likely: 1.3 }, "", [1.3, 1.3, 1.3]],
  ["a status alone", {}, "Amber", [0.6, 0.6, 1]],
  ["a low above the weight", { low: 0.5 }, "Red", [0.5, 0.5, 1]],
  ["a high below the weight", { high: 0.5 }, "Green", [0.5, 0.5, 0.5]],
  ["a low and the likely", { low: 0.2, likely: 0.9 }, "", [0.2, 0.9, 1]],
])("%s", (_, delivery, status, expected) => {
  range(delivery, status).forEach((value, index) => expect(value).toBeCloseTo(expected[index] ?? NaN, 12));
});

const share = fc.option(fc.double({ min: -1, max: 2, noNaN: true }));

test("low is never above expected, and expected never above high", () => {
  fc.assert(
    fc.property(
      share,
      share,
      share,
      fc.constantFrom("", "Green", "Red", "Unidentified", "Odd"),
      (low, likely, high, status) => {
        const rising = [low, likely, high].filter((value): value is number => value !== null);
        fc.pre(rising.every((value, index) => index === 0 || value >= (rising[index - 1] ?? value)));
        const one = lever({ delivery: { low, likely, high }, status });
        const [least = NaN, middle = NaN, most = NaN] = (["low", "expected", "high"] as const).map((delivery) =>
          deliveryOf(one, { name: "", delivery }),
        );
        expect(least).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(most);
        expect(expectedDelivery(one, plain)).toBe(middle);
        if (low !== null) expect(least).toBe(low);
        if (high !== null) expect(most).toBe(high);
      },
    ),
    { numRuns: 1000 },
  );
});

describe("weights", () => {
  test("the first of status, colour, risk and gate that the register fills carries them", () => {
    const levers = [lever({ risk: "Low", gate: "L1" }), lever({ rag: "Amber", risk: "High" })];
    expect(weightsCarriedBy(levers)).toBe("rag");
    const { levers: results } = evaluate(registerAlone(levers.map((one, at) => ({ ...one, name: `${at}` }))), plain);
    // The first has no colour: nothing is said of it.
    expect(results.map(({ riskAdjusted }) => riskAdjusted)).toEqual([10, 6]);
  });

  test("a scenario may say which carries them", () => {
    const written = registerAlone([lever({ status: "Opportunity", rag: "Green", risk: "Medium", gate: "L3" })]);
    const adjusted = (weightsFrom: "status" | "rag" | "risk" | "gate") =>
      evaluate(written, { name: "x", weightsFrom }).levers[0]?.riskAdjusted;
    expect([adjusted("status"), adjusted("rag"), adjusted("risk"), adjusted("gate")]).toEqual([3, 9, 6, 7]);
  });

  test("words in other spellings, and gates in other notations, weigh the same", () => {
    expect(wordWeight("Plans in progress", "status", plain)).toBe(wordWeight("In progress", "status", plain));
    expect(["G3", "Gate 3", "IL3"].map((word) => wordWeight(word, "gate", plain))).toEqual([0.7, 0.7, 0.7]);
    expect(wordWeight("Gate", "gate", plain)).toBeNull();
    expect(["Amber/Red", "A/R", "Amber/Green"].map((word) => wordWeight(word, "rag", plain))).toEqual([0.4, 0.4, 0.75]);
    expect(wordWeight("H/M", "risk", plain)).toBeCloseTo(0.4, 12);
    expect(["Amber/Purple", "n/a", "A/"].map((word) => wordWeight(word, "rag", plain))).toEqual([null, null, null]);
    expect([wordWeight("Delivered", "status", plain), wordWeight("Blue", "rag", plain)]).toEqual([1, 1]);
  });

  test("a word without a weight is said, of the meaning that carries them alone", () => {
    const written = registerAlone([lever({ rag: "Purple", risk: "Odd" })]);
    expect(evaluate(written, plain).findings.map(({ message }) => message)).toEqual([
      "the RAG 'Purple' has no weight, so its levers count in full where savings are adjusted for risk",
    ]);
  });

  test("a colour never makes a lever unidentified; the register does", () => {
    const written = registerAlone([
      lever({ name: "A", status: "Unidentified", rag: "Red", isIdentified: true }),
      lever({ name: "B", status: "Fully developed", isIdentified: false }),
    ]);
    expect(evaluate(written, plain).summary).toMatchObject({ identified: [10, 10, 10], unidentified: [10, 10, 10] });
  });
});
