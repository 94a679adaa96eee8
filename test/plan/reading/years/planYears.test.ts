import type { PlanReading } from "../../../../src/plan/reading/planReading";
import type { TableKind } from "../../../../src/plan/tableKinds";
import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../../support/grid";
import { asLine, readWith } from "../../support/sheets";

const lines = (reading: PlanReading): string[] => reading.findings.map(asLine);
const meanings = (reading: PlanReading, kind: TableKind): string[] =>
  reading[kind]?.columns.map(({ meaning, sureness }) => `${meaning}${sureness === "unsure" ? "?" : ""}`) ?? [];

describe("years", () => {
  const oneLever: CellText[][] = [
    ["Lever", "Saving"],
    ["Procurement", 1],
  ];

  test("plain numbers below 1 are growth, others amounts", () => {
    const spend = (first: number): CellText[][] => [
      ["Category", "Base", "2015/16", "2016/17"],
      ["Acute", 100, first, first],
    ];
    expect(readWith({ spend: spend(0.04), levers: oneLever }).plan?.categories?.[0]?.spend[1]).toBeCloseTo(108.16, 10);
    expect(readWith({ spend: spend(104), levers: oneLever }).plan?.categories?.[0]?.spend).toEqual([104, 104]);
  });

  test("amounts by year need no base; FY16 is 2015/16, and the labels' meanings are told", () => {
    const spend: CellText[][] = [
      ["Category", "FY16", "FY17"],
      ["Acute", 104, 108],
    ];
    const fund: CellText[][] = [
      ["Funding", 2015, 2016],
      ["Allocation", 100, 101],
    ];
    const reading = readWith({ spend, fund, levers: oneLever });
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Fund!B1",
        message: "bare years stand beside labels such as 'FY16'; 2015 was taken for the fiscal year that starts in it",
        question: {
          key: "bareYear@Fund!B1",
          choices: ["2015 is the year that starts in it", "2015 is the year that ends in it"],
          taken: "2015 is the year that starts in it",
          option: "--answer 'Fund!B1=2015 is the year that ends in it'",
        },
      },
    ]);
    expect(reading.plan).toMatchObject({
      baseYear: "2014/15",
      years: ["2015/16", "2016/17"],
      funding: { base: null, byYear: [100, 101] },
    });
    expect(reading.plan?.categories?.[0]?.base).toBeNull();
    expect(reading.years).toEqual([
      { label: "FY16", meaning: "2015/16" },
      { label: "FY17", meaning: "2016/17" },
      { label: "2015", meaning: "2015/16" },
      { label: "2016", meaning: "2016/17" },
    ]);
  });

  test("bare years may be those in which the fiscal year ends", () => {
    const spend: CellText[][] = [
      ["Category", 2016, 2017],
      ["Acute", 104, 108],
    ];
    const reading = readWith({ spend, levers: oneLever }, { corrections: { bareYear: "end" } });
    expect(reading.plan?.years).toEqual(["2015/16", "2016/17"]);
  });

  test("calendar years where the fiscal year starts in January", () => {
    const spend: CellText[][] = [
      ["Category", 2016, 2017],
      ["Acute", 104, 108],
    ];
    expect(
      readWith(
        {
          spend,
          fund: [
            ["Funding", 2016, 2017],
            ["Allocation", 1, 1],
          ],
          levers: oneLever,
        },
        { fiscalYearStart: 1 },
      ).plan?.years,
    ).toEqual(["2016", "2017"]);
  });

  test("numbered years", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "Year 1", "Year 2", "Year 3"],
      ["Acute", 100, 104, 108, 112],
    ];
    const fund: CellText[][] = [
      ["Funding", "Base", "Growth"],
      ["Allocation", 100, percent(0)],
    ];
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start"],
      ["A", 5, "Year 2"],
      ["B", 5, 3],
      ["C", 5, "2015/16"],
    ];
    const reading = readWith({ spend, fund, levers });
    expect(lines(reading)).toEqual([
      "error Levers!C4: '2015/16' cannot be placed, since the plan's years are Year 1 to Year 3; a year of the plan such as Year 1 is needed",
    ]);
    expect(readWith({ spend, fund, levers: levers.slice(0, 3) }).plan?.levers.map(({ start }) => start)).toEqual([
      2, 3,
    ]);
  });

  test("without year columns the user gives the horizon, five by default", () => {
    expect(readWith({})).toMatchObject({ horizon: { years: 5, from: "default" } });
    expect(readWith({}, { horizon: 3 })).toMatchObject({
      horizon: { years: 3, from: "given" },
      plan: { years: ["2015/16", "2016/17", "2017/18"] },
    });
    expect(
      readWith({
        spend: [
          ["Category", "Base", "2015/16"],
          ["Acute", 100, 104],
        ],
        levers: oneLever,
      }),
    ).toMatchObject({ horizon: { years: 1, from: "columns" } });
  });

  test("of a budget that names none are those in which its levers start", () => {
    const reading = readWith({
      spend: [
        ["Category", "Base £m", "Growth"],
        ["Acute", 100, percent(0.04)],
      ],
      fund: [
        ["Funding", "Base £m", "Growth"],
        ["Allocation", 100, percent(0.01)],
      ],
      levers: [
        ["Lever", "Saving (£m)", "Start"],
        ["A", 5, "2026/27"],
        ["B", 5, "2025/26"],
      ],
    });
    expect(reading.findings).toEqual([]);
    expect(reading.plan).toMatchObject({
      baseYear: "2024/25",
      years: ["2025/26", "2026/27", "2027/28", "2028/29", "2029/30"],
      levers: [{ start: 2 }, { start: 1 }],
    });
  });

  test("a base year among the columns is the base", () => {
    const spend: CellText[][] = [
      ["Category", "2014/15", "2015/16", "2016/17"],
      ["Acute", 100, percent(0.04), percent(0.04)],
    ];
    const fund: CellText[][] = [
      ["Funding", "2014/15", "2015/16", "2016/17"],
      ["Allocation", 99, 100, 101],
    ];
    const reading = readWith({ spend, fund, levers: oneLever });
    expect(meanings(reading, "spending")).toEqual(["category", "base", "growth:2015/16", "growth:2016/17"]);
    expect(reading.plan).toMatchObject({ baseYear: "2014/15", funding: { base: 99, byYear: [100, 101] } });
  });

  test("start as a date gives year and month", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start"],
      ["A", 5, { value: 42278, format: "dd/mm/yyyy" }],
    ];
    // 42278 is 1 October 2015
    expect(readWith({ levers }).plan?.levers[0]).toMatchObject({ start: 1, firstYearShare: 0.5 });
  });

  test("months by number, name and date", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Start month"],
      ["A", 5, 10],
      ["B", 5, "January"],
      ["C", 5, "Sept"],
      ["D", 5, { value: 42278, format: "mmm-yy" }],
    ];
    expect(readWith({ levers }).plan?.levers.map(({ firstYearShare }) => firstYearShare)).toEqual([
      6 / 12,
      3 / 12,
      7 / 12,
      6 / 12,
    ]);
  });
});

