import { percent } from "../../support/grid";
import { amount, byYear, effects, leversOf, lines, questions, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

describe("a full-year amount", () => {
  test("from the start that the row gives", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Start"],
      ["A", 100, "2025/26"],
      ["B", 50, "2026/27"],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({ baseYear: "2024/25", years: ["2025/26", "2026/27"], unit: "£k" });
    expect(leversOf(reading).map(({ name, effect, start }) => [name, effect, start])).toEqual([
      ["A", amount(100), 1],
      ["B", amount(50), 2],
    ]);
  });
});

test("amounts under a heading that is but a unit are the savings, where nothing else is, and asked", () => {
  const reading = readAlone([
    ["Group", "Scheme", "£k"],
    ["North", "A", 10],
    ["South", "B", 20],
  ]);
  expect(effects(reading)).toEqual({ A: amount(10), B: amount(20) });
  expect(questions(reading).map(([, , { key }]) => key)).toEqual(["meaning@Register!C1"]);
});

describe("part-year beside full-year effect", () => {
  test("the part-year effect counts in the row's own year as it stands, the full-year effect after it", () => {
    const reading = readAlone([
      ["Scheme", "Start", "PYE £k", "FYE £k"],
      ["A", "2025/26", 100, 200],
      ["B", "2026/27", 50, 80],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: byYear([100, 200], 200), B: byYear([0, 50], 80) });
  });

  test("a year in the heading goes before the row's start, and FYE adds no year", () => {
    const reading = readAlone([
      ["Scheme", "PYE 25/26 £k", "FYE 26/27 £k", "R/NR"],
      ["A", 100, 200, "R"],
      ["B", 50, 0, "NR"],
      ["C", 40, 40, "NR"],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.years).toEqual(["2025/26"]);
    // Of a non-recurrent saving nothing is left, whatever the column says.
    expect(effects(reading)).toEqual({ A: byYear([100], 200), B: byYear([50], 0), C: byYear([40], 0, 40) });
  });

  test("a start month does not cut the part-year effect again", () => {
    const reading = readAlone([
      ["Scheme", "Start month", "PYE 25/26", "FYE"],
      ["A", "October", 60, 120],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([60], 120) });
  });

  test("without a full-year effect the in-year amount goes on, with a warning", () => {
    const reading = readAlone([
      ["Scheme", "Start", "PYE £k"],
      ["A", "2025/26", 100],
      ["B", "2026/27", 50],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([100, 100], 100), B: byYear([0, 50], 50) });
    // The last year has no later one.
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Register!C2",
        message: "there is no full-year effect, so later years take the in-year amount",
      },
    ]);
  });

  test("a full-year effect below the part-year effect is asked", () => {
    const reading = readAlone([
      ["Scheme", "PYE 25/26", "FYE"],
      ["A", 100, 60],
    ]);
    expect(effects(reading)).toEqual({ A: byYear([100], 60) });
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!C2",
        {
          key: "fullYearEffect@Register!C2",
          choices: ["the amount of a full year", "what the next year adds"],
          taken: "the amount of a full year",
          option: "--answer 'Register!C2=what the next year adds'",
        },
      ],
    ]);
  });
});

test("percent columns by year beside a saving are shares in place", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "2025/26", "2026/27", "2027/28"],
    ["A", 200, percent(0.25), percent(0.5), percent(1)],
    ["B", 80, percent(0), percent(1), percent(1)],
  ]);
  expect(lines(reading)).toEqual([]);
  expect(effects(reading)).toEqual({ A: byYear([50, 100, 200], 200), B: byYear([0, 80, 80], 80) });
});

describe("a percent of the row's own baseline", () => {
  test("is an amount", () => {
    const reading = readAlone([
      ["Scheme", "Baseline cost £k", "Saving %"],
      ["A", 1000, percent(0.05)],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(effects(reading)).toEqual({ A: amount(50) });
  });

  test("checks the saving beside it: only what disagrees is asked", () => {
    const reading = readAlone([
      ["Scheme", "Baseline cost £k", "Saving %", "Saving £k"],
      ["A", 1000, percent(0.05), 50],
      ["B", 1000, percent(0.05), 70],
    ]);
    expect(effects(reading)).toEqual({ A: amount(50), B: amount(70) });
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Register!D3",
        message: "the baseline times the percent is 50, and 'Saving £k' says 70, which was taken",
        question: {
          key: "savingOrProduct@Register!D3",
          choices: ["'Saving £k'", "the baseline times the percent"],
          taken: "'Saving £k'",
          option: "--answer 'Register!D3=the baseline times the percent'",
        },
      },
    ]);
  });
});

describe("a percent of spend", () => {
  const level = (share: number) =>
    readWith({
      levers: [
        ["Scheme", "Applies to", "Saving %"],
        ["A", "Community", percent(share)],
      ],
    });

  test("may be all of it: a service may stop", () => {
    expect(lines(level(1))).toEqual([]);
    expect(effects(level(1))).toEqual({ A: { kind: "level", share: 1 } });
  });

  test("is not more than all", () => {
    expect(lines(level(1.01))).toEqual([
      "error Levers!C2: 101% is no possible rate; a rate up to 100% such as 2% is needed",
    ]);
  });

  test("needs a Spending table", () => {
    const reading = readAlone([
      ["Scheme", "Saving %"],
      ["A", percent(0.05)],
    ]);
    expect(reading.plan).toBeNull();
    expect(lines(reading)).toEqual([
      "error Register!B2: 5% is a percent of spend, and there is no Spending table; an amount, or a column with the baseline cost, is needed",
    ]);
  });
});

test("recurrent beside non-recurrent amounts are two levers of one row, without a word", () => {
  const reading = readAlone([
    ["Scheme", "Recurrent £k", "Non-recurrent £k"],
    ["A", 100, 20],
    ["B", 30, null],
    ["C", null, 7],
  ]);
  expect(lines(reading)).toEqual([]);
  expect(leversOf(reading).map(({ name, effect, recurrent }) => [name, effect, recurrent])).toEqual([
    ["A (recurrent)", amount(100), true],
    ["A (non-recurrent)", amount(20), false],
    ["B", amount(30), true],
    ["C", amount(7), false],
  ]);
});

test("of gross and net the net is the saving, and the rate between them is used up", () => {
  const reading = readAlone([
    ["Scheme", "Gross saving £k", "Confidence", "Net saving £k"],
    ["A", 100, percent(0.6), 60],
    ["B", 50, percent(0.5), 25],
  ]);
  expect(lines(reading)).toEqual([]);
  expect(leversOf(reading).map(({ effect, delivery }) => [effect, delivery.likely])).toEqual([
    [amount(60), null],
    [amount(25), null],
  ]);
});

test("one column of confidence is the likely delivery", () => {
  const reading = readAlone([
    ["Scheme", "Saving £k", "Confidence"],
    ["A", 100, percent(0.6)],
  ]);
  expect(leversOf(reading)[0]).toMatchObject({
    effect: amount(100),
    delivery: { low: null, likely: 0.6, high: null },
  });
});
