import { percent, type CellText } from "../../support/grid";
import { amount, byYear, leversOf, lines, questions, readAlone } from "../../support/register";

const parts = (reading: Parameters<typeof leversOf>[0]) =>
  leversOf(reading).map(({ name, effect, recurrent }) => [name, effect, recurrent]);

describe("a part of the saving that does not come again", () => {
  const rows = (heading: string) => [
    ["Scheme", "Saving £k", heading],
    ["A", 10, 4],
    ["B", 20, 0],
    ["C", 5, 5],
  ];
  const within = [
    ["A (recurrent)", amount(6), true],
    ["A (non-recurrent)", amount(4), false],
    ["B", amount(20), true],
    ["C", amount(5), false],
  ];

  test("is within it where the heading says so", () => {
    const reading = readAlone(rows("of which non-recurrent £k"));
    expect(lines(reading)).toEqual([]);
    expect(parts(reading)).toEqual(within);
  });

  test("is asked otherwise, and read as within it", () => {
    const reading = readAlone(rows("Non-recurrent £k"));
    expect(parts(reading)).toEqual(within);
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["warning", "Register!C1", ["a part of 'Saving £k'", "beside 'Saving £k'"]],
    ]);
    const beside = readAlone(rows("Non-recurrent £k"), {
      answers: { "recurrentPart@Register!C1": "beside 'Saving £k'" },
    });
    expect(parts(beside)[0]).toEqual(["A (recurrent)", amount(10), true]);
  });

  test("stands beside it where it is more in a row", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Non-recurrent £k"],
      ["A", 10, 14],
      ["B", 20, 3],
    ]);
    expect(questions(reading)).toEqual([]);
    expect(parts(reading).slice(0, 2)).toEqual([
      ["A (recurrent)", amount(10), true],
      ["A (non-recurrent)", amount(14), false],
    ]);
  });

  test("is left of it where the recurrent part is given", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "of which recurrent £k"],
      ["A", 10, 4],
      ["B", 20, 20],
    ]);
    expect(parts(reading)).toEqual([
      ["A (recurrent)", amount(4), true],
      ["A (non-recurrent)", amount(6), false],
      ["B", amount(20), true],
    ]);
  });

  test("is of the year of an in-year amount, and only the rest comes again", () => {
    const reading = readAlone([
      ["Scheme", "2025/26 £k", "of which non-recurrent £k"],
      ["A", 10, 4],
      ["B", 20, 0],
    ]);
    expect(parts(reading)).toEqual([
      ["A", byYear([10], 6, 10), true],
      ["B", byYear([20], 20), true],
    ]);
  });

  test("is said where it could be of any of several years", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26", "2026/27", "of which non-recurrent"],
        ["A", 10, 12, 4],
      ],
      {
        yearSavings: "each",
      },
    );
    expect(lines(reading).join()).toContain("says what of the savings comes again, and not in which of the columns");
  });
});

describe("the share of a saving that comes again", () => {
  test.each([
    ["percents", [percent(1), percent(0.6), percent(0)]],
    ["plain numbers", [100, 60, 0]],
  ])("makes two levers of a row, as %s", (_, shares) => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Recurrent %"],
      ...[10, 5, 2].map((saving, at): CellText[] => ["ABC"[at] ?? "", saving, shares[at] ?? null]),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(parts(reading)).toEqual([
      ["A", amount(10), true],
      ["B (recurrent)", amount(3), true],
      ["B (non-recurrent)", amount(2), false],
      ["C", amount(2), false],
    ]);
  });

  test("is left out beside several amounts, and said", () => {
    const rows = [
      ["Scheme", "2025/26 £k", "2026/27 £k", "Recurrent %"],
      ["A", 10, 20, 60],
    ];
    expect(lines(readAlone(rows, { yearSavings: "each" }))).toEqual([
      "warning Register!D1: 'Recurrent %' was left out, since it can be taken of one amount alone; what is recurrent comes again in full",
    ]);
  });
});

test("a part is not lost where the saving beside it is 0 or blank", () => {
  const rows = (whole: string, part: string): CellText[][] => [
    ["Scheme", whole, part],
    ["A", 100, 40],
    ["B", null, 20],
    ["C", 10, 5],
  ];
  expect(parts(readAlone(rows("Recurrent (FYE) £k", "Non-recurrent (in year) £k")))).toContainEqual([
    ...["B", amount(20), false],
  ]);
  expect(parts(readAlone(rows("Saving £k", "of which non-recurrent £k")))).toContainEqual(["B", amount(20), false]);
});
