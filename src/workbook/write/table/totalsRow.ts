import type { OutputTable, OutputTotals } from "../../../plan/report/outputTable";
import { action, type Action } from "../../excel/actions";
import { cellDigest, textInput, type CellInput } from "../../excel/cellInput";
import type { OutputSheet } from "../inspectOutputs";
import { palette } from "../sheet/palette";
import { tableAt } from "./reshapeTable";
import type { WrittenRecord } from "../record/writtenRecord";

/** Puts Excel's own totals row under a table that has none: it follows the rows, the columns and a filter, and so do formulas that point at it. */
export function addTotals(
  table: Excel.Table,
  output: OutputTable,
  tableName: string,
  header: readonly (string | null)[],
): void {
  if (!output.totals) return;
  table.showTotals = true;
  const row = table.getTotalRowRange();
  fillTotals(row, output.totals, tableName, header);
  row.numberFormat = [header.map((heading) => formatOf(output, heading))];
  row.format.font.bold = true;
  const rule = row.format.borders.getItem("EdgeTop");
  rule.style = "Continuous";
  rule.color = palette.quiet;
}

/**
 * What a run does about the totals row of a sheet that is there. One that the user has switched off stays off, one that they
 * have switched on themselves stays as it is.
 */
function totalsTask(output: Pick<OutputTable, "totals">, { totals, record }: OutputSheet): "add" | "write" | null {
  if (!output.totals) return null;
  if (totals) return record?.totals === undefined ? null : "write";
  // After an undo of the run that brought it there is none, as there was none before.
  const isOff = record?.totals !== undefined && (!record.previous || record.previous.totals !== undefined);
  return isOff ? null : "add";
}

/** `header`: the headings once all columns are in and none is out. */
export function totalsActions(output: OutputTable, now: OutputSheet, header: readonly string[]): Action[] {
  const { totals } = output;
  const task = totalsTask(output, now);
  if (!totals || task === null) return [];
  const tableOf = tableAt(now);
  const ours = header.map((heading) => (output.header.includes(heading) ? heading : null));
  const before = new Set(now.contents.header);
  return [
    action(
      (context) => {
        const table = tableOf(context);
        if (task === "add") return addTotals(table, output, now.tableName, ours);
        const row = table.getTotalRowRange();
        fillTotals(row, totals, now.tableName, ours);
        row.numberFormat = [
          ours.map((heading) => (heading && !before.has(heading) ? formatOf(output, heading) : null)),
        ];
      },
      totalsInput(totals, now.tableName, ours),
    ),
  ];
}

/** Columns of the totals row, in the sheet's table, that the user has typed over. */
export function totalsTypedOver(
  output: OutputTable,
  { totals, record, contents }: OutputSheet,
  headings: readonly string[],
): number[] {
  if (!totals || record?.totals === undefined || !output.totals) return [];
  return contents.header.flatMap((_, column) => {
    const was = record.header.indexOf(headings[column] ?? "");
    const digest = (record.totals ?? "").slice(3 * was, 3 * was + 3);
    return was < 0 || totalDigest(totals[column] ?? "") === digest ? [] : [column];
  });
}

/** What the record keeps of the totals row that a run leaves; nothing of one that is not ours. */
export function totalsDigests(
  output: Pick<OutputTable, "totals" | "header">,
  tableName: string,
  now: OutputSheet | null,
): string | undefined {
  if (!output.totals) return now?.record?.totals;
  if (now && totalsTask(output, now) === null) return now.record?.totals;
  return totalsInput(output.totals, tableName, output.header).map(totalDigest).join("");
}

/** What puts the totals row back as it was before a run; a cell that somebody else has changed since stays. `header`: of the table as it stands. */
export function totalsBack(
  before: CellInput[] | null | undefined,
  headingsBefore: readonly string[],
  written: WrittenRecord,
  now: OutputSheet,
): Action[] {
  const { totals } = now;
  if (before === undefined || !totals || written.totals === undefined) return [];
  const wasWritten = (heading: string, cell: CellInput): boolean => {
    const at = written.header.indexOf(heading);
    return at >= 0 && totalDigest(cell) === written.totals?.slice(3 * at, 3 * at + 3);
  };
  const tableOf = tableAt(now);
  if (before === null) {
    const isOurs = now.contents.header.every(
      (heading, at) => totals[at] === "" || wasWritten(heading, totals[at] ?? ""),
    );
    return isOurs ? [action((context) => void (tableOf(context).showTotals = false))] : [];
  }
  const cells = now.contents.header.map((heading, at): CellInput => {
    const was = headingsBefore.indexOf(heading);
    return was >= 0 && wasWritten(heading, totals[at] ?? "") ? (before[was] ?? "") : null;
  });
  if (cells.every((cell) => cell === null)) return [];
  return [action((context) => void (tableOf(context).getTotalRowRange().formulas = [cells]), cells)];
}

function fillTotals(
  row: Excel.Range,
  totals: OutputTotals,
  tableName: string,
  header: readonly (string | null)[],
): void {
  row.formulas = [totalsInput(totals, tableName, header)];
}

/** Null, at a column that is not ours, leaves the cell as it is. SUBTOTAL's 109 sums what a filter shows. */
function totalsInput(
  { label, sums }: OutputTotals,
  tableName: string,
  header: readonly (string | null)[],
): CellInput[] {
  return header.map((heading, at) => {
    if (heading === null) return null;
    if (sums.includes(heading)) return `=SUBTOTAL(109,${tableName}[${heading.replace(/['#@[\]]/g, "'$&")}])`;
    return at === 0 ? textInput(label) : "";
  });
}

function formatOf({ header, numberFormats }: OutputTable, heading: string | null): string | null {
  const format = heading === null ? undefined : numberFormats[0]?.[header.indexOf(heading)];
  return format === undefined ? null : format === "@" ? "General" : format;
}

/** Excel may leave out the table's own name, and brackets that it does not need. */
function totalDigest(input: CellInput): string {
  if (typeof input !== "string" || !input.startsWith("=")) return cellDigest(input);
  return cellDigest(
    input
      .replace(/[\p{L}_][\p{L}\p{N}_.]*(?=\[)/gu, "")
      .replace(/\[\[/g, "[")
      .replace(/\]\]/g, "]"),
  );
}
