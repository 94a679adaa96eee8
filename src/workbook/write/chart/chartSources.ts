import { codeOf } from "../../excel/excelErrors";
import type { WorkbookShape } from "../../excel/workbookShape";
import { chartName } from "../inspectOutputs";

/** A chart of the user's and the areas that its series are drawn from. */
export interface ChartSources {
  sheet: string;
  chart: string;
  /** "='As planned Breakdown'!$F$6:$F$9"; of a scatter the figures across are its categories. */
  series: { categories: string; values: string }[];
}

/**
 * The areas that the workbook's charts are drawn from, our own charts left out: none where Excel is older than 1.15 or does not
 * say, as of kinds of charts that have no such series.
 */
export async function askForChartSources(
  context: Excel.RequestContext,
  { sheets, ownSheets }: Pick<WorkbookShape, "sheets" | "ownSheets">,
): Promise<ChartSources[]> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.15")) return [];
  const collections = sheets.map(({ name, id }) => {
    const { charts } = context.workbook.worksheets.getItem(id);
    charts.load("items/name,items/chartType,items/series/items/name");
    return { sheet: name, charts };
  });
  await context.sync();
  const own = new Set(ownSheets.map(({ sheet }) => sheet));
  const users = collections.flatMap(({ sheet, charts }) =>
    charts.items.filter(({ name }) => name !== chartName || !own.has(sheet)).map((chart) => ({ sheet, chart })),
  );
  const ask = ({ sheet, chart }: { sheet: string; chart: Excel.Chart }) => {
    const isScatter = /^(XYScatter|Bubble)/.test(chart.chartType);
    const dimensions = isScatter ? (["XValues", "YValues"] as const) : (["Categories", "Values"] as const);
    const asked = chart.series.items.map((series) => ({
      categories: series.getDimensionDataSourceString(dimensions[0]),
      values: series.getDimensionDataSourceString(dimensions[1]),
    }));
    return (): ChartSources => ({
      ...{ sheet, chart: chart.name },
      series: asked.map(({ categories, values }) => ({
        categories: `=${categories.value}`,
        values: `=${values.value}`,
      })),
    });
  };
  const all = users.map(ask);
  if (all.length === 0 || (await isAnswered(context))) return all.map((answer) => answer());
  // One chart at a time: one that does not answer takes nothing from the others.
  const found: ChartSources[] = [];
  for (const each of users) {
    const answer = ask(each);
    if (await isAnswered(context)) found.push(answer());
  }
  return found;
}

/** False where Excel refuses to say it. */
async function isAnswered(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (codeOf(error) === "InvalidOperationInCellEditMode") throw error;
    return false;
  }
}
