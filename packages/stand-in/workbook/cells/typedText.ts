import type { ValueContent } from "@workbooks/xlsx/content";

/** What Excel makes of a text that is put into a cell: a formula, a number, a date, TRUE, an error, or the text. */
interface TypedText {
  formula?: string;
  value?: ValueContent;
  /** The format that a cell without one takes on, as when a date or a percentage is typed. */
  numberFormat?: string;
}

const errors = new Set(["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!", "#SPILL!", "#CALC!"]);
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `isTextCell`: the cell's format is "@", so that everything but a formula in it stays text. */
export function readTyped(text: string, isTextCell: boolean): TypedText {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1) };
  if (isTextCell) return { value: text };
  if (text.startsWith("=") && text.length > 1) return { formula: text };
  const number = readNumber(text.trim());
  if (number) return number;
  if (/^[+\-@]/.test(text) && text.length > 1) return { formula: `=${text}` };
  const upper = text.trim().toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  if (errors.has(upper)) return { value: { error: upper } };
  return readDate(text.trim()) ?? { value: text };
}

function readNumber(text: string): TypedText | null {
  const plain = text.replace(/^([+-]?)[£$€]/, "$1");
  const isCurrency = plain !== text;
  const digits = /,/.test(plain) && /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?%?$/.test(plain) ? plain.replaceAll(",", "") : plain;
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(%?)$/.exec(digits);
  if (!parts) return null;
  const value = Number(fifteenDigits(parts[1] ?? ""));
  // Not divided: 12.3 / 100 is not the number nearest to 0.123.
  if (parts[2])
    return {
      value: /e/i.test(digits) ? value / 100 : Number(`${parts[1]}e-2`),
      numberFormat: /\./.test(digits) ? "0.00%" : "0%",
    };
  if (isCurrency)
    return { value, numberFormat: `${text.replace(/^[+-]/, "")[0] ?? ""}#,##0${digits.includes(".") ? ".00" : ""}` };
  return { value };
}

/** A number's text with Excel's 15 digits: those that follow are zeros, "1234567890123456" is 1234567890123450. */
export function fifteenDigits(number: string): string {
  const [mantissa = "", exponent] = number.split(/e/i);
  let count = 0;
  const digits = mantissa.replace(/\d/g, (digit) => {
    if (count > 0 || digit !== "0") count++;
    return count > 15 ? "0" : digit;
  });
  return exponent === undefined ? digits : `${digits}e${exponent}`;
}

/** The dates that en-US Excel sees in a text, among them fiscal years such as "2011/12", which it takes for December 2011. */
function readDate(text: string): TypedText | null {
  const yearMonth = /^(\d{4})[/-](\d{1,2})$/.exec(text);
  if (yearMonth) return date(Number(yearMonth[1]), Number(yearMonth[2]), 1, "mmm-yy");
  const yearFirst = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (yearFirst) return date(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), "m/d/yyyy");
  const monthFirst = /^(\d{1,2})[/-](\d{1,2})[/-](\d{2}|\d{4})$/.exec(text);
  if (monthFirst) return date(century(Number(monthFirst[3])), Number(monthFirst[1]), Number(monthFirst[2]), "m/d/yyyy");
  const monthDay = /^(\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (monthDay) return date(new Date().getFullYear(), Number(monthDay[1]), Number(monthDay[2]), "d-mmm");
  const named = /^(?:(\d{1,2})[ -])?([A-Za-z]{3,9})[ -](\d{2}|\d{4})$/.exec(text);
  const month = named ? months.indexOf((named[2] ?? "").slice(0, 3).toLowerCase()) + 1 : 0;
  if (!named || month === 0) return null;
  return date(century(Number(named[3])), month, Number(named[1] ?? 1), named[1] ? "d-mmm-yy" : "mmm-yy");
}

function century(year: number): number {
  if (year > 99) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function date(year: number, month: number, day: number, numberFormat: string): TypedText | null {
  const time = Date.UTC(year, month - 1, day);
  const back = new Date(time);
  if (year < 1900 || back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return { value: Math.round(time / 86_400_000) + 25_569, numberFormat };
}
