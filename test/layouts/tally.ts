import { layOut } from "./drawLayout";
import type { Layout } from "./layout";
import { allFeatures } from "./features/allFeatures";
import { outcomeOf, outcomes, type Outcome, type OutcomeClass } from "./outcome";
import type { PlanReader } from "./readerOfToday";
import type { PlanTruth } from "./truth/planTruth";

export type Counts = Record<OutcomeClass, number>;

export interface Tally {
  count: number;
  /** Layouts that are clear, and of them, and of the open ones, how many came out how. */
  clear: Counts;
  open: Counts;
  byFeature: { name: string; counts: Counts }[];
  /** Layouts that were read wrong in silence, the smallest first. */
  silent: { layout: Layout; outcome: Outcome }[];
}

/** Holds a reader to the law on each layout, and counts. */
export function tallyOf(layouts: Layout[], read: PlanReader): Tally {
  const tally: Tally = { count: layouts.length, clear: noCounts(), open: noCounts(), byFeature: [], silent: [] };
  const byFeature = new Map(allFeatures.map(({ name }) => [name, noCounts()]));
  for (const layout of layouts) {
    const outcome = outcomeOf(layout, read);
    (layout.questions.length > 0 ? tally.open : tally.clear)[outcome.class]++;
    for (const name of layout.features) {
      const counts = byFeature.get(name);
      if (counts) counts[outcome.class]++;
    }
    if (outcome.class === "wrong in silence") tally.silent.push({ layout, outcome });
  }
  tally.byFeature = [...byFeature].map(([name, counts]) => ({ name, counts }));
  tally.silent.sort((a, b) => sizeOf(a.layout) - sizeOf(b.layout));
  return tally;
}

/** Each feature by itself on these plans: what a reader cannot do at all. */
export function aloneOf(plans: PlanTruth[], read: PlanReader): Map<string, Counts> {
  return new Map(
    allFeatures.map(({ name }) => {
      const counts = noCounts();
      plans.forEach((plan, seed) => counts[outcomeOf(layOut(plan, [name], seed), read).class]++);
      return [name, counts];
    }),
  );
}

export function both({ clear, open }: Tally): Counts {
  const sum = noCounts();
  for (const one of outcomes) sum[one] = clear[one] + open[one];
  return sum;
}

function noCounts(): Counts {
  return Object.fromEntries(outcomes.map((one) => [one, 0])) as Counts;
}

/** Features weigh most: what one feature breaks is understood first. */
function sizeOf({ features, sheets }: Layout): number {
  const cells = sheets.flatMap(({ values }) => values.flat()).filter((value) => value !== null).length;
  return 10_000 * features.length + cells;
}
