import type { MarkContent, RuleContent } from "@workbooks/xlsx/content";
import { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { intersection } from "../../workbook/address";
import { itemNotFound } from "../../workbook/excelError";
import { asNumber, asText } from "../arguments";
import { defineClass, objectOf } from "../registry";
import type { Context, WireObject } from "../table";
import type { AreasTarget, FormatTarget } from "../targets";
import { rangeAreasOf, rangeOf } from "./range/rangeObjects";

/** Rules for what may be typed, and conditional formats: they can be read, and stay as the file has them. */

/** Office.js's names for the file's kinds of rules for what may be typed. */
const validationTypes: Record<string, string> = {
  none: "None",
  list: "List",
  whole: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

const formatTypes: Record<string, string> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
};

function marksOn({ sheet, areas }: AreasTarget, kind: RuleContent["kind"]): MarkContent[] {
  return sheet.marks.filter(
    (mark) =>
      mark.rules?.some((rule) => rule.kind === kind) &&
      mark.areas.some((area) => areas.some((each) => intersection(area, each) !== null)),
  );
}

/** A formula of a mark, by the names that users type. */
function typed(formula: string | undefined, { standIn }: Context): string | null {
  if (formula === undefined) return null;
  return `=${formulaFromFile(formula, new CustomFunctionNames(standIn.customFunctions.namespaces))}`;
}

function capitalized(word: string | null): string {
  const text = word ?? "between";
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The one rule that holds for all of the cells; null where none does, undefined where they differ. */
function ruleFor(target: AreasTarget): { mark: MarkContent; rule: RuleContent } | null | undefined {
  const marks = marksOn(target, "validation");
  const [mark] = marks;
  if (!mark) return null;
  const cellsOf = (areas: AreasTarget["areas"]) =>
    areas.reduce((sum, area) => sum + area.rowCount * area.columnCount, 0);
  const common = mark.areas.flatMap((area) => target.areas.flatMap((each) => intersection(area, each) ?? []));
  const [rule] = mark.rules ?? [];
  return rule && marks.length === 1 && cellsOf(common) === cellsOf(target.areas) ? { mark, rule } : undefined;
}

defineClass("DataValidation", {
  properties: {
    type: {
      get: (target) => {
        const found = ruleFor(target);
        if (found === undefined) return "Inconsistent";
        return found ? (validationTypes[found.rule.type] ?? "None") : "None";
      },
    },
    rule: {
      get: (target, context) => {
        const found = ruleFor(target);
        if (!found) return found === null ? {} : null;
        const { mark, rule } = found;
        const [formula1, formula2] = mark.formulas.map((formula) => typed(formula, context));
        const name = validationTypes[rule.type] ?? "None";
        if (name === "None") return {};
        if (name === "Custom") return { custom: { formula: formula1 } };
        if (name === "List") return { list: { inCellDropDown: true, source: formula1 } };
        const key = name.charAt(0).toLowerCase() + name.slice(1);
        const operator = capitalized(rule.operator);
        return { [key]: { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator } };
      },
    },
  },
});

function formatsOn(target: AreasTarget): FormatTarget[] {
  const { sheet } = target;
  return marksOn(target, "format").flatMap((mark) => (mark.rules ?? []).map((_, index) => ({ sheet, mark, index })));
}

function idOf({ mark, index }: FormatTarget): string {
  return `${mark.id} ${index}`;
}

function typeOf({ mark, index }: FormatTarget): string {
  return formatTypes[mark.rules?.[index]?.type ?? ""] ?? "PresetCriteria";
}

function formulasOf({ mark, index }: FormatTarget, context: Context): (string | null)[] {
  const before = (mark.rules ?? []).slice(0, index).reduce((sum, { formulaCount }) => sum + formulaCount, 0);
  const count = mark.rules?.[index]?.formulaCount ?? 0;
  return mark.formulas.slice(before, before + count).map((formula) => typed(formula, context));
}

/** The part of a format that is there for its type alone. @throws ItemNotFound, or null, where it is another */
function partFor(name: "CustomConditionalFormat" | "CellValueConditionalFormat", type: string) {
  const part = (target: FormatTarget): WireObject | null => (typeOf(target) === type ? objectOf(name, target) : null);
  return {
    orNull: { object: part },
    orThrow: {
      object: (target: FormatTarget) => {
        const found = part(target);
        if (!found) throw itemNotFound();
        return found;
      },
    },
  };
}

const custom = partFor("CustomConditionalFormat", "Custom");
const cellValue = partFor("CellValueConditionalFormat", "CellValue");

defineClass("ConditionalFormat", {
  id: idOf,
  properties: {
    id: { get: idOf },
    type: { get: typeOf },
    custom: custom.orThrow,
    customOrNullObject: custom.orNull,
    cellValue: cellValue.orThrow,
    cellValueOrNullObject: cellValue.orNull,
  },
  methods: {
    getRange: {
      orNull: true,
      call: ({ sheet, mark }) => {
        const [area, ...others] = mark.areas;
        if (!area || others.length > 0) throw itemNotFound();
        return rangeOf(sheet, area);
      },
    },
    getRanges: { call: ({ sheet, mark }) => rangeAreasOf(sheet, mark.areas) },
  },
});

defineClass("CustomConditionalFormat", {
  properties: { rule: { object: (target) => objectOf("ConditionalFormatRule", target) } },
});

defineClass("ConditionalFormatRule", {
  properties: { formula: { get: (target, context) => formulasOf(target, context)[0] ?? "" } },
});

defineClass("CellValueConditionalFormat", {
  properties: {
    rule: {
      get: (target, context) => {
        const [formula1, formula2] = formulasOf(target, context);
        const operator = capitalized(target.mark.rules?.[target.index]?.operator ?? null);
        return { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator };
      },
    },
  },
});

defineClass("ConditionalFormatCollection", {
  properties: {},
  items: (target) => formatsOn(target).map((format) => objectOf("ConditionalFormat", format)),
  methods: {
    getCount: { call: (target) => formatsOn(target).length },
    getItem: {
      orNull: true,
      call: (target, [id]) => {
        const found = formatsOn(target).find((format) => idOf(format) === asText(id));
        if (!found) throw itemNotFound();
        return objectOf("ConditionalFormat", found);
      },
    },
    getItemAt: {
      call: (target, [index]) => {
        const found = formatsOn(target)[asNumber(index)];
        if (!found) throw itemNotFound();
        return objectOf("ConditionalFormat", found);
      },
    },
  },
});
