/** One bar of a stacked waterfall: `amount` signed; the other columns are the stacked parts. */
interface WaterfallStep {
  step: string;
  amount: number;
  /** Invisible part under a bar; negative under the axis, 0 where the bar crosses it. */
  base: number;
  fall: number;
  rise: number;
  /** Parts below zero are negative numbers. */
  fallBelowZero: number;
  riseBelowZero: number;
  /** Height of the first and last bar; 0 elsewhere. */
  total: number;
}

/**
 * Bars from a start through savings to an end, for a stacked column chart.
 *
 * @param savings each lowers the running total; negative ones raise it
 */
export function waterfall(
  start: { label: string; amount: number },
  savings: readonly { label: string; amount: number }[],
  endLabel: string,
): WaterfallStep[] {
  let level = start.amount;
  let size = Math.abs(start.amount);
  const steps = savings.map(({ label, amount }, index) => {
    const from = level;
    level -= amount;
    size += Math.abs(amount);
    // What rounding left of 0.3 − 0.1 − 0.2 is no bar under the axis.
    if (Math.abs(level) <= (index + 2) * Number.EPSILON * size) level = 0;
    return floatingBar(label, amount === 0 ? 0 : -amount, from, level);
  });
  return [totalBar(start.label, start.amount), ...steps, totalBar(endLabel, level)];
}

function totalBar(step: string, total: number): WaterfallStep {
  return { step, amount: total, base: 0, fall: 0, rise: 0, fallBelowZero: 0, riseBelowZero: 0, total };
}

function floatingBar(step: string, amount: number, from: number, to: number): WaterfallStep {
  const top = Math.max(from, to);
  const bottom = Math.min(from, to);
  const base = bottom > 0 ? bottom : top < 0 ? top : 0;
  const above = Math.max(top, 0) - Math.max(bottom, 0);
  const below = Math.min(bottom, 0) - Math.min(top, 0);
  const falls = amount < 0;
  return {
    step,
    amount,
    base,
    fall: falls ? above : 0,
    rise: falls ? 0 : above,
    fallBelowZero: falls ? below : 0,
    riseBelowZero: falls ? 0 : below,
    total: 0,
  };
}
