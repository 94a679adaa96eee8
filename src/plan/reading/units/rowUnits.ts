import { textOf } from "../../../cells/cell";
import { unitWords } from "../../columns/words/namedWords";
import { findWord } from "../../columns/words/wordMap";
import { findUnit, isUnitText, type Unit } from "../cells/units";
import type { OpenTable } from "../openTable";
import { cellAt } from "../sheetGrid";
import { columnOf, inOurWords } from "../tableColumn";

/** The units that a table's rows say, one a row that says one. */
export function rowUnits(table: OpenTable): Unit[] {
  const isSaid = columnOf(table.columns, "unit") !== undefined || table.kind === "levers";
  return isSaid ? table.rows.rows.flatMap((row) => rowUnit(table, row) ?? []) : [];
}

/** The unit that a row's own cell of a Unit column says, or its label: "Acute care (£k)". */
export function rowUnit(table: OpenTable, row: number): Unit | null {
  const column = columnOf(table.columns, "unit");
  const text = column ? inOurWords(column, textOf(cellAt(table.header.grid, row, column.column))) : "";
  if (text !== "") return findUnit(text) ?? unitWord(text);
  const label = table.key ? textOf(cellAt(table.header.grid, row, table.key.column)) : "";
  const inBrackets = unitInLabel.exec(label)?.[1];
  const inLabel = inBrackets === undefined ? null : findUnit(inBrackets);
  if (table.kind !== "levers") return inLabel;
  // "Energy (£250k)" says an amount, and "Savings (£)" no multiple.
  const isUnit = inLabel !== null && inLabel.scale > 1 && isUnitText(inBrackets ?? "");
  return isUnit ? inLabel : sectionUnit(table, row);
}

/** The unit in the heading over a register's row: "Children £k". A bare "£" says no multiple. */
export function sectionUnit({ rows }: OpenTable, row: number): Unit | null {
  const unit = findUnit(rows.sectionOf.get(row) ?? "");
  return unit && unit.scale > 1 ? unit : null;
}

function unitWord(text: string): Unit | null {
  const scale = findWord(unitWords, text);
  return scale === undefined ? null : { name: text, currency: "", scale };
}

/** "(£k)" at the end of a category's label. */
const unitInLabel = /\s*\(([^()]*)\)\s*$/;

/** A label without the unit that it says. */
export function withoutLabelUnit(label: string): string {
  const inBrackets = unitInLabel.exec(label)?.[1];
  return inBrackets !== undefined && /£|€|\$|million|billion|thousand/i.test(inBrackets) && findUnit(inBrackets)
    ? label.replace(unitInLabel, "")
    : label;
}
