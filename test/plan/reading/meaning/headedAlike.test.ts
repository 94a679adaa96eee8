import { amount, byYear, effects, lines, questions, readAlone } from "../../support/register";
import { grid } from "../../support/grid";
import { readTables } from "../../../../src/plan/reading/readTables";

describe("two columns of amounts that are headed alike", () => {
  const rows = [
    ["Scheme", "Saving £k", "Owner", "Saving £k"],
    ["A", 10, "X", 5],
    ["B", 20, "Y", 8],
  ];

  test("are asked where they differ, and neither is another form of the other", () => {
    expect(questions(readAlone(rows)).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["error", "Register!D1", ["'Saving £k' in column B", "'Saving £k' in column D"]],
    ]);
    expect(lines(readAlone(rows))).toHaveLength(1);
    const read = (answer: string) => effects(readAlone(rows, { answers: { "sameHeading@Register!D1": answer } }));
    expect(read("'Saving £k' in column B").A).toEqual(amount(10));
    expect(read("'Saving £k' in column D").A).toEqual(amount(5));
  });

  test("are one where they say the same", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Saving £k"],
      ["A", 10, 10],
      ["B", 20, 20],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading).A).toEqual(amount(10));
  });

  test("are free where the user gave the other a meaning", () => {
    const reading = readAlone(
      [
        ["Scheme", "Saving", "Saving"],
        ["A", 10, 5],
        ["B", 20, 8],
      ],
      {
        corrections: { headings: { "Register!B1": "inYear" } },
      },
    );
    expect(effects(reading).A).toEqual(byYear([10], 5));
  });
});

test("P&L beside cash by year is another view, and no part of it", () => {
  const reading = readAlone(
    [
      ["Scheme", "2025/26", null, "2026/27", null],
      [null, "P&L", "Cash", "P&L", "Cash"],
      ["A", 10, 20, 30, 40],
      ["B", 1, 2, 3, 4],
    ],
    { yearSavings: "each" },
  );
  expect(effects(reading).A).toEqual(byYear([20, 40], 40));
  expect(lines(reading)).toEqual([
    expect.stringContaining("'2025/26 P&L' and '2026/27 P&L' hold amounts and were left out"),
  ]);
});

describe("years that the plan does not have", () => {
  test("are said", () => {
    const { plan, findings } = readTables(
      [
        grid("Spend", [
          ["Category", "Base 2024/25 £m", "2025/26", "2026/27"],
          ["Acute", 100, 110, 120],
        ]),
        grid("Register", [
          ["Scheme", "2025/26", "2026/27", "2027/28", "2028/29"],
          ["A", 1, 2, 3, 4],
        ]),
      ],
      { yearSavings: "each" },
    );
    expect(plan?.years).toEqual(["2025/26", "2026/27"]);
    expect(findings.map(({ cell, message }) => [cell, message])).toContainEqual([
      "Register!D1",
      "'2027/28' and '2028/29' are after the plan's last year 2026/27, and were left out of its years",
    ]);
  });

  test.each(["Later years", "Beyond", "Thereafter", "2027/28 to 2029/30"])(
    "are said where they have no year: %s",
    (heading) => {
      const reading = readAlone(
        [
          ["Scheme", "2025/26", "2026/27", heading],
          ["A", 1, 2, 3],
        ],
        { yearSavings: "each" },
      );
      expect(lines(reading)).toEqual([
        expect.stringContaining(`Register!D1: '${heading}' holds amounts and was left out`),
      ]);
    },
  );
});

test.each(["2027/28 onwards", "2027-28 and beyond"])("'%s' is that year, which goes on, and said", (heading) => {
  const reading = readAlone(
    [
      ["Scheme", "2025/26", "2026/27", heading],
      ["A", 1, 2, 3],
    ],
    { yearSavings: "each" },
  );
  expect(effects(reading)).toEqual({ A: byYear([1, 2, 3], 3) });
  expect(lines(reading)).toEqual([
    `warning Register!D1: '${heading}' was read as its first year, which goes on; correct it if it is something else`,
  ]);
});

test("a year beside the PYE and FYE of others is its own", () => {
  const reading = readAlone([
    ["Scheme", "PYE 25/26", "FYE 26/27", "2027/28"],
    ["A", 1, 2, 3],
    ["B", 4, 5, 6],
  ]);
  expect(effects(reading)).toEqual({ A: byYear([1, 2, 3], 3, 2), B: byYear([4, 5, 6], 6, 5) });
});
