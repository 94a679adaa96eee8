/** "£22.0bn", "1,200 FTE": a currency sign goes before the figure and its scale behind it; any other unit behind, after a space. */
export function withUnit(size: string, unit: string): string {
  const trimmed = unit.trim();
  if (trimmed === "") return size;
  const money = /^([\p{Sc}])\s*(.*)$/u.exec(trimmed);
  if (!money) return `${size} ${trimmed}`;
  const [, currency, scale] = money;
  if (/^['’]?000s?$/.test(scale!)) return `${currency}${size} thousand`;
  return scale!.length > longestSuffix ? `${currency}${size} ${scale}` : `${currency}${size}${scale}`;
}

/** "bn" and "mn" stand close to the figure, "million" after a space. */
const longestSuffix = 2;
