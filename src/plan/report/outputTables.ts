import { assuranceOf } from "../assurance/assurance";
import { assuranceTable } from "./assurance/assuranceTable";
import { logTable } from "./assurance/logTable";
import { breakdownTable } from "./breakdown/breakdownTable";
import { bridgeTable } from "./bridge/bridgeTable";
import type { Breakdown } from "../breakdown";
import { groupsTable } from "./breakdown/groupsTable";
import { notesTable } from "./notes/notesTable";
import type { OutputTable, RunNotes } from "./outputTable";
import type { Plan } from "../plan";
import { positionTable } from "./positionTable";
import { comparisonTable } from "./comparison/comparisonTable";
import { riskTable } from "./risk/riskTable";
import { summaryTable } from "./summary/summaryTable";
import { withoutNoise } from "./words/withoutNoise";

/** The tables of a breakdown as they are written to sheets of their own, in order: Summary, Breakdown, Groups, Bridge, Position where there is one, what was chosen beside them, Notes. */
export function outputTables(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable[] {
  const tables = [
    summaryTable(breakdown, plan, notes),
    breakdownTable(breakdown, notes),
    groupsTable(breakdown),
    bridgeTable(breakdown, plan),
    ...(breakdown.position ? [positionTable(breakdown, breakdown.position)] : []),
    ...(notes.simulation ? [riskTable(breakdown, notes.simulation)] : []),
    ...(notes.compared?.length ? [comparisonTable(breakdown, notes.compared)] : []),
    ...assuranceTables(breakdown, plan, notes),
  ];
  const written = new Set<string>([...tables.map(({ id }) => id), "notes"]);
  const earlier = (notes.earlier ?? []).filter(({ table }) => !written.has(table));
  return [...tables, notesTable(breakdown, plan, { ...notes, earlier })].map(withoutNoise);
}

function assuranceTables(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable[] {
  if (!notes.paperwork) return [];
  const assurance = assuranceOf(plan, breakdown, notes.paperwork);
  return [assuranceTable(breakdown, assurance), logTable(breakdown, plan, assurance, notes)];
}
