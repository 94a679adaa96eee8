import { invalidReference, itemNotFound } from "../../workbook/excelError";
import type { Workbook } from "../../workbook/workbook";
import { asText, defineClass, oneOf, type ClassEntry } from "../table";
import { customXmlPartCollection } from "./customXml";
import { namedItemCollection } from "./names";
import { workbookProtection } from "./protection";
import { rangeOf } from "./range";
import { rangeAreasOf } from "./rangeAreas";
import { settingCollection } from "./settings";
import { tableCollection } from "./tables";
import { worksheetCollection } from "./worksheet";
import { insertSheets } from "./worksheetInsert";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** A file that is to be opened as a workbook of its own. */
const workbookCreated = defineClass<{ base64: string }>("WorkbookCreated", {
  id: () => "1",
  properties: { id: { get: () => "1" } },
  methods: { open: { call: ({ base64 }, _args, { host }) => host.openWorkbook(base64) } },
});

const application = defineClass<Workbook>("Application", {
  properties: {
    calculationMode: {
      get: ({ calculation }) => (calculation.automatic ? "Automatic" : "Manual"),
      set: ({ calculation }, mode) => void (calculation.automatic = oneOf(mode, modes) !== "Manual"),
    },
    calculationState: { get: ({ calculation }) => (calculation.isDirty ? "Pending" : "Done") },
    calculationEngineVersion: { get: () => 191_029 },
    decimalSeparator: { get: () => "." },
    thousandsSeparator: { get: () => "," },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    calculate: {
      call: async ({ calculation }, [type], { host }) => {
        const kind = oneOf(type ?? "Recalculate", ["Recalculate", "Full", "FullRebuild"]);
        if (kind !== "Recalculate") host.customFunctions.forgetAnswers();
        await calculation.calculateNow(kind !== "Recalculate");
      },
    },
    suspendApiCalculationUntilNextSync: { call: ({ calculation }) => void (calculation.suspended = true) },
    // Nothing is drawn while a batch runs anyway.
    suspendScreenUpdatingUntilNextSync: { call: () => undefined },
    createWorkbook: { call: (_workbook, [base64]) => workbookCreated.of({ base64: asText(base64) }) },
  },
});

/** The workbook, which is what the wire calls the global object. */
export const workbookClass: ClassEntry<Workbook> = defineClass<Workbook>("Workbook", {
  properties: {
    name: { get: (workbook) => workbook.name },
    readOnly: { get: () => false },
    isDirty: { get: () => true },
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
    // What Excel.createWorkbook asks for on the web.
    createAndOpenWorkbook: { call: (_workbook, [base64], { host }) => host.openWorkbook(asText(base64)) },
    insertWorksheetsFromBase64: { call: (workbook, [base64, options]) => insertSheets(workbook, base64, options) },
    getSelectedRange: {
      call: (workbook) => {
        const { sheet, areas } = workbook.selection;
        const [first, ...more] = areas;
        if (!first || more.length > 0) throw invalidReference();
        return rangeOf(workbook.findSheet(sheet) ?? workbook.activeSheet, first);
      },
    },
    getSelectedRanges: {
      call: (workbook) =>
        rangeAreasOf(workbook.findSheet(workbook.selection.sheet) ?? workbook.activeSheet, workbook.selection.areas),
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
  workbookCreated,
  application,
  workbookProtection,
  workbookClass,
] as unknown as ClassEntry[];
