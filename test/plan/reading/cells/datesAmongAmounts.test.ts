import { amount, byYear, date, effects, lines, questions, readAlone } from "../../support/register";

const serial = 45898;

describe("a date where an amount belongs", () => {
  test.each([
    ["a saving", ["Scheme", "Saving £k"], ["A", 100], ["B", date(serial)]],
    ["a cost", ["Scheme", "One-off cost £k", "Saving £k"], ["A", 10, 100], ["B", date(serial), 50]],
    ["a year", ["Scheme", "2025/26", "2026/27"], ["A", 100, 120], ["B", date(serial), 50]],
  ])("is an error, of %s", (_, heading, first, second) => {
    const reading = readAlone([heading, first, second, ["C", 50, 60]], { yearSavings: "each" });
    expect(reading.plan).toBeNull();
    expect(lines(reading)).toEqual(["error Register!B3: 29 August 2025 is a date; an amount such as 2.5 is needed"]);
  });

  test("is asked where its format is gone, and counts as nothing meanwhile", () => {
    const rows = [
      ["Scheme", "Saving £k"],
      ["A", 100],
      ["B", serial],
      ["C", 50],
      ["D", 40],
    ];
    const reading = readAlone(rows);
    expect(effects(reading).B).toEqual(amount(0));
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["warning", "Register!B3", ["29 August 2025, which is no amount", "the amount 45898"]],
    ]);
    const answered = readAlone(rows, { answers: { "dateOrAmount@Register!B3": "the amount 45898" } });
    expect(effects(answered).B).toEqual(amount(serial));
  });

  test("is asked once where the years' figures are looked at more than once", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26", "2026/27", "Total"],
        ["A", 100, 120, 220],
        ["B", serial, 50, 50],
        ["C", 50, 60, 110],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading).B).toEqual(byYear([0, 50], 50));
    expect(reading.findings.map(({ cell, count }) => [cell, count])).toEqual([["Register!B3", undefined]]);
  });

  test.each([
    [
      "amounts as large stand beside it",
      [
        ["A", 100_000],
        ["B", serial],
        ["C", 50_000],
      ],
    ],
    [
      "it is as round as an amount",
      [
        ["A", 100],
        ["B", 40_000],
        ["C", 50],
      ],
    ],
    [
      "it has a format of amounts",
      [
        ["A", 100],
        ["B", { value: serial, format: "#,##0" }],
        ["C", 50],
      ],
    ],
    [
      "it is no whole number",
      [
        ["A", 100],
        ["B", 45898.5],
        ["C", 50],
      ],
    ],
    [
      "too few stand beside it",
      [
        ["A", 100],
        ["B", serial],
      ],
    ],
  ])("is none where %s", (_, rows) => {
    const said = lines(readAlone([["Scheme", "Saving £"], ...rows]));
    expect(said.filter((line) => !line.includes("the next largest amount"))).toEqual([]);
  });
});
