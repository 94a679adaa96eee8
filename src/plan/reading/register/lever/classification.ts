import { yesNoWords, recurrenceWords } from "../../../columns/words/timingWords";
import { cashEffectWords, efficiencyTypeWords, leverTypeWords, type TypeWord } from "../../../columns/words/typeWords";
import { findWord } from "../../../columns/words/wordMap";
import type { Lever } from "../../../plan";
import { warnAt, type CellReader } from "../../cells/readCells";
import { columnOf } from "../../tableColumn";
import type { RegisterTable } from "../registerContext";
import { kindOfText } from "./rowKind";
import { saysNothing, textIn } from "./rowTexts";

/** Type of saving, cash effect, efficiency type, and whether it saves only against the baseline. A word that is none of these is said. */
export function classificationOf(
  reader: CellReader,
  table: RegisterTable,
  row: number,
): Pick<Lever, "type" | "baselineOnly" | "cashEffect" | "efficiencyType"> {
  const word = <T>(meaning: string, words: ReadonlyMap<string, T>, unknown: string): T | undefined => {
    const column = columnOf(table.columns, meaning);
    const written = textIn(reader, table, row, column);
    const found = written === "" ? undefined : findWord(words, written);
    if (column && written !== "" && found === undefined && !saysNothing(written)) warnAt(reader, row, column, unknown);
    return found;
  };
  const type = typeOf(reader, table, row);
  const underCash = typeUnderCash(reader, table, row);
  const cashEffect = underCash
    ? undefined
    : word(
        "cashEffect",
        cashEffectWords,
        "the word says neither that the saving is cash-releasing nor that it is not, so its cash effect is not stated; Cash-releasing or Non-cash-releasing would say which",
      );
  const efficiencyType = word(
    "efficiencyType",
    efficiencyTypeWords,
    "the word is no efficiency type, so it is not stated; Technical, Allocative, Non-efficiency saving or Deferred cost would say which",
  );
  const baselineOnly =
    type?.baselineOnly ??
    word(
      "baselineOnly",
      yesNoWords,
      "the word is neither yes nor no, so the saving was taken as one of money that is spent, not only against the baseline",
    );
  return {
    type: (type ?? underCash)?.type ?? "Cost reduction",
    baselineOnly: baselineOnly ?? false,
    cashEffect: cashEffect ?? type?.cashEffect ?? "Not stated",
    efficiencyType: efficiencyType ?? "Not stated",
  };
}

/** Registers write Cost avoidance and Income beside Cash-releasing, where there could be two columns. */
function typeUnderCash(reader: CellReader, table: RegisterTable, row: number): TypeWord | undefined {
  const text = textIn(reader, table, row, columnOf(table.columns, "cashEffect"));
  const found = text === "" ? undefined : findWord(leverTypeWords, text);
  return found && found.type !== "Cost reduction" ? found : undefined;
}

/** The word of a Type column: a type, with it the cash effect; words that are none are kept out with one warning. */
function typeOf(reader: CellReader, table: RegisterTable, row: number): TypeWord | undefined {
  const column = columnOf(table.columns, "type");
  const text = textIn(reader, table, row, column);
  const found = text === "" ? undefined : findWord(leverTypeWords, text);
  if (found) return found;
  const isKind =
    table.carried?.has(row) || kindOfText(text) !== undefined || findWord(recurrenceWords, text) !== undefined;
  if (column && text !== "" && !isKind)
    warnAt(
      reader,
      row,
      column,
      "the word is no known type, so the lever counts as a cost reduction; Cost reduction, Cost avoidance or Income would say which",
    );
  return undefined;
}
