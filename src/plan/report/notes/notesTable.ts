import type { Breakdown } from "../../breakdown";
import type { Plan } from "../../plan";
import { noteFormat } from "../numberFormats";
import type { OutputCell, OutputTable, RunNotes } from "../outputTable";
import { tableIdentity } from "../tableIdentity";
import { checkLines } from "./checkLines";
import { columnLines } from "./columnLines";
import { findingLines } from "./findingLines";
import { kindLines } from "./kindLines";
import type { NoteLine } from "./noteLine";
import { reconciliationLines } from "./reconciliationLines";
import { runLines } from "./runLines";
import { scenarioLines } from "./scenarioLines";
import { sourceLines } from "./sourceLines";

/** How the numbers came about: the run, the scenario, sources and how they were read, reconciliation, checks, questions, findings. */
export function notesTable(breakdown: Breakdown, plan: Plan, notes: RunNotes): OutputTable {
  const lines = [
    ...runLines(breakdown, notes),
    ...scenarioLines(breakdown, notes.scenario),
    ...sourceLines(plan),
    ...columnLines(notes.columns ?? []),
    ...(notes.corrections ?? []).map((note): NoteLine => ({ about: "Corrected by you", note })),
    ...reconciliationLines(breakdown, notes),
    ...checkLines(breakdown),
    ...breakdown.kinds.flatMap((kind) => kindLines(kind, breakdown, plan)),
    ...findingLines(breakdown.findings, notes.answered ?? []),
  ];
  return {
    ...tableIdentity("notes", breakdown.scenario),
    title: `Notes, ${breakdown.scenario}`,
    noteLines: [],
    header: ["About", "Note", "Figure", "Cell"],
    rows: lines.map(({ about, note, figure, words, cell }): OutputCell[] => [
      about,
      note,
      words ?? figure ?? null,
      cell ?? "",
    ]),
    numberFormats: lines.map(({ words, format }) => ["@", "@", words ? "@" : noteFormat(format, breakdown), "@"]),
    keyColumns: 2,
    isUpright: true,
  };
}
