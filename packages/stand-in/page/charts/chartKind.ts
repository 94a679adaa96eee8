/** How a series of one of Excel's types is drawn. */
export interface ChartKind {
  shape: "bar" | "line" | "area" | "pie" | "scatter";
  isStacked: boolean;
  isPercent: boolean;
  isHorizontal: boolean;
  hasMarkers: boolean;
  hasLine: boolean;
  isSmooth: boolean;
  isDoughnut: boolean;
}

/** From Excel's name of a chart type: "ColumnStacked", "BarClustered", "LineMarkers". */
export function readKind(type: string): ChartKind {
  const has = (word: string): boolean => type.includes(word);
  const isScatter = type.startsWith("XYScatter");
  const shape = isScatter
    ? "scatter"
    : has("Pie") || has("Doughnut")
      ? "pie"
      : has("Area")
        ? "area"
        : has("Line")
          ? "line"
          : "bar";
  return {
    shape,
    isStacked: has("Stacked"),
    isPercent: has("100"),
    isHorizontal: has("Bar") && !has("Pie"),
    hasMarkers: isScatter ? !has("NoMarkers") : has("Markers"),
    hasLine: !isScatter || type !== "XYScatter",
    isSmooth: has("Smooth"),
    isDoughnut: has("Doughnut"),
  };
}
