import { byYear, effects, lines, questions, readAlone } from "../../support/register";

const months = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];
const asMonths = (amount: number): number[] => months.map(() => amount);

describe("columns of years", () => {
  test("a single year's column is the in-year amount, alone and beside the full-year effect", () => {
    const alone = readAlone([
      ["Scheme", "2025/26"],
      ["Rota", 10],
      ["Beds", 20],
    ]);
    expect(alone.plan?.years).toEqual(["2025/26"]);
    expect(effects(alone)).toEqual({ Rota: byYear([10], 10), Beds: byYear([20], 20) });
    const beside = readAlone([
      ["Scheme", "2025/26 £k", "FYE £k"],
      ["Rota", 10, 20],
      ["Beds", 5, 8],
    ]);
    expect(beside.plan?.years).toEqual(["2025/26"]);
    expect(effects(beside)).toEqual({ Rota: byYear([10], 20), Beds: byYear([5], 8) });
  });

  test("in-year and next year are the first two years, of the title's year where there is one", () => {
    const rows = [
      ["Scheme", "In-year £k", "Next year £k"],
      ["Rota", 10, 20],
      ["Beds", 5, 8],
    ];
    expect(effects(readAlone(rows))).toEqual({ Rota: byYear([10, 20], 20), Beds: byYear([5, 8], 8) });
    expect(readAlone([["Savings 2025/26"], ...rows]).plan?.years).toEqual(["2025/26", "2026/27"]);
  });

  test("this year and next year may be new in each year: asked", () => {
    const reading = readAlone([
      ["Scheme", "This year £k", "Next year £k"],
      ["Rota", 10, 20],
      ["Beds", 5, 8],
    ]);
    expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["error", "Register!B1"]]);
  });

  test("parts of a year are added up, and named", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26 pay", "2025/26 non-pay", "2026/27 pay", "2026/27 non-pay"],
        ["Rota", 1, 2, 3, 4],
        ["Beds", 1, 1, 1, 1],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Rota: byYear([3, 7], 7), Beds: byYear([2, 2], 2) });
    expect(lines(reading)).toEqual([
      "warning Register!B1: '2025/26 pay' and '2025/26 non-pay' are parts of one year and were added up, as those of the other years were; correct them if they are something else",
    ]);
  });

  test("two halves of one year are that year", () => {
    const reading = readAlone([
      ["Scheme", "H1 2025/26", "H2 2025/26", "FYE"],
      ["Rota", 1, 2, 4],
      ["Beds", 1, 1, 3],
    ]);
    expect(effects(reading)).toEqual({ Rota: byYear([3], 4), Beds: byYear([2], 3) });
  });

  test("a year beside its parts is their sum, and counts once", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26", "2026/27", "2025/26 pay", "2026/27 pay", "2025/26 non-pay", "2026/27 non-pay"],
        ["Rota", 3, 7, 1, 3, 2, 4],
        ["Beds", 2, 2, 1, 1, 1, 1],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Rota: byYear([3, 7], 7), Beds: byYear([2, 2], 2) });
    expect(lines(reading)).toEqual([]);
  });

  test("recurrent and non-recurrent parts by year are added up with a question", () => {
    const reading = readAlone(
      [
        ["Scheme", "2025/26 Rec", "2025/26 Non-rec", "2026/27 Rec", "2026/27 Non-rec"],
        ["Rota", 1, 2, 3, 0],
        ["Beds", 1, 1, 1, 1],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Rota: byYear([3, 3], 3), Beds: byYear([2, 2], 2) });
    expect(questions(reading).map(([level, cell]) => [level, cell])).toEqual([["warning", "Register!B1"]]);
  });

  test("of years of which one says additional, each is new; an option that says otherwise holds, and is said", () => {
    const rows = [
      ["Scheme", "2025/26 £k", "2026/27 additional £k"],
      ["Rota", 1, 1],
      ["Beds", 2, 2],
    ];
    expect(effects(readAlone(rows))).toEqual({ Rota: byYear([1, 2], 2), Beds: byYear([2, 4], 4) });
    const given = readAlone(rows, { yearSavings: "each" });
    expect(effects(given)).toEqual({ Rota: byYear([1, 1], 1), Beds: byYear([2, 2], 2) });
    expect(lines(given)).toEqual([
      "warning Register!B1: by its words or sums the sheet's amounts by year are new in each year, and were read as counted in each year, as you said",
    ]);
  });

  test("a target by year is not added to what is identified", () => {
    const reading = readAlone(
      [
        ["Scheme", "Target 2025/26", "Identified 2025/26", "Target 2026/27", "Identified 2026/27"],
        ["Rota", 100, 80, 120, 100],
        ["Beds", 50, 50, 50, 40],
      ],
      { yearSavings: "each" },
    );
    expect(effects(reading)).toEqual({ Rota: byYear([80, 100], 100), Beds: byYear([50, 40], 40) });
    expect(lines(reading)).toEqual([
      expect.stringContaining("'Target 2025/26' and 'Target 2026/27' hold amounts and were left out"),
    ]);
  });
});

