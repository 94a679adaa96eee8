import type { ChartCells } from "@workbooks/stand-in/page/charts/chartCells";
import { chartDescription, chartOption } from "@workbooks/stand-in/page/charts/chartOption";
import type { ChartContent, ValueContent } from "@workbooks/xlsx/content";

const bridge: ChartContent = {
  partId: null,
  name: "Bridge",
  type: "ColumnStacked",
  title: "Bridge, £bn",
  left: 0,
  top: 0,
  width: 400,
  height: 200,
  legend: { visible: false, position: "Bottom" },
  axes: {
    category: { title: null, numberFormat: null },
    value: { title: "£bn", numberFormat: "0.0" },
  },
  altText: "",
  series: [
    { name: "Base", values: "Bridge!$B$2:$B$4", categories: "Bridge!$A$2:$A$4", color: "none", gapWidth: 50 },
    { name: "Saving", values: "Bridge!$C$2:$C$4", categories: "Bridge!$A$2:$A$4", color: "#0f6cbd", gapWidth: 50 },
  ],
};

const cells: Record<string, ValueContent[]> = {
  "Bridge!$A$2:$A$4": ["Need", "Productivity", null],
  "Bridge!$B$2:$B$4": [0, 21.4, { error: "#N/A" }],
  "Bridge!$C$2:$C$4": [30, 8.6, "text"],
  "Bridge!$C$1": ["Saving, £bn"],
};
const read: ChartCells = {
  values: (reference) => cells[reference] ?? [],
  numberFormat: () => "0.00",
  shown: (value, pattern) => `${value}|${pattern}`,
};

interface Axis {
  type: string;
  data?: string[];
  inverse: boolean;
  position: string;
  min: number;
  max: number;
  interval: number;
  startValue?: number;
  axisLabel: { formatter(value: number): string };
}

interface Option {
  xAxis: Axis[];
  yAxis: Axis[];
  legend: { data?: string[] };
  tooltip: { formatter(items: unknown): string };
  series: {
    type: string;
    data: unknown[];
    stack?: string;
    itemStyle: { color: string };
    barCategoryGap: string;
    name: string;
  }[];
}
const option = (chart: ChartContent): Option => chartOption(chart, read) as unknown as Option;

test("a bridge stands on a series that is not seen", () => {
  const { series } = option(bridge);
  expect(series.map(({ stack }) => stack)).toEqual(["bar0", "bar0"]);
  expect(series[0]?.itemStyle.color).toBe("transparent");
  expect(series[1]?.itemStyle.color).toBe("#0f6cbd");
});

test("cells that are no numbers are gaps, labels are what the cells show", () => {
  const { series, xAxis } = option(bridge);
  expect(series[0]?.data).toEqual([0, 21.4, null]);
  expect(series[1]?.data).toEqual([30, 8.6, null]);
  expect(xAxis[0]?.data).toEqual(["Need", "Productivity", ""]);
});

test("the value axis and the tooltip use the chart's number format; the invisible series is in neither, once its entry is hidden", () => {
  const shown = { visible: true, position: "Bottom", hiddenEntries: [0] };
  const { yAxis, tooltip, legend } = option({ ...bridge, legend: shown });
  expect(yAxis[0]?.axisLabel.formatter(5)).toBe("5|0.0");
  const items = [
    { seriesIndex: 0, seriesName: "Base", name: "A & B", value: 1, marker: "" },
    { seriesIndex: 1, seriesName: "Saving", name: "A & B", value: 2, marker: "" },
  ];
  expect(tooltip.formatter(items)).toBe("A &amp; B<br>Saving <b>2|0.0</b>");
  expect(legend.data).toEqual(["Saving"]);
});

test("Excel's gap is a share of a column's width", () => {
  expect(option(bridge).series[0]?.barCategoryGap).toBe("33%");
  const without = { ...bridge, series: bridge.series.map((series) => ({ ...series, gapWidth: 0 })) };
  expect(option(without).series[0]?.barCategoryGap).toBe("0%");
});

test("bars lie, lines and areas are drawn as such, shares add up to one", () => {
  const bars = option({ ...bridge, type: "BarClustered" });
  expect([bars.xAxis[0]?.type, bars.yAxis[0]?.type, bars.series[0]?.type]).toEqual(["value", "category", "bar"]);
  expect(option({ ...bridge, type: "LineMarkers" }).series[0]?.type).toBe("line");
  const shares = option({ ...bridge, type: "ColumnStacked100" });
  expect((shares.series[0]?.data[1] as number) + (shares.series[1]?.data[1] as number)).toBeCloseTo(1, 12);
  expect(option({ ...bridge, type: "Pie" }).series[0]?.data).toHaveLength(3);
});

test("a series may be named by a cell", () => {
  const named = {
    ...bridge,
    series: [{ name: "Then", nameReference: "Bridge!$C$1", values: "Bridge!$C$2:$C$4", categories: null, color: null }],
  };
  expect(option(named).series[0]?.name).toBe("Saving, £bn");
  expect(option(named).xAxis[0]?.data).toEqual(["1", "2", "3"]);
});

test("who does not see the chart hears its alternative text, or its title and series", () => {
  expect(chartDescription({ ...bridge, altText: "Need grows by 30." }, read)).toBe("Need grows by 30.");
  expect(chartDescription(bridge, read)).toBe("Chart: Bridge, £bn. Series: Saving.");
});
