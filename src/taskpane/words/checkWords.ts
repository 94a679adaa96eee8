import type { Breakdown } from "../../plan/breakdown";
import { decimalsFor, figure, isNothing, percent, ratio, type FigureStyle } from "../../plan/report/figures";

export interface CheckWords {
  /** "good" needs no thought, "look" deserves some, "note" is neither. */
  tone: "good" | "look" | "note";
  text: string;
}

/** The checks of a breakdown, a short sentence each: adds up, ramp, balancing item, overlap, held at spend. */
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

  if (checks.ramp.steepest !== null) {
    const text = `Steepest rise ×${ratio(checks.ramp.steepest, style)} on the year before`;
    words.push({ tone: checks.ramp.steepest > 2 ? "look" : "good", text });
  }
  if (checks.balancingItem !== null) {
    words.push(
      checks.balancingItem > 0.005
        ? { tone: "look", text: `${percent(checks.balancingItem, style)} of the gap is a balancing item` }
        : { tone: "good", text: "No balancing item" },
    );
  }
  if (checks.uncovered !== null && checks.uncovered > 0.005)
    words.push({ tone: "look", text: `${percent(checks.uncovered, style)} of the gap is met by nothing` });
  if (checks.overlapShare !== null && checks.overlapShare > 0.005) {
    words.push({
      tone: "note",
      text: `Overlaps take ${percent(checks.overlapShare, style)} off what the levers would save alone`,
    });
  }
  const attributed = breakdown.levers.reduce((sum, lever) => sum + (lever.attributed.at(-1) ?? 0), 0);
  if (!isNothing(attributed - checks.systemSavings, decimals)) {
    const [released, whole] = [checks.systemSavings, attributed].map((value) => figure(value, decimals, style));
    words.push({
      tone: "note",
      text: `${released} of ${whole} leaves the system; the rest moves to another organisation`,
    });
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
