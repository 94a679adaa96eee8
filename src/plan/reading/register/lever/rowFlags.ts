import { isBlank, isCellError, textOf } from "../../../../cells/cell";
import { columnRecord } from "../../../columns/allColumns";
import { yesNoWords } from "../../../columns/words/timingWords";
import { stillCountWords, stoppedWord } from "../../../columns/words/statusWords";
import { findWord } from "../../../columns/words/wordMap";
import { isPending } from "../../cells/amountText";
import { nameAt } from "../../extent/tableRows";
import type { OpenTable } from "../../openTable";
import type { MappedColumn } from "../../tableColumn";

/** A column of yes and no, or of what a row repeats, that says which rows count. */
interface RowFlag {
  column: MappedColumn;
  /** Rows of which it says that they do not, each with what stands there: "N", or "" where the others alone say Y. */
  rows: ReadonlyMap<number, string>;
  /** Whether they are taken to count all the same: what is not yet live or approved is planned. */
  stillCounts: boolean;
}

/** "Include in plan?", "Counts towards CIP?", "Live?", "Duplicate of": each with a cell that speaks against a row. */
export function rowFlags(table: OpenTable): readonly RowFlag[] {
  const { rows } = table.rows;
  const known = flags.get(rows);
  if (known) return known;
  const found = table.columns.flatMap((column) => flagsOf(table, column));
  flags.set(rows, found);
  return found;
}

const flags = new WeakMap<readonly number[], readonly RowFlag[]>();

export function isRowFlag(table: OpenTable, column: MappedColumn): boolean {
  return rowFlags(table).some((flag) => flag.column === column);
}

function flagsOf(table: OpenTable, column: MappedColumn): RowFlag[] {
  const { heading, meaning, origin } = column;
  const isOpen = meaning === "status" || (origin !== "user" && columnRecord("levers", meaning)?.use !== "plan");
  if (table.kind !== "levers" || !isOpen || otherThings.test(heading)) return [];
  const cells = table.rows.rows.map((row) => [row, nameAt(table.header, row, column.column)] as const);
  if (cells.some(([, value]) => isCellError(value))) return [];
  const texts = cells.map(([row, value]) => [row, isBlank(value) ? "" : textOf(value)] as const);
  const said = texts.filter(([, text]) => text !== "");
  const says = (text: string): boolean | undefined => findWord(yesNoWords, text);
  const flagged = (against: typeof texts, stillCounts: boolean): RowFlag[] =>
    against.length === 0 || said.length === 0 ? [] : [{ column, rows: new Map(against), stillCounts }];
  if (repeats.test(heading)) {
    const against = said.filter(([, text]) => says(text) !== false && !isPending(text));
    return against.length < texts.length ? flagged(against, false) : [];
  }
  if (said.some(([, text]) => says(text) === undefined)) {
    // A status is asked about by itself.
    if (meaning === "status" || !decisions.test(heading)) return [];
    const words = said.map(([row, text]) => ({ row, text, word: stoppedWord(text) }));
    const saying = (isMeant: (word: string) => boolean) =>
      words.flatMap(({ row, text, word }) => (word !== undefined && isMeant(word) ? [[row, text] as const] : []));
    return [
      ...flagged(
        saying((word) => !stillCountWords.has(word)),
        false,
      ),
      ...flagged(
        saying((word) => word === "On hold"),
        true,
      ),
    ];
  }
  if (!included.test(heading) && !current.test(heading)) return [];
  const against = said.filter(([, text]) => says(text) === false);
  const blank = texts.filter(([, text]) => text === "");
  return flagged(against.length > 0 ? against : blank, current.test(heading));
}

const decisions =
  /\b(decisions?|decided|recommend(ed|ations?)?|outcome|verdict|go ?\/ ?no[- ]?go|support(ed)?|approv(al|ed)|agreed|accept(ed)?|endorsed|include(d)?|proceed)\b/i;

const included =
  /^(to be )?(includ(e|ed|ing)|in (the )?(\w+ )?(plan|programme)|counts?|counted|supported|endorsed|accepted|agreed|go ?\/ ?no[- ]?go|proceed|take(n)? forward|decision|recommended)\b/i;
const current = /^(is |still )?(live|active|approved|in scope|in forecast)\b/i;
const repeats = /^(is )?(a )?(duplicates?|duplicated|superseded by|replaced by|merged (with|into))\b/i;
/** What is in the budget or the baseline already counts as a saving all the same. */
const otherThings = /\b(budget|baseline|outturn|date|on|when|who)\b/i;
