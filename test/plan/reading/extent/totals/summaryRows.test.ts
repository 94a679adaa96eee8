import fc from "fast-check";
import { formulaKey } from "../../../../../src/plan/reading/sheetGrid";
import type { CellText } from "../../../support/grid";
import { leversOf, lines, questions, readAlone } from "../../../support/register";

const names = (reading: Parameters<typeof leversOf>[0]): string[] => leversOf(reading).map(({ name }) => name);
const register: CellText[][] = [
  ["Scheme", "Division", "RAG", "Saving £k"],
  ["Beds", "Medicine", "G", 100],
  ["Kit", "Surgery", "A", 50],
  ["Drugs", "Medicine", "G", 30],
];
const data = ["Beds", "Kit", "Drugs"];

describe("a summary below the register", () => {
  test.each<[what: string, rows: CellText[][]]>([
    ["by colour, whatever the form of the word", [[null], ["Green", null, null, 130], ["Amber", null, null, 50]]],
    ["by division", [[null], ["Medicine", null, null, 130], ["Surgery", null, null, 50]]],
    ["under a heading", [[null], ["Summary"], ["Medicine", null, null, 130], ["Surgery", null, null, 50]]],
    [
      "with a colour that no row has",
      [[null], ["Green", null, null, 130], ["Amber", null, null, 50], ["Red", null, null, 0]],
    ],
    ["in the column that it sums by", [[null], [null, null, "Green", 130], [null, null, "Amber", 50]]],
    [
      "with totals of both",
      [
        ["Total", null, null, 180],
        [null],
        ["RAG summary"],
        ["Green", null, null, 130],
        ["Amber", null, null, 50],
        ["Total", null, null, 180],
      ],
    ],
  ])("%s is left out and said", (_what, rows) => {
    const reading = readAlone([...register, ...rows]);
    expect(names(reading)).toEqual(data);
    expect(questions(reading)).toEqual([]);
    expect(lines(reading).join("\n")).toMatch(/sum the rows above by a word of theirs, and were left out/);
  });

  test("by SUMIF is left out, one row alone too", () => {
    const formulas = new Map([[formulaKey(5, 3), '=SUMIF(B2:B4,"Medicine",D2:D4)']]);
    const reading = readAlone([...register, [null], ["Medical division", null, null, 130]], {}, { formulas });
    expect(names(reading)).toEqual(data);
    expect(lines(reading)).toEqual([
      "warning Register!A6: 'Medical division' sums the rows above by a word of theirs, and was left out",
    ]);
  });

  test("that does not agree with the rows is left out and asked about", () => {
    const reading = readAlone([...register, [null], ["Medicine", null, null, 120], ["Surgery", null, null, 50]]);
    expect(names(reading)).toEqual(data);
    expect(questions(reading).map(([, cell, { taken }]) => [cell, taken])).toEqual([
      ["Register!A6", "the row does not count"],
    ]);
  });

  test("is none under a heading that names something else, unless the sums agree", () => {
    const reading = readAlone([
      ...register,
      ["Unidentified"],
      ["Medicine", null, null, 20],
      ["Surgery", null, null, 15],
    ]);
    expect(names(reading)).toEqual([...data, "Medicine", "Surgery"]);
    expect(questions(reading).map(([, cell, { taken }]) => [cell, taken])).toEqual([["Register!A6", "the row counts"]]);
  });

  test("is none where its rows are named like nothing above, though all comes to twice the total, which is said", () => {
    const rows: CellText[][] = [
      ["Total", null, null, 180],
      [null],
      ["Clinical", null, null, 130],
      ["Corporate", null, null, 50],
    ];
    const reading = readAlone([...register, ...rows, ["Total", null, null, 180]]);
    const twice = leversOf(reading).length > 3;
    expect(lines(reading).some((line) => line.includes("twice as much"))).toBe(twice);
  });

  test("never hides a lever, whatever the words and amounts", () => {
    const row = fc.tuple(fc.constantFrom("G", "A", "R"), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), (rows) => {
        const sums = new Map<string, number>();
        for (const [word, saving] of rows) sums.set(word, (sums.get(word) ?? 0) + saving);
        fc.pre(sums.size > 1);
        const reading = readAlone([
          ["Scheme", "RAG", "Saving £k"],
          ...rows.map(([word, saving], at): CellText[] => [`Scheme ${at}`, word, saving]),
          [null],
          ...[...sums].map(([word, sum]): CellText[] => [{ G: "Green", A: "Amber", R: "Red" }[word] ?? "", null, sum]),
        ]);
        expect(names(reading)).toEqual(rows.map((_, at) => `Scheme ${at}`));
      }),
      { numRuns: 40 },
    );
  });
});
