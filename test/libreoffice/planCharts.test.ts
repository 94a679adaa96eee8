import { openAddin } from "@workbooks/stand-in/addin";
import type { ChartContent } from "@workbooks/xlsx/content";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { drawPlanCharts } from "../packages/stand-in/support/planCharts";
import { ours } from "../packages/xlsx/support/edited";
import { convert } from "./support/soffice";

let book: Uint8Array;
let charts: ChartContent[];

beforeAll(async () => {
  const addin = await openAddin();
  await drawPlanCharts();
  book = await patchWorkbook(newWorkbook(), addin.standIn.content(), ours);
  addin.close();
  const saved = (await convert(book, "xlsx"))["book.xlsx"]!;
  charts = (await readWorkbook(new Uint8Array(saved), ours)).sheets.flatMap((sheet) => sheet.charts);
});

test("LibreOffice sees a fan: bands on a base that is not seen and not in the legend, the median as a line", () => {
  expect(charts[0]).toMatchObject({
    type: "AreaStacked",
    title: "Savings with their range, £bn",
    legend: { visible: true, position: "Bottom", hiddenEntries: [0] },
    axes: { value: { minimum: 0, maximum: 25, majorUnit: 5 } },
    series: [
      { color: "none", values: "Fan!$B$2:$B$5" },
      { color: "#9DC3E6", categories: "Fan!$A$2:$A$5" },
      { color: "#BDD7EE" },
      { color: "#1F4E79", labels: { shows: ["value"], position: "Top" } },
    ],
  });
  // LibreOffice says of all series of a chart that they are stacked, and rounds a line's width to hundredths of a millimetre.
  expect(charts[0]?.series[3]?.type).toMatch(/^LineMarkers/);
  expect(charts[0]?.series[3]?.line?.weight).toBeCloseTo(2.25, 1);
  expect(charts[0]?.axes.value.numberFormat).toMatch(/£/);
});

test("LibreOffice sees a tornado: bars over one another from a base, the first on top", () => {
  expect(charts[1]).toMatchObject({
    type: "BarClustered",
    axes: { category: { reversed: true }, value: { minimum: 14, maximum: 22, crossedAt: 18.1, title: "£bn" } },
    series: [
      { color: "#C55A11", overlap: 100, gapWidth: 40 },
      { color: "#2E75B6", overlap: 100, gapWidth: 40 },
    ],
  });
});

test("LibreOffice sees a combination: columns, a dashed line on axes of its own, a point in its own colour", () => {
  expect(charts[2]).toMatchObject({
    type: "ColumnClustered",
    axes: { secondaryValue: { minimum: 0, maximum: 1 } },
    plotFormat: { fill: "#F7F7F7" },
    series: [
      { name: "Need" },
      { name: "Savings", points: { 2: { color: "#C50F1F" } }, labels: { shows: ["value"], position: "OutsideEnd" } },
      { name: "Share", type: "LineMarkers", secondary: true, color: "#107C41" },
    ],
  });
});

test("LibreOffice prints them", async () => {
  const pdf = (await convert(book, "pdf"))["book.pdf"]!;
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  expect(pdf.length).toBeGreaterThan(10_000);
});
