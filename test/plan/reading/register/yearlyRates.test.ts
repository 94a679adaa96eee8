import { ratePeriodIn } from "../../../../src/plan/reading/meaning/years/ratePeriod";
import { amount, byYear, effects, leversOf, lines, questions, readAlone } from "../../support/register";

test.each([
  ["Saving per month £k", "month"],
  ["Saving p.m. £k", "month"],
  ["Monthly saving", "month"],
  ["Saving £k pcm", "month"],
  ["Saving (£/month)", "month"],
  ["Saving pm", "month"],
  ["Weekly saving £", "week"],
  ["Saving per quarter", "quarter"],
  ["Saving p.a.", null],
  ["PM", null],
  ["Monthlies saved", null],
  ["Month of start", null],
])("the heading '%s' gives amounts of a %s", (heading, per) => {
  expect(ratePeriodIn(heading)?.per ?? null).toBe(per);
});

describe("amounts of a month or week", () => {
  test.each([
    ["Saving per month £k", 120],
    ["Monthly saving £k", 120],
    ["Saving p.m. £k", 120],
    ["Weekly saving £k", 520],
    ["Saving per quarter £k", 40],
    ["Monthly run rate £k", 120],
  ])("are asked, and read as so many in a year: %s", (heading, yearly) => {
    const rows = [
      ["Scheme", heading],
      ["A", 10],
      ["B", 20],
    ];
    expect(effects(readAlone(rows))).toEqual({ A: amount(yearly), B: amount(2 * yearly) });
    expect(questions(readAlone(rows)).map(([level, cell, { key }]) => [level, cell, key])).toEqual([
      ["warning", "Register!B1", "perPeriod@Register!B1"],
    ]);
    const answered = readAlone(rows, { answers: { "perPeriod@Register!B1": "the amount of a year" } });
    expect(effects(answered).A).toEqual(amount(10));
  });

  test("are no question beside the year's amounts", () => {
    const reading = readAlone([
      ["Scheme", "Monthly saving £k", "Annual saving £k"],
      ["A", 10, 120],
      ["B", 1, 12],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading).A).toEqual(byYear([120], 120));
  });

  test("are costs' too", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Running cost per month £k"],
      ["A", 100, 2],
      ["B", 50, 1],
    ]);
    expect(leversOf(reading).map(({ runningCost }) => runningCost)).toEqual([24, 12]);
    expect(questions(reading).map(([, cell]) => cell)).toEqual(["Register!C1"]);
  });

  test("stand as they are where each row is of a month", () => {
    const reading = readAlone([
      ["Scheme", "Month", "Monthly saving £k"],
      ["A", "Apr-25", 10],
      ["A", "May-25", 10],
      ["B", "Apr-25", 5],
      ["B", "May-25", 5],
    ]);
    expect(effects(reading).A).toMatchObject({ amounts: [20] });
  });
});

describe("rates by quarter or month without a full-year effect", () => {
  test("count for their part of the year, and the last goes on", () => {
    const reading = readAlone([
      ["Scheme", "Q1 run rate", "Q2 run rate", "Q3 run rate", "Q4 run rate"],
      ["A", 10, 20, 30, 40],
      ["B", 4, 4, 8, null],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([25], 40), B: byYear([4], 8) });
  });

  test("are those of months too", () => {
    const reading = readAlone([
      ["Scheme", "Apr run rate", "May run rate", "Jun run rate"],
      ["A", 12, 24, 36],
      ["B", 12, 12, 12],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([6], 36), B: byYear([3], 12) });
  });

  test("are asked where only the title says so", () => {
    const reading = readAlone([
      ["Annualised run rate by month £k"],
      [],
      ["Scheme", "Apr", "May", "Jun"],
      ["A", 12, 24, 36],
      ["B", 12, 12, 12],
    ]);
    expect(effects(reading).A).toEqual(byYear([6], 36));
    expect(questions(reading).map(([, cell, { taken }]) => [cell, taken])).toEqual([["Register!B3", "yearly rates"]]);
  });
});

describe("amounts of several years", () => {
  test.each([
    ["Total saving over 3 years (£k)", 40],
    ["Savings over two years £k", 60],
  ])("alone are asked, and read as the same in each: %s", (heading, yearly) => {
    const rows = [
      ["Scheme", heading],
      ["A", 120],
      ["B", 240],
    ];
    const [question] = questions(readAlone(rows));
    expect(question?.slice(0, 2)).toEqual(["error", "Register!B1"]);
    expect(question?.[2].key).toBe("perPeriod@Register!B1");
    const answered = (choice: string) => effects(readAlone(rows, { answers: { "perPeriod@Register!B1": choice } })).A;
    expect(answered(question?.[2].choices[0] ?? "")).toEqual(amount(yearly));
    expect(answered("the amount of a year")).toEqual(amount(120));
  });

  test("beside those of one are no start, and said", () => {
    const reading = readAlone([
      ["Scheme", "Annual saving £k", "5 year saving £k"],
      ["A", 11, 55],
      ["B", 23, 115],
    ]);
    expect(effects(reading)).toEqual({ A: amount(11), B: amount(23) });
    expect(lines(reading)).toEqual([expect.stringContaining("Register!C1: '5 year saving £k' holds amounts")]);
  });
});
