import type { PlanReading } from "../../../../src/plan/reading/planReading";
import { readTables } from "../../../../src/plan/reading/readTables";
import { grid, percent, type CellText } from "../../support/grid";

const budget = (heading: string, scale: number, format = "General"): CellText[][] => [
  [heading, "Base", "Growth"],
  ["Pay", { value: 60 * scale, format }, percent(0.03)],
  ["Drugs", { value: 10 * scale, format }, percent(0.05)],
];

const register = (saving: string): CellText[][] => [
  ["Scheme", "Applies to", saving],
  ["Agency", "Pay", 500],
  ["Biosimilars", "Drugs", 100],
];

const read = (spending: CellText[][], levers: CellText[][]): PlanReading =>
  readTables([grid("Budget", spending), grid("Register", levers)]);

/** What the savings are of the spending: 600,000 of 70,000,000. */
function shareSaved({ plan }: PlanReading): number {
  const base = plan?.categories?.reduce((sum, one) => sum + (one.base ?? 0), 0) ?? NaN;
  const saved = plan?.levers.reduce((sum, { effect }) => sum + (effect.kind === "amount" ? effect.amount : NaN), 0);
  return (saved ?? NaN) / base;
}

const untold = expect.stringMatching(/states no unit/);

describe("the unit of the spending", () => {
  test.each([
    ["in the heading of its categories", budget("Budget £", 1e6)],
    ["in that heading with a multiple", budget("Category £k", 1e3)],
    ["by a currency format over amounts that can be nothing but pounds", budget("Category", 1e6, '"£"#,##0')],
    ["by the format that Excel writes for pounds", budget("Category", 1e6, "[$£-809]#,##0")],
    ["in words over the table", [["All figures in pounds"], ...budget("Category", 1e6)]],
    ["as thousands of pounds", [["Figures in thousands of pounds"], ...budget("Category", 1e3)]],
    ["in brackets of its own", budget("Category £ (000)", 1e3)],
  ])("is read %s", (_, spending) => {
    const reading = read(spending, register("Saving £k"));
    expect(shareSaved(reading)).toBeCloseTo(0.6 / 70, 12);
    expect(reading.findings).not.toContainEqual(expect.objectContaining({ message: untold }));
  });

  test("is not taken from a format where a title says it", () => {
    const reading = read([["Budget £k"], ...budget("Category", 1e3, '"£"#,##0')], register("Saving £k"));
    expect(shareSaved(reading)).toBeCloseTo(0.6 / 70, 12);
  });

  test("is missed where only the savings say theirs and they are a thousandfold apart", () => {
    const { findings } = read(budget("Category", 1e6), register("Saving £k"));
    expect(findings).toContainEqual(expect.objectContaining({ cell: "Budget!B1", message: untold }));
  });
});

test("the plan's unit is that of the savings, not of an investment before them", () => {
  const { plan } = readTables([
    grid("Register", [
      ["Scheme", "Investment £m", "Saving £k"],
      ["Rota", 0.5, 100],
    ]),
  ]);
  expect(plan).toMatchObject({ unit: "£k", levers: [{ effect: { amount: 100 }, investment: 500 }] });
});

describe("a unit above the register", () => {
  const rows: CellText[][] = [
    ["Provider", "Scheme", "Saving 2025/26"],
    ["Alpha", "Workforce", 6.5],
    ["Beta", "Medicines", 12],
  ];

  test.each<[between: string, above: CellText[][]]>([
    ["a total", [["(£m)"], [null, "Total efficiencies", 18.5], [null]]],
    ["a total right above", [["(£m)"], [null, "Total efficiencies", 18.5]]],
    ["a target and a total", [["Plan (£m)"], ["Target", 20], ["Identified", 18.5], [null]]],
  ])("is read over %s", (_between, above) => {
    const reading = readTables([grid("Register", [...above, ...rows])]);
    expect(reading.plan?.unit).toBe("£m");
    expect(reading.plan?.levers).toHaveLength(2);
  });

  test("is not that of another table", () => {
    const above: CellText[][] = [["Spending", "£m"], ["Pay", 60], [null]];
    const reading = readTables([grid("Register", [...above, ...rows])]);
    expect(reading.plan?.unit ?? "").not.toBe("£m");
  });
});

test("a unit at the end of a lever's name is that of its row, where it says a multiple", () => {
  const levers: CellText[][] = [
    ["Scheme", "Applies to", "Saving £m"],
    ["Estates (£k)", "Pay", 500],
    ["Digital (£)", "Pay", 1.2],
    ["Energy (£250k)", "Pay", 2],
  ];
  const { plan } = readTables([grid("Register", levers)]);
  expect(plan?.levers.map(({ effect }) => effect.kind === "amount" && effect.amount)).toEqual([0.5, 1.2, 2]);
});
