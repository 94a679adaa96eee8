import type { EarlierSaving } from "../../plan/report/outputTable";
import { tableIdentity } from "../../plan/report/tableIdentity";
import { excelRun, type RunOptions } from "../excel/excelRun";
import { likelyTableNames } from "../excel/sheetNames";
import { markerName } from "../own/ownSheets";

/** The savings by lever as they stand on the scenario's Breakdown from an earlier run; null where there is none to be read. */
export async function earlierSavings(scenario: string, options: RunOptions): Promise<EarlierSaving[] | null> {
  return excelRun(async (context) => {
    const marker = context.workbook.names.getItemOrNullObject(markerName(scenario, "breakdown"));
    const sheet = marker.getRangeOrNullObject().worksheet;
    sheet.load("name");
    const found = likelyTableNames(tableIdentity("breakdown", scenario).tableName).map((name) => {
      const table = sheet.tables.getItemOrNullObject(name);
      table.load("name");
      const [header, body] = [table.getHeaderRowRange(), table.getDataBodyRange()];
      header.load("values");
      body.load("values");
      return { table, header, body };
    });
    await context.sync();
    const one = found.find(({ table }) => !table.isNullObject);
    if (sheet.isNullObject || !one) return null;
    const headings = (one.header.values[0] ?? []).map(String);
    return (one.body.values as unknown[][]).map((row) => ({
      lever: String(row[0]),
      amounts: headings.flatMap((heading, column) => {
        const amount = row[column];
        return typeof amount === "number" ? [{ heading, amount }] : [];
      }),
    }));
  }, options);
}
