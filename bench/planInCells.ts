import type { Cell } from "../src/cells/cell";
import { planTable, type PlanTableWanted } from "../src/plan/live/planTable";
import type { PlanArguments } from "../src/plan/live/planArguments";
import { register, spendAndFunding } from "./leverRows";
import type { Measure } from "./measure";
import { medianTime } from "./medianTime";

/** How long a function of the plan takes on 400 levers once its code is there, alone and with its sisters on the same tables. */
export function planInCellsMeasures(): Measure[] {
  let call = 0;
  // Another plan at each call, so that none is kept from the one before.
  const fresh = (): PlanArguments => {
    const levers = register(400) as Cell[][];
    const first = levers[1];
    if (first) first[4] = 0.3 + ++call / 1000;
    return { register: levers, spending: tableOf("Spending"), funding: tableOf("Funding") };
  };
  const ask = (given: PlanArguments, wanted: PlanTableWanted): void => {
    const answer = planTable({ given, scenario: "As planned", method: null, wanted });
    if ("problem" in answer) throw new Error(answer.problem);
  };
  const time = (work: () => void): number => medianTime(work, { calls: 1, rounds: 9 });
  const one = time(() => ask(fresh(), { table: "breakdown" }));
  const six = time(() => {
    const given = fresh();
    for (const table of ["summary", "breakdown", "position", "findings"] as const) ask(given, { table });
    ask(given, { table: "groups", by: "group" });
    ask(given, { table: "bridge", year: "" });
  });
  return [
    { what: "PLANBREAKDOWN of 400 levers, its code loaded", value: one, unit: "ms", most: 150 },
    { what: "all six PLAN functions on the same 400 levers", value: six, unit: "ms", most: 1.5 * Math.max(one, 100) },
  ];
}

function tableOf(name: "Spending" | "Funding"): Cell[][] {
  const rows = (spendAndFunding[name] ?? []) as Cell[][];
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
}
