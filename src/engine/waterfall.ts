/** One bar of a waterfall: its ends, and the same bar as the parts of a stacked column. */
export interface Bar {
  name: string;
  /** Signed: what the bar changes the running total by; of the first and last the total itself. */
  amount: number;
  /** The ends of the bar, from ≤ to. */
  from: number;
  to: number;
  /** Where the running total stands once the step is taken. */
  after: number;
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

/** What draws a stacked column chart of bars, in its order; the headings of `barCells`. */
export const barHeadings = [
  "Step",
  "Amount",
  "Base",
  "Fall",
  "Rise",
  "Fall below zero",
  "Rise below zero",
  "Total",
] as const;

/** A bar under `barHeadings`. */
export function barCells({ name, amount, base, fall, rise, fallBelowZero, riseBelowZero, total }: Bar) {
  return [name, amount, base, fall, rise, fallBelowZero, riseBelowZero, total] as const;
}

/**
 * Bars from a start through savings to an end.
 *
 * @param savings each lowers the running total; negative ones raise it
 * @param end its amount only where it is known better than the running total does, which sums what was rounded
 */
export function waterfall(
  start: { name: string; amount: number },
  savings: readonly { name: string; amount: number }[],
  end: { name: string; amount?: number },
): Bar[] {
  let level = start.amount;
  let size = Math.abs(start.amount);
  const steps = savings.map(({ name, amount }, index) => {
    const before = level;
    level -= amount;
    size += Math.abs(amount);
    // What rounding left of 0.3 − 0.1 − 0.2 is no bar under the axis.
    if (Math.abs(level) <= (index + 2) * Number.EPSILON * size) level = 0;
    return floatingBar(name, amount === 0 ? 0 : -amount, before, level);
  });
  return [totalBar(start.name, start.amount), ...steps, totalBar(end.name, end.amount ?? level)];
}

function totalBar(name: string, total: number): Bar {
  return {
    ...floatingBar(name, 0, 0, total),
    amount: total,
    base: 0,
    fall: 0,
    rise: 0,
    fallBelowZero: 0,
    riseBelowZero: 0,
    total,
  };
}

function floatingBar(name: string, amount: number, before: number, after: number): Bar {
  const from = Math.min(before, after);
  const to = Math.max(before, after);
  const above = Math.max(to, 0) - Math.max(from, 0);
  const below = Math.min(from, 0) - Math.min(to, 0);
  const falls = amount < 0;
  return {
    name,
    amount,
    from,
    to,
    after,
    base: from > 0 ? from : to < 0 ? to : 0,
    fall: falls ? above : 0,
    rise: falls ? 0 : above,
    fallBelowZero: falls ? below : 0,
    riseBelowZero: falls ? 0 : below,
    total: 0,
  };
}
