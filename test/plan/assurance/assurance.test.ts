import fc from "fast-check";
import { assuranceOf, type Assurance } from "../../../src/plan/assurance/assurance";
import { paperworkOf } from "../../../src/plan/assurance/paperwork";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { readTables } from "../../../src/plan/reading/readTables";
import { whatWouldHelp } from "../../../src/plan/report/assurance/whatWouldHelp";
import { drawnPlans } from "../support/drawnPlans";
import { grid } from "../support/grid";

const headings = [
  ...["Scheme", "2025/26 saving, £k", "Exec lead", "Cash releasing?", "Recurrent", "Baseline source", "Calculation"],
  ...["QIA", "Reviewed by", "Budget journal", "Evidence"],
];
const register = grid("CIP", [
  headings,
  ["Sound", 400, "Anna", "Y", "R", "Outturn", "Workings", "Signed 12/06", "Jo Park", "J10234 02/07", "Ledger 4021"],
  ["Owner's word", 200, "Ben", "Y", "R", "Outturn", "Workings", "Signed 12/06", "Ben", "J10235 02/07", "Ledger 4022"],
  ["Bare", 100, "Cy", "Y", "R", "Yes", "Yes", "Yes", "Yes", "No", ""],
  ["Nothing", 50, "Dee", "", "", "", "", "", "", "", ""],
]);

function ofRegister(): Assurance {
  const reading = readTables([register]);
  const plan = reading.plan!;
  return assuranceOf(plan, evaluate(plan, { name: "x" }), paperworkOf(reading.registers, [register], plan));
}

test("each claim is Yes with what says so and its cell, Asserted, No or not stated", () => {
  const { levers } = ofRegister();
  const [sound, owner, bare, nothing] = levers.map(({ claims }) => claims);
  expect(sound).toMatchObject({
    cashEffect: { said: "Yes", words: "Cash-releasing", cell: "CIP!D2" },
    qualityImpact: { said: "Yes", words: "Signed 12/06", cell: "CIP!H2" },
    reviewedBy: { said: "Yes", words: "Jo Park", cell: "CIP!I2" },
    efficiencyType: { said: "Not stated", cell: null },
  });
  expect(owner?.reviewedBy).toEqual({ said: "No", words: "Ben, who owns it", cell: "CIP!I3" });
  expect(bare).toMatchObject({
    calculation: { said: "Asserted" },
    budgetReduced: { said: "No" },
    evidence: { said: "Not stated" },
  });
  expect(nothing?.evidence).toEqual({ said: "Not stated", words: "", cell: "CIP!K5" });
});

test("documented fully, partly or not, by value; and the cells that would help most", () => {
  const assurance = ofRegister();
  expect(assurance.levers.map(({ documented }) => documented)).toEqual(["fully", "partly", "partly", "not"]);
  expect(assurance).toMatchObject({ fully: 400, partly: 300, not: 50 });
  const { cells, fullyThen, missingColumns } = whatWouldHelp(assurance);
  expect(cells[0]).toEqual({ lever: "Owner's word", claim: "Reviewed by", cell: "CIP!I3" });
  expect([cells.length, fullyThen, missingColumns]).toEqual([1 + 6 + 8, 750, []]);
});

test("fully, partly and not come to what the levers are credited with, whatever the plan", () => {
  fc.assert(
    fc.property(drawnPlans, ({ plan, method }) => {
      const breakdown = evaluate(plan, { name: "x", method });
      const { fully, partly, not, levers } = assuranceOf(plan, breakdown, {});
      const credited = breakdown.levers.reduce((sum, { attributed }) => sum + (attributed.at(-1) ?? 0), 0);
      expect(fully + partly + not).toBeCloseTo(credited, 8);
      expect(levers.map(({ name }) => name)).toEqual(
        breakdown.levers.filter(({ kind }) => kind === "Saving" || kind === "Contingency").map(({ name }) => name),
      );
    }),
  );
});
