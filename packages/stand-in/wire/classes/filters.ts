import type { AreaContent } from "@workbooks/xlsx/content";
import { apiNotFound, itemNotFound } from "../../workbook/excelError";
import { defineClass } from "../registry";
import type { FilterTarget } from "../targets";
import { rangeOf } from "./range/rangeObjects";

/** Null where there is none. */
function filterArea({ sheet, table }: FilterTarget): AreaContent | null {
  if (!table) return sheet.filter;
  const { row, column, rowCount, columnCount } = table.area;
  return table.showFilterButton
    ? { row, column, columnCount, rowCount: rowCount - (table.hasTotalsRow ? 1 : 0) }
    : null;
}

defineClass("AutoFilter", {
  properties: {
    enabled: { get: (filter) => filterArea(filter) !== null },
    isDataFiltered: {
      get: ({ table }) => {
        // What a sheet's own filter hides is not read from a file.
        if (!table) throw apiNotFound("AutoFilter.isDataFiltered (of a worksheet)");
        return table.isFiltered === true;
      },
    },
  },
  methods: {
    getRange: {
      orNull: true,
      call: (filter) => {
        const area = filterArea(filter);
        if (!area) throw itemNotFound();
        return rangeOf(filter.sheet, area);
      },
    },
  },
});
