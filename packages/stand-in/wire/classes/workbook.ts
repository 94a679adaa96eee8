import { apiNotFound, invalidSelection, itemNotFound } from "../../workbook/excelError";
import { asFlag, asNumber, asText } from "../arguments";
import { defineClass, objectOf } from "../registry";
import { refuseInFront } from "../sheetsWithoutCells";
import { fileOrBlank } from "./fileOrBlank";
import { rangeAreasOf, rangeOf } from "./range/rangeObjects";
import { insertSheets } from "./worksheetInsert";

/** Excel's functions on values, without a cell. */
defineClass("Functions", {
  properties: {},
  methods: {
    year: {
      call: ({ date1904 }, [argument]) => {
        const serial = asNumber(argument);
        // Excel's 1900 has a 29 February, as Lotus had it.
        const dayZero = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
        return objectOf("FunctionResult", { value: new Date(dayZero + serial * 86_400_000).getUTCFullYear() });
      },
    },
  },
});

defineClass("FunctionResult", {
  byReference: true,
  properties: { value: { get: ({ value }) => value }, error: { get: () => null } },
});

/** The workbook, which is what the wire calls the global object. */
defineClass("Workbook", {
  properties: {
    name: { get: (workbook) => workbook.name },
    readOnly: { get: () => false },
    isDirty: {
      get: (workbook) => workbook.isDirty,
      set: (workbook, value) => void (workbook.isDirty = asFlag(value)),
    },
    // Nothing is saved but by the user.
    autoSave: { get: () => false },
    previouslySaved: { get: (_workbook, { standIn }) => standIn.isFromFile },
    calculationEngineVersion: { get: () => 191_029 },
    usePrecisionAsDisplayed: {
      get: () => false,
      set: (_workbook, value) => {
        if (asFlag(value)) throw apiNotFound("Workbook.usePrecisionAsDisplayed (true)");
      },
    },
    linkedWorkbooks: { object: (workbook) => objectOf("LinkedWorkbookCollection", workbook) },
    // context.runtime
    _runtime: { object: (workbook) => objectOf("Runtime", workbook) },
    functions: { object: (workbook) => objectOf("Functions", workbook) },
    worksheets: { object: (workbook) => objectOf("WorksheetCollection", workbook) },
    tables: { object: (workbook) => objectOf("TableCollection", { sheet: null, tables: () => workbook.tables.all }) },
    names: { object: () => objectOf("NamedItemCollection", { sheet: null }) },
    customXmlParts: {
      object: (workbook) => objectOf("CustomXmlPartCollection", { parts: () => workbook.customXml.parts }),
    },
    settings: { object: (workbook) => objectOf("SettingCollection", workbook) },
    application: { object: (workbook) => objectOf("Application", workbook) },
    protection: { object: (workbook) => objectOf("WorkbookProtection", workbook) },
  },
  events: ["Activated"],
  methods: {
    getIsActiveCollabSession: { call: () => false },
    // What Excel.createWorkbook asks for on the web.
    createAndOpenWorkbook: { call: (_workbook, [base64], { standIn }) => standIn.openWorkbook(fileOrBlank(base64)) },
    insertWorksheetsFromBase64: {
      call: (_workbook, [base64, options], context) => insertSheets(context, base64, options),
    },
    getSelectedRange: {
      call: (workbook, _args, { standIn: { play } }) => {
        refuseInFront(play, workbook);
        const { sheet, areas } = workbook.selection;
        const [first, ...more] = areas;
        if (!first || more.length > 0) throw invalidSelection();
        return rangeOf(workbook.findSheet(sheet) ?? workbook.activeSheet, first);
      },
    },
    getSelectedRanges: {
      call: (workbook) =>
        rangeAreasOf(workbook.findSheet(workbook.selection.sheet) ?? workbook.activeSheet, workbook.selection.areas),
    },
    getActiveChart: {
      orNull: true,
      call: ({ charts }) => {
        if (!charts.active) throw itemNotFound();
        return objectOf("Chart", charts.active);
      },
    },
    getActiveCell: {
      call: (workbook, _args, { standIn: { play } }) => {
        refuseInFront(play, workbook);
        const { sheet, areas } = workbook.selection;
        const area = areas[0] ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
        return rangeOf(workbook.findSheet(sheet) ?? workbook.activeSheet, { ...area, rowCount: 1, columnCount: 1 });
      },
    },
    _getRangeForEventByReferenceId: {
      call: (workbook, [id]) => {
        const found = workbook.resolve(asText(id), workbook.activeSheet);
        if (!found) throw itemNotFound();
        return rangeOf(found.sheet, found.area);
      },
    },
  },
});
