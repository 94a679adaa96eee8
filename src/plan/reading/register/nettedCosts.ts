import { cellAddress } from "../../../cells/address";
import { agree } from "../cells/agree";
import { amountAt } from "../extent/rowSums";
import { effectMeanings } from "../meaning/effectMeanings";
import type { OpenTable } from "../openTable";
import { ask, type Asking } from "../questions";
import { columnOf, type MappedColumn } from "../tableColumn";

/** Costs beside a net saving may be taken off in it already: they would count twice. It is asked, unless the gross saving beside them says it. */
export function withoutNettedCosts(table: OpenTable, asking: Asking): OpenTable {
  const net = table.columns.find(({ meaning, full }) => effectMeanings.has(meaning) && netOfCosts.test(full));
  if (table.kind !== "levers" || !net) return table;
  const columns = table.columns.map((column): MappedColumn => {
    if (!costs.has(column.meaning) || !isNetted(table, net, column, asking)) return column;
    return { ...column, isNetted: true };
  });
  return { ...table, columns };
}

const costs = new Set(["investment", "runningCost", "doubleRunning"]);
const netOfCosts = /\bnet\b|\bafter (the |all )?([\w-]+ )?(costs?|investments?)\b/i;

function isNetted(table: OpenTable, net: MappedColumn, cost: MappedColumn, asking: Asking): boolean {
  const gross = columnOf(table.columns, "grossSaving");
  const cell = cellAddress(table.header.grid.sheet, cost.row, cost.column);
  if (gross) {
    const isProven = isDifference(table, gross, cost, net);
    const message = `'${cost.heading}' is taken off in '${net.heading}' already, and was not taken off again`;
    if (isProven) asking.findings.push({ level: "warning", cell, message });
    return isProven;
  }
  const choice = ask(asking, {
    id: "nettedCosts",
    cell,
    message: `'${net.heading}' may be net of '${cost.heading}' already; it was read so, and '${cost.heading}' is not taken off again`,
    choices: { netted: `net of '${cost.heading}'`, apart: `before '${cost.heading}'` },
    usual: "netted",
  });
  return choice === "netted";
}

/** Whether in every row the gross saving less the cost is the net one. */
function isDifference(
  { header, rows }: OpenTable,
  gross: MappedColumn,
  cost: MappedColumn,
  net: MappedColumn,
): boolean {
  const figures = rows.rows.map((row) => [gross, cost, net].map(({ column }) => amountAt(header, row, column) ?? 0));
  return figures.every(([whole = 0, off = 0, left = 0]) => agree(whole - Math.abs(off), left, 2));
}
