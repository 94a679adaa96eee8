import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { columnLines, type ReadColumn } from "../../../../src/plan/report/notes/columnLines";
import { outputTables } from "../../../../src/plan/report/outputTables";
import type { Plan } from "../../../../src/plan/plan";
import type { Scenario } from "../../../../src/plan/scenario";
import { drawnPlans } from "../../support/drawnPlans";
import { lever, plan } from "../../support/plans";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05 GMT" };

function notesOf(written: Plan, scenario: Scenario): OutputTable {
  return outputTables(evaluate(written, scenario), written, { ...notes, scenario }).find(({ id }) => id === "notes")!;
}

test("no amount and no percentage stands in words: each is in a cell of its own", () => {
  fc.assert(
    fc.property(drawnPlans, ({ plan: written, method }) => {
      const { rows } = notesOf(written, { name: "x", method });
      for (const [about, note] of rows) expect([about, note].join(": ")).not.toMatch(/[£$€]\d|\d%/);
      expect(rows.filter(([, , figure]) => typeof figure === "number").length).toBeGreaterThan(1);
    }),
  );
});

test("what the scenario changes is listed, each factor with its figure", () => {
  const written = plan([lever({ name: "A" }), lever({ name: "B", group: "Local" })]);
  const { rows } = notesOf(written, {
    name: "Careful",
    delivery: "low",
    off: ["A"],
    groupFactors: { Local: 0.8 },
    growthChange: 0.01,
    target: 30,
  });
  expect(rows.filter(([about]) => about === "Scenario")).toEqual([
    ["Scenario", "Every lever at its low, else its likely delivery, else its weight", null, ""],
    ["Scenario", "Off: A", null, ""],
    ["Scenario", "Delivery of the group Local", 0.8, ""],
    ["Scenario", "Growth of spending a year, percentage points added", 0.01, ""],
    ["Scenario", "Savings required in the last year, £m", 30, ""],
  ]);
});

test("columns are told with their meanings, neighbours of one meaning together, unused ones by name", () => {
  const column = (heading: string, letter: string, meaning: string | null, others: Partial<ReadColumn> = {}) => ({
    ...{ table: "Levers", heading, cell: `CIP!${letter}4`, meaning, year: null, unsure: null, ...others },
  });
  const lines = columnLines([
    column("Scheme", "A", "Lever"),
    column("Apr", "B", "Amount in a month", { year: "2026/27" }),
    column("May", "C", "Amount in a month", { year: "2026/27" }),
    column("Jun", "D", "Amount in a month", { year: "2026/27", unsure: "has a text" }),
    column("Notes", "E", null),
    column("", "F", null),
  ]);
  expect(lines).toEqual([
    { about: "Columns of Levers", note: "'Scheme': Lever", cell: "CIP!A4" },
    { about: "Columns of Levers", note: "'Apr' to 'May': Amount in a month, 2026/27", cell: "CIP!B4 to C4" },
    {
      about: "Columns of Levers",
      note: "'Jun': Amount in a month, 2026/27; unsure, it has a text",
      cell: "CIP!D4",
    },
    { about: "Columns of Levers", note: "Not used: 'Notes', CIP!F4", cell: "CIP!E4 to F4" },
  ]);
});
