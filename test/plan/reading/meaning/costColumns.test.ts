import { byYear, effects, leversOf, lines, readAlone } from "../../support/register";

describe("costs and posts of several years beside savings by year", () => {
  test.each([
    ["Cost", "Saving 2026/27", "Saving 2027/28"],
    ["Investment £k", "Saving 2026/27", "Saving 2027/28"],
    ["Running costs", "Saving 2026/27", "Saving 2027/28"],
    ["FTE", "Saving 2026/27", "Saving 2027/28"],
  ])("'%s' of each year is left out and said, not taken for that of every year", (words, ...savings) => {
    const rows = [
      ["Scheme", ...savings, `${words} 2026/27`, `${words} 2027/28`],
      ["A", 100, 200, 40, 10],
      ["B", 40, 50, 0, 30],
    ];
    const reading = readAlone(rows, { yearSavings: "each" });
    expect(
      leversOf(reading).map(({ investment, runningCost, doubleRunning, effort }) => [
        investment,
        runningCost,
        doubleRunning,
        effort,
      ]),
    ).toEqual([
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
    expect(lines(reading)).toContainEqual(
      `warning Register!D1: '${words} 2026/27' and '${words} 2027/28' hold amounts and were left out, since each is one of several by year, which are read of savings alone; correct them if they are something else`,
    );
  });

  test("one of them is what it says", () => {
    const rows = [
      ["Scheme", "Saving 2026/27", "Saving 2027/28", "Investment 2026/27"],
      ["A", 100, 200, 40],
      ["B", 40, 50, 0],
    ];
    expect(leversOf(readAlone(rows, { yearSavings: "each" })).map(({ investment }) => investment)).toEqual([40, 0]);
  });

  test("low and high amounts of each year are left out and said, and the middle ones count", () => {
    const reading = readAlone(
      [
        ["Opportunity £m", "2026/27", null, null, "2027/28", null, null],
        [null, "Low", "Mid", "High", "Low", "Mid", "High"],
        ["A", 5, 10, 15, 6, 12, 18],
        ["B", 10, 20, 30, 12, 24, 36],
      ],
      { yearSavings: "each" },
      { merged: [1, 4].map((column) => ({ row: 0, column, rowCount: 1, columnCount: 3 })) },
    );
    expect(effects(reading)).toEqual({ A: byYear([10, 12], 12), B: byYear([20, 24], 24) });
    expect(lines(reading)).toEqual([
      expect.stringContaining("Register!B2: '2026/27 Low' and 3 more columns hold amounts and were left out"),
    ]);
  });

  test("avoided costs are no running cost", () => {
    const reading = readAlone([
      ["Scheme", "Cashable 2025/26 £k", "Cost avoidance 2025/26 £k"],
      ["A", 20, 5],
      ["B", 30, 7],
    ]);
    expect(leversOf(reading).map(({ runningCost }) => runningCost)).toEqual([0, 0]);
    expect(lines(reading)).toEqual([
      expect.stringContaining("Register!C1: 'Cost avoidance 2025/26 £k' holds amounts and was left out"),
    ]);
  });
});
