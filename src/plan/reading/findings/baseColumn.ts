import { cellAddress } from "../../../cells/address";
import { outturnWords } from "../meaning/aspect";
import { ask, type Asking } from "../questions";
import { columnOf, type MappedColumn } from "../tableColumn";
import type { TableColumns } from "./planVersions";

/** Asks which of a budget and an outturn without a year is the base; the outturn is taken. Null where there are not both. */
export function askBase(asking: Asking, { kind, header, columns }: TableColumns): MappedColumn | null {
  const base = columnOf(columns, "base");
  const isOpen = ({ row, column, year }: MappedColumn): boolean =>
    !year && asking.options.corrections?.headings?.[cellAddress(header.grid.sheet, row, column)] === undefined;
  if (kind === "levers" || !base || !isOpen(base)) return null;
  const isOutturn = outturnWords.test(base.full);
  if (!isOutturn && !budgetWords.test(base.full)) return null;
  const other = columns.find(
    (column) =>
      (column.meaning === "history" || column.wouldBe === "base") &&
      isOpen(column) &&
      !/\b(prior|previous|last|earlier)\b/i.test(column.full) &&
      (isOutturn ? budgetWords : outturnWords).test(column.full),
  );
  if (!other) return null;
  const [outturn, budget] = isOutturn ? [base, other] : [other, base];
  const choice = ask(asking, {
    id: "baseColumn",
    cell: cellAddress(header.grid.sheet, outturn.row, outturn.column),
    message: `'${outturn.heading}' and '${budget.heading}' may both be the base; '${outturn.heading}' was read`,
    choices: { outturn: `'${outturn.heading}'`, budget: `'${budget.heading}'` },
    usual: "outturn",
  });
  const chosen = choice === "outturn" ? outturn : budget;
  return chosen === base ? null : chosen;
}

const budgetWords = /\b(budget|plan|approved|revised|current)\b/i;
