import { evaluate, recordOf } from "./support/formula";
import { outcomeOf, plain } from "./support/outcome";

/** Cases where a formula taken literally loses digits in doubles; expected values by exact rational arithmetic. */
const exact: [formula: string, result: (number | string)[][]][] = [
  ["REQUIREDEFF(1000000001,1000000000)", [[9.99999999e-10]]],
  ["REQUIREDEFF(1000000001,1000000000,5)", [[1.9999999988e-10]]],
  ["OVERLAP(100,{0.00000001;0.00000001})", [[1e-14]]],
  ["OVERLAP(100,{0.00000001;-0.00000002})", [[-2e-14]]],
  ["OVERLAP(1,{-1000;0.5;0.999})", [[-999.0005]]],
  ['DECOMPOSE({1000000000;1},{1000000001;1},"lmdi")', [[1], [0]]],
  [
    "MIXVARIANCE({1000000000;1000000000},{1000000002;1000000000},1)",
    [
      [2, 1, 1],
      [0, 1, -1],
    ],
  ],
  ["SAVINGSGAP(100,0,0,10,0.9,0)", [[1e-8]]],
  [
    "GAPTABLE(100,0,0,1,0.000000000001,,0)",
    [
      ["Year", "Need", "Funding", "Gap", "Saved", "Remaining"],
      [0, 100, 0, 100, 0, 100],
      [1, 100, 0, 100, 1e-10, 99.9999999999],
    ],
  ],
  // Need alone would be beyond what a double holds; what efficiency leaves of it is not.
  ["SAVINGSGAP(1,0.9,-0.9,2000,0.5,0)", [[2.8003387993551946e-45]]],
];

test.each(exact)("%s", async (formula, result) => {
  const table = await evaluate(formula);
  expect(table.length).toBe(result.length);
  table.forEach((row, i) =>
    row.forEach((cell, j) => {
      const wanted = result[i]![j]!;
      if (typeof wanted === "string") expect(cell).toBe(wanted);
      else if (!(Math.abs(Number(cell) - wanted) <= 1e-11 * Math.abs(wanted)))
        expect([i, j, cell]).toEqual([i, j, wanted]);
    }),
  );
});

test("lmdi splits changes whose products leave the range of doubles on the way", async () => {
  const split = (before: number[], after: number[]): Promise<unknown> =>
    outcomeOf(recordOf("DECOMPOSE"), [before.map((x) => [x]), after.map((x) => [x]), [["lmdi"]]]).then(plain);
  const half = expect.closeTo(0.5, 12) as number;
  expect(await split([1e-200, 1e-200], [1, 1])).toEqual([[half], [half]]);
  expect(await split([1, 1], [1e-200, 1e-200])).toEqual([[-0.5], [-0.5]].map(([x]) => [expect.closeTo(x!, 12)]));
  expect(await split([1e-160, 1e-10], [1e150, 1])).toEqual([
    [expect.closeTo(1e150 * (310 / 320), -138)],
    [expect.closeTo(1e150 / 32, -138)],
  ]);
});

test("rounding does not leave a bar under the axis, nor a gap that is not there", async () => {
  const table = plain(await outcomeOf(recordOf("BRIDGE"), [[["a"], ["b"]], [[0.1], [0.2]], [[0.3]]])) as unknown[][];
  expect(table.at(-1)).toEqual(["End", 0, 0, 0, 0, 0, 0, 0]);
  expect(table[3]).toEqual(["b", -0.2, 0, expect.closeTo(0.2, 12), 0, 0, 0, 0]);
});

test("a saving that reaches a threshold exactly has reached it, whatever binary fractions make of it", async () => {
  const rag = async (...given: unknown[]): Promise<unknown> => plain(await outcomeOf(recordOf("RAG"), given));
  expect(await rag([[0.3], [1.1], [2.2]], [[0.285], [1.045], [1.65]])).toEqual([["Green"], ["Green"], ["Amber"]]);
  expect(await rag([[1.1]], [[1.0449]])).toEqual([["Amber"]]);
});

test("where green starts low in one cell, amber of the others stays where it was", async () => {
  expect(plain(await outcomeOf(recordOf("RAG"), [[[10]], [[6]], [[0.5, 0.95]]]))).toEqual([["Green", "Red"]]);
});

test("changes that are the same but for rounding are no noise to test against", async () => {
  const table = await outcomeOf(recordOf("DIFFINDIFF"), [
    [[0.1], [0.2]],
    [[0.3], [0.4]],
    [[1], [2]],
    [[1], [2]],
    [[true]],
  ]);
  expect(plain(table)).toEqual([
    ["Effect", expect.closeTo(0.2, 12)],
    ["Standard error", 0],
    ["Lower 95%", expect.closeTo(0.2, 12)],
    ["Upper 95%", expect.closeTo(0.2, 12)],
    ["p-value", "#N/A"],
  ]);
});
