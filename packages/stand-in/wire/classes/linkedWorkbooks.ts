import { ExcelError, itemNotFound } from "../../workbook/excelError";
import { asText } from "../arguments";
import { defineClass, objectOf } from "../registry";

/** The other workbooks cannot be read here, as in an Excel whose user has not allowed it. */
function refreshBlocked(): ExcelError {
  return new ExcelError(
    "RefreshWorkbookLinksBlocked",
    "The operation failed because the user hasn't granted permission to refresh external workbook links.",
    403,
  );
}

/** Another workbook that formulas of this one lean on; its id is its path or address. */
defineClass("LinkedWorkbook", {
  id: (path) => path,
  properties: { id: { get: (path) => path } },
  methods: {
    refresh: {
      call: () => {
        throw refreshBlocked();
      },
    },
  },
});

defineClass("LinkedWorkbookCollection", {
  properties: { workbookLinksRefreshMode: { get: () => "Manual" } },
  items: ({ linkedWorkbooks }) => linkedWorkbooks.map((path) => objectOf("LinkedWorkbook", path)),
  methods: {
    getItem: {
      orNull: true,
      call: ({ linkedWorkbooks }, [key]) => {
        const path = linkedWorkbooks.find((each) => each.toLowerCase() === asText(key).toLowerCase());
        if (path === undefined) throw itemNotFound();
        return objectOf("LinkedWorkbook", path);
      },
    },
    refreshAll: {
      call: ({ linkedWorkbooks }) => {
        if (linkedWorkbooks.length > 0) throw refreshBlocked();
      },
    },
  },
});
