import type { OutputCell } from "../../plan/report/outputTable";

/** What Office.js takes for one cell: null leaves the cell as it is, "" empties it, and text that begins with "=" is a formula. */
export type CellInput = string | number | boolean | null;

/**
 * A result as cell input. Text stays text: what Excel could take for a formula, a number, a date, a truth value or an
 * error gets the apostrophe that Excel hides. Text that is longer than a cell may be ends in three dots. No number that is not finite reaches a
 * cell. A formula whose cells have no addresses yet only keeps its place.
 */
export function resultInput(value: OutputCell): CellInput {
  if (value === null) return "";
  if (typeof value === "object") return typeof value.formula === "string" ? value.formula : "=0";
  if (typeof value === "number") return Number.isFinite(value) ? value : "";
  return textInput(value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value);
}

/** Excel's cells hold no more characters. */
const longestText = 32_767;

export function textInput(text: string): string {
  return mayBeMistaken(text) ? `'${text}` : text;
}

/** What a cell held when it was read, in the form that puts it back. */
export function inputOf(formula: unknown, value: unknown, valueType: unknown): CellInput {
  if (isFormula(formula, value, valueType)) return String(formula);
  if (valueType === "Error") return String(value);
  if (typeof value === "number" || typeof value === "boolean") return value;
  return typeof value === "string" ? textInput(value) : "";
}

/** Text that begins with "=" reads back as its own formula; a real formula does not. */
function isFormula(formula: unknown, value: unknown, valueType: unknown): boolean {
  return typeof formula === "string" && formula.startsWith("=") && !(valueType === "String" && value === formula);
}

/** A few characters that differ where what a cell holds differs; numbers to 12 digits, since Excel keeps no more than 15. */
export function cellDigest(input: CellInput): string {
  if (input === null || input === "") return "---";
  const text = typeof input === "number" ? `n${toDigits(input)}` : `${typeof input}${comparable(String(input))}`;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const digest = (hash >>> 0) % 46656;
  // Every cell of a run is digested, and Number.toString(36) would take longer than all the rest.
  return digits[Math.floor(digest / 1296)]! + digits[Math.floor(digest / 36) % 36]! + digits[digest % 36]!;
}

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A number to 12 digits; whole ones of fewer have them already, and rounding takes a while. */
function toDigits(number: number): number {
  return Number.isInteger(number) && Math.abs(number) < 1e12 ? number : Number(number.toPrecision(12));
}

/** The text by which a row is found again: of its first cell, without the apostrophe that only marks it as text. */
export function rowKey(input: CellInput): string {
  return comparable(String(input ?? "")).replace(/^'/, "");
}

/** A formula without what Excel may write differently when it gives it back: capitals, spaces, quotes around a sheet's name. */
function comparable(text: string): string {
  if (!text.startsWith("=")) return text;
  const parts = text.split(/("(?:[^"]|"")*")/);
  return parts.map((part, index) => (index % 2 === 1 ? part : part.replace(/[\s']/g, "").toUpperCase())).join("");
}

/** TRUE and FALSE as Excel's languages have them: nobody says in which one it reads what an add-in puts into a cell. */
const truthWords = new Set(
  (
    "TRUE FALSE WAHR FALSCH VRAI FAUX VERDADERO FALSO VERO VERDADEIRO WAAR ONWAAR SAND FALSK SANN SANT FALSKT USANN " +
    "TOSI EPÄTOSI PRAWDA FAŁSZ PRAVDA NEPRAVDA IGAZ HAMIS ADEVĂRAT FALS DOĞRU YANLIŞ CIERT CERT FALS EGIA GEZURRA ISTINA LAŽ RESNIČNO NAPAČNO TÕENE VÄÄR TAISNĪBA FALŠS TIESA MELAGINGA " +
    "ИСТИНА ЛОЖЬ ИСТИННО ЛЪЖА ІСТИНА ХИБНІСТЬ ΑΛΗΘΗΣ ΨΕΥΔΗΣ"
  ).split(" "),
);

function mayBeMistaken(text: string): boolean {
  if (/^[\s'=+\-@]/.test(text)) return true;
  if (truthWords.has(text.trim().toUpperCase())) return true;
  // Digits make numbers, percents, dates and times ("2015/16", "3 May"); a # begins an error value.
  // No number, date or time in words is longer than 40 characters, but one in digits may be.
  return /^#/.test(text) || (/\d/.test(text) && (text.length <= 40 || /^[\d\s.,]+$/.test(text)));
}
