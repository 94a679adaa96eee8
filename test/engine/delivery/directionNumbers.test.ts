import { directionNumbers, sobolDimensions } from "../../../src/engine/delivery/directionNumbers";

/** Point of Sobol's sequence in the order of Gray's code, times 2⁶. */
function point(dimension: number, index: number): number {
  const gray = index ^ (index >> 1);
  const bits = directionNumbers(dimension).reduce((all, v, at) => ((gray >> at) & 1 ? all ^ v : all), 0);
  return (bits >>> 0) / 2 ** 26;
}

test("the points are those of scipy 1.17's Sobol sequence", () => {
  // qmc.Sobol(64, scramble=False): dimensions 1, 2, 3, 10, 32 and 64 of some points, times 64, rounded down.
  const expected = new Map([
    [1, [32, 32, 32, 32, 32, 32]],
    [2, [48, 16, 16, 48, 16, 48]],
    [3, [16, 48, 48, 16, 48, 16]],
    [7, [8, 40, 24, 56, 56, 24]],
    [20, [30, 6, 54, 34, 30, 14]],
    [63, [1, 51, 23, 37, 59, 47]],
  ]);
  for (const [index, values] of expected)
    expect([0, 1, 2, 9, 31, 63].map((dimension) => Math.floor(point(dimension, index)))).toEqual(values);
});

test("every dimension has 32 directions of its own, each with its own last digit", () => {
  const all = Array.from({ length: sobolDimensions }, (_, dimension) => directionNumbers(dimension));
  for (const directions of all) {
    expect(directions).toHaveLength(32);
    directions.forEach((v, at) => expect(31 - Math.clz32(v & -v)).toBe(31 - at));
  }
  expect(new Set(all.map((directions) => directions.join())).size).toBe(sobolDimensions);
});
