import type { ChartFormatContent } from "@workbooks/xlsx/content";
import { objectOf } from "../../registry";
import type { ClassMembers, Context } from "../../table";
import type { ChartTarget, LooksTarget } from "../../targets";

/** Tells the page to redraw the chart. */
export function chartChanged({ workbook }: Context, { sheet }: ChartTarget): void {
  workbook.emit({ kind: "charts", sheet: sheet.id });
}

/** Sets a property, or removes it where the value is undefined: without the property, the value is automatic. */
export function setOrForget<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) Reflect.deleteProperty(object, key);
  else object[key] = value;
}

/** The format that is stored in a property of the chart or of one of its parts. */
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

/** A line that is not drawn has no colour. */
export function shownColor(color: string | undefined): string {
  return color === undefined || color === "none" ? "" : color;
}

/** The members of a class that has nothing but looks. */
export function lookMembers(...parts: (keyof typeof lookClasses)[]): ClassMembers<LooksTarget> {
  return {
    properties: Object.fromEntries(
      parts.map((part) => [part, { object: (target: LooksTarget) => objectOf(lookClasses[part], target) }]),
    ),
  };
}

const lookClasses = { fill: "ChartFill", font: "ChartFont", border: "ChartBorder", line: "ChartLineFormat" } as const;
