import { parse, tokenize } from "@borgar/fx";
import type { FUniver } from "@univerjs/core/lib/facade";

/**
 * As in Excel, what begins like a formula and is none does not get into a cell: it stays open for correction, and a sentence
 * says so. In a file it would make Excel repair the workbook. `onWrong` hears the sentence, or null once all is well.
 */
export function refuseFormulas(api: FUniver, onWrong: (sentence: string | null) => void): void {
  api.addEvent(api.Event.BeforeSheetEditEnd, (edit) => {
    const text = edit.isConfirm ? edit.value.toPlainText().replace(/[\r\n]+$/, "") : "";
    const isWrong = isWrongFormula(text);
    if (isWrong) edit.cancel = true;
    onWrong(
      isWrong ? `"${text}" is not a complete formula: correct it, or press Esc to leave the cell as it was.` : null,
    );
  });
}

/** Whether a text that begins with "=" cannot be read as a formula, also when the brackets left open are closed at its end. */
export function isWrongFormula(text: string): boolean {
  if (!text.startsWith("=") || text === "=") return false;
  return !isFormula(text) && !isFormula(text + ")".repeat(openBrackets(text)));
}

function isFormula(text: string): boolean {
  try {
    parse(tokenize(text), { permitArrayRanges: true, permitArrayCalls: true });
    return true;
  } catch {
    return false;
  }
}

function openBrackets(text: string): number {
  const outside = text.replace(/"[^"]*"/g, "").replace(/'[^']*'/g, "");
  return Math.max(0, outside.split("(").length - outside.split(")").length);
}
