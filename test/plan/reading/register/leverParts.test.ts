import type { CellText } from "../../support/grid";
import { byYear, leversOf, lines, readAlone } from "../../support/register";

/** Name, what it saves, its cash effect, and what the row costs. */
function parts(rows: CellText[][]) {
  return leversOf(readAlone(rows)).map(({ name, effect, cashEffect, investment, runningCost }) => [
    name,
    effect.kind === "amount" ? effect.amount : effect,
    cashEffect,
    investment,
    runningCost,
  ]);
}

describe("a row whose saving stands in several columns", () => {
  test("carries its costs once", () => {
    const rows = [
      ["Scheme", "Recurrent saving £k", "Non-recurrent saving £k", "Investment £k", "Running cost £k"],
      ["Rota", 30, 10, 8, 2],
      ["Print", 0, 10, 4, 1],
    ];
    expect(parts(rows)).toEqual([
      ["Rota (recurrent)", 30, "Not stated", 8, 2],
      ["Rota (non-recurrent)", 10, "Not stated", 0, 0],
      ["Print", 10, "Not stated", 4, 1],
    ]);
  });

  test.each<[string, CellText[][]]>([
    [
      "alone",
      [
        ["Scheme", "Cashable £k", "Non-cashable £k"],
        ["Rota", 30, 10],
        ["Print", 0, 5],
        ["Beds", 10, null],
      ],
    ],
    [
      "beside their sum",
      [
        ["Scheme", "Cash releasing saving £k", "Non cash releasing saving £k", "Total saving £k"],
        ["Rota", 30, 10, 40],
        ["Print", 0, 5, 5],
        ["Beds", 10, null, 10],
      ],
    ],
    [
      "as a part of which",
      [
        ["Scheme", "Saving £k", "Of which cashable £k"],
        ["Rota", 40, 30],
        ["Print", 5, 0],
        ["Beds", 10, 10],
      ],
    ],
  ])("makes a lever that releases cash and one that does not: %s", (_, rows) => {
    expect(parts(rows).map(([name, amount, cash]) => [name, amount, cash])).toEqual([
      ["Rota (cash-releasing)", 30, "Cash-releasing"],
      ["Rota (non-cash-releasing)", 10, "Non-cash-releasing"],
      ["Print", 5, "Non-cash-releasing"],
      ["Beds", 10, "Cash-releasing"],
    ]);
  });

  test("counts as its total says where the parts do not come to it", () => {
    const rows = [
      ["Scheme", "Cashable saving £k", "Non-cashable saving £k", "Total £k"],
      ["Rota", 30, 10, 40],
      ["Print", 0, 5, 6],
    ];
    expect(parts(rows).map(([name, amount]) => [name, amount])).toEqual([
      ["Rota", 40],
      ["Print", 6],
    ]);
    expect(lines(readAlone(rows))).toEqual([
      "warning Register!B1: 'Cashable saving £k' and 'Non-cashable saving £k' do not come to 'Total £k' in every row; that was read, and what releases cash is not told apart",
    ]);
  });

  test("is one lever where the column asks whether cash is released", () => {
    const rows = [
      ["Scheme", "Cash releasing saving", "Saving £k"],
      ["Rota", "Yes", 30],
      ["Print", "No", 10],
    ];
    expect(parts(rows).map(([name, amount, cash]) => [name, amount, cash])).toEqual([
      ["Rota", 30, "Cash-releasing"],
      ["Print", 10, "Non-cash-releasing"],
    ]);
  });
});

describe("the full-year effect of the recurrent part", () => {
  test.each(["Recurrent FYE £k", "FYE £k"])("comes in full from its second year: %s", (heading) => {
    const reading = readAlone([
      ["Scheme", "Start", "Recurrent PYE £k", heading, "Non-recurrent £k"],
      ["A", "2026/27", 100, 200, 40],
      ["B", "2026/27", 50, 60, null],
      ["C", "2027/28", 20, 70, 30],
    ]);
    expect(leversOf(reading).map(({ name, effect, recurrent }) => [name, effect, recurrent])).toEqual([
      ["A (recurrent)", byYear([100, 200], 200), true],
      ["A (non-recurrent)", { ...byYear([40, 0], 0), asWritten: 40 }, false],
      ["B", byYear([50, 60], 60), true],
      ["C (recurrent)", byYear([0, 20], 70), true],
      ["C (non-recurrent)", { ...byYear([0, 30], 0), asWritten: 30 }, false],
    ]);
  });
});

describe("an in-year saving beside its recurrent and its non-recurrent part", () => {
  const rows = [
    ["A", "Oct-25", 100, 80, 20],
    ["B", "Apr-25", 50, 50, 0],
    ["C", "Jul-26", 30, 0, 30],
  ];

  test("makes two levers, of which neither is cut for the months", () => {
    const reading = readAlone([
      ["Scheme", "Start", "In-year £k", "of which recurrent", "of which non-recurrent"],
      ...rows,
    ]);
    expect(leversOf(reading).map(({ name, effect, recurrent }) => [name, effect, recurrent])).toMatchObject([
      ["A (recurrent)", { amounts: [80, 80], fullYear: 80 }, true],
      ["A (non-recurrent)", { amounts: [20, 0], fullYear: 0 }, false],
      ["B", { amounts: [50, 50], fullYear: 50 }, true],
      ["C", { amounts: [0, 30], fullYear: 0 }, false],
    ]);
  });

  test("is one lever, and said, where they do not come to it", () => {
    const reading = readAlone([
      ["Scheme", "Start", "In-year £k", "Recurrent £k", "Non-recurrent £k", "FYE £k"],
      ...rows.map((row, index) => [...row, index === 0 ? 160 : row[3]] as (string | number)[]),
      ["D", "Apr-25", 10, 8, 4, 8],
    ]);
    expect(leversOf(reading)).toHaveLength(4);
    expect(lines(reading)).toContain(
      "warning Register!D1: 'Recurrent £k' and 'Non-recurrent £k' do not come to 'In-year £k', and were left out, so that what is recurrent comes again in full",
    );
  });
});

describe("what releases cash beside what does not, under each year", () => {
  const rows = [
    ["A", 100, 200, 40, 40],
    ["B", 50, 60, null, null],
    ["C", null, null, 30, 80],
  ];
  const heads = ["Cash-releasing 2026/27", "Cash-releasing 2027/28"];
  test.each([
    ["in one heading", [["Scheme", ...heads, ...heads.map((head) => `Non-${head.toLowerCase()}`)], ...rows]],
    [
      "under bands",
      [
        [null, "Cash-releasing", null, "Non-cash-releasing", null],
        ["Scheme", "2026/27", "2027/28", "2026/27", "2027/28"],
        ...rows,
      ],
    ],
  ])("makes two levers with amounts by year: %s", (_, sheet) => {
    const reading = readAlone([["£k"], [], ...sheet], { yearSavings: "each" });
    expect(leversOf(reading).map(({ name, effect, cashEffect }) => [name, effect, cashEffect])).toEqual([
      ["A (cash-releasing)", byYear([100, 200], 200), "Cash-releasing"],
      ["A (non-cash-releasing)", byYear([40, 40], 40), "Non-cash-releasing"],
      ["B", byYear([50, 60], 60), "Cash-releasing"],
      ["C", byYear([30, 80], 80), "Non-cash-releasing"],
    ]);
  });
});
