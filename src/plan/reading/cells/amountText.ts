import { notKnownWords, zeroWords } from "../../columns/words/namedWords";
import { findWord } from "../../columns/words/wordMap";
import type { DecimalMark } from "./decimalMark";
import { findUnit, isUnitText, type Unit } from "./units";

/** A number that somebody wrote as text. */
interface NumberInText {
  value: number;
  /** "£1.2m" says its unit itself. */
  unit: Unit | null;
  /** "£" of "£40,000"; "" where the text has no sign. */
  currency: string;
  isPercent: boolean;
  /** "c. £30k": whoever wrote it does not know it exactly. */
  isRough: boolean;
}

/** Reads "£1.2m", "(1,200)", "1,200", "12%", "1200-", "40 000 €", "c. £30k", "£1m+", "£30,000 p.a.", with spaces of any kind; null where the text is no number. */
export function numberInText(text: string, mark: DecimalMark = "."): NumberInText | null {
  const written = text.replace(footnote, "").normalize("NFKC");
  const exact = withoutRough(written).replace(aYear, "");
  const plain = withPoint(exact.replace(/[\s']/g, ""), mark).replace(/[−–—]/g, "-");
  const match =
    /^(\()?([+-])?(£|€|\$|gbp|eur|usd)?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(bn|billion|m|mn|million|k|thousand)?(€|eur)?(%)?(\))?(-)?$/i.exec(
      plain,
    );
  if (!match) return null;
  const [
    ,
    open,
    sign,
    currency = "",
    innerSign,
    whole = "",
    decimals = "",
    multiple = "",
    after = "",
    percent,
    close,
    trailing,
  ] = match;
  if (isUnitText(text)) return null;
  if ((whole === "" && decimals === "") || (open === undefined) !== (close === undefined)) return null;
  const size = Number(`${whole.replaceAll(",", "") || "0"}${decimals}`);
  const isNegative = open !== undefined || sign === "-" || innerSign === "-" || trailing !== undefined;
  const unit = multiple === "" ? null : findUnit(`${currency || after || "£"}${multiple}`);
  const value = (isNegative ? -size : size) * (percent ? 0.01 : 1);
  return {
    value,
    unit,
    currency: unit?.currency ?? findUnit(currency || after)?.currency ?? "",
    isPercent: percent !== undefined,
    isRough: withoutRough(written) !== written,
  };
}

/** As `numberInText`, and a range as its middle with how far its ends are from it: "£10–15k", "20 to 30", "£800k - £1m". */
export function amountInText(text: string, mark: DecimalMark = "."): (NumberInText & { halfRange?: number }) | null {
  return numberInText(text, mark) ?? rangeInText(text, mark);
}

function rangeInText(text: string, mark: DecimalMark): (NumberInText & { halfRange: number }) | null {
  if (text.length > longestNumber) return null;
  const [, first = "", second = ""] = ranged.exec(text.normalize("NFKC")) ?? [];
  const high = second === "" ? null : numberInText(second, mark);
  const low = high && numberInText(first, mark);
  if (!high || !low || low.isPercent !== high.isPercent || high.value < 0) return null;
  const unit = high.unit ?? low.unit;
  const from = low.unit && unit ? (low.value * low.unit.scale) / unit.scale : low.value;
  if (from >= high.value) return null;
  const [value, halfRange] = [(from + high.value) / 2, (high.value - from) / 2];
  return { ...high, unit, currency: high.currency || low.currency, isRough: true, value, halfRange };
}

const ranged = /^\s*(?:between\s+)?([£€$]?\s*\d[^-–—]*?)\s*(?:[-–—]|\bto\b|\band\b)\s*([£€$]?\s*\d.*)$/i;

/** What says before a number that it is about so much; a bare C before digits is a code. */
const rough =
  /^\s*(?:c\.|c\s+(?=[£€$])|c(?=[£€$])|ca\.?\s|circa\b|approx(?:\.|imately\b|\b)|about\s|around\s|roughly\s|est\.|up to\s|(?:over|above|more than|at least|min(?:imum)?\.?|under|below|less than|max(?:imum)?\.?)\s|[~≈<>≤≥])/i;

/** "£1m+", "50 (est.)", "200 or more". */
const roughAfter =
  /(?<=\d.*)(\+|\s*\(?\b(est(\.|imated?)?|approx(\.|imately)?|tbc|indicative|plus|or (more|so|less)|(min|max)(\.|imum)?)\)?)\s*$/i;

function withoutRough(text: string): string {
  return text.replace(rough, "").replace(roughAfter, "");
}

/** The mark of a footnote: 20¹ is 20, and not 201. */
const footnote = /(?<=[\d%)a-z])\s*[⁰¹²³⁴-⁹*†‡§]+\s*$/i;

/** What says after a number that it is so much a year, as a saving is without it too. */
const aYear = /(?:\s+p\.?a\.?|\s+a year|(?:\s+per|\/)\s*(?:annum|year|yr))\s*$/i;

/** Whether a text is written like a number, with or without a currency: one heads nothing. */
export function isNumberText(value: unknown): boolean {
  if (typeof value !== "string" || value.length > longestNumber) return false;
  // Most texts begin with a letter and are words, or codes.
  if ((/^[a-z]/i.test(value) && !rough.test(value)) || !/\d/.test(value)) return false;
  // "£000" is a unit.
  return likeNumber.test(withoutRough(value).replace(aYear, "")) && !isUnitText(value);
}

/** Prose is longer, and is not looked through. */
const longestNumber = 60;
const likeNumber = /^[\s(£$€+-]*\d[\d,.\s']*[)%]*(bn|mn?|k)?[\s€]*$/i;

/** With a point before the decimals. */
function withPoint(text: string, mark: DecimalMark): string {
  return mark === "." ? text : text.replace(/[.,]/g, (found) => (found === "," ? "." : ","));
}

/** Whether a text in a column of amounts says that nobody knows yet, or that there is none: TBC, n/a, a dash, nil. */
export function isPending(text: string): boolean {
  return (
    findWord(notKnownWords, text) !== undefined ||
    findWord(zeroWords, text) !== undefined ||
    /^awaiting\b/i.test(text.trim())
  );
}
