import { areaAddress, cellAddress } from "../../../cells/address";
import type { OutputTable } from "../../../plan/report/outputTable";
import { askForOutputs, outputStateOf, type OutputSheet } from "../../write/inspectOutputs";
import { recordNow } from "../../write/record/recordNow";
import { movesAnything } from "../../write/table/tableMoves";
import { changeOf, headingsNow } from "../../write/sheet/updateSheet";
import { typedOver } from "../../write/record/writtenRecord";

/** Cells of results that a run would write otherwise now: on which sheet, and the first of them. */
export interface StaleSheet {
  sheet: string;
  cell: string;
  count: number;
}

/** Holds what a run would write against what its sheets hold, in one sync; a sheet that is not there is not missed. */
export async function staleResults(
  context: Excel.RequestContext,
  scenario: string,
  tables: readonly OutputTable[],
): Promise<StaleSheet[]> {
  // Notes say when they were written.
  const compared = tables.filter(({ id }) => id !== "notes");
  const query = askForOutputs(context, scenario, compared);
  await context.sync();
  const { sheets } = outputStateOf(query);
  return compared.flatMap((output, index) => {
    const now = sheets[index];
    return now ? differencesOf(output, now) : [];
  });
}

function differencesOf(output: OutputTable, now: OutputSheet): StaleSheet[] {
  const { sheet, row, column, contents, tableName } = now;
  const header = headingsNow(now);
  const cells = typedOver(recordNow(output, tableName, now), header, { ...contents, header });
  const [first] = cells;
  if (first)
    return [{ sheet, cell: cellAddress(sheet, row + 1 + first.row, column + first.column), count: cells.length }];
  if (!movesAnything(changeOf(output, now))) return [];
  const table = { row, column, rowCount: contents.rows.length + 1, columnCount: contents.header.length };
  return [{ sheet, cell: areaAddress({ sheet, ...table }), count: 1 }];
}
