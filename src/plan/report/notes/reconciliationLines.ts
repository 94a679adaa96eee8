import { readArea } from "../../../cells/address";
import type { Breakdown } from "../../breakdown";
import type { RunNotes } from "../outputTable";
import { inUnit, type NoteLine } from "./noteLine";

/** The register's own total, and what its sheet's totals say beside what was read: those that agree row by row, each that does not with both figures. */
export function reconciliationLines(
  { registerTotal, unit }: Pick<Breakdown, "registerTotal" | "unit">,
  { sheetTotals = [] }: RunNotes,
): NoteLine[] {
  const about = "Reconciliation";
  const agrees = ({ says, read }: { says: number; read: number }): boolean =>
    Math.abs(says - read) <= 1e-6 * Math.max(Math.abs(says), Math.abs(read));
  const rows = new Map<string, string[]>();
  for (const total of sheetTotals.filter(agrees)) {
    const key = rowOf(total.cell);
    rows.set(key, [...(rows.get(key) ?? []), total.cell]);
  }
  return [
    { about, note: inUnit("Register total, as the register adds itself up", unit), figure: registerTotal },
    ...sheetTotals
      .filter((total) => !agrees(total))
      .flatMap(({ cell, says, read }): NoteLine[] => [
        { about, note: inUnit(`Your total in ${cell}`, unit), figure: says, cell },
        { about, note: inUnit(`What was read under ${cell}`, unit), figure: read, cell },
        { about, note: inUnit(`Difference at ${cell}`, unit), figure: says - read, cell },
      ]),
    ...[...rows.values()].map((cells): NoteLine => ({
      about,
      note: `Your totals that say what was read, from ${cells[0]}`,
      figure: cells.length,
      format: "count",
      cell: cells.length === 1 ? cells[0]! : `${cells[0]} to ${addressOnly(cells.at(-1)!)}`,
    })),
  ];
}

/** The sheet and the row of a cell. */
function rowOf(cell: string): string {
  const area = readArea(cell, "");
  return area ? `${area.sheet}!${area.row}` : cell;
}

function addressOnly(cell: string): string {
  return cell.slice(cell.lastIndexOf("!") + 1);
}
