import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { asLine, readWith } from "../../support/sheets";

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

  test("a plain fraction from 0.1 to 1 under a % is asked, and taken as a percent", () => {
    const { plan, findings } = growth(0.5, 0.04);
    expect(plan?.categories?.[0]?.spend[0]).toBeCloseTo(100.5, 9);
    expect(plan?.categories?.[0]?.spend[1]).toBeCloseTo(100.5 * 1.0004, 9);
    expect(findings).toEqual([
      {
        level: "warning",
        cell: "Spend!C1",
        message:
          "the plain numbers under 'Growth % 2015/16' were read as percents, so that 0.5 is 0.5%; format them as percentages to say which is meant",
        question: {
          key: "percentScale@Spend!C1",
          choices: ["0.5 is 0.5%", "0.5 is 50%"],
          taken: "0.5 is 0.5%",
          option: "--answer 'Spend!C1=0.5 is 50%'",
        },
      },
      {
        level: "warning",
        cell: "Spend!D1",
        message:
          "the plain numbers under 'Growth % 2016/17' were read as percents, so that 0.04 is 0.04%; format them as percentages to say which is meant",
        question: {
          key: "percentScale@Spend!D1",
          choices: ["0.04 is 0.04%", "0.04 is 4%"],
          taken: "0.04 is 0.04%",
          option: "--answer 'Spend!D1=0.04 is 4%'",
        },
      },
    ]);
  });

  test("a large plain fraction without a % stands as it is, and is asked", () => {
    const { plan, findings } = readWith({
      spend: [
        ["Category", "Base 2014/15 (£m)", "Growth"],
        ["Acute", 100, 0.5],
        ["Community", 50, 0.02],
      ],
    });
    expect(plan?.categories?.[0]?.spend[0]).toBeCloseTo(150, 9);
    expect(findings).toEqual([
      {
        level: "warning",
        cell: "Spend!C1",
        message:
          "the plain numbers under 'Growth' were read as fractions, so that 0.5 is 50%; format them as percentages to say which is meant",
        question: {
          key: "percentScale@Spend!C1",
          choices: ["0.5 is 50%", "0.5 is 0.5%"],
          taken: "0.5 is 50%",
          option: "--answer 'Spend!C1=0.5 is 0.5%'",
        },
      },
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
