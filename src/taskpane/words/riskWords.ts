import type { Breakdown } from "../../plan/breakdown";
import type { PlanSimulation } from "../../plan/planSimulation";
import { usualChance } from "../../plan/evaluation/simulation/chance";
import { figure, percent, type FigureStyle } from "../../plan/report/words/figures";
import { amountDecimals } from "../../plan/report/numberFormats";

/** What the simulation says, in sentences: how likely the gap closes, or why nobody can say; where the savings of the last year lie; and what was drawn. */
export function riskSentences(breakdown: Breakdown, simulation: PlanSimulation, style: FigureStyle): string[] {
  const { probability, probabilityNote, trials, seed, correlation } = simulation;
  const year = breakdown.years.at(-1) ?? "";
  const what = breakdown.summary.target ? "target" : "gap";
  const decimals = amountDecimals(breakdown);
  const [p10, p50, p90] = [simulation.p10, simulation.p50, simulation.p90].map((path) =>
    figure(path.at(-1) ?? 0, decimals, style),
  );
  const count = new Intl.NumberFormat(style.locale).format(trials);
  return [
    probability === null
      ? `${probabilityNote.charAt(0).toUpperCase()}${probabilityNote.slice(1)}.`
      : `${percent(probability, style)} likely to meet the ${what} of ${year}, ${probabilityNote}.`,
    `Savings of ${p50} in half of the trials or more; between ${p10} and ${p90} in eight of ten.`,
    "Drawn from each lever's low to its high, whatever delivery the scenario takes; levers without a range count as certain.",
    `${count} trials, seed ${seed}, correlation ${correlation}${correlation === usualChance.correlation ? ", which is illustrative" : ""}.`,
  ];
}

interface UncertainLever {
  name: string;
  share: number;
}

/** The levers on which the uncertainty rests, the largest share first. */
export function uncertainLevers({ levers }: Breakdown, simulation: PlanSimulation, most: number): UncertainLever[] {
  return simulation.levers
    .flatMap((risk, index) => {
      const name = levers[index]?.name;
      return risk?.share && name !== undefined ? [{ name, share: risk.share }] : [];
    })
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, most);
}
