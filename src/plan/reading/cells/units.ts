import { clipped } from "./clipped";
import { remembered } from "./remembered";
import { findYear, fiscalLabel, type YearConvention } from "./times/years";

/** A currency and a multiple of it: £bn. */
export interface Unit {
  /** As shown: "£bn". */
  name: string;
  currency: string;
  /** What one unit is in the currency: 1e9. */
  scale: number;
}

export interface PriceBasis {
  prices: "cash" | "real" | "unstated";
  /** "real, 2014/15 prices". */
  name: string;
}

export const unstatedBasis: PriceBasis = { prices: "unstated", name: "price basis not stated" };

/** The unit that a heading or title names ("Saving (£m)", "all figures in £ billion"), or null. */
export const findUnit = remembered((heading): Unit | null => {
  const text = clipped(heading);
  const inWords = multipleOf.exec(text);
  const match = inWords ?? withCurrency.exec(text) ?? withoutCurrency.exec(text);
  if (!match) return null;
  const [mark = "", many = ""] = (inWords ? [match[2], match[1]] : [match[1], match[2]]).map((part) =>
    (part ?? "").toLowerCase(),
  );
  const currency = currencyCodes[mark] ?? mark;
  const multiple = many.replace(/[^a-z0]/g, "");
  if (/^(b|mrd)/.test(multiple)) return { name: `${currency}bn`, currency, scale: 1e9 };
  if (multiple.startsWith("m")) return { name: `${currency}m`, currency, scale: 1e6 };
  if (/^(k|t|0|inth)/.test(multiple)) return { name: `${currency}k`, currency, scale: 1e3 };
  return { name: currency, currency, scale: 1 };
});

/** "£m", "(£000)", "%": a text that says a unit and nothing else. */
export function isUnitText(text: string): boolean {
  return /^\(?\s*(£|€|\$|gbp|eur|usd)?\s*(bn|m|mn|k|['’]?000s?|%|millions?|thousands?)?\s*\)?$/i.test(text);
}

/** The price basis that a heading or title names: cash (nominal, current prices) or real terms (constant prices, with their year). */
export function findPriceBasis(heading: string, convention: YearConvention): PriceBasis | null {
  const text = clipped(heading);
  // "cash-releasing" and "cash limit" speak of something else, as does "really".
  const real = /\breal(?:[ -]terms?)?\b(?! estate)|\bconstant prices\b|\bprices\b/i.test(text);
  const cash = /\bcash\b(?![ -](?:releas|limit|flow|back))|\bnominal\b|\bcurrent prices\b/i.test(text);
  if (cash) return { prices: "cash", name: "cash" };
  if (!real) return null;
  const pricesOf = /([^\s(,;:]+(?:\s\d+)?)\s+prices/i.exec(text)?.[1];
  const year = pricesOf ? findYear(pricesOf, convention) : null;
  if (year?.year.kind !== "fiscal")
    return /\bprices\b/i.test(text) && !/\breal\b|constant/i.test(text) ? null : { prices: "real", name: "real" };
  return { prices: "real", name: `real, ${fiscalLabel(year.year.start, convention)} prices` };
}

/** Reads what a user typed as price basis: anything that does not speak of real terms or cash is taken as its own name. */
export function priceBasisNamed(name: string, convention: YearConvention): PriceBasis {
  return findPriceBasis(name, convention) ?? { prices: "unstated", name };
}

/** The text without its unit and price basis, so that the words of a heading remain. */
export function withoutUnit(text: string): string {
  return clipped(text)
    .replace(/\([^()]*\)/g, (inBrackets) => (/\b(?:cash|real|nominal|prices)\b/i.test(inBrackets) ? " " : inBrackets))
    .replace(/,\s*(?:cash|real(?:[ -]terms)?|nominal)\s*$/i, " ")
    .replace(everyMultiple, " ")
    .replace(everyWithCurrency, " ")
    .replace(everyWithoutCurrency, " ");
}

// £bn · £ 000s · £'000 · £ (000) · £ in millions · GBP m · pounds · £ alone; a letter or digit right after ("£5", "£malus") makes it something else.
const withCurrency =
  /(£|€|\$|\bgbp\b|\beur\b|\busd\b|\bpounds(?:\s+sterling)?\b|\beuros\b|\bdollars\b)(?:\s*(?:in\s+|\(\s*)?(bn|billions?|b|millions?|mn|m|k|thousands?|['’‘]?000['’‘]?s?))?(?![\p{L}\d])/iu;
const withoutCurrency = /()(?<![\d.]\s?)(\bbillions?\b|\bbn\b|\bmillions?\b|\bin thousands\b|['’‘]000s?(?!\d))/iu;
/** "thousands of pounds", "millions of £", "T€", "Tsd. EUR", "Mio. €". */
const multipleOf =
  /(?<![\d.]\s?)(?<!\p{L})(billions?|millions?|thousands?|t(?:sd\.?)?|mio\.?|mrd\.?)(?:\s+of\s+|\s*(?=€|eur))(£|€|\$|pounds|euros?|eur|dollars)/iu;

const [everyMultiple, everyWithCurrency, everyWithoutCurrency] = [multipleOf, withCurrency, withoutCurrency].map(
  ({ source }) => new RegExp(source, "giu"),
) as [RegExp, RegExp, RegExp];

const currencyCodes: Record<string, string> = {
  gbp: "£",
  pounds: "£",
  "pounds sterling": "£",
  eur: "€",
  euro: "€",
  euros: "€",
  usd: "$",
  dollars: "$",
};
