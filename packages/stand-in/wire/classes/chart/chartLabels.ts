import { labelPositions } from "@workbooks/xlsx/charts/series/chartLabels";
import type { ChartLabelPart, ChartLabelsContent } from "@workbooks/xlsx/content";
import { invalidArgument } from "../../../workbook/excelError";
import { asFlag, asText, oneOf } from "../../arguments";
import { defineClass, objectOf } from "../../registry";
import type { Context, Property } from "../../table";
import type { LabelsTarget, LooksTarget } from "../../targets";
import { chartChanged, lookMembers } from "./chartLooks";
import { hasLabels, justValues } from "./chartParts";

function edit(target: LabelsTarget, context: Context, change: (labels: ChartLabelsContent) => void): void {
  const labels = structuredClone(target.labels() ?? justValues);
  change(labels);
  target.change(labels.shows.length === 0 ? null : labels);
  chartChanged(context, target);
}

function shows(part: ChartLabelPart): Property<LabelsTarget> {
  return {
    get: (target) => target.labels()?.shows.includes(part) ?? false,
    set: (target, value, context) => {
      const isWanted = asFlag(value);
      if (!isWanted && !hasLabels(target)) return;
      edit(target, context, (labels) => {
        const others = hasLabels(target) ? labels.shows.filter((each) => each !== part) : [];
        labels.shows = order.filter((each) => (each === part ? isWanted : others.includes(each)));
      });
    },
  };
}

const order: ChartLabelPart[] = ["legendKey", "value", "category", "series", "percentage"];

const looks = (target: LabelsTarget): LooksTarget => ({
  ...{ chart: target.chart, sheet: target.sheet, usual: {} },
  looks: () => target.labels()?.format,
  change: (format) => {
    const labels = structuredClone(target.labels() ?? justValues);
    target.change({ ...labels, format });
  },
});

defineClass("ChartDataLabelFormat", lookMembers("font", "fill", "border"));

const members: Record<string, Property<LabelsTarget>> = {
  showValue: shows("value"),
  showSeriesName: shows("series"),
  showCategoryName: shows("category"),
  showPercentage: shows("percentage"),
  showLegendKey: shows("legendKey"),
  position: {
    get: (target) => target.labels()?.position ?? usualPosition(target.type),
    set: (target, value, context) => {
      const allowed = labelPositions(target.type);
      const position = oneOf(value, [
        "Center",
        "InsideEnd",
        "InsideBase",
        "OutsideEnd",
        "Left",
        "Right",
        "Top",
        "Bottom",
        "BestFit",
      ]);
      if (!allowed.includes(position))
        throw invalidArgument(
          allowed.length === 0
            ? `Labels of the type ${target.type} have no position of their own.`
            : `Labels of the type ${target.type} stand at ${allowed.join(", ")}.`,
        );
      edit(target, context, (labels) => void (labels.position = position));
    },
  },
  numberFormat: {
    get: (target) => target.labels()?.numberFormat ?? "General",
    set: (target, value, context) => edit(target, context, (labels) => void (labels.numberFormat = asText(value))),
  },
  linkNumberFormat: {
    get: (target) => target.labels()?.numberFormat === undefined,
    set: (target, value, context) =>
      edit(target, context, (labels) => {
        if (asFlag(value)) delete labels.numberFormat;
        else labels.numberFormat ??= "General";
      }),
  },
  separator: {
    get: (target) => target.labels()?.separator ?? ", ",
    set: (target, value, context) => edit(target, context, (labels) => void (labels.separator = asText(value))),
  },
  format: { object: (target) => objectOf("ChartDataLabelFormat", looks(target)) },
};

function usualPosition(type: string): string {
  if (/Stacked|Area|Doughnut/.test(type)) return "Center";
  if (type === "Pie") return "BestFit";
  return /^(Column|Bar)/.test(type) ? "OutsideEnd" : "Right";
}

defineClass("ChartDataLabels", { properties: members });
defineClass("ChartDataLabel", { properties: members });
