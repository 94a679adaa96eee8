import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { amountAt } from "../extent/totals/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { columnNames, columnOf, type MappedColumn } from "../tableColumn";

/** Costs beside a net saving may be taken off in it already: they would count twice. It is asked, unless the gross saving beside them says it. */
export function withoutNettedCosts(table: OpenTable, asking: Asking): OpenTable {
  const net = table.columns.find(({ meaning, full }) => effectMeanings.has(meaning) && netOfCosts.test(full));
  if (table.kind !== "levers" || !net) return table;
  const found = table.columns.filter(({ meaning }) => costs.has(meaning));
  const gross = columnOf(table.columns, "grossSaving");
  const netted = gross
    ? proven(table, gross, net, found, asking)
    : found.filter((cost) => saysNetted(table, net, cost, asking));
  if (netted.length === 0) return table;
  return {
    ...table,
    columns: table.columns.map((column) => (netted.includes(column) ? { ...column, isNetted: true } : column)),
  };
}

const costs = new Set(["investment", "runningCost", "doubleRunning"]);
const netOfCosts = /\bnet\b|\bafter (the |all )?([\w-]+ )?(costs?|investments?)\b/i;

/** The fewest cost columns which, taken off the gross saving, leave the net one in every row. */
function proven(
  { header, rows }: OpenTable,
  gross: MappedColumn,
  net: MappedColumn,
  found: readonly MappedColumn[],
  asking: Asking,
): MappedColumn[] {
  const at = (row: number, { column }: MappedColumn): number => amountAt(header, row, column) ?? 0;
  const sets = found.reduce<MappedColumn[][]>((all, cost) => [...all, ...all.map((set) => [...set, cost])], [[]]);
  const leavesNet = (set: readonly MappedColumn[]): boolean =>
    rows.rows.every((row) =>
      agree(
        set.reduce((left, cost) => left - Math.abs(at(row, cost)), at(row, gross)),
        at(row, net),
        set.length + 1,
      ),
    );
  const netted = sets.sort((a, b) => a.length - b.length).find((set) => set.length > 0 && leavesNet(set)) ?? [];
  const [first] = netted;
  if (!first) return [];
  const one = netted.length === 1;
  const message = `${columnNames(netted)} ${one ? "is" : "are"} taken off in '${net.heading}' already, and ${one ? "was" : "were"} not taken off again`;
  asking.findings.push({ level: "warning", cell: cellAddress(header.grid.sheet, first.row, first.column), message });
  return netted;
}

function saysNetted({ header }: OpenTable, net: MappedColumn, cost: MappedColumn, asking: Asking): boolean {
  const choice = ask(asking, {
    id: "nettedCosts",
    cell: cellAddress(header.grid.sheet, cost.row, cost.column),
    message: `'${net.heading}' may be net of '${cost.heading}' already; it was read so, and '${cost.heading}' is not taken off again`,
    choices: { netted: `net of '${cost.heading}'`, apart: `before '${cost.heading}'` },
    usual: "netted",
  });
  return choice === "netted";
}
