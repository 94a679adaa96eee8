import fc from "fast-check";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import type { OutputCell } from "../../../src/plan/report/outputTable";
import { outputTables } from "../../../src/plan/report/outputTables";
import { barHeadings, barRows } from "../../../src/plan/report/bridge/barColumns";
import { decimalsIn } from "../../../src/plan/report/numberFormats";
import { positionBridge } from "../../../src/plan/report/bridge/positionBridge";
import { positionTable } from "../../../src/plan/report/positionTable";
import { lever, plan, registerAlone } from "../support/plans";
import { randomPlans } from "../support/randomPlans";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05" };

test("the written rows sum to the closing, and the bars of the last year stand where its steps say", () => {
  fc.assert(
    fc.property(randomPlans(), fc.constantFrom("plan" as const, "council" as const), (written, positionForm) => {
      const breakdown = evaluate(written, { name: "x", positionForm });
      const { position } = breakdown;
      if (!position) return;
      const { header, rows, numberFormats, chart } = positionTable(breakdown, position);
      expect(new Set(header).size).toBe(header.length);
      for (const row of rows) expect(row).toHaveLength(header.length);
      expect(numberFormats.map((row) => row.length)).toEqual(rows.map((row) => row.length));
      const count = position.years[0]?.steps.length ?? 0;
      const numbers = (cells: OutputCell[]): number[] => cells.map((cell) => (typeof cell === "number" ? cell : NaN));
      position.years.forEach(({ year, closing }) => {
        const column = numbers(rows.map((row) => row[header.indexOf(year)] ?? null));
        const sum = column.slice(0, count).reduce((total, amount) => total + amount, 0);
        expect(Math.abs(sum - closing)).toBeLessThanOrEqual(1e-9 * (1 + column.reduce((a, b) => a + Math.abs(b), 0)));
        expect(column[count]).toBe(closing);
      });
      // The bars are those of the pane.
      const bars = positionBridge(position, position.years.length - 1, decimalsIn(numberFormats[0]?.[1] ?? ""));
      const drawn = rows.slice(0, chart?.barCount).map((row) => row.slice(-barHeadings.length));
      expect(drawn).toEqual(barRows(bars));
      for (const { heading } of chart?.series ?? []) expect(header).toContain(heading);
    }),
    { numRuns: 1000 },
  );
});

test("it is written where there is spending and funding, before the notes", () => {
  const levers = [lever({ name: "A", effect: { kind: "amount", amount: 6 } })];
  const idsOf = (written: ReturnType<typeof plan>): string[] =>
    outputTables(evaluate(written, { name: "Low" }), written, notes).map(({ sheetTitle }) => sheetTitle);
  expect(idsOf(plan(levers)).slice(-2)).toEqual(["Low Position", "Low Notes"]);
  expect(idsOf(registerAlone(levers))).not.toContain("Low Position");
});

test("its lines and what they are called, in both forms", () => {
  const written = plan([lever({ name: "A", effect: { kind: "amount", amount: 6 }, recurrent: false, end: 2 })]);
  const names = (positionForm: "plan" | "council"): OutputCell[] => {
    const breakdown = evaluate(written, { name: "x", positionForm });
    return positionTable(breakdown, breakdown.position!).rows.map(([name]) => name ?? null);
  };
  expect(names("plan")).toEqual([
    "Opening position",
    "Non-recurrent savings of last year",
    "Non-recurrent savings",
    "Closing position",
    "Closing before investment and double running",
    "Underlying position",
    "Full-year effect still to come",
  ]);
  expect(names("council")).toEqual([
    "Base budget brought forward",
    "Reversal of one-offs",
    "New savings",
    "Funding",
    "Gap that is left",
    "Gap before investment and double running",
    "Underlying gap",
    "Net budget",
    "Gap before reserves",
    "Annual gap",
    "Full-year effect still to come",
    "Base budget less funding",
  ]);
});

test("a council's bridge begins with what funding leaves of the budget, so that its changes are to be seen", () => {
  const written = plan([lever({ name: "A", effect: { kind: "amount", amount: 6 }, recurrent: false, end: 2 })]);
  const { position } = evaluate(written, { name: "x", positionForm: "council" });
  const last = position!.years.length - 1;
  const steps = position!.years[last]!.steps;
  const amountOf = (name: string): number => steps.find((step) => step.name === name)?.amount ?? NaN;
  const bars = positionBridge(position!, last);
  expect(bars[0]).toMatchObject({
    name: "Base budget less funding",
    amount: amountOf("Base budget brought forward") + amountOf("Funding"),
  });
  expect(bars.map(({ name }) => name)).not.toContain("Funding");
  const sum = bars.slice(0, -1).reduce((total, { amount }) => total + amount, 0);
  expect(sum).toBeCloseTo(position!.years[last]!.closing, 9);
});
