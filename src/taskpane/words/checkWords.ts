import type { Breakdown } from "../../plan/breakdown";
import { decimalsFor, figure, isNothing, percent, ratio, type FigureStyle } from "../../plan/report/words/figures";

export interface CheckWords {
  /** "good" needs no thought, "look" deserves some, "note" is neither. */
  tone: "good" | "look" | "note";
  text: string;
}

/** The checks of a breakdown, a short sentence each, where they have something to say: adds up, ramp, not identified, uncovered, overlap, target against funding, transfers, held at spend. */
export function checkWords(breakdown: Breakdown, style: FigureStyle): CheckWords[] {
  const { checks, summary } = breakdown;
  const savings = summary.savings.at(-1) ?? 0;
  const gap = summary.gap?.at(-1) ?? 0;
  const decimals = decimalsFor([savings, gap]);
  const words: CheckWords[] = [];

  const countsOverlap = breakdown.method === "standalone" || breakdown.method === "last";
  const whole = Math.max(Math.abs(savings), Math.abs(gap), 1e-300);
  if (Math.abs(checks.reconciliation) <= 1e-9 * whole) words.push({ tone: "good", text: "Adds up" });
  else if (countsOverlap)
    words.push({ tone: "note", text: "This method does not add up to the combined saving: overlaps" });
  else words.push({ tone: "look", text: `Does not add up: ${figure(checks.reconciliation, 6, style)} apart` });

  const rise = steepestRise(breakdown, style);
  if (rise) words.push({ tone: "look", text: rise });
  if (checks.balancingItem !== null && checks.balancingItem > 0.005) {
    const text = `${percent(checks.balancingItem, style)} of the gap rests on savings not identified`;
    words.push({ tone: "look", text });
  }
  if (checks.uncovered !== null && checks.uncovered > 0.005)
    words.push({ tone: "look", text: `${percent(checks.uncovered, style)} of the gap is uncovered` });
  if (checks.overlapShare === null)
    words.push({ tone: "note", text: "Overlap not tested: schemes were taken as separate" });
  else if (checks.overlapShare > 0.005) {
    words.push({
      tone: "note",
      text: `Overlaps take ${percent(checks.overlapShare, style)} off what the levers would save alone`,
    });
  }
  const saved = breakdown.summary.savings.at(-1) ?? 0;
  if (!isNothing(saved - checks.systemSavings, decimals)) {
    const [released, whole] = [checks.systemSavings, saved].map((value) => figure(value, decimals, style));
    words.push({
      tone: "note",
      text: `${released} of ${whole} leaves the system; the rest moves to another organisation`,
    });
  }
  const apart = checks.targetAgainstFunding?.at(-1) ?? null;
  if (apart !== null && !isNothing(apart, decimals)) {
    const amount = figure(Math.abs(apart), decimals, style);
    const text = `Need less funding is ${amount} ${apart > 0 ? "above" : "below"} the target of ${breakdown.years.at(-1)}`;
    words.push({ tone: "look", text });
  }
  for (const { levers, organisations, amounts } of checks.eliminations) {
    const amount = figure(Math.abs(amounts.at(-1) ?? 0), decimals, style);
    const text = `A transfer, not a saving: '${levers[0]}' (${organisations[0]}) and '${levers[1]}' (${organisations[1]}) cancel, ${amount}`;
    words.push({ tone: "note", text });
  }
  if (checks.heldAtSpend > 0) {
    words.push({ tone: "look", text: `${checks.heldAtSpend} times a lever was held at the spend it applies to` });
  }
  words.push(
    checks.rangeShare < 0.75
      ? {
          tone: "note",
          text: `Certainty not assessed: ${percent(checks.rangeShare, style)} of the savings have a low–high range`,
        }
      : { tone: "note", text: `${percent(checks.rangeShare, style)} of the savings have a low–high range` },
  );
  return words;
}

/** "2016/17 needs £5.2bn, 5.2 times 2015/16's £1.0bn": the steepest rise, where it more than doubles the year before. */
function steepestRise({ summary: { savings }, years }: Breakdown, style: FigureStyle): string | null {
  const rises = savings.flatMap((now, year) => {
    const before = savings[year - 1] ?? 0;
    return before > 0 && now > 2 * before ? [{ now, before, year }] : [];
  });
  const [steepest] = rises.sort((a, b) => b.now / b.before - a.now / a.before);
  if (!steepest) return null;
  const { now, before, year } = steepest;
  const [needed, was] = [now, before].map((value) => figure(value, decimalsFor([now, before]), style));
  return `${years[year]} needs ${needed}, ${ratio(now / before, style)} times the ${was} of ${years[year - 1]}`;
}
