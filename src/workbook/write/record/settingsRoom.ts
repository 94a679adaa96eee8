import { action, type Action } from "../../excel/actions";
import { settingKeys, settingText } from "../../excel/settings";
import type { Journal } from "../../journal/journal";
import type { Seen } from "../../seen";
import { coarseRecord, type WrittenRecord } from "./writtenRecord";

/**
 * Characters that the journal and the records of what was written take together. About 1 MB of settings is known to hold, 2 MB
 * is the most (OfficeDev/office-js#3957, #621), and corrections are kept there too.
 */
const roomOfRuns = 500_000;
const roomOfSeen = 50_000;

/** What a run remembers of a sheet. */
export interface RecordToKeep {
  key: string;
  record: WrittenRecord;
}

/** As the settings keep it; null where they have no room for it. */
export interface KeptRecord {
  key: string;
  text: string | null;
}

/** The texts of records, by their keys. */
type Texts = ReadonlyMap<string, string>;

/**
 * The records that the settings hold: all of them, those of other sheets than the run writes to, and the keys of those whose
 * sheets are gone.
 */
export function keptRecords(
  settings: readonly Excel.Setting[],
  markers: { targets: readonly string[]; sheets: readonly string[] },
): { now: Texts; others: Texts; orphans: string[] } {
  const now = new Map(
    settings
      .filter(({ key }) => key.startsWith(settingKeys.written("")))
      .map((setting) => [setting.key, settingText(setting) ?? ""]),
  );
  const targets = new Set(markers.targets.map(settingKeys.written));
  const sheets = new Set(markers.sheets.map(settingKeys.written));
  const others = [...now].filter(([key]) => !targets.has(key));
  return {
    now,
    others: new Map(others.filter(([key]) => sheets.has(key))),
    orphans: others.flatMap(([key]) => (sheets.has(key) ? [] : [key])),
  };
}

/**
 * The records in a form that fits beside those of other sheets: whole, else without what the run before wrote, else with a
 * digest a row. Those that do not fit even so are left out, the largest first: the next run then asks before it replaces anything.
 */
export function fittingRecords(records: readonly RecordToKeep[], others: Texts): KeptRecord[] {
  const room = roomOfRuns - sizeOf(others);
  const forms = [
    (record: WrittenRecord) => record,
    withoutPrevious,
    (record: WrittenRecord) => coarseRecord(withoutPrevious(record)),
  ];
  let texts = new Map<string, string>();
  for (const form of forms) {
    texts = new Map(records.map(({ key, record }) => [key, JSON.stringify(form(record))]));
    if (sizeOf(texts) <= room) break;
  }
  const largestFirst = [...texts].sort(([, one], [, other]) => other.length - one.length);
  for (const [key] of largestFirst) if (sizeOf(texts) > room) texts.delete(key);
  return records.map(({ key }) => ({ key, text: texts.get(key) ?? null }));
}

/**
 * The journal as the settings keep it beside the records that there are and that there will be: whole, else without how cells look
 * that go, which get it back from memory in any case; null where there is no room for it even so.
 */
export function fittingJournal(
  journal: Journal,
  { now, records }: { now: Texts; records: readonly KeptRecord[] },
  largestRequest?: number,
): string | null {
  const room = journalRoom(now, records);
  const whole = JSON.stringify(journal);
  if (whole.length <= Math.min(room, (largestRequest ?? 2 * room) / 2)) return whole;
  const text = JSON.stringify({ ...journal, changes: journal.changes.filter(({ kind }) => kind !== "looksTaken") });
  return text.length <= room ? text : null;
}

/** How long a journal may be. */
function journalRoom(now: Texts, records: readonly KeptRecord[]): number {
  const after = new Map(now);
  for (const { key, text } of records) after.set(key, text ?? "");
  return Math.max(0, roomOfRuns - Math.max(sizeOf(now), sizeOf(after)));
}

export function keepingAction({ key, text }: KeptRecord): Action {
  return text === null ? forgetAction(key) : action(({ workbook }) => void workbook.settings.add(key, text), text);
}

export function forgetAction(key: string): Action {
  return action(({ workbook }) => workbook.settings.getItemOrNullObject(key).delete());
}

/** Where there is more than can be kept, the next run is shown before it is written, as one that the workbook cannot repeat. */
export function seenText(seen: Seen): string {
  const text = JSON.stringify(seen);
  return text.length <= roomOfSeen ? text : JSON.stringify({ ...seen, findings: {}, isOnce: true } satisfies Seen);
}

function withoutPrevious({ previous: _previous, ...record }: WrittenRecord): WrittenRecord {
  return record;
}

function sizeOf(texts: Texts): number {
  return [...texts].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
}
