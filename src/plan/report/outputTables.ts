import { breakdownTable } from "./breakdown/breakdownTable";
import { bridgeTable } from "./bridgeTable";
import type { Breakdown } from "../breakdown";
import { groupsTable } from "./breakdown/groupsTable";
import { notesTable } from "./notes/notesTable";
import type { OutputTable, RunNotes } from "./outputTable";
import type { Plan } from "../plan";
import { positionTable } from "./positionTable";
import { summaryTable } from "./summary/summaryTable";
import { withoutNoise } from "./withoutNoise";

/** The tables of a breakdown as they are written to sheets of their own, in order: Summary, Breakdown, Groups, Bridge, Position where there is one, Notes. */
export function outputTables(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable[] {
  return [
    summaryTable(breakdown, plan, notes),
    breakdownTable(breakdown, notes),
    groupsTable(breakdown),
    bridgeTable(breakdown, plan),
    ...(breakdown.position ? [positionTable(breakdown, breakdown.position)] : []),
    notesTable(breakdown, plan, notes),
  ].map(withoutNoise);
}
