import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, type CellText } from "../../support/grid";

const read = (...rows: CellText[][]): PlanReading => readTables([grid("CIP", rows)], { yearSavings: "each" });

const savings = ({ plan }: PlanReading) =>
  plan?.levers.map(({ name, effect }) => [name, effect.kind === "byYear" ? effect.amounts : null]);

const both = [
  ["A", [10, 20]],
  ["B", [5, 5]],
];
const data: CellText[][] = [
  ["A", 10, 20],
  ["B", 5, 5],
];

describe("headings in more than one row", () => {
  test.each<[string, CellText[][]]>([
    [
      "a band with a unit over the years",
      [
        ["Scheme", "Savings £k", null],
        [null, "2025/26", "2026/27"],
      ],
    ],
    ["a title over such a band", [["CIP"], [null], ["Scheme", "Plan £k", null], [null, "2025/26", "2026/27"]]],
    [
      "units in a third row",
      [
        ["Scheme", "Savings", null],
        [null, "2025/26", "2026/27"],
        [null, "£k", "£k"],
      ],
    ],
    [
      "a unit alone over the last column",
      [
        ["CIP", null, "£000"],
        ["Scheme", "2025/26", "2026/27"],
      ],
    ],
    ["a unit for a heading of the names", [["Savings"], ["£k", "2025/26", "2026/27"]]],
  ])("are %s", (_, header) => {
    const reading = read(...header, ...data);
    expect(savings(reading)).toEqual(both);
    expect(reading.plan?.unit).toBe("£k");
  });

  test("are bands for the plan and for a forecast, of which the plan counts", () => {
    const reading = read(
      ["Scheme", "Plan £k", null, "Forecast £k", null],
      [null, "2025/26", "2026/27", "2025/26", "2026/27"],
      ["A", 10, 20, 8, 20],
      ["B", 5, 5, 1, 2],
    );
    expect(savings(reading)).toEqual(both);
  });

  test("are a band over years of which an empty column parts the first from the others", () => {
    const reading = read(
      ["Scheme", "In-year savings, cumulative", null, null, null],
      [null, "2025/26", null, "2026/27", "2027/28"],
      ["A", 10, null, 20, 30],
      ["B", 5, null, 6, 7],
    );
    expect(savings(reading)).toEqual([
      ["A", [10, 20, 30]],
      ["B", [5, 6, 7]],
    ]);
  });

  test("are such bands with a Start at the end", () => {
    const reading = read(
      [null, null, "In-year savings, cumulative", null, "In-year savings, cumulative", null, null],
      ["Scheme", "Workstream", "2025/26", null, "2026/27", "2027/28", "Start"],
      ["A", "Estates", 10, null, 20, 30, "2025/26"],
      ["B", "Digital", null, null, 6, 9, "2026/27"],
    );
    expect(savings(reading)).toEqual([
      ["A", [10, 20, 30]],
      ["B", [0, 6, 9]],
    ]);
  });

  test("are bands for two plans, and the one that is not read is said", () => {
    const reading = read(
      ["Scheme", "Original plan", null, "Revised plan", null],
      [null, "2025/26", "2026/27", "2025/26", "2026/27"],
      ["A", 10, 20, 8, 20],
      ["B", 5, 5, 1, 2],
    );
    expect(reading.findings).toContainEqual(
      expect.objectContaining({
        cell: "CIP!D2",
        question: expect.objectContaining({ taken: "Original plan 2025/26" }),
      }),
    );
  });

  test("never take an investment for the saving", () => {
    const { levers } = read(
      ["Scheme", "Savings £k", null, "Investment £k", null],
      [null, "2025/26", "2026/27", "2025/26", "2026/27"],
      ["A", 10, 20, 3, 0],
      ["B", 5, 5, 5, 1],
    );
    expect(levers?.columns.map(({ meaning }) => meaning)).toEqual([
      "lever", "amount:2025/26", "amount:2026/27", "ignored", "ignored",
    ]); // prettier-ignore
  });
});

describe("a plan of years without a heading over its names", () => {
  const cip = grid("CIP", [
    ["Scheme", "2025/26", "2026/27"],
    ["Rota", 20, 30],
    ["Stores", 10, 10],
  ]);
  const spend: CellText[][] = [
    ["£k", "2024/25 actual", "2025/26", "2026/27"],
    ["Pay", 1000, 1040, 1080],
    ["Drugs", 200, 210, 220],
    ["Total spend", 1200, 1250, 1300],
  ];
  const need = ({ plan }: PlanReading) => plan?.categories?.map(({ name, spend: years }) => [name, years]);

  test("is spending where a total row says so", () => {
    const reading = readTables([grid("Plan", spend), cip], { yearSavings: "each" });
    expect(need(reading)).toEqual([["Pay", [1040, 1080]], ["Drugs", [210, 220]]]); // prettier-ignore
  });

  test.each<[string, CellText[][]]>([
    [
      "over a total of theirs",
      [
        ["Grant", 1150, 1160, 1170],
        ["Council tax", 50, 55, 60],
        ["Total funding", 1200, 1215, 1230],
      ],
    ],
    ["under a heading", [["Funding £k"], ["Grant", 1150, 1160, 1170], ["Council tax", 50, 55, 60]]],
    [
      "with both",
      [["Funded by"], ["Grant", 1150, 1160, 1170], ["Council tax", 50, 55, 60], ["Total funding", 1200, 1215, 1230]],
    ],
  ])("has its funding below, %s", (_, funding) => {
    const reading = readTables([grid("Plan", [...spend, ...funding]), cip], { yearSavings: "each" });
    expect(need(reading)).toEqual([["Pay", [1040, 1080]], ["Drugs", [210, 220]]]); // prettier-ignore
    expect(reading.plan?.funding?.byYear).toEqual([1215, 1230]);
  });

  test("is no register where its rows are budgets and funding", () => {
    const reading = read(
      [null, "2026/27", "2027/28"],
      ["Base budget", 200, 206],
      ["Fees", -1, -1],
      ["Council tax", 150, 155],
    );
    expect(reading.plan).toBeNull();
    expect(reading.registers).toEqual([]);
  });
});
