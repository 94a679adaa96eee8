/** A number as a reader types it, with their own separators: "13,000"; null where it is none. */
export function readNumber(text: string, locale: string | undefined): number | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.8);
  const decimal = parts.find(({ type }) => type === "decimal")?.value ?? ".";
  const group = parts.find(({ type }) => type === "group")?.value ?? ",";
  const plain = text.trim().replace(/^−/, "-").replaceAll(group, "").replace(/\s/g, "").replace(decimal, ".");
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null;
}
