import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { paperworkOf } from "../../../../src/plan/assurance/paperwork";
import { readTables } from "../../../../src/plan/reading/readTables";
import type { OutputTable } from "../../../../src/plan/report/outputTable";
import { outputTables } from "../../../../src/plan/report/outputTables";
import { drawnPlans } from "../../support/drawnPlans";
import { grid } from "../../support/grid";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05 GMT" };

const register = grid("Our 'best' CIP", [
  ["Scheme", "2025/26 saving, £k", "Exec lead", "Recurrent", "QIA", "Budget journal", "Risks"],
  ["Sound", 400, "Anna", "R", "Signed 12/06", "J10234", ""],
  ["Bare", 100, "Cy", "R", "Yes", "", ""],
]);

function tables(): Record<"assurance" | "assuranceLog", OutputTable> {
  const reading = readTables([register]);
  const plan = reading.plan!;
  const paperwork = paperworkOf(reading.registers, [register], plan);
  const made = outputTables(evaluate(plan, { name: "x" }), plan, { ...notes, paperwork });
  const of = (id: string): OutputTable => made.find((table) => table.id === id)!;
  return { assurance: of("assurance"), assuranceLog: of("assuranceLog") };
}

test("a claim that no lever has is named above the table, and has no column", () => {
  const { header, rows, noteLines, emptyColumns } = tables().assurance;
  expect(header).toEqual([
    ...["Lever", "Lead", "Saving 2025/26", "Documented", "Recurrence", "Impact on services", "Budget reduced"],
  ]);
  expect(rows).toEqual([
    ["Sound", "Anna", 400, "Partly", "Yes: Recurrent (D2)", "Yes: Signed 12/06 (E2)", "Yes: J10234 (F2)"],
    ["Bare", "Cy", 100, "Partly", "Yes: Recurrent (D3)", "Asserted: Yes (E3)", "–"],
  ]);
  expect(noteLines.at(-1)).toContain("baseline, calculation");
  expect(noteLines[0]).toContain("Cells are of the sheet Our 'best' CIP.");
  expect(emptyColumns).toEqual(["Auditor's opinion", "Auditor's note"]);
});

test("the log's rows keep their names from run to run, so that what is written beside them stays", () => {
  const { rows, keyColumns } = tables().assuranceLog;
  expect(keyColumns).toBe(2);
  const named = rows.map(([part, item]) => `${String(part)}: ${String(item)}`);
  expect(new Set(named).size).toBe(named.length);
  expect(named.join()).not.toContain("21 November");
  expect(rows).toContainEqual(["Version", "This run", null, "21 November 2025, 22:05 GMT, add-in 1.2.3"]);
});

test("every assumption has its value and says where it comes from", () => {
  const sheets = [
    grid("Spend", [
      ["Category", "Base 2025/26, £k", "Growth"],
      ["Acute", 1000, 0.1],
      ["Community", 500, 0.1],
    ]),
    grid("Fund", [
      ["Funding", "Base 2025/26, £k", "Growth"],
      ["Allocation", 1500, 0.02],
    ]),
    grid("Register", [
      ["Lever", "Category", "Rate", "RAG"],
      ["A", "Acute", 0.02, "Green"],
      ["B", "Community", 0.03, "Amber"],
    ]),
  ];
  const { plan, registers } = readTables(sheets);
  const asked = { name: "x", horizon: 2, statusWeights: { amber: 0.4 }, growthChange: 0.01, off: ["B"] };
  const paperwork = paperworkOf(registers, sheets, plan!);
  const log = outputTables(evaluate(plan!, asked), plan!, { ...notes, scenario: asked, paperwork }).find(
    ({ id }) => id === "assuranceLog",
  )!;
  const assumed = log.rows.filter(([part]) => part === "Assumptions");
  const of = (item: string) => assumed.find((row) => row[1] === item)?.slice(2);
  expect(of("Weight of the colour Amber")).toEqual([0.4, "the scenario"]);
  expect(of("Weight of the colour Green")?.[1]).toBe("illustrative, ours");
  expect(of("Growth of spending a year, percentage points added")).toEqual([0.01, "the scenario"]);
  expect(of("Off: B")).toEqual([null, "the scenario"]);
  const [need, spending] = assumed.find((row) => String(row[1]).startsWith("Need, change a year"))!.slice(2);
  expect(need).toBeCloseTo(0.11, 9);
  expect(spending).toBe(plan!.sources.spending);
  const [funding, from] = assumed.find((row) => String(row[1]).startsWith("Funding, change a year"))!.slice(2);
  expect(funding).toBeCloseTo(0.02, 9);
  expect(from).toBe(plan!.sources.funding);
});

test("a cell that would help is a link, whatever its sheet is called", () => {
  const whole = grid("Our 'best' CIP", [
    [
      "Scheme",
      "2025/26 saving, £k",
      "Cash releasing?",
      "Recurrent",
      "Baseline source",
      "Calculation",
      "QIA",
      "Reviewed by",
      "Budget journal",
      "Evidence",
    ],
    ["Nearly", 100, "Y", "R", "Outturn", "Workings", "Signed 12/06", "Jo Park", "", "Ledger"],
  ]);
  const reading = readTables([whole]);
  const paperwork = paperworkOf(reading.registers, [whole], reading.plan!);
  const log = outputTables(evaluate(reading.plan!, { name: "x" }), reading.plan!, { ...notes, paperwork }).find(
    ({ id }) => id === "assuranceLog",
  );
  expect(log?.rows.filter(([part]) => part === "What would help")).toEqual([
    ["What would help", "Cells to fill in the register", 1, ""],
    ["What would help", "Documented fully once they are, £k", 100, ""],
    [
      "What would help",
      "Nearly: Budget reduced",
      null,
      { formula: `=HYPERLINK("#'Our ''best'' CIP'!I2","'Our ''best'' CIP'!I2")` },
    ],
  ]);
});

test("the documented parts come to their total, and to the total of the levers, whatever the plan", () => {
  fc.assert(
    fc.property(drawnPlans, ({ plan, method }) => {
      const made = outputTables(evaluate(plan, { name: "x", method }), plan, { ...notes, paperwork: {} });
      const [levers, log] = ["assurance", "assuranceLog"].map((id) => made.find((table) => table.id === id)!);
      const documented = log!.rows.filter(([part]) => part === "Documented").map(([, , figure]) => Number(figure));
      const sum = documented.slice(0, -1).reduce((so, one) => so + one, 0);
      expect(sum).toBeCloseTo(documented.at(-1) ?? NaN, 8);
      const at = levers!.header.findIndex((heading) => heading.startsWith("Saving "));
      expect(levers!.rows.reduce((so, row) => so + Number(row[at]), 0)).toBeCloseTo(sum, 8);
    }),
  );
});
