import fc from "fast-check";
import type {
  ChartAxisContent,
  ChartContent,
  ChartFormatContent,
  ChartLabelsContent,
  ChartLineContent,
  ChartSeriesContent,
} from "@workbooks/xlsx/content";
import { labelPositions } from "@workbooks/xlsx/charts/series/chartLabels";

const color = fc.constantFrom("#0F6CBD", "#C50F1F", "#7F7F7F", "#00B294");
const paint = fc.oneof(color, fc.constant("none"));
const optional = <T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<Partial<T>>;
const filled = <T extends object>(arbitrary: fc.Arbitrary<T>) =>
  arbitrary.filter((each) => Object.keys(each).length > 0);
const yes = fc.constant(true);

const line = filled(
  optional<ChartLineContent>({
    color: paint as fc.Arbitrary<string>,
    weight: fc.constantFrom(0.25, 0.75, 1.5, 2.25, 6),
    style: fc.constantFrom("Dash", "DashDot", "DashDotDot", "Dot", "RoundDot"),
  } as never),
);
const font = filled(
  optional<NonNullable<ChartFormatContent["font"]>>({
    name: fc.constantFrom("Arial", "A & B"),
    size: fc.constantFrom(8, 9, 10.5, 18),
    color,
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
  } as never),
);
const format = filled(optional<ChartFormatContent>({ fill: paint, line, font } as never));
const area = filled(optional<ChartFormatContent>({ fill: paint, line } as never));
const title = fc.option(fc.constantFrom("Savings, £bn", "T & <t>", "two\nlines"));

const axis = (ofValues: boolean, ofCategories: boolean): fc.Arbitrary<ChartAxisContent> =>
  fc
    .record(
      {
        title,
        titleFormat: format,
        numberFormat: fc.option(fc.constantFrom("£0.0\\b\\n", '0.0%;-0.0%;"–"', "#,##0")),
        hidden: yes,
        reversed: yes,
        majorGridlines: fc.oneof(line, fc.constant({})),
        minorGridlines: fc.oneof(line, fc.constant({})),
        labelPosition: fc.constantFrom("High" as const, "Low" as const, "None" as const),
        majorTickMark: fc.constantFrom("Cross" as const, "Inside" as const, "Outside" as const),
        minorTickMark: fc.constantFrom("Cross" as const, "Inside" as const, "Outside" as const),
        crossedAt: fc.oneof(fc.constantFrom("Maximum" as const, "Minimum" as const), fc.integer({ min: 1, max: 9 })),
        labelAngle: fc.constantFrom(-90, -45, 30, 90),
        format,
        ...(ofValues && {
          minimum: fc.integer({ min: -100, max: 0 }),
          maximum: fc.integer({ min: 1, max: 100 }),
          majorUnit: fc.constantFrom(0.5, 5, 10),
          minorUnit: fc.constantFrom(0.1, 1),
          logBase: fc.constantFrom(2, 10),
        }),
        ...(ofCategories && {
          labelSpacing: fc.integer({ min: 1, max: 9 }),
          tickMarkSpacing: fc.integer({ min: 1, max: 9 }),
          crossedMidCategory: yes,
        }),
      },
      { requiredKeys: ["title", "numberFormat"] },
    )
    .map((each) =>
      each.title === null ? without(each as ChartAxisContent, "titleFormat") : (each as ChartAxisContent),
    );

const labels = (type: string): fc.Arbitrary<ChartLabelsContent> =>
  fc.record(
    {
      shows: fc.subarray(["legendKey", "value", "category", "series", "percentage"] as ChartLabelsContent["shows"], {
        minLength: 1,
      }),
      ...(labelPositions(type).length > 0 && { position: fc.constantFrom(...labelPositions(type)) }),
      numberFormat: fc.constantFrom("0.0", "0%"),
      separator: fc.constantFrom("; ", "\n"),
      format,
    } as never,
    { requiredKeys: ["shows"] as never },
  );

const marker = filled(
  optional<NonNullable<ChartSeriesContent["marker"]>>({
    style: fc.constantFrom("Circle", "Diamond", "X", "Automatic"),
    size: fc.integer({ min: 2, max: 72 }),
    fill: paint,
    line: paint,
  } as never),
);

const TYPES = [
  ...["ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line"],
  ...[
    "LineMarkers",
    "LineStacked",
    "LineMarkersStacked100",
    "Area",
    "AreaStacked",
    "AreaStacked100",
    "Pie",
    "Doughnut",
  ],
  ...["XYScatter", "XYScatterLines", "XYScatterLinesNoMarkers", "XYScatterSmooth", "XYScatterSmoothNoMarkers"],
];

/** Types that stand on the same axes as the first, for combinations. */
const COMBINED = ["ColumnClustered", "ColumnStacked", "Line", "LineMarkers", "AreaStacked"];

