import { apiNotFound } from "../../workbook/excelError";
import { locales } from "../../workbook/cells/locales";
import { asFlag, oneOf } from "../arguments";
import { defineClass, objectOf } from "../registry";
import type { Context } from "../table";
import { fileOrBlank } from "./fileOrBlank";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;
const calculations = ["Recalculate", "Full", "FullRebuild"] as const;

/** A file that is to be opened as a workbook of its own. */
defineClass("WorkbookCreated", {
  id: () => "1",
  properties: { id: { get: () => "1" } },
  methods: { open: { call: ({ base64 }, _args, { standIn }) => standIn.openWorkbook(base64) } },
});

const localeOf = ({ standIn }: Context) => locales[standIn.play.locale];

defineClass("NumberFormatInfo", {
  properties: {
    numberDecimalSeparator: { get: (_workbook, context) => localeOf(context).decimal },
    numberGroupSeparator: { get: (_workbook, context) => localeOf(context).thousands },
  },
});

defineClass("DatetimeFormatInfo", {
  properties: {
    dateSeparator: { get: (_workbook, context) => localeOf(context).dateSeparator },
    longDatePattern: { get: (_workbook, context) => localeOf(context).longDate },
    shortDatePattern: { get: (_workbook, context) => localeOf(context).shortDate },
    timeSeparator: { get: () => ":" },
    longTimePattern: { get: (_workbook, context) => localeOf(context).longTime },
  },
});

defineClass("CultureInfo", {
  properties: {
    name: { get: (_workbook, { standIn }) => standIn.play.locale },
    numberFormat: { object: (workbook) => objectOf("NumberFormatInfo", workbook) },
    datetimeFormat: { object: (workbook) => objectOf("DatetimeFormatInfo", workbook) },
  },
});

/** Circular formulas are #CYCLE! here: iterating is off and cannot be switched on. */
defineClass("IterativeCalculation", {
  properties: {
    enabled: {
      get: () => false,
      set: (_workbook, value) => {
        if (asFlag(value)) throw apiNotFound("IterativeCalculation.enabled (true)");
      },
    },
    maxIteration: { get: () => 100 },
    maxChange: { get: () => 0.001 },
  },
});

defineClass("Application", {
  properties: {
    calculationMode: {
      get: ({ calculation }) => (calculation.automatic ? "Automatic" : "Manual"),
      set: async ({ calculation }, value) => {
        const mode = oneOf(value, modes);
        // There are no data tables (What-If Analysis) that could be left out.
        if (mode === "AutomaticExceptTables") throw apiNotFound("Application.calculationMode (AutomaticExceptTables)");
        // What was changed before is calculated, as it would have been at once in Excel.
        if (mode === "Manual") await calculation.settle();
        calculation.automatic = mode === "Automatic";
      },
    },
    calculationState: { get: ({ calculation }) => (calculation.isDirty ? "Pending" : "Done") },
    calculationEngineVersion: { get: () => 191_029 },
    cultureInfo: { object: (workbook) => objectOf("CultureInfo", workbook) },
    iterativeCalculation: { object: (workbook) => objectOf("IterativeCalculation", workbook) },
    decimalSeparator: { get: (_workbook, context) => localeOf(context).decimal },
    thousandsSeparator: { get: (_workbook, context) => localeOf(context).thousands },
    useSystemSeparators: { get: () => true },
  },
  methods: {
    calculate: {
      call: async ({ calculation }, [type], { standIn }) => {
        const kind = oneOf(type, calculations);
        if (kind !== "Recalculate") standIn.customFunctions.forgetAnswers();
        if (kind === "Recalculate") await calculation.recalculateNow();
        else await calculation.calculateNow(true);
      },
    },
    suspendApiCalculationUntilNextSync: { call: ({ calculation }) => void (calculation.suspended = true) },
    // Nothing is drawn while a batch runs anyway.
    suspendScreenUpdatingUntilNextSync: { call: () => undefined },
    createWorkbook: { call: (_workbook, [base64]) => objectOf("WorkbookCreated", { base64: fileOrBlank(base64) }) },
  },
});

/** What of Excel belongs to the add-in alone: whether it hears of events. */
defineClass("Runtime", {
  properties: {
    enableEvents: {
      get: ({ enableEvents }) => enableEvents,
      set: (workbook, value) => void (workbook.enableEvents = asFlag(value)),
    },
  },
});
