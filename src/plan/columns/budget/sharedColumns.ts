import { unitChoices } from "../choices";
import type { DocumentedColumn } from "../column";
import { unitWords } from "../words/namedWords";
import { phrases } from "../words/phrases";

/** Records that spending and funding share. */
export const unitColumn: Omit<DocumentedColumn, "table"> = {
  id: "unit",
  name: "Unit",
  headings: phrases("Units; Unit of measure; Unit of measurement; UoM; Currency; Denomination; Scale; In units of"),
  values: { holds: "words", words: unitWords, choices: unitChoices },
  use: "plan",
  whenBlank: "the unit of the headings and titles",
  help: "What a row's amounts are in, where rows differ: £k or £m.",
  template: null,
};

/** Each adds its own headings. */
export const referenceColumn = {
  id: "reference",
  name: "Reference",
  values: { holds: "code" },
  use: "set aside",
  whenBlank: "nothing",
  help: "A ledger code or a number of the row. It is no amount.",
  template: null,
} as const satisfies Omit<DocumentedColumn, "table" | "headings">;
