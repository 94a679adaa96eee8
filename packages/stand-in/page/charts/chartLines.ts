import type { ChartLineContent } from "@workbooks/xlsx/content";
import { pixels, type ChartLook } from "./chartLook";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/** A line as ECharts draws it. */
export function lineStyle(line: ChartLineContent | undefined, color: string, look: ChartLook, weight = 0.75): object {
  const chosen = line?.color;
  return {
    color: chosen === "none" ? "transparent" : look.isContrast ? color : (chosen ?? color),
    width: pixels(line?.weight ?? weight),
    type: DASHES[line?.style ?? ""] ?? "solid",
  };
}

const DASHES = wordTable<string | number[]>({
  Dash: "dashed",
  DashDot: [8, 4, 2, 4],
  DashDotDot: [8, 4, 2, 4, 2, 4],
  Dot: "dotted",
  RoundDot: "dotted",
});
