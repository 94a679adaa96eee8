import { bandsOf } from "../../../src/workbook/excel/actions";

describe("rows in bands that fit a request", () => {
  it("keeps all rows in their order, each band within the limit", () => {
    const rows = Array.from({ length: 50 }, (_, i) => [i, "x".repeat(i)]);
    const bands = bandsOf(rows, 200);
    expect(bands.flatMap(([, band]) => band)).toEqual(rows);
    bands.forEach(([first, band]) => {
      expect(band[0]).toBe(rows[first]);
      if (band.length > 1) expect(JSON.stringify(band).length).toBeLessThanOrEqual(202);
    });
  });

  it("counts bytes, not characters", () => {
    expect(bandsOf([["££££"], ["££££"]], 22)).toHaveLength(2);
    expect(bandsOf([["abcd"], ["abcd"]], 22)).toHaveLength(1);
  });

  it("is one band for a small table and none for no rows", () => {
    expect(bandsOf([[1], [2]])).toEqual([[0, [[1], [2]]]]);
    expect(bandsOf([])).toEqual([]);
  });
});
