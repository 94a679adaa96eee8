import * as fc from "fast-check";
import { readNumber } from "../../src/taskpane/words/readNumber";

const numberIn = (locale: string, text: string) => {
  const read = readNumber(text, locale);
  return "number" in read ? read.number : read.problem;
};

test.each([
  ["en-GB", "13,000", 13_000],
  ["en-GB", "1.5", 1.5],
  ["en-GB", "1.500", 1.5],
  ["en-GB", "-1,234,567.89", -1_234_567.89],
  ["en-GB", "−5", -5],
  ["en-GB", ".5", 0.5],
  ["en-GB", "13 000", 13_000],
  ["de-DE", "13.000", 13_000],
  ["de-DE", "1,5", 1.5],
  ["de-CH", "13'000", 13_000],
  ["fr-FR", "13 000,5", 13_000.5],
  ["en-IN", "1,23,456", 123_456],
  ["en-GB", "1234567", 1_234_567],
])("in %s '%s' is %p", (locale, text, number) => {
  expect(numberIn(locale, text)).toBe(number);
});

test.each([
  ["en-GB", "1,5", "'1,5' can be read in two ways; write 1.5 or 15."],
  ["en-GB", "12,34", "'12,34' can be read in two ways; write 12.34 or 1,234."],
  ["de-DE", "1.5", "'1.5' can be read in two ways; write 1,5 or 15."],
  ["en-GB", "1,2x", "A number is needed, such as 13,000."],
  ["de-DE", "viel", "A number is needed, such as 13.000."],
  ["en-GB", "1,000,00", "A number is needed, such as 13,000."],
  ["en-GB", "1,0000", "'1,0000' can be read in two ways; write 1.0000 or 10,000."],
  ["en-GB", "1,000 000", "A number is needed, such as 13,000."],
  ["en-GB", "1.2.3", "A number is needed, such as 13,000."],
  ["en-GB", ",5", "A number is needed, such as 13,000."],
  ["en-GB", "-", "A number is needed, such as 13,000."],
  ["en-GB", "9".repeat(400), "The number is too large to be counted exactly."],
])("in %s '%s' is none, and the sentence says why", (locale, text, sentence) => {
  expect(numberIn(locale, text)).toBe(sentence);
});

test("law: what is written in a locale is read back as it was", () => {
  const locales = fc.constantFrom("en-GB", "en-US", "de-DE", "de-CH", "fr-FR", "pl-PL", "sv-SE", "en-IN", "es-ES");
  fc.assert(
    fc.property(locales, fc.integer({ min: -1e14, max: 1e14 }), fc.constantFrom(1, 10, 1000), (locale, whole, by) => {
      const number = whole / by;
      const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(number);
      expect(numberIn(locale, written)).toBe(Number(number.toFixed(3)) || 0);
    }),
  );
});

test("law: a group sign before other than three digits never vanishes", () => {
  const digits = fc.stringMatching(/^[1-9][0-9]{0,5}$/);
  fc.assert(
    fc.property(digits, digits, (before, after) => {
      const read = readNumber(`${before},${after}`, "en-GB");
      const isGrouped = after.length === 3 && before.length <= 3;
      expect(read).toEqual(isGrouped ? { number: Number(before + after) } : { problem: expect.any(String) });
    }),
  );
});