describe("targets", () => {
  test.each([
    ["Target", "Identified", "Gap"],
    ["CIP target £k", "CIP plan £k", "Shortfall £k"],
    ["Target 2025/26", "Identified 2025/26", "Gap 2025/26"],
  ])("%s beside %s is no saving; its sum is said", (target, saving, gap) => {
    const reading = readAlone([
      ["Scheme", target, saving, gap],
      ["Rota", 100, 80, 20],
      ["Beds", 50, 50, 0],
    ]);
    expect(reading.plan?.levers.map(({ effect }) => effect)).toEqual([
      { kind: "amount", amount: 80 },
      { kind: "amount", amount: 50 },
    ]);
    expect(lines(reading)).toEqual([
      `warning Register!B1: '${target}' says what is needed, 150 in all, and is no saving; give that sum as the target where it is the plan's`,
    ]);
  });

  test("beside a forecast alone a target is the saving", () => {
    const reading = readAlone([
      ["Scheme", "Annual target £k", "Delivered to date £k", "Forecast £k"],
      ["Rota", 100, 40, 90],
      ["Beds", 50, 25, 50],
    ]);
    expect(reading.plan?.levers.map(({ effect }) => effect)).toEqual([
      { kind: "amount", amount: 100 },
      { kind: "amount", amount: 50 },
    ]);
  });
});

describe("columns of money that are not read", () => {
  test("are named with their cell and the reason", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Wibble £k", "Original budget", "Board plan", "Priority", "% complete", "Actual £k"],
      ["Rota", 100, 40, 90, 95, 1, 0.5, 10],
      ["Beds", 50, 25, 50, 60, 2, 0.2, 20],
    ]);
    expect(lines(reading).map((line) => line.split(":")[0])).toEqual(
      expect.arrayContaining(["warning Register!C1", "warning Register!E1"]),
    );
    expect(lines(reading)).toHaveLength(2);
  });
});

describe("months of actuals and forecasts", () => {
  test.each([
    ["letters", (month: string, index: number) => `${month} (${index < 6 ? "A" : "F"})`],
    ["words", (month: string, index: number) => `${month} ${index < 3 ? "actual" : "forecast"}`],
  ])("are one year where nothing is planned: %s", (_, heading) => {
    const reading = readAlone([
      ["Scheme", ...months.map(heading)],
      ["Rota", ...asMonths(2)],
      ["Beds", ...asMonths(1)],
    ]);
    expect(effects(reading)).toEqual({ Rota: byYear([24], 24), Beds: byYear([12], 12) });
  });

  test("are tracking beside a plan", () => {
    const reading = readAlone([
      ["Scheme", "Plan", ...months.map((month, index) => `${month} (${index < 6 ? "A" : "F"})`), "Forecast outturn"],
      ["Rota", 30, ...asMonths(2), 24],
      ["Beds", 10, ...asMonths(1), 12],
    ]);
    expect(reading.plan?.levers.map(({ effect }) => effect)).toEqual([
      { kind: "amount", amount: 30 },
      { kind: "amount", amount: 10 },
    ]);
    expect(lines(reading)).toEqual([]);
  });
});
