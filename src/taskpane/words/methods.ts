import type { Method } from "../../engine/attribution/methods";

/** What the pane calls each way to split a combined saving, in the order of the list, with one line that tells them apart. */
export const methodWords: Record<Method, { name: string; meaning: string }> = {
  shapley: {
    name: "Shapley",
    meaning:
      "Schemes entered as money keep their amount. Percentages of the same spend share it fairly, whatever the order.",
  },
  lmdi: { name: "Log-mean (LMDI)", meaning: "Splits by logarithmic means; free of any order." },
  sequential: {
    name: "In register order",
    meaning: "Each lever works on what those above it leave; the order matters.",
  },
  prorata: { name: "Pro rata", meaning: "The combined saving shared out by what each lever would save alone." },
  standalone: { name: "Each alone", meaning: "What each lever would save alone; overlaps are counted more than once." },
  last: { name: "Last in", meaning: "What would be lost without the lever; overlaps are not counted at all." },
};
