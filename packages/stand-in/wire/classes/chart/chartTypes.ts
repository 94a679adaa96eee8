import { apiNotFound, invalidArgument } from "../../../workbook/excelError";

/** The chart types that can be made; the names are Excel's ChartType. */
const chartTypes = [
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100"],
  ...["Line", "LineMarkers", "LineStacked", "LineMarkersStacked", "LineStacked100", "LineMarkersStacked100"],
  ...["Area", "AreaStacked", "AreaStacked100", "Pie", "Doughnut", "XYScatter"],
  ...["XYScatterLines", "XYScatterLinesNoMarkers", "XYScatterSmooth", "XYScatterSmoothNoMarkers"],
];

/** Excel's other types: kept in files, and refused by name where one is asked for. */
const otherTypes =
  "3DColumnClustered 3DColumnStacked 3DColumnStacked100 3DBarClustered 3DBarStacked 3DBarStacked100 PieOfPie " +
  "PieExploded 3DPieExploded BarOfPie 3DAreaStacked 3DAreaStacked100 DoughnutExploded RadarMarkers RadarFilled " +
  "Surface SurfaceWireframe SurfaceTopView SurfaceTopViewWireframe Bubble Bubble3DEffect StockHLC StockOHLC " +
  "StockVHLC StockVOHLC CylinderColClustered CylinderColStacked CylinderColStacked100 CylinderBarClustered " +
  "CylinderBarStacked CylinderBarStacked100 CylinderCol ConeColClustered ConeColStacked ConeColStacked100 " +
  "ConeBarClustered ConeBarStacked ConeBarStacked100 ConeCol PyramidColClustered PyramidColStacked " +
  "PyramidColStacked100 PyramidBarClustered PyramidBarStacked PyramidBarStacked100 PyramidCol 3DColumn 3DLine " +
  "3DPie 3DArea Radar Histogram Boxwhisker Pareto RegionMap Treemap Waterfall Sunburst Funnel";

/** A type that can be made. @throws ApiNotFound for Excel's others, InvalidArgument for what is none */
export function asChartType(value: unknown): string {
  const named = (names: readonly string[]) => names.find((name) => name.toLowerCase() === String(value).toLowerCase());
  const type = named(chartTypes);
  if (type !== undefined) return type;
  const other = named(otherTypes.split(" "));
  throw other === undefined ? invalidArgument() : apiNotFound(`The chart type ${other}`);
}
