import { byKind, type TableKind } from "../tableKinds";
import type { ColumnRecord } from "./column";
import { fundingColumns } from "./budget/fundingColumns";
import { leverAssuranceColumns } from "./levers/leverAssurance";
import { leverBaselinesColumns } from "./levers/leverBaselines";
import { leverClassificationColumns } from "./levers/leverClassification";
import { leverCostsColumns } from "./levers/leverCosts";
import { leverDeliveryColumns } from "./levers/leverDelivery";
import { leverNamesColumns } from "./levers/leverNames";
import { leverPeopleColumns } from "./levers/leverPeople";
import { leverRowsColumns } from "./levers/leverRows";
import { leverSavingsColumns } from "./levers/leverSavings";
import { leverTimingColumns } from "./levers/leverTiming";
import { leverTrackingColumns } from "./levers/leverTracking";
import { spendingColumns } from "./budget/spendingColumns";
import { spendingParts } from "./budget/spendingParts";

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
    ...leverNamesColumns,
    ...leverSavingsColumns,
    ...leverBaselinesColumns,
    ...leverTimingColumns,
    ...leverClassificationColumns,
    ...leverDeliveryColumns,
    ...leverCostsColumns,
    ...leverAssuranceColumns,
    ...leverPeopleColumns,
    ...leverRowsColumns,
    ...leverTrackingColumns,
  ],
};

const byId = byKind((table) => new Map(allColumns[table].map((record) => [record.id, record])));
