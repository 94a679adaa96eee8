import type { TableKind } from "../tableKinds";
import { columnRecord } from "./allColumns";
import { findWord } from "./words/wordMap";

/** What a word in a column of that meaning can be said to mean, in our words: "Cash-releasing", "Non-cash-releasing". Empty where the column holds no choice. */
export function choicesOf(table: TableKind, meaning: string): readonly string[] {
  const values = columnRecord(table, meaning)?.values;
  return values?.holds === "words" ? values.choices : [];
}

/** What a word means in a column of that meaning, in our words; null where it is none that is known. */
export function choiceOf(table: TableKind, meaning: string, word: string): string | null {
  const values = columnRecord(table, meaning)?.values;
  if (values?.holds !== "words") return null;
  const value = findWord(values.words, word);
  if (value === undefined) return null;
  const choice = values.choices.find((one) => findWord(values.words, one) === value);
  return choice ?? (typeof value === "string" ? value : null);
}
