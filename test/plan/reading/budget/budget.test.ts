import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../../support/grid";
import { lines, questions } from "../../support/register";
import { readWith } from "../../support/sheets";

const levers = (...rest: CellText[][]): ReturnType<typeof grid> =>
  grid("Levers", [["Lever", "Saving £m", "Start"], ["A", 5, "2025/26"], ...rest]);

describe("the base year among amounts by year", () => {
  test("is the year before that in which the register begins", () => {
    const reading = readTables([
      grid("Spend", [
        ["Category", "2024/25 £m", "2025/26", "2026/27"],
        ["Acute", 100, 104, 108],
      ]),
      levers(),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({
      baseYear: "2024/25",
      years: ["2025/26", "2026/27"],
      categories: [{ base: 100, spend: [104, 108] }],
    });
  });

  test("is the last one headed actual or outturn; what is before it is history", () => {
    const reading = readTables([
      grid("Spend", [
        ["Category", "2023/24 actual £m", "2024/25 outturn", "2025/26", "2026/27"],
        ["Acute", 95, 100, 104, 108],
      ]),
      levers(),
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({ baseYear: "2024/25", categories: [{ base: 100, spend: [104, 108] }] });
    expect(reading.spending?.columns[1]).toMatchObject({
      sureness: "ignored",
      why: "is before the first year of the plan",
    });
  });

  test("is none where the register begins in the first of them", () => {
    const reading = readTables([
      grid("Spend", [
        ["Category", "2025/26 £m", "2026/27"],
        ["Acute", 104, 108],
      ]),
      levers(),
    ]);
    expect(reading.plan).toMatchObject({ baseYear: "2024/25", categories: [{ base: null, spend: [104, 108] }] });
  });
});

test("inflation and demand make growth together", () => {
  const reading = readTables(
    [
      grid("Spend", [
        ["Category", "Base 2024/25 £m", "Inflation", "Demand"],
        ["Acute", 100, percent(0.02), percent(0.03)],
      ]),
      levers(),
    ],
    { horizon: 2 },
  );
  expect(lines(reading)).toEqual([]);
  const growth = 1.02 * 1.03;
  expect(reading.plan?.categories?.[0]?.spend[0]).toBeCloseTo(100 * growth, 10);
  expect(reading.plan?.categories?.[0]?.spend[1]).toBeCloseTo(100 * growth * growth, 10);
  expect(reading.plan?.categories?.[0]?.growth).toEqual({ inflation: 0.02, demand: 0.03 });
});

test("rows of reserves and one-off funding are funding, and stand apart as what does not come again", () => {
  const reading = readTables([
    grid("Spend", [
      ["Category", "Base 2024/25 £m", "2025/26", "2026/27"],
      ["Acute", 140, 141, 142],
    ]),
    grid("Fund", [
      ["Funding", "Base 2024/25 £m", "2025/26", "2026/27"],
      ["Allocation", 130, 132, 134],
      ["Use of reserves", 0, 3, 1],
      ["One-off support", 1, 2, 0],
    ]),
    levers(),
  ]);
  expect(lines(reading)).toEqual([]);
  expect(reading.plan?.funding).toEqual({
    base: 131,
    byYear: [137, 135],
    oneOff: { base: 1, byYear: [5, 1] },
  });
});

test("approved budgets may hold the savings: a question", () => {
  const reading = readTables([
    grid("Spend", [["Approved budgets, £m"], [], ["Category", "2025/26", "2026/27"], ["Acute", 100, 104]]),
    levers(),
  ]);
  expect(reading.plan).not.toBeNull();
  expect(questions(reading)).toEqual([
    [
      "warning",
      "Spend!B3",
      {
        key: "budgetBasis@Spend!B3",
        choices: ["before the savings", "after the savings"],
        taken: "before the savings",
        option: "--answer 'Spend!B3=after the savings'",
      },
    ],
  ]);
});

test("years that stand over the spending alone hold for the funding below it, and rows of funding add up", () => {
  const reading = readTables([
    grid("Plan", [
      ["Category", "2025/26 £m", "2026/27"],
      ["Acute", 100, 104],
      ["Community", 50, 51],
      ["Total", 150, 155],
      [],
      ["Funding"],
      ["Allocation", 140, 141],
    ]),
    levers(),
  ]);
  expect(reading.plan).toMatchObject({
    categories: [{ name: "Acute" }, { name: "Community" }],
    funding: { base: null, byYear: [140, 141] },
  });
  const two = readWith({
    spend: [
      ["Category", "Base 2014/15 (£m)", "2015/16", "2016/17"],
      ["Acute", 150, 155, 160],
    ],
    fund: [
      ["Funding", "Base 2014/15 (£m)", "2015/16", "2016/17"],
      ["Allocation", 150, 151, 152],
      ["Reserves", 0, 5, 0],
    ],
    levers: [
      ["Lever", "Saving (£m)"],
      ["A", 1],
    ],
  });
  expect(two.plan?.funding).toMatchObject({ base: 150, byYear: [156, 152] });
});

test("savings that are hardly anything of the spending, without a unit, are said", () => {
  const reading = readWith({
    spend: [
      ["Category", "Base 2014/15", "2015/16"],
      ["Acute", 100_000, 104_000],
    ],
    fund: [
      ["Funding", "Base 2014/15", "2015/16"],
      ["Allocation", 100_000, 101_000],
    ],
    levers: [
      ["Lever", "Saving"],
      ["A", 1.5],
    ],
  });
  expect(lines(reading)).toEqual([
    "warning Levers!B1: 'Saving' states no unit and was read in the spending's unit, in which it is hardly anything of the spending; a unit in the heading would say which",
  ]);
});

test("a budget of two rows, one of which is called Income, is spending still", () => {
  const reading = readTables([
    grid("Spending", [
      ["Category", "2020/21 actual (£m)", "2021/22", "2022/23"],
      ["£m schemes", 2814, 2822, 2831],
      ["Income", 3206, 3273, 3341],
    ]),
    grid("Register", [
      ["Scheme", "Applies to", "Saving (£m)", "Start"],
      ["Fleet renewal", "£m schemes", 5.4, "2022/23"],
      ["Procurement", "Income", 9.8, "2021/22"],
    ]),
  ]);
  expect(reading.spending?.rowCount).toBe(2);
  expect(reading.funding).toBeNull();
});

test("funding that comes to numbers like years is read under years", () => {
  const { plan } = readTables([
    grid("Spend", [
      ["Category", 2015, 2016, 2017],
      ["Acute", 1510, 1520, 1530],
      ["Community", 515, 516, 519],
    ]),
    grid("Fund", [
      ["Funding", 2015, 2016, 2017],
      ["Allocation", 2015, 2017, 2019],
    ]),
    grid("Levers", [
      ["Lever", "Saving £k"],
      ["A", 10],
    ]),
  ]);
  expect(plan?.funding?.byYear).toEqual([2015, 2017, 2019]);
});

test("pay and non-pay under each year are no lost budget: the columns of one year are named", () => {
  const reading = readTables([
    grid("Spend", [
      ["Category", "2025/26", null, "2026/27", null],
      [null, "Pay", "Non-pay", "Pay", "Non-pay"],
      ["Acute", 100, 50, 110, 55],
      ["Community", 60, 30, 62, 31],
    ]),
    levers(),
  ]);
  expect(lines(reading)).toEqual([
    "error Spend!C2: '2025/26 Non-pay' is the same year as '2025/26 Pay'; one column for each year is needed",
    "error Spend!E2: '2026/27 Non-pay' is the same year as '2026/27 Pay'; one column for each year is needed",
  ]);
});
