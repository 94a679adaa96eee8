import type { Breakdown } from "../../breakdown";
import { unitLine } from "../numberFormats";
import type { RunNotes } from "../outputTable";
import type { NoteLine } from "./noteLine";

/** What was run, by what and when. */
export function runLines(breakdown: Breakdown, { addInVersion, time, simulation, earlier = [] }: RunNotes): NoteLine[] {
  const { years, baseYear, scenario, method, checks } = breakdown;
  const said: [string, string][] = [
    ["Scenario", scenario],
    ["Unit and price basis", unitLine(breakdown)],
    ["Years", `${baseYear} (base), ${years.length > 1 ? `${years[0]} to ${years.at(-1)}` : (years[0] ?? "")}`],
    ["Method", checks.overlapShare === null ? separate : (methodSentences[method] ?? method)],
    ["Present value", checks.presentValueNote.replace(/^present value |^no present value: /, "")],
    ["Add-in version", addInVersion],
  ];
  return [
    ...said.map(([name, words]) => ({ about: "Run", note: `${name}: ${words}` })),
    { about: "Run", note: "Time", words: time },
    ...drawnLines(simulation),
    ...earlier.map(({ sheet }): NoteLine => ({
      about: "Run",
      note: `Not part of this run, and left as an earlier one wrote it: the sheet ${sheet}`,
    })),
  ];
}

/** From what the risk was drawn; the same gives the same digits. */
function drawnLines(simulation: RunNotes["simulation"]): NoteLine[] {
  if (simulation === undefined) return [];
  const about = "Risk";
  if (simulation === null) return [{ about, note: "Not assessed: no lever has a low and a high delivery" }];
  const { trials, seed, correlation, heldTrials } = simulation;
  return [
    { about, note: "Trials", figure: trials, format: "count" },
    { about, note: "Seed", figure: seed, format: "count" },
    {
      about,
      note: "Correlation of any two levers, illustrative unless you gave it",
      figure: correlation,
      format: "ratio",
    },
    ...(heldTrials > 0
      ? [
          {
            about,
            note: "Trials in which levers were held at their spend",
            figure: heldTrials,
            format: "count" as const,
          },
        ]
      : []),
  ];
}

const separate = "schemes were taken as separate, so that nothing had to be shared";

const methodSentences: Record<string, string> = {
  shapley:
    "schemes entered in pounds keep their amount; percentages of the same spend share it fairly, whatever the order (Shapley)",
  lmdi: "percentages of the same spend share it by logarithmic means, whatever the order (LMDI)",
  sequential: "each scheme works on what those above it in the register leave",
  prorata: "the combined saving is shared in proportion to what each scheme would save alone",
  standalone: "each scheme is credited with what it would save alone; the parts do not sum to the combined saving",
  last: "each scheme is credited with what would be lost without it; the parts do not sum to the combined saving",
};
