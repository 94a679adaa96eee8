import { formatArea, quotedSheet } from "../../workbook/address";
import { invalidArgument, itemNotFound } from "../../workbook/excelError";
import type { NameItem } from "../../workbook/names";
import type { Sheet } from "../../workbook/sheet";
import type { Workbook } from "../../workbook/workbook";
import { asFlag, asText } from "../arguments";
import { defineClass, objectOf, targetOf } from "../registry";
import { isWireObject, type Context, type WireObject } from "../table";
import { rangeOf } from "./range/rangeObjects";
import { wireValue } from "./range/rangeValues";

function areaOfName(item: NameItem, { workbook }: Context) {
  const sheet = item.sheet === null ? workbook.activeSheet : workbook.sheet(item.sheet);
  return item.formula.includes("(") ? null : workbook.resolve(item.formula, sheet);
}

function rangeOfName(item: NameItem, context: Context): WireObject {
  const found = areaOfName(item, context);
  if (!found) throw itemNotFound();
  return rangeOf(found.sheet, found.area);
}

/** The constant that a name stands for, where it is one. */
function constantOf({ formula }: Pick<NameItem, "formula">): string | number | boolean | null {
  if (/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(formula)) return Number(formula);
  if (/^(true|false)$/i.test(formula)) return formula.toLowerCase() === "true";
  if (/^"([^"]|"")*"$/.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
  return null;
}

/** The values of an array constant ("{1,2;3,4}"), by rows. */
function arrayOf({ formula }: NameItem): (string | number | boolean)[][] | null {
  const inside = /^\{(.*)\}$/.exec(formula)?.[1];
  if (inside === undefined) return null;
  const rows = splitOutsideTexts(inside, ";").map((row) => splitOutsideTexts(row, ",").map((part) => part.trim()));
  const values = rows.map((row) => row.map((part) => constantOf({ formula: part }) ?? part));
  return values.every((row) => row.length === values[0]?.length) ? values : null;
}

function splitOutsideTexts(text: string, separator: string): string[] {
  const parts = text.match(new RegExp(`("([^"]|"")*"|[^"${separator}])+`, "g"));
  return parts ?? [];
}

defineClass("NamedItemArrayValues", {
  properties: {
    values: { get: (item) => arrayOf(item) ?? [] },
    types: {
      get: (item) => (arrayOf(item) ?? []).map((row) => row.map((value) => arrayTypes[typeof value] ?? "Error")),
    },
  },
});

const arrayTypes: Record<string, string> = { string: "String", number: "Double", boolean: "Boolean" };

function typeOfName(item: NameItem, context: Context): string {
  if (areaOfName(item, context)) return "Range";
  const constant = constantOf(item);
  if (typeof constant === "number") return Number.isInteger(constant) ? "Integer" : "Double";
  if (typeof constant === "boolean") return "Boolean";
  if (arrayOf(item)) return "Array";
  return item.formula.startsWith("#") ? "Error" : "String";
}

defineClass("NamedItem", {
  id: ({ name }) => name,
  properties: {
    name: { get: ({ name }) => name },
    comment: {
      get: ({ comment }) => comment,
      set: (item, comment, { workbook }) => workbook.names.change(item, { comment: asText(comment) }),
    },
    formula: {
      get: ({ formula }) => `=${formula}`,
      set: (item, formula, { workbook }) => workbook.names.setFormula(item, asText(formula).replace(/^=/, "")),
    },
    scope: { get: ({ sheet }) => (sheet === null ? "Workbook" : "Worksheet") },
    type: { get: typeOfName },
    value: {
      get: (item, context) => {
        const found = areaOfName(item, context);
        if (found) return context.workbook.address(found.sheet, found.area, true);
        return wireValue(constantOf(item) ?? `=${item.formula}`);
      },
    },
    visible: {
      get: ({ hidden }) => !hidden,
      set: (item, visible, { workbook }) => workbook.names.change(item, { hidden: !asFlag(visible) }),
    },
    arrayValues: {
      object: (item) => {
        if (!arrayOf(item)) throw itemNotFound();
        return objectOf("NamedItemArrayValues", item);
      },
    },
    worksheet: {
      object: (item, { workbook }) => {
        if (item.sheet === null) throw itemNotFound();
        return objectOf("Worksheet", workbook.sheet(item.sheet));
      },
    },
    worksheetOrNullObject: {
      object: (item, { workbook }) => (item.sheet === null ? null : objectOf("Worksheet", workbook.sheet(item.sheet))),
    },
  },
  methods: {
    getRange: { orNull: true, call: (item, _args, context) => rangeOfName(item, context) },
    delete: { call: (item, _args, { workbook }) => workbook.names.delete(item) },
  },
});

defineClass("NamedItemCollection", {
  properties: {},
  items: ({ sheet }, { workbook }) =>
    workbook.names.inScope(sheet?.id ?? null).map((item) => objectOf("NamedItem", item)),
  methods: {
    getCount: { call: ({ sheet }, _args, { workbook }) => workbook.names.inScope(sheet?.id ?? null).length },
    getItem: {
      orNull: true,
      call: ({ sheet }, [name], { workbook }) => {
        const found = workbook.names
          .inScope(sheet?.id ?? null)
          .find((item) => item.name.toLowerCase() === asText(name).toLowerCase());
        if (!found) throw itemNotFound();
        return objectOf("NamedItem", found);
      },
    },
    // The user's language is English here.
    addFormulaLocal: {
      call: ({ sheet }, [name, formula, comment], { workbook }) => {
        const text = asText(formula).replace(/^=/, "");
        if (text === "") throw invalidArgument();
        return addName(workbook, sheet, name, text, comment);
      },
    },
    add: {
      call: ({ sheet }, [name, reference, comment], { workbook }) => {
        let formula: string;
        if (isWireObject(reference)) {
          const target = targetOf(reference, "Range");
          formula = `${quotedSheet(target.sheet.name)}!${formatArea(target.area, true)}`;
        } else {
          const text = String(reference);
          formula = text.startsWith("=")
            ? text.slice(1)
            : typeof reference === "string"
              ? `"${text.replaceAll('"', '""')}"`
              : text;
        }
        return addName(workbook, sheet, name, formula, comment);
      },
    },
  },
});

function addName(
  workbook: Workbook,
  sheet: Sheet | null,
  name: unknown,
  formula: string,
  comment: unknown,
): WireObject {
  const item = { name: asText(name), formula, sheet: sheet?.id ?? null, hidden: false };
  return objectOf("NamedItem", workbook.names.add({ ...item, comment: typeof comment === "string" ? comment : "" }));
}