function series(
  sheet: string,
  type: string,
  place: number,
  bars: Pick<ChartSeriesContent, "gapWidth" | "overlap">,
): fc.Arbitrary<ChartSeriesContent> {
  const isBar = /^(Column|Bar)/.test(type);
  const isLine = /^(Line|XYScatter)/.test(type);
  const hasMarkers = type.startsWith("XYScatter") ? !type.endsWith("NoMarkers") : type.includes("Markers");
  const column = "BCD"[place % 3]!;
  return fc
    .record(
      {
        name: fc.constantFrom("Base", "P10 & P90"),
        nameReference: fc.constant(`${sheet}!$${column}$1`),
        categories: fc.option(fc.constant(`${sheet}!$A$2:$A$4`)),
        color: type === "XYScatter" ? fc.constant(null) : fc.option(type.startsWith("XYScatter") ? color : paint),
        line: isLine
          ? line.map(({ color: _color, ...rest }) => rest).filter((each) => Object.keys(each).length > 0)
          : line,
        ...(isLine && hasMarkers && { marker }),
        ...(type.startsWith("Line") && { smooth: yes }),
        ...(isBar && { invertIfNegative: yes }),
        labels: labels(type),
        points: fc.dictionary(
          fc.constantFrom("0", "2"),
          fc.record({ color: paint, label: fc.option(labels(type)) }, { requiredKeys: ["color"] }),
          { minKeys: 1 },
        ),
      },
      { requiredKeys: ["name", "categories", "color"] },
    )
    .map(
      (each) => ({ ...each, values: `${sheet}!$${column}$2:$${column}$4`, ...(isBar && bars) }) as ChartSeriesContent,
    );
}

/** Any chart that can be written, of the data in A1:D4 of a sheet. */
export function anyChart(sheet: string): fc.Arbitrary<ChartContent> {
  const plain = { title: null, numberFormat: null };
  return fc
    .constantFrom(...TYPES)
    .chain((type) => {
      const isBar = /^(Column|Bar)/.test(type);
      const isRound = type === "Pie" || type === "Doughnut";
      const isScatter = type.startsWith("XYScatter");
      const bars = isBar
        ? optional({
            gapWidth: fc.integer({ min: 0, max: 500 }),
            overlap: fc.integer({ min: -100, max: 99 }).filter((each) => each !== 0),
          })
        : fc.constant({});
      const others = COMBINED.includes(type)
        ? fc.constantFrom(...COMBINED.filter((each) => each !== type), type)
        : fc.constant(type);
      return fc
        .tuple(bars, fc.array(fc.tuple(others, fc.boolean()), { maxLength: isRound ? 0 : 2 }))
        .chain(([space, more]) => {
          const types = [type, ...more.map(([each]) => each)];
          const secondary = [false, ...more.map(([, each]) => each && !isScatter && isBar)];
          const hasSecondary = secondary.includes(true);
          return fc.record(
            {
              partId: fc.constant(null),
              name: fc.constantFrom("Chart 1", "A & B"),
              type: fc.constant(type),
              title,
              titleFormat: format,
              titleOverlay: yes,
              left: fc.integer({ min: 0, max: 900 }),
              top: fc.nat(500),
              width: fc.integer({ min: 20, max: 500 }),
              height: fc.integer({ min: 20, max: 500 }),
              legend: fc.record(
                {
                  visible: yes,
                  position: fc.constantFrom("Top", "Right", "Corner", "Bottom", "Left"),
                  overlay: yes,
                  format,
                  hiddenEntries: fc.constantFrom([0], [0, 1]),
                },
                { requiredKeys: ["visible", "position"] },
              ),
              axes: fc.record({
                category: isRound ? fc.constant(plain) : axis(isScatter, !isScatter),
                value: isRound ? fc.constant(plain) : axis(true, false),
                ...(hasSecondary && { secondaryCategory: axis(false, true), secondaryValue: axis(true, false) }),
              }),
              series: fc.tuple(
                ...types.map((each, place) =>
                  series(sheet, each, place, space).map((one) => ({
                    ...one,
                    ...(each !== type && { type: each }),
                    ...(secondary[place] && { secondary: true }),
                  })),
                ),
              ),
              format,
              plotFormat: area,
              drawsHiddenCells: yes,
              blanks: fc.constantFrom("Zero" as const, "Interplotted" as const),
              altText: fc.constantFrom("", "<alt>"),
            },
            {
              requiredKeys: [
                "partId",
                "name",
                "type",
                "title",
                "left",
                "top",
                "width",
                "height",
                "legend",
                "axes",
                "series",
                "altText",
              ],
            },
          ) as unknown as fc.Arbitrary<ChartContent>;
        });
    })
    .map((chart) => (chart.title === null ? without(without(chart, "titleFormat"), "titleOverlay") : chart));
}

function without<T extends object, K extends keyof T>(object: T, key: K): T {
  const { [key]: _gone, ...rest } = object;
  return rest as T;
}
