import fc from "fast-check";
import type { ChartContent, WorkbookContent } from "@workbooks/xlsx/content";
import { chartCells } from "@workbooks/xlsx/charts/series/chartData";
import { readChart } from "@workbooks/xlsx/charts/readChart";
import { chartXml, updatedChart } from "@workbooks/xlsx/charts/updateChart";
import { emptySheet } from "@workbooks/xlsx/emptyContent";
import { parseXml } from "@workbooks/xlsx/xml/parseXml";
import { anyChart } from "../support/anyChart";
import { setCell } from "../support/content";

const HEADINGS = ["Step", "Base", "P10 & P90", "Third"];
const book: WorkbookContent = data();
const cells = chartCells(book, book);

test("what is written of a chart is read again", () => {
  fc.assert(
    fc.property(anyChart("Data"), (chart) => {
      expect(body(read(chartXml(chart, cells)))).toEqual(body(chart));
    }),
    { numRuns: 300 },
  );
});

test("a chart changed into any other is that other, and changed back again says what it said", () => {
  fc.assert(
    fc.property(anyChart("Data"), anyChart("Data"), (one, other) => {
      const source = chartXml(one, cells);
      const before = { ...one, ...read(source) };
      const wanted = { ...other, series: other.series.map((series, at) => ({ ...series, ...indexOf(before, at) })) };
      const changed = updatedChart(source, "chart1.xml", before, wanted, cells);
      expect(body(read(changed))).toEqual(body(wanted));
      const after = { ...wanted, ...read(changed) };
      expect(body(read(updatedChart(changed, "chart1.xml", after, before, cells)))).toEqual(body(before));
    }),
    { numRuns: 300 },
  );
});

test("a chart that nobody changed is not written", () => {
  fc.assert(
    fc.property(anyChart("Data"), (chart) => {
      const source = chartXml(chart, cells);
      const same = { ...chart, ...read(source) };
      expect(updatedChart(source, "chart1.xml", same, structuredClone(same), cells)).toBe(source);
    }),
  );
});

function read(xml: string) {
  return readChart(parseXml(xml, "chart1.xml"), "chart1.xml", {});
}

/** What the part itself says; the numbers of its series are its own matter. */
function body({ series, ...chart }: ReturnType<typeof read> | ChartContent): object {
  const {
    partId: _p,
    name: _n,
    left: _l,
    top: _t,
    width: _w,
    height: _h,
    altText: _a,
    ...rest
  } = chart as ChartContent;
  return {
    ...rest,
    series: series.map(({ partIndex: _index, name, ...each }) => ({
      ...each,
      name: each.nameReference === undefined ? name : HEADINGS[each.nameReference.charCodeAt(6) - 65],
    })),
  };
}

function indexOf(chart: ChartContent, at: number): { partIndex?: number } {
  const index = chart.series[at]?.partIndex;
  return index === undefined ? {} : { partIndex: index };
}

function data(): WorkbookContent {
  const sheet = emptySheet("Data");
  [HEADINGS, ["A", 1, 4, -1], ["B", 2.5, 3, 0], ["C", 3, 2, 5]].forEach((row, at) =>
    row.forEach((value, column) => setCell(sheet, `${"ABCD"[column]}${at + 1}`, { value, style: 0 })),
  );
  return { sheets: [sheet], names: [], styles: [], customXml: [], settings: {}, activeSheet: 0, notShown: [] };
}
