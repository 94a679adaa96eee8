import { cellDigest } from "../../excel/cellInput";
import { excelRun, type RunOptions } from "../../excel/excelRun";
import { askForSheet, sheetOf, type OutputSheet } from "../inspectOutputs";
import { filledSize, type Reshaping } from "../table/reshaping";
import { typedOver, type WrittenRecord } from "./writtenRecord";

/** What tells a sheet that a run wrote from the sheet before it. */
export interface BeforeWrite {
  marker: string;
  table: string;
  /** There was no sheet: it is gone where the write was taken back. */
  isNew: boolean;
  /** What its table and the lines above it held; null where the run has changed nothing of them. */
  held: string | null;
  /** Size of its table before rows and columns were taken out, which the first undo leads back to; null where none were. */
  filled: { rowCount: number; columnCount: number } | null;
}

/**
 * Whether the workbook still holds what a run wrote; false once undo has taken it back, or a part of it. What the user has typed
 * into the results since takes nothing back. One sync.
 */
export async function isStillWritten(sheets: readonly BeforeWrite[], options: RunOptions = {}): Promise<boolean> {
  return excelRun(async (context) => {
    const asked = sheets.map((before) => ({ before, query: askForSheet(context, before.marker, before.table) }));
    await context.sync();
    return asked.every(({ before, query }) => {
      if (query.sheet.isNullObject) return false;
      const now = sheetOf(query);
      return before.isNew || now === null || !(isAsBefore(before, now) || isRegrown(before, now));
    });
  }, options);
}

export function newBefore(marker: string, table: string): BeforeWrite {
  return { marker, table, isNew: true, held: null, filled: null };
}

/** @param record what the run writes into it */
export function beforeWrite(now: OutputSheet, record: WrittenRecord, reshaping: Reshaping): BeforeWrite {
  const { marker, tableName: table, contents, above } = now;
  const isAsWritten =
    contents.rows.length === record.keys.length &&
    record.above.every((digests, index) => (above[index] ?? []).map(cellDigest).join("").startsWith(digests)) &&
    typedOver(record, contents.header, contents).length === 0 &&
    (now.totals !== null || record.totals === undefined);
  return { marker, table, isNew: false, held: isAsWritten ? null : heldBy(now), filled: filledSize(reshaping) };
}

function isAsBefore({ held }: BeforeWrite, now: OutputSheet): boolean {
  return held !== null && held === heldBy(now);
}

function isRegrown({ filled }: BeforeWrite, { contents }: OutputSheet): boolean {
  return filled?.rowCount === contents.rows.length && filled.columnCount === contents.header.length;
}

function heldBy({ above, totals, contents: { header, rows } }: OutputSheet): string {
  return [...above, header, ...rows, totals ?? []].map((line) => line.map(cellDigest).join("")).join("\n");
}
