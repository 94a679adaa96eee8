/** A number as a reader types it, with their own separators: "13,000"; or what is wrong with it, in one sentence. */
export function readNumber(text: string, locale: string | undefined): NumberRead {
  const { decimal, isGroup, sizes } = separatorsOf(locale);
  const typed = text.trim().replace(/^−/, "-");
  const [whole = "", ...fraction] = typed.replace(/^-/, "").split(decimal);
  const fractionDigits = fraction[0] ?? "";
  const groups = whole.split(/([^0-9])/);
  const signs = groups.filter((_, index) => index % 2 === 1);
  const digits = groups.filter((_, index) => index % 2 === 0);
  const isNumber =
    fraction.length <= 1 &&
    /^\d*$/.test(fractionDigits) &&
    signs.every((sign) => sign === signs[0] && isGroup(sign)) &&
    `${digits.join("")}${fractionDigits}` !== "";
  if (isNumber && areRegular(digits, sizes)) {
    const number = Number(`${typed.startsWith("-") ? "-" : ""}${digits.join("") || "0"}.${fractionDigits || "0"}`);
    return Math.abs(number) <= largest ? { number } : { problem: "The number is too large to be counted exactly." };
  }
  const show = (value: number, decimals = 0): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals }).format(value);
  // 1,5 may be meant as 1.5, and is not 15.
  const [, before, after = ""] = /^(-?\d+)[.,](\d{1,9})$/.exec(typed) ?? [];
  if (before !== undefined && Math.abs(Number(before + after)) <= largest) {
    const [one, other] = [show(Number(`${before}.${after}`), after.length), show(Number(before + after))];
    return { problem: `'${typed}' can be read in two ways; write ${one} or ${other}.` };
  }
  return { problem: `A number is needed, such as ${show(13_000)}.` };
}

type NumberRead = { number: number } | { problem: string };

/** Up to here a number holds its hundredths or nearly so. */
const largest = 1e15;

/** How numbers are written there; the sizes of groups are from the right: three digits, in India then two and two. */
function separatorsOf(locale: string | undefined) {
  const parts = new Intl.NumberFormat(locale).formatToParts(123_456_789.5);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const group = parts.find(({ type }) => type === "group")?.value ?? "";
  const [last = 3, second = last] = parts
    .filter(({ type }) => type === "integer")
    .map(({ value }) => value.length)
    .reverse();
  // Thin and no-break spaces and a printer's apostrophe are not on the keyboard.
  const isGroup = (sign: string): boolean =>
    sign === group || /\s/.test(sign) || (/['’]/.test(group) && /['’]/.test(sign));
  return { decimal, isGroup, sizes: { last, second } };
}

/** Whether groups of digits, if there are several, are full: 1,234,567 and never 1,5. */
function areRegular(digits: readonly string[], sizes: { last: number; second: number }): boolean {
  const [first = "", ...others] = digits;
  if (others.length === 0) return true;
  const last = others.length - 1;
  const most = sizes.second;
  return (
    first.length >= 1 &&
    first.length <= most &&
    others.every((group, index) => group.length === (index === last ? sizes.last : sizes.second))
  );
}
