import { cellDigest, rowKey, type CellInput } from "./cellInput";
import { toWorkbookError, WorkbookError } from "./excelErrors";
import { excelRun, type RunOptions } from "./excelRun";
import { askForOutputs, outputStateOf, type OutputSheet } from "./inspectOutputs";
import type { ChangedSheet, Journal } from "./journal";
import { asOwnWrite } from "./ownWrites";
import { reshapeSteps } from "./reshapeTable";
import { settingKeys, settingValue } from "./settings";
import { send, step, type Step } from "./steps";
import { tableChange, type TableContents } from "./tableChange";
import { aboveSteps, chartSteps, headingsNow } from "./updateSheet";
import { typedOver } from "./writtenRecord";

/** Puts back what a run left half done when Excel or the pane went away. Answers the names of the sheets, none where nothing was left. */
export async function restorePending(options: RunOptions = {}): Promise<string[]> {
  const journal = await excelRun(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(settingKeys.journal);
    setting.load("value");
    await context.sync();
    return settingValue<Journal>(setting);
  }, options);
  if (!journal) return [];
  if (journal.version !== 1) {
    throw new WorkbookError("notRestored", "A newer version of the add-in broke off here; restore with that version.");
  }
  await putBack(journal, options);
  return [...journal.changed.map(({ before }) => before.sheet), ...journal.added.map(({ sheet }) => sheet)];
}

/** Leaves the sheets as they are now and forgets how they were before. */
export async function discardPending(options: RunOptions = {}): Promise<void> {
  await excelRun(async (context) => {
    context.workbook.settings.getItemOrNullObject(settingKeys.journal).delete();
    await context.sync();
  }, options);
}

/**
 * Puts the workbook back as the journal says: sheets that the run added are removed, tables that it changed get their rows,
 * columns and cells again. A cell that somebody else has changed meanwhile stays. One sync to look, one to put back.
 */
export async function putBack(journal: Journal, options: RunOptions = {}): Promise<void> {
  try {
    await tryToPutBack(journal, options);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, beforeSecondTry));
    try {
      await tryToPutBack(journal, options);
    } catch (error) {
      throw new WorkbookError(
        "notRestored",
        "Writing failed and Excel does not answer, so some result sheets may be half written; open the pane again and choose Restore.",
        toWorkbookError(error),
      );
    }
  }
}

const beforeSecondTry = 300;

async function tryToPutBack(journal: Journal, options: RunOptions): Promise<void> {
  const waiting = options.onWaiting ? { onWaiting: options.onWaiting } : {};
  await asOwnWrite(() =>
    excelRun(async (context) => {
      const changed = journal.changed.map(({ id, before }) => ({ id, tableName: before.tableName }));
      const query = askForOutputs(context, journal.scenario, changed as Parameters<typeof askForOutputs>[2]);
      const added = journal.added.map(({ sheet }) => {
        const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
        worksheet.load("name");
        const used = worksheet.getUsedRangeOrNullObject(true);
        used.load("address");
        return { worksheet, used };
      });
      await context.sync();

      const state = outputStateOf(query);
      const steps = journal.changed.flatMap((entry, index) => {
        const now = state.sheets[index];
        return now ? changedBack(entry, now) : [];
      });
      journal.added.forEach((entry, index) => {
        const found = added[index];
        if (!found) return;
        const isMarked = state.shape.ownSheets.some((own) => own.marker === entry.marker && own.sheet === entry.sheet);
        const isOurs = !found.worksheet.isNullObject && (isMarked || found.used.isNullObject);
        const hasMarker = state.shape.names.some((name) => name.name === entry.marker);
        if (isOurs) steps.push(step(() => found.worksheet.delete()));
        const { markerBefore, marker } = entry;
        if (hasMarker && (isOurs || !markerBefore)) {
          steps.push(step((c) => c.workbook.names.getItem(marker).delete()));
          if (markerBefore && !markerBefore.formula.includes("#REF!")) {
            steps.push(
              step((c) => {
                c.workbook.names.add(marker, markerBefore.formula, markerBefore.comment).visible = false;
              }),
            );
          }
        }
        steps.push(settingBack(settingKeys.written(marker), entry.recordBefore));
      });
      journal.changed.forEach(({ before }) => {
        steps.push(settingBack(settingKeys.written(before.marker), before.recordText));
      });
      if (journal.added.length > 0) {
        steps.push(step((c) => c.workbook.worksheets.getItemOrNullObject(journal.inFront).activate()));
      }
      const last = journal.lastScenario === null ? null : JSON.stringify(journal.lastScenario);
      steps.push(settingBack(settingKeys.lastScenario, last), settingBack(settingKeys.journal, null));
      await send(context, steps);
    }, waiting),
  );
}

function changedBack({ before, written, chart }: ChangedSheet, now: OutputSheet): Step[] {
  const header = headingsNow({ ...now, record: written });
  const current: TableContents = { ...now.contents, header };
  const target = withOthersEdits(before, current, written);
  const change = tableChange(current, target, written.header, "replaced");
  const above = before.above.map((line, index): CellInput => {
    const held = cellDigest(now.above[index] ?? "");
    const isOurs = held === (written.above[index] ?? cellDigest("")) || held === cellDigest(line);
    return isOurs ? line : null;
  });
  return [
    ...aboveSteps(now.sheet, above),
    ...reshapeSteps(now, change, current.rows.length),
    ...(chart ? chartSteps({ chart }, now, change.headerAfter, target.rows.length) : []),
  ];
}

/** What was there before, but for the cells that hold neither that nor what the run wrote. */
function withOthersEdits(before: OutputSheet, current: TableContents, written: ChangedSheet["written"]): TableContents {
  const wasWritten = new Set<string>();
  const place = (row: number, column: number) => `${row}:${column}`;
  typedOver(written, current.header, current).forEach(({ row, column }) => wasWritten.add(place(row, column)));
  const keyColumn = before.contents.header[0] ?? "";
  const rowsNow = rowsByKey(current, keyColumn);
  const seen = new Map<string, number>();
  const rows = before.contents.rows.map((cells) => {
    const key = rowKey(cells[0] ?? "");
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const row = rowsNow.get(key)?.[nth];
    if (row === undefined) return cells;
    return cells.map((cell, index): CellInput => {
      const column = current.header.indexOf(before.contents.header[index] ?? "");
      if (column < 0) return cell;
      const held = current.rows[row]?.[column] ?? "";
      if (cellDigest(held) === cellDigest(cell)) return cell;
      const isOursToPutBack = written.header.includes(before.contents.header[index] ?? "") && !wasWritten.has(place(row, column));
      return isOursToPutBack ? cell : held;
    });
  });
  return { ...before.contents, rows };
}

function rowsByKey(table: TableContents, keyColumn: string): Map<string, number[]> {
  const column = table.header.indexOf(keyColumn);
  const rows = new Map<string, number[]>();
  table.rows.forEach((cells, index) => {
    const key = rowKey(cells[column] ?? "");
    rows.set(key, [...(rows.get(key) ?? []), index]);
  });
  return rows;
}

function settingBack(key: string, text: string | null): Step {
  return step(({ workbook: { settings } }) => {
    if (text === null) settings.getItemOrNullObject(key).delete();
    else settings.add(key, text);
  }, text);
}
