import type { Breakdown } from "../../breakdown";
import { countsAsSaving } from "../../evaluation/kinds";
import type { OutputCell, OutputTable, RunNotes } from "../outputTable";
import { noteLinesOf, tableIdentity } from "../tableIdentity";
import { leverColumns, type LeverColumn } from "./leverColumns";
import { overlapNotAttributed } from "./overlapNotAttributed";

/** A row for each lever that saves, is a contingency or costs, with its years and what there is to know of it, down to the combined saving. */
export function breakdownTable(
  breakdown: Breakdown,
  { carried = [], simulation }: Pick<RunNotes, "carried" | "simulation">,
): OutputTable {
  const levers = breakdown.levers.filter(({ kind }) => countsAsSaving(kind) || kind === "One-off cost");
  const overlap = overlapNotAttributed(breakdown);
  const columns = leverColumns(breakdown, levers, { carried, simulation });
  const rows = levers.map((lever) => columns.map(({ value }) => value(lever)));
  const numberFormats = levers.map((lever) => columns.map((column) => column.formatOf?.(lever) ?? column.format));
  if (overlap) {
    rows.push(columns.map(({ ofOverlap }) => ofOverlap(overlap)));
    numberFormats.push(columns.map(({ format }) => format));
  }
  return {
    ...tableIdentity("breakdown", breakdown.scenario),
    title: `Savings by lever, ${breakdown.scenario}`,
    noteLines: [...noteLinesOf(breakdown), explanation(breakdown, columns)],
    header: columns.map(({ heading }) => heading),
    rows,
    numberFormats,
    ...(levers.length > 0 && {
      totals: {
        label: overlap ? "Combined saving" : "Total",
        sums: columns.filter((column) => hasSum(column, rows, columns)).map(({ heading }) => heading),
      },
    }),
  };
}

/** What a sum of says the same of the plan as its rows say of the levers: every row has a figure. */
function hasSum(column: LeverColumn, rows: OutputCell[][], columns: LeverColumn[]): boolean {
  const at = columns.indexOf(column);
  return column.addsUp && rows.every((row) => typeof row[at] === "number");
}

function explanation({ years, checks }: Breakdown, columns: LeverColumn[]): string {
  const has = (start: string) => columns.some(({ heading }) => heading.startsWith(start));
  const lastYear = years.at(-1) ?? "";
  return [
    "Years: saving attributed to the lever in that year",
    has("Sum") && "Sum: each year's whole saving, added up",
    has("Full-year effect")
      ? `Full-year effect: of ${lastYear}, had every lever run all twelve months of it`
      : `Full-year effect: as ${lastYear}`,
    has("Present value") && checks.presentValueNote,
  ]
    .filter(Boolean)
    .join(". ")
    .concat(".");
}
