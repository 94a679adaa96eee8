import { parse, tokenize } from "@borgar/fx";
import type { FUniver } from "@univerjs/core/lib/facade";

/**
 * As in Excel, what begins like a formula and is none does not get into a cell: it stays open for correction, and a sentence
 * says so. In a file it would make Excel repair the workbook. `onWrong` hears the sentence, or null once all is well;
 * `needsArguments` says whether a function cannot be called without any.
 */
export function refuseFormulas(
  api: FUniver,
  needsArguments: (name: string) => boolean,
  onWrong: (sentence: string | null) => void,
): void {
  api.addEvent(api.Event.BeforeSheetEditEnd, (edit) => {
    const text = edit.isConfirm ? edit.value.toPlainText().replace(/[\r\n]+$/, "") : "";
    const wrong = whatIsWrong(text, needsArguments);
    if (wrong !== null) edit.cancel = true;
    onWrong(wrong === null ? null : `${wrong}: correct it, or press Esc to leave the cell as it was.`);
  });
}

function whatIsWrong(text: string, needsArguments: (name: string) => boolean): string | null {
  if (isWrongFormula(text)) return `"${text}" is not a complete formula`;
  const name = text.startsWith("=") ? calledWithoutArguments(text).find(needsArguments) : undefined;
  return name === undefined ? null : `${name} needs at least one argument in its brackets`;
}

/** Whether a text that begins with "=" cannot be read as a formula, also when the brackets left open are closed at its end. */
export function isWrongFormula(text: string): boolean {
  if (!text.startsWith("=") || text === "=") return false;
  return !isFormula(withBracketsClosed(text));
}

/** A formula with the round brackets closed that it leaves open, as Excel enters it; anything else as it is. */
export function withBracketsClosed(text: string): string {
  if (!text.startsWith("=") || isFormula(text)) return text;
  const closed = text + ")".repeat(openBrackets(text));
  return isFormula(closed) ? closed : text;
}

/** The functions that a formula calls with nothing in the brackets: "SUM" of "=1+SUM(". */
export function calledWithoutArguments(text: string): string[] {
  const tokens = tokenize(text).filter(({ type }) => type !== "whitespace");
  return tokens
    .filter(({ type }, index) => type === "func" && [undefined, ")"].includes(tokens[index + 2]?.value))
    .map(({ value }) => value.toUpperCase());
}

function isFormula(text: string): boolean {
  try {
    parse(tokenize(text), { permitArrayRanges: true, permitArrayCalls: true });
    return !hasLooseLiteral(text) && openBrackets(text) === 0;
  } catch {
    return false;
  }
}

/** "SUM(1 2)": a space between two operands is what two areas have in common, and a number has nothing in common. */
function hasLooseLiteral(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.some(({ type }, index) => {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (type !== "whitespace" || !before || !after) return false;
    const begins = !OPERATOR.has(after.type) || /^[({]$/.test(after.value);
    const ends = !OPERATOR.has(before.type) || /^[)}%#]$/.test(before.value);
    return begins && ends && (LITERAL.has(before.type) || LITERAL.has(after.type));
  });
}

const OPERATOR = new Set(["operator", "fx_prefix"]);
const LITERAL = new Set(["number", "string", "bool"]);

function openBrackets(text: string): number {
  const outside = text.replace(/"[^"]*"/g, "").replace(/'[^']*'/g, "");
  return Math.max(0, outside.split("(").length - outside.split(")").length);
}
