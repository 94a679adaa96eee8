import { byKind, type TableKind } from "../tableKinds";
import type { ColumnRecord } from "./column";
import { fundingColumns } from "./fundingColumns";
import { leverAssurance } from "./leverAssurance";
import { leverBaselines } from "./leverBaselines";
import { leverClassification } from "./leverClassification";
import { leverCosts } from "./leverCosts";
import { leverDelivery } from "./leverDelivery";
import { leverNames } from "./leverNames";
import { leverPeople } from "./leverPeople";
import { leverRows } from "./leverRows";
import { leverSavings } from "./leverSavings";
import { leverTiming } from "./leverTiming";
import { leverTracking } from "./leverTracking";
import { spendingColumns } from "./spendingColumns";
import { spendingParts } from "./spendingParts";

/** Every column that a table can have, in the order in which the docs and the pane show them. */
export function columnsOf(table: TableKind): readonly ColumnRecord[] {
  return allColumns[table];
}

/** The column of that id; undefined where the table has none such. */
export function columnRecord(table: TableKind, id: string): ColumnRecord | undefined {
  return byId[table].get(id);
}

const allColumns: Record<TableKind, readonly ColumnRecord[]> = {
  spending: [...spendingColumns, ...spendingParts],
  funding: fundingColumns,
  levers: [
    ...leverNames,
    ...leverSavings,
    ...leverBaselines,
    ...leverTiming,
    ...leverClassification,
    ...leverDelivery,
    ...leverCosts,
    ...leverAssurance,
    ...leverPeople,
    ...leverRows,
    ...leverTracking,
  ],
};

const byId = byKind((table) => new Map(allColumns[table].map((record) => [record.id, record])));
