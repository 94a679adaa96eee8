import type { ChartMarkerContent } from "@workbooks/xlsx/content";
import { invalidArgument } from "../../../workbook/excelError";
import { asColor, asNumber } from "../../arguments";
import type { Context, Property } from "../../table";
import type { ChartTarget } from "../../targets";
import { shownColor } from "./chartLooks";

/** Markers of a series or a point. */
export interface Marked extends ChartTarget {
  marker(): ChartMarkerContent | undefined;
  changeMarker(marker: ChartMarkerContent, context: Context): void;
  /** What is drawn where nothing was chosen. */
  color: string;
}

/** Excel's names; "None" is no marker at all, which a series says by its type. */
export const markerStyles = [
  "Automatic",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
] as const;

/** Size and colours of markers, the same for series and points; `of` finds what is meant. */
export function markerProperties<T extends ChartTarget>(of: (target: T) => Marked): Record<string, Property<T>> {
  const change = (target: T, part: ChartMarkerContent, context: Context) => {
    const marked = of(target);
    marked.changeMarker({ ...marked.marker(), ...part }, context);
  };
  return {
    markerSize: {
      get: (target) => of(target).marker()?.size ?? 5,
      set: (target, value, context) => {
        const size = asNumber(value);
        if (!Number.isInteger(size) || size < 2 || size > 72) throw invalidArgument("A marker's size is 2 to 72.");
        change(target, { size }, context);
      },
    },
    markerBackgroundColor: {
      get: (target) => shownColor(of(target).marker()?.fill ?? of(target).color),
      set: (target, value, context) => change(target, { fill: asColor(value) }, context),
    },
    markerForegroundColor: {
      get: (target) => shownColor(of(target).marker()?.line ?? of(target).color),
      set: (target, value, context) => change(target, { line: asColor(value) }, context),
    },
  };
}
