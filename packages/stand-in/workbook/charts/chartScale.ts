import type { ChartAxisContent } from "@workbooks/xlsx/content";

/** Where a value axis begins and ends, and the steps between its lines. */
interface Scale {
  minimum: number;
  maximum: number;
  majorUnit: number;
  minorUnit: number;
}

/**
 * The scale of a value axis over `values`: what the axis says, the rest by Excel's rules as Microsoft has described them
 * (support article 214075). Zero is on the axis unless all values lie within a sixth of the greatest one; the end is the
 * first step that leaves a twentieth of the spread free. How many steps there are depends in Excel on the chart's height and
 * letters, too; here on a chart of usual size.
 */
export function scaleOf(axis: ChartAxisContent, values: readonly number[]): Scale {
  const finite = values.filter(Number.isFinite);
  let low = finite.reduce((least, value) => Math.min(least, value), Infinity);
  let high = finite.reduce((most, value) => Math.max(most, value), -Infinity);
  if (low > high) [low, high] = [0, 1];
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, low)];
  const spread = high - low;
  const isNear = (end: number) => spread <= Math.abs(end) / 6;
  const bottom = axis.minimum ?? (low >= 0 && !isNear(high) ? 0 : low >= 0 ? low - spread / 2 : low - spread / 20);
  const top = axis.maximum ?? (high <= 0 && !isNear(low) ? 0 : high <= 0 ? high + spread / 2 : high + spread / 20);
  const majorUnit = axis.majorUnit ?? stepFor(Math.max(top - bottom, Number.MIN_VALUE));
  return {
    minimum: axis.minimum ?? snapped(Math.floor(tolerant(bottom / majorUnit)) * majorUnit),
    maximum: axis.maximum ?? snapped(Math.ceil(tolerant(top / majorUnit)) * majorUnit),
    majorUnit,
    minorUnit: axis.minorUnit ?? snapped(majorUnit / 5),
  };
}

/** A step of 1, 2 or 5 times a power of ten that divides a span into five to ten. */
function stepFor(span: number): number {
  const power = 10 ** Math.floor(Math.log10(span));
  const share = span / power;
  const step = share <= 1 ? 0.2 : share <= 2 ? 0.2 : share <= 5 ? 0.5 : 1;
  return snapped(step * power);
}

/** Twelve digits are enough for a place on an axis, and take 0.30000000000000004 away. */
function snapped(value: number): number {
  return Number(value.toPrecision(12));
}

function tolerant(ratio: number): number {
  const whole = Math.round(ratio);
  return Math.abs(ratio - whole) < 1e-9 ? whole : ratio;
}
