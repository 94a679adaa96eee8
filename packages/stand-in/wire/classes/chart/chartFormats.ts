import type { ChartFontContent, ChartLineContent } from "@workbooks/xlsx/content";
import { invalidArgument } from "../../../workbook/excelError";
import { asColor, asFlag, asNumber, asText, oneOf } from "../../arguments";
import { defineClass } from "../../registry";
import type { ClassMembers, Context, Property } from "../../table";
import type { LooksTarget } from "../../targets";
import { chartChanged, shownColor } from "./chartLooks";

defineClass("ChartFill", {
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

const lineMembers: ClassMembers<LooksTarget> = {
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

defineClass("ChartLineFormat", lineMembers);
defineClass("ChartBorder", lineMembers);

function draw(target: LooksTarget, line: ChartLineContent | undefined, context: Context): void {
  const { line: _line, ...looks } = target.looks() ?? {};
  target.change(line === undefined || Object.keys(line).length === 0 ? looks : { ...looks, line });
  chartChanged(context, target);
}

/** The letters of Excel's charts where nothing was chosen; titles are bigger. */
const usualFont: Required<ChartFontContent> = {
  name: "Calibri",
  size: 9,
  color: "#595959",
  bold: false,
  italic: false,
  underline: false,
};

defineClass("ChartFont", {
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
): Property<LooksTarget> {
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
