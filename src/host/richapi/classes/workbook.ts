import { apiNotFound, invalidSelection, itemNotFound } from "../../workbook/excelError";
import type { Workbook } from "../../workbook/workbook";
import { asFlag, asText, defineClass, type ClassEntry } from "../table";
import { application, applicationClasses, fileOrBlank, runtime } from "./application";
import { chartClass } from "./charts";
import { customXmlPartCollection } from "./customXml";
import { linkedWorkbookClasses, linkedWorkbookCollection } from "./linkedWorkbooks";
import { namedItemCollection } from "./names";
import { workbookProtection } from "./protection";
import { rangeOf } from "./range";
import { rangeAreasOf } from "./rangeAreas";
import { settingCollection } from "./settings";
import { tableCollection } from "./tables";
import { worksheetCollection } from "./worksheet";
import { insertSheets } from "./worksheetInsert";

/** The workbook, which is what the wire calls the global object. */
export const workbookClass: ClassEntry<Workbook> = defineClass<Workbook>("Workbook", {
  properties: {
    name: { get: (workbook) => workbook.name },
    readOnly: { get: () => false },
    isDirty: {
      get: (workbook) => workbook.isDirty,
      set: (workbook, value) => void (workbook.isDirty = asFlag(value)),
    },
    // Nothing is saved but by the user.
    autoSave: { get: () => false },
    previouslySaved: { get: (_workbook, { host }) => host.isFromFile },
    calculationEngineVersion: { get: () => 191_029 },
    usePrecisionAsDisplayed: {
      get: () => false,
      set: (_workbook, value) => {
        if (asFlag(value)) throw apiNotFound("Workbook.usePrecisionAsDisplayed (true)");
      },
    },
    linkedWorkbooks: { object: (workbook) => linkedWorkbookCollection.of(workbook) },
    // context.runtime
    _runtime: { object: (workbook) => runtime.of(workbook) },
    worksheets: { object: (workbook) => worksheetCollection.of(workbook) },
    tables: { object: (workbook) => tableCollection.of({ sheet: null, tables: () => workbook.tables.all }) },
    names: { object: () => namedItemCollection.of({ sheet: null }) },
    customXmlParts: { object: (workbook) => customXmlPartCollection.of({ parts: () => workbook.customXml.parts }) },
    settings: { object: (workbook) => settingCollection.of(workbook) },
    application: { object: (workbook) => application.of(workbook) },
    protection: { object: (workbook) => workbookProtection.of(workbook) },
  },
  events: ["Activated"],
  methods: {
    getIsActiveCollabSession: { call: () => false },
    // What Excel.createWorkbook asks for on the web.
    createAndOpenWorkbook: { call: (_workbook, [base64], { host }) => host.openWorkbook(fileOrBlank(base64)) },
    insertWorksheetsFromBase64: { call: (_workbook, [base64, options], context) => insertSheets(context, base64, options) },
    getSelectedRange: {
      call: (workbook) => {
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
        return chartClass.of(charts.active);
      },
    },
    getActiveCell: {
      call: (workbook) => {
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

export const workbookClasses = [
  ...applicationClasses,
  ...linkedWorkbookClasses,
  workbookProtection,
  workbookClass,
] as unknown as ClassEntry[];
