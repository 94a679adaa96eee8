import type { CellText } from "../../../support/grid";
import { amount, effects, leversOf, lines, questions, readAlone } from "../../../support/register";

describe("rows of a template that were not filled in", () => {
  test("with a number and a formula that comes to 0 are left out, with one finding", () => {
    const reading = readAlone([
      ["No", "Scheme", "RAG", "Saving £k"],
      [1, "Beds", "G", 120],
      [2, null, null, 0],
      [3, null, null, 0],
      [null, "Total", null, 120],
    ]);
    expect(effects(reading)).toEqual({ Beds: amount(120) });
    expect(lines(reading)).toEqual([
      "warning Register!B5: the totals row 'Total' was left out",
      "warning Register!B3: 2 rows have neither a name nor an amount, and were left out",
    ]);
    expect(reading.levers?.leftOut.map(({ cell }) => cell)).toEqual(["Register!B3", "Register!B4"]);
  });

  test("count as levers where they say anything of one", () => {
    const reading = readAlone([
      ["Ref", "Scheme", "RAG", "Saving £k"],
      ["C1", "Beds", "G", 120],
      ["C2", null, "R", 0],
      ["C3", null, null, 5],
    ]);
    expect(leversOf(reading).map(({ name }) => name)).toEqual(["Beds", "C2", "C3"]);
  });
});

describe("who prepared a sheet, and when", () => {
  const signed = (...below: CellText[][]): CellText[][] => [
    ["Ref", "Scheme", "Saving £"],
    ["1", "Beds", 100_000],
    ["2", "Kit", 50_000],
    ...below,
  ];

  test.each<[string, CellText[][]]>([
    [
      "below a total",
      [
        [null, "Total", 150_000],
        [null, "Prepared by", "J. Smith"],
      ],
    ],
    [
      "below the last lever",
      [
        [null, "Prepared by", "J. Smith"],
        [null, "Date", "31/03/2025"],
      ],
    ],
    ["in the first column", [[], ["Signed", null, "J. Smith"], ["Date", null, { value: 45747, format: "dd/mm/yyyy" }]]],
    ["in one cell each", [[], ["Approved by: A. Jones", null, "Date: 31/03/2025"]]],
  ])("is a note %s", (_, below) => {
    const reading = readAlone(signed(...below));
    expect(effects(reading)).toEqual({ Beds: amount(100_000), Kit: amount(50_000) });
  });

  test("any other text below the total is left out and said; above it, it is wrong", () => {
    expect(lines(readAlone(signed([null, "Total", 150_000], [null, "Reserve list", "to follow"])))).toEqual([
      "warning Register!B4: the totals row 'Total' was left out",
      "warning Register!B5: 'Reserve list' was left out, since it stands below the total and holds no amount",
    ]);
    expect(lines(readAlone(signed([null, "Reserve list", "to follow"], [null, "Total", 150_000])))).toContainEqual(
      expect.stringMatching(/^error Register!C4: 'to follow' is text/),
    );
  });
});

describe("what the sheet's own words and totals say of a row", () => {
  test("'Less: slippage allowance' is a contingency", () => {
    const rows = (name: string): CellText[][] => [
      ["Scheme", "Saving £k"],
      ["Beds", 100],
      ["Agency", 200],
      [name, -30],
    ];
    for (const name of [
      "Less: slippage allowance (10%)",
      "Less allowance for slippage",
      "less contingency @ 10%",
      "Less: optimism bias",
    ])
      expect([name, leversOf(readAlone(rows(name)))[2]?.kind]).toEqual([name, "Contingency"]);
    expect(leversOf(readAlone(rows("Less agency use")))[2]?.kind).toBe("Saving");
  });

  test("a total without the levers that are closed or on hold leaves them out", () => {
    const rows = (total: number): CellText[][] => [
      ["Ref", "Scheme", "Status", "Saving £k"],
      [1, "Beds", "Live", 100],
      [2, "Agency", "Closed", 60],
      [3, "Kit", "Live", 40],
      [4, "Drugs", "On hold", 30],
      [null, "Total", null, total],
    ];
    const without = readAlone(rows(140));
    expect(effects(without)).toEqual({ Beds: amount(100), Kit: amount(40) });
    expect(questions(without).map(([, cell, { taken }]) => [cell, taken])).toEqual([
      ["Register!C3", "the lever does not count"],
      ["Register!C5", "the lever does not count"],
    ]);
    expect(without.sheetTotals).toEqual([{ cell: "Register!D6", says: 140, read: 140 }]);
    expect(leversOf(readAlone(rows(230)))).toHaveLength(4);
  });

  test("what an audit validated beside what was claimed is said", () => {
    const reading = readAlone([
      ["Scheme", "Claimed £k", "Validated by audit £k", "Auditor comment"],
      ["Beds", 100, 80, "Double count"],
      ["Kit", 50, 40, "Agreed"],
    ]);
    expect(effects(reading)).toEqual({ Beds: amount(100), Kit: amount(50) });
    expect(lines(reading)).toEqual([
      "warning Register!C1: 'Validated by audit £k' holds amounts and was left out, since it is no heading that the plan needs; correct it if it is something else",
    ]);
  });
});
