import type { ChartAxisContent, ChartLineContent } from "@workbooks/xlsx/content";
import { isRound } from "../../../workbook/charts/chart";
import { scaleOf } from "../../../workbook/charts/chartScale";
import { axisValues } from "../../../workbook/charts/chartValues";
import { apiNotFound, invalidArgument, invalidOperation, itemNotFound } from "../../../workbook/excelError";
import { asFlag, asNumber, asText, oneOf } from "../../arguments";
import { defineClass, objectOf, targetOf } from "../../registry";
import type { Property } from "../../table";
import type { AxisTarget, ChartTarget, GridlinesTarget, LooksTarget } from "../../targets";
import { readCells } from "./chartData";
import { chartChanged, lookMembers, looksIn, setOrForget } from "./chartLooks";

defineClass("ChartAxisFormat", lookMembers("font", "line", "fill"));
defineClass("ChartAxisTitleFormat", lookMembers("font", "fill", "border"));
defineClass("ChartGridlinesFormat", lookMembers("line"));

defineClass("ChartAxisTitle", {
  properties: {
    text: {
      get: ({ axis }) => axis.title ?? "",
      set: (target, text, context) => {
        target.axis.title = asText(text);
        chartChanged(context, target);
      },
    },
    visible: {
      get: ({ axis }) => axis.title !== null,
      set: (target, value, context) => {
        if (!asFlag(value)) target.axis.title = null;
        else target.axis.title ??= "Axis Title";
        chartChanged(context, target);
      },
    },
    format: {
      object: (target) =>
        objectOf("ChartAxisTitleFormat", looksIn(target, target.axis, "titleFormat", { font: { size: 10 } })),
    },
  },
});

defineClass("ChartGridlines", {
  properties: {
    visible: {
      get: ({ axis, which }) => axis[which] !== undefined,
      set: (target, value, context) => {
        setOrForget(
          target.axis,
          target.which,
          asFlag(value) ? (target.axis[target.which] ?? usualGridline(target.which)) : undefined,
        );
        chartChanged(context, target);
      },
    },
    format: { object: (target) => objectOf("ChartGridlinesFormat", gridlineLooks(target)) },
  },
});

function usualGridline(which: GridlinesTarget["which"]): ChartLineContent {
  return { color: which === "majorGridlines" ? "#D9D9D9" : "#F2F2F2", weight: 0.75 };
}

/** Lines that are given a look are drawn. */
function gridlineLooks(target: GridlinesTarget): LooksTarget {
  const { axis, which } = target;
  return {
    ...{ chart: target.chart, sheet: target.sheet, usual: { line: usualGridline(which) } },
    looks: () => axis[which] && { line: axis[which] },
    change: ({ line }) => void (axis[which] = line ?? {}),
  };
}

/** A property of the axis that is automatic, `usual`, where it is not there. */
function axisProperty<K extends keyof ChartAxisContent, V>(
  key: K,
  usual: V,
  into: (value: unknown, target: AxisTarget) => ChartAxisContent[K] | undefined,
): Property<AxisTarget> {
  return {
    get: ({ axis }) => axis[key] ?? usual,
    set: (target, value, context) => {
      setOrForget(target.axis, key, into(value, target));
      chartChanged(context, target);
    },
  };
}

/** A number of the scale; an empty string makes it automatic, and then it is the one that is drawn. */
function scaleProperty(key: "minimum" | "maximum" | "majorUnit" | "minorUnit"): Property<AxisTarget> {
  return {
    get: (target, { workbook }) => {
      if (!hasScale(target)) return "";
      const values = axisValues(target.chart, target.secondary, (reference) =>
        readCells(workbook, target.sheet, reference),
      );
      return scaleOf(target.axis, values)[key];
    },
    set: (target, value, context) => {
      if (!hasScale(target)) throw invalidArgument("Only an axis of values has a scale.");
      if (value !== "" && /Unit$/.test(key) && asNumber(value) <= 0) throw invalidArgument();
      setOrForget(target.axis, key, value === "" ? undefined : asNumber(value));
      chartChanged(context, target);
    },
  };
}

function hasScale({ isValue, chart }: AxisTarget): boolean {
  return isValue || chart.type.startsWith("XYScatter");
}

function wholeNumber(value: unknown, least: number, most: number): number {
  const number = asNumber(value);
  if (!Number.isInteger(number) || number < least || number > most) throw invalidArgument();
  return number;
}

const tickMarks = ["None", "Cross", "Inside", "Outside"] as const;
const asTickMark = (value: unknown) => {
  const mark = oneOf(value, tickMarks);
  return mark === "None" ? undefined : mark;
};

