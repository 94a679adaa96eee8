import type { ChartFontContent, ChartFormatContent, ChartLineContent } from "../../../xlsx/content";
import type { Chart } from "../../workbook/charts/chart";
import { hexColor } from "../../calculation/univerStyle";
import { invalidArgument } from "../../workbook/excelError";
import type { Sheet } from "../../workbook/sheet";
import { asFlag, asNumber, asText, defineClass, oneOf, type ClassEntry, type Context } from "../table";

/** A chart on its sheet. */
export interface ChartTarget {
  chart: Chart;
  sheet: Sheet;
}

/** Tells the page that a chart is to be drawn again. */
export function chartChanged({ workbook }: Context, { sheet }: ChartTarget): void {
  workbook.emit({ kind: "charts", sheet: sheet.id });
}

/** A value that is automatic where it is not there. */
export function setOrForget<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) Reflect.deleteProperty(object, key);
  else object[key] = value;
}

/** Something of a chart with looks: where they are kept, and what they are where nothing was chosen. */
export interface LooksTarget extends ChartTarget {
  looks(): ChartFormatContent | undefined;
  change(looks: ChartFormatContent): void;
  usual: { line?: ChartLineContent; font?: ChartFontContent };
}

/** Looks that are kept in a property of the chart or of a part of it. */
export function looksIn<K extends string>(
  target: ChartTarget,
  holder: { [P in K]?: ChartFormatContent },
  key: K,
  usual: LooksTarget["usual"] = {},
): LooksTarget {
  return {
    chart: target.chart,
    sheet: target.sheet,
    looks: () => holder[key],
    change: (looks) => {
      if (Object.keys(looks).length === 0) Reflect.deleteProperty(holder, key);
      else holder[key] = looks;
    },
    usual,
  };
}

export const chartFill = defineClass<LooksTarget>("ChartFill", {
  properties: {},
  methods: {
    setSolidColor: { call: (target, [color], context) => fill(target, asColor(color), context) },
    clear: { call: (target, _args, context) => fill(target, "none", context) },
  },
});

function fill(target: LooksTarget, color: string, context: Context): void {
  target.change({ ...target.looks(), fill: color });
  chartChanged(context, target);
}

const lineStyles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "RoundDot", "Automatic"] as const;

const lineMembers: Omit<ClassEntry<LooksTarget>, "name" | "of"> = {
  properties: {
    color: {
      get: (target) => shownColor(target.looks()?.line?.color ?? target.usual.line?.color),
      set: (target, color, context) => draw(target, { ...target.looks()?.line, color: asColor(color) }, context),
    },
    weight: {
      get: (target) => target.looks()?.line?.weight ?? target.usual.line?.weight ?? 0.75,
      set: (target, weight, context) => {
        if (asNumber(weight) <= 0) throw invalidArgument();
        draw(target, { ...target.looks()?.line, weight: asNumber(weight) }, context);
      },
    },
    lineStyle: {
      get: (target) => {
        const line = target.looks()?.line;
        if (line?.color === "none") return "None";
        return line?.style ?? (line ? "Continuous" : "Automatic");
      },
      set: (target, value, context) => {
        const style = oneOf(value, lineStyles);
        const { style: _style, color, ...rest } = target.looks()?.line ?? {};
        if (style === "Automatic") return draw(target, undefined, context);
        if (style === "None") return draw(target, { ...rest, color: "none" }, context);
        const line = color === undefined || color === "none" ? rest : { ...rest, color };
        draw(target, style === "Continuous" ? line : { ...line, style }, context);
      },
    },
  },
  methods: {
    clear: { call: (target, _args, context) => draw(target, { ...target.looks()?.line, color: "none" }, context) },
  },
};

export const chartLine = defineClass<LooksTarget>("ChartLineFormat", lineMembers);
export const chartBorder = defineClass<LooksTarget>("ChartBorder", lineMembers);

function draw(target: LooksTarget, line: ChartLineContent | undefined, context: Context): void {
  const { line: _line, ...looks } = target.looks() ?? {};
  target.change(line === undefined || Object.keys(line).length === 0 ? looks : { ...looks, line });
  chartChanged(context, target);
}

/** The letters of Excel's charts where nothing was chosen; titles are bigger. */
export const usualFont: Required<ChartFontContent> = {
  name: "Calibri",
  size: 9,
  color: "#595959",
  bold: false,
  italic: false,
  underline: false,
};

export const chartFont = defineClass<LooksTarget>("ChartFont", {
  properties: {
    name: fontProperty("name", asText),
    size: fontProperty("size", (value) => {
      if (asNumber(value) < 1 || asNumber(value) > 409) throw invalidArgument();
      return asNumber(value);
    }),
    color: fontProperty("color", asColor),
    bold: fontProperty("bold", asFlag),
    italic: fontProperty("italic", asFlag),
    underline: {
      get: (target) => (fontOf(target).underline ? "Single" : "None"),
      set: (target, value, context) =>
        write(target, { underline: oneOf(value, ["None", "Single"]) === "Single" }, context),
    },
  },
});

function fontProperty<K extends keyof ChartFontContent>(
  key: K,
  into: (value: unknown) => NonNullable<ChartFontContent[K]>,
): NonNullable<ClassEntry<LooksTarget>["properties"][string]> {
  return {
    get: (target) => fontOf(target)[key],
    set: (target, value, context) => write(target, { [key]: into(value) } as ChartFontContent, context),
  };
}

/** What is not said of a part is said of the whole chart. */
function fontOf(target: LooksTarget): Required<ChartFontContent> {
  return { ...usualFont, ...target.usual.font, ...target.chart.format?.font, ...target.looks()?.font };
}

function write(target: LooksTarget, font: ChartFontContent, context: Context): void {
  target.change({ ...target.looks(), font: { ...target.looks()?.font, ...font } });
  chartChanged(context, target);
}

/** @throws InvalidArgument where it is no colour. */
export function asColor(value: unknown): string {
  const color = hexColor(asText(value));
  if (!/^#[0-9A-F]{6}$/.test(color)) throw invalidArgument();
  return color;
}

/** A line that is not drawn has no colour. */
export function shownColor(color: string | undefined): string {
  return color === undefined || color === "none" ? "" : color;
}

type FormatPart = "fill" | "font" | "border" | "line";

/** A class whose only members are looks. */
export function formatClass(name: string, ...parts: FormatPart[]): ClassEntry<LooksTarget> {
  const classes = { fill: chartFill, font: chartFont, border: chartBorder, line: chartLine };
  return defineClass<LooksTarget>(name, {
    properties: Object.fromEntries(
      parts.map((part) => [part, { object: (target: LooksTarget) => classes[part].of(target) }]),
    ),
  });
}

export const chartFormatClasses = [chartFill, chartLine, chartBorder, chartFont] as unknown as ClassEntry[];
