import type { PlanReading } from "../../../src/plan/reading/planReading";
import type { TableKind } from "../../../src/plan/tableKinds";
import { percent, type CellText } from "../support/grid";
import { asLine, readWith } from "../support/sheets";

const lines = (reading: PlanReading): string[] => reading.findings.map(asLine);
const meanings = (reading: PlanReading, kind: TableKind): string[] =>
  reading[kind]?.columns.map(({ meaning, sureness }) => `${meaning}${sureness === "unsure" ? "?" : ""}`) ?? [];

describe("how headings are understood", () => {
  test("in any order, with units, percent signs and line breaks", () => {
    const levers: CellText[][] = [
      ["RAG", "Planned\nsavings (£m)", "Ref", "Scheme\nname", "Recurrent?"],
      ["G", 5, 1, "Procurement", "Y"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["status", "saving", "ignored", "lever", "recurrent"]);
    expect(reading.plan?.levers[0]).toMatchObject({ name: "Procurement", status: "Green", recurrent: true });
    expect(reading.levers?.columns[1]).toMatchObject({
      heading: "Planned savings (£m)",
      address: "Levers!B1",
      firstValues: ["5"],
    });
  });

  test("a merged heading over the years, and headings over two rows", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "Growth % a year"],
      [null, "2014/15", "2015/16", "2016/17", "2017/18"],
      ["Acute", 100, 4, 4, 3.5],
    ];
    const reading = readWith({ spend });
    expect(meanings(reading, "spending")).toEqual([
      "category",
      "base",
      "growth:2015/16",
      "growth:2016/17",
      "growth:2017/18",
    ]);
    expect(reading.spending?.address).toBe("Spend!A1:E3");
    expect(reading.plan?.categories?.[0]?.spend[2]).toBeCloseTo(100 * 1.04 * 1.04 * 1.035, 10);
  });

  test("a merged heading over Low, Likely and High", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Delivery"],
      [null, "£m", "Low", "Likely", "High"],
      ["Procurement", 5, 0.5, 0.8, 1.1],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving", "low", "likely", "high"]);
    expect(reading.plan?.levers[0]?.delivery).toEqual({ low: 0.5, likely: 0.8, high: 1.1 });
  });

  test("likeness is shown as unsure and warned of", () => {
    const levers: CellText[][] = [
      ["Lever", "Savigns", "Organisaton"],
      ["Procurement", 5, "Trust"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving?", "organisation?"]);
    expect(lines(reading)[0]).toMatch(
      /^warning Levers!B1: 'Savigns' was read as Saving, since it is much like 'saving/,
    );
  });

  test("a correction is taken as it is, and a column can be left out", () => {
    const levers: CellText[][] = [
      ["Lever", "Annual rate", "Group"],
      ["Procurement", percent(0.03), "Local"],
    ];
    const reading = readWith(
      { levers },
      {
        corrections: { headings: { "Levers!B1": "yearlyEfficiency", "Levers!C1": "ignored" } },
      },
    );
    expect(lines(reading)).toEqual([]);
    expect(meanings(reading, "levers")).toEqual(["lever", "yearlyEfficiency", "ignored"]);
    expect(reading.plan?.levers[0]).toMatchObject({ effect: { kind: "yearlyEfficiency", rate: 0.03 }, group: "" });
  });

  test("of two columns for one meaning the usual heading wins", () => {
    const levers: CellText[][] = [
      ["Description", "Lever", "Saving"],
      ["a long text", "Procurement", 5],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["ignored", "lever", "saving"]);
    expect(reading.levers?.columns[0]?.why).toBe("'Lever' is read as Lever");
  });

  test("a second column of savings is left out, with a warning", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving 2015/16", "Saving 2016/17"],
      ["Procurement", 5, 6],
    ];
    const reading = readWith({ levers });
    expect(lines(reading)).toEqual([
      "warning Levers!C1: 'Saving 2016/17' was left out, since 'Saving 2015/16' is read as Saving; one column is read for each meaning",
    ]);
  });

  test("Saving over percentages is a level, unsure", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving"],
      ["Procurement", percent(0.03)],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "savingShare?"]);
    expect(reading.plan?.levers[0]?.effect).toEqual({ kind: "level", share: 0.03 });
  });
});

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
    expect(lines(reading)).toEqual([]);
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
    expect(meanings(reading, "spending")).toEqual(["category", "base?", "growth:2015/16", "growth:2016/17"]);
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

describe("shares written as plain numbers", () => {
  const growth = (first: number, second: number): PlanReading =>
    readWith({
      spend: [
        ["Category", "Base 2014/15 (£m)", "Growth % 2015/16", "Growth % 2016/17"],
        ["Acute", 100, first, second],
      ],
      fund: [
        ["Funding", "Base 2014/15 (£m)", "2015/16", "2016/17"],
        ["Allocation", 100, 101, 102],
      ],
      levers: [
        ["Lever", "Saving (£m)"],
        ["Procurement", 5],
      ],
    });

  test("the years of growth are read in one way: 4 in the first says what 0.5 in the second is", () => {
    const { plan, findings } = growth(4, 0.5);
    expect(plan?.categories?.[0]?.spend[1]).toBeCloseTo(100 * 1.04 * 1.005, 9);
    expect(findings.map(asLine)).toContain(
      "warning Spend!D1: the plain numbers under 'Growth % 2016/17' were read as percents, so that 0.5 is 0.5%",
    );
  });

  test("a large plain fraction is taken as it stands, and said", () => {
    const { plan, findings } = growth(0.5, 0.04);
    expect(plan?.categories?.[0]?.spend[0]).toBeCloseTo(150, 9);
    expect(findings.map(asLine)).toEqual([
      "warning Spend!C1: the plain numbers under 'Growth % 2015/16' were read as fractions, so that 0.5 is 50%; format them as percentages to say which is meant",
    ]);
  });

  const range = (headings: string[], values: number[]): PlanReading =>
    readWith({
      levers: [
        ["Lever", "Saving (£m)", ...headings],
        ["Procurement", 5, ...values],
      ],
    });

  test("Low, Likely and High are read in one way, above 100% too", () => {
    const { plan } = range(["Low %", "Likely %", "High %"], [1, 80, 110]);
    expect(plan?.levers[0]?.delivery).toEqual({
      low: 0.01,
      likely: 0.8,
      high: expect.closeTo(1.1, 12) as number,
    });
  });

  test("Low, Likely and High in money are left out, and said", () => {
    const { plan, findings } = range(["Low (£m)", "Likely (£m)", "High (£m)"], [3, 4, 5.5]);
    expect(plan?.levers[0]?.delivery).toEqual({
      low: null,
      likely: null,
      high: null,
    });
    expect(findings.map(asLine)).toContain(
      "warning Levers!C1: 'Low (£m)' was left out, since it is in £m; delivery is a share of the plan such as 80%",
    );
  });

  test("a delivery of many times the plan is refused", () => {
    expect(range(["Low", "Likely", "High"], [50, 80, 110]).findings.map(asLine)[0]).toBe(
      "error Levers!C2: 5000% of the plan is no possible delivery; a share of the plan such as 80% is needed",
    );
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
