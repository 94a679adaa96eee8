import { riskWords } from "../../../columns/words/statusWords";
import { findWord } from "../../../columns/words/wordMap";
import { warnAt, type CellReader } from "../../cells/readCells";
import { columnOf } from "../../tableColumn";
import type { RegisterTable } from "../registerContext";
import { textIn } from "./rowTexts";

/** How likely it is that a saving does not come; of a column that says how likely it is that it does, the opposite of its word. */
export function riskOf(reader: CellReader, table: RegisterTable, row: number): string {
  const column = columnOf(table.columns, "risk");
  const text = textIn(reader, table, row, column);
  const risk = findWord(riskWords, text);
  if (!column || risk === undefined) return text;
  if (!isOfSuccess(column.full) || colours.test(text) || risk === "Medium") return risk;
  warnAt(reader, row, column, `under '${column.heading}' a high word is a low risk and a low one a high risk`);
  return risk.replace(/high|low|\b[HL]\b/gi, (word) => opposites[word] ?? word);
}

function isOfSuccess(heading: string): boolean {
  return (
    /\b(confiden|deliverab|achievab|ease\b|likelihood|certainty)/i.test(heading) &&
    !/\b(risks?|non|not|failure)\b/i.test(heading)
  );
}

const colours = /\b(red|amber|green)\b/i;
const opposites: Partial<Record<string, string>> = {
  High: "Low",
  Low: "High",
  high: "low",
  low: "high",
  H: "L",
  L: "H",
};