test("years headed plan and actual are years of spending, not of a register", () => {
  const { plan, findings } = readWith({
    spend: [
      ["Category", "2024/25 actual", "2025/26 plan", "2026/27 plan"],
      ["Acute", 500, 520, 540],
    ],
    fund: [
      ["Funding", "2024/25 actual", "2025/26", "2026/27"],
      ["Allocation", 480, 490, 500],
    ],
    levers: [
      ["Lever", "Saving"],
      ["Procurement", 5],
    ],
  });
  expect(findings).toEqual([]);
  expect(plan).toMatchObject({
    baseYear: "2024/25",
    years: ["2025/26", "2026/27"],
    funding: { base: 480 },
  });
  expect(plan?.categories?.[0]).toEqual({
    name: "Acute",
    base: 500,
    spend: [520, 540],
  });
});

test("a register that is shown for longer than its Starts say says so", () => {
  const rows = [
    ["Scheme", "Saving £k", "Start"],
    ["Agency", 20, "2025/26"],
    ["Estates", 30, "2026/27"],
  ];
  const said = (horizon?: number): string[] =>
    readTables([grid("Register", rows)], horizon === undefined ? {} : { horizon }).findings.map(
      ({ message }) => message,
    );
  expect(said(5)).toEqual([
    "the register's last Start is 2026/27; the years after it to 2029/30 are shown as asked for, in which what recurs goes on",
  ]);
  for (const horizon of [undefined, 2]) expect(said(horizon)).toEqual([]);
});
