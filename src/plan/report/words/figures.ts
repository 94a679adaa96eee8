import { shortened } from "./shortened";
import { withUnit } from "./withUnit";

/** Writes figures as a board paper would: the user's own separators, a real minus sign, the unit of the workbook's headings. */
export interface FigureStyle {
  /** BCP 47 tag, or undefined for the browser's own. */
  locale: string | undefined;
  /** "£bn", "£m", "$000", "FTE", or "" where no heading says. */
  unit: string;
}

/** Decimals that give the largest of these figures three significant digits: 30 → 1, 113 → 0, 0.052 → 4. At most 6. */
export function decimalsFor(values: readonly number[]): number {
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);
  if (largest === 0) return 1;
  const digitsBeforePoint = Math.floor(Math.log10(Number(largest.toPrecision(3)))) + 1;
  return Math.min(6, Math.max(0, 3 - digitsBeforePoint));
}

/** "22.0", "−3.5": no unit, for a column whose heading has it. */
export function plainFigure(value: number, decimals: number, style: FigureStyle): string {
  return withSign(value, decimals, (size) => size, style);
}

/** "£22.0bn", "−£3.5bn", "1,200 FTE". */
export function figure(value: number, decimals: number, style: FigureStyle): string {
  return withSign(value, decimals, (size) => withUnit(size, style.unit), style);
}

/** "+£30.0bn": a change, so that a rise carries its sign too. */
export function change(value: number, decimals: number, style: FigureStyle): string {
  const written = figure(value, decimals, style);
  return written.startsWith(minus) || isNothing(value, decimals) ? written : `+${written}`;
}

/** "39%", "−4%". A share that rounds to nothing but is not nothing: "<1%". */
export function percent(share: number, style: Pick<FigureStyle, "locale">): string {
  if (share > 0 && share < 0.005) return "<1%";
  return new Intl.NumberFormat(style.locale, { style: "percent", maximumFractionDigits: 0 })
    .format(Math.abs(share) < 0.005 ? 0 : share)
    .replace("-", minus);
}

/** "2.9", "1.0": two significant digits, for ratios. */
export function ratio(value: number, style: Pick<FigureStyle, "locale">): string {
  return new Intl.NumberFormat(style.locale, { minimumSignificantDigits: 2, maximumSignificantDigits: 2 })
    .format(value)
    .replace("-", minus);
}

/** "24 levers", "1 lever". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat("en-GB").format(number)} ${number === 1 ? one : many}`;
}

const minus = "−";

/** Too small to show at these decimals. */
export function isNothing(value: number, decimals: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -decimals;
}

/** Half a digit is rounded up as Excel does: by the 15 digits that it keeps, not by the binary fraction (8.55 is 8.6 at one decimal). */
function asDigits(size: number): number {
  return String(Number(shortened(size).toPrecision(15))) as unknown as number;
}

function withSign(value: number, decimals: number, dress: (size: string) => string, style: FigureStyle): string {
  const size = new Intl.NumberFormat(style.locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(asDigits(Math.abs(value)));
  return (value < 0 && !isNothing(value, decimals) ? minus : "") + dress(size);
}
