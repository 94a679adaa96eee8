import { breakdownTable } from "./breakdownTable";
import { bridgeTable } from "./bridgeTable";
import type { Breakdown } from "../breakdown";
import { notesTable } from "./notesTable";
import type { OutputTable, RunNotes } from "./outputTable";
import type { Plan } from "../plan";
import { positionTable } from "./positionTable";
import { subtotalTable } from "./subtotalTable";
import { summaryTable } from "./summary/summaryTable";

/** The tables of a breakdown as they are written to sheets of their own, in order: Summary, Breakdown, Groups, Types, Bridge, Position where there is one, Notes. */
export function outputTables(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable[] {
  return [
    summaryTable(breakdown, plan, notes),
    breakdownTable(breakdown),
    subtotalTable(breakdown, "groups", "Savings by group", "Group", breakdown.groups),
    subtotalTable(breakdown, "types", "Savings by type", "Type", breakdown.types),
    bridgeTable(breakdown, plan),
    ...(breakdown.position ? [positionTable(breakdown, breakdown.position)] : []),
    notesTable(breakdown, plan, notes),
  ];
}