defineClass("ChartAxis", {
  properties: {
    type: { get: ({ isValue }) => (isValue ? "Value" : "Category") },
    axisGroup: { get: ({ secondary }) => (secondary ? "Secondary" : "Primary") },
    visible: {
      get: ({ axis }) => !axis.hidden,
      set: (target, value, context) => {
        setOrForget(target.axis, "hidden", asFlag(value) ? undefined : true);
        chartChanged(context, target);
      },
    },
    minimum: scaleProperty("minimum"),
    maximum: scaleProperty("maximum"),
    majorUnit: scaleProperty("majorUnit"),
    minorUnit: scaleProperty("minorUnit"),
    scaleType: {
      get: ({ axis }) => (axis.logBase === undefined ? "Linear" : "Logarithmic"),
      set: (target, value, context) => {
        if (!hasScale(target)) throw invalidArgument("Only an axis of values has a scale.");
        const isLinear = oneOf(value, ["Linear", "Logarithmic"]) === "Linear";
        setOrForget(target.axis, "logBase", isLinear ? undefined : (target.axis.logBase ?? 10));
        chartChanged(context, target);
      },
    },
    logBase: axisProperty("logBase", 10, (value, { axis }) => {
      if (axis.logBase === undefined || asNumber(value) < 2 || asNumber(value) > 1000) throw invalidArgument();
      return asNumber(value);
    }),
    reversePlotOrder: axisProperty("reversed", false, (value) => asFlag(value) || undefined),
    tickLabelPosition: axisProperty("labelPosition", "NextToAxis", (value) => {
      const position = oneOf(value, ["NextToAxis", "High", "Low", "None"]);
      return position === "NextToAxis" ? undefined : position;
    }),
    tickLabelSpacing: axisProperty("labelSpacing", 1, (value, target) => {
      if (hasScale(target)) throw invalidArgument("Only an axis of categories has labels to leave out.");
      return value === "" ? undefined : wholeNumber(value, 1, 31_999);
    }),
    tickMarkSpacing: axisProperty("tickMarkSpacing", 1, (value, target) => {
      if (hasScale(target)) throw invalidArgument("Only an axis of categories has labels to leave out.");
      return wholeNumber(value, 1, 31_999);
    }),
    majorTickMark: axisProperty("majorTickMark", "None", asTickMark),
    minorTickMark: axisProperty("minorTickMark", "None", asTickMark),
    numberFormat: axisProperty("numberFormat", "General", asText),
    linkNumberFormat: {
      get: ({ axis }) => axis.numberFormat === null,
      set: (target, value, context) => {
        target.axis.numberFormat = asFlag(value) ? null : (target.axis.numberFormat ?? "General");
        chartChanged(context, target);
      },
    },
    textOrientation: axisProperty("labelAngle", 0, (value) => wholeNumber(value, -90, 90) || undefined),
    isBetweenCategories: {
      get: ({ axis }) => !axis.crossedMidCategory,
      set: (target, value, context) => {
        if (hasScale(target)) throw invalidArgument();
        setOrForget(target.axis, "crossedMidCategory", asFlag(value) ? undefined : true);
        chartChanged(context, target);
      },
    },
    position: {
      get: ({ axis: { crossedAt } }) => (typeof crossedAt === "number" ? "Custom" : (crossedAt ?? "Automatic")),
      set: (target, value, context) => {
        const position = oneOf(value, ["Automatic", "Maximum", "Minimum", "Custom"]);
        // A place of one's own comes with setPositionAt.
        if (position === "Custom") throw invalidArgument();
        setOrForget(target.axis, "crossedAt", position === "Automatic" ? undefined : position);
        chartChanged(context, target);
      },
    },
    positionAt: { get: ({ axis: { crossedAt } }) => (typeof crossedAt === "number" ? crossedAt : 0) },
    title: { object: (target) => objectOf("ChartAxisTitle", target) },
    majorGridlines: { object: (target) => objectOf("ChartGridlines", { ...target, which: "majorGridlines" }) },
    minorGridlines: { object: (target) => objectOf("ChartGridlines", { ...target, which: "minorGridlines" }) },
    format: {
      object: (target) =>
        objectOf(
          "ChartAxisFormat",
          looksIn(target, target.axis, "format", { line: { color: "#D9D9D9", weight: 0.75 } }),
        ),
    },
  },
  methods: {
    setPositionAt: {
      call: (target, [value], context) => {
        target.axis.crossedAt = asNumber(value);
        chartChanged(context, target);
      },
    },
    setCategoryNames: {
      call: (target, [source], context) => {
        const { sheet, area } = targetOf(source, "Range");
        if (target.isValue) throw invalidArgument();
        for (const series of target.chart.series) {
          if ((series.secondary ?? false) === target.secondary)
            series.categories = context.workbook.address(sheet, area, true);
        }
        chartChanged(context, target);
      },
    },
  },
});

defineClass("ChartAxes", {
  properties: {
    categoryAxis: { object: (target) => axisOf(target, false, false) },
    valueAxis: { object: (target) => axisOf(target, true, false) },
  },
  methods: {
    getItem: {
      call: (target, [type, group]) => {
        const kind = oneOf(type, ["Category", "Value", "Series"]);
        if (kind === "Series") throw apiNotFound("ChartAxes.getItem of an axis of series");
        return axisOf(target, kind === "Value", oneOf(group ?? "Primary", ["Primary", "Secondary"]) === "Secondary");
      },
    },
  },
});

function axisOf(target: ChartTarget, isValue: boolean, secondary: boolean) {
  const { axes, type } = target.chart;
  if (isRound(type)) throw invalidOperation("A chart of this type has no axes.");
  const axis = secondary
    ? isValue
      ? axes.secondaryValue
      : axes.secondaryCategory
    : isValue
      ? axes.value
      : axes.category;
  if (!axis) throw itemNotFound();
  return objectOf("ChartAxis", { ...target, axis, isValue, secondary });
}
