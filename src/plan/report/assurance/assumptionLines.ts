import type { Breakdown } from "../../breakdown";
import { weightsCarriedBy, wordWeight } from "../../evaluation/levers/weights";
import type { Plan } from "../../plan";
import type { Scenario, WeightMeaning } from "../../scenario";
import { sameName } from "../../../cells/names";
import { inUnit, type NoteLine } from "../notes/noteLine";
import { scenarioLines } from "../notes/scenarioLines";
import { sinceBaseYear } from "../words/resultSentences";
import { methodLine } from "../tableIdentity";

/** An assumption and where it comes from: cells, the scenario, or that it is ours. */
type Assumption = Omit<NoteLine, "about" | "cell"> & { from: string };

/** What the figures assume, value by value, each with its source. */
export function assumptionLines(breakdown: Breakdown, plan: Plan, asked: Scenario | undefined): Assumption[] {
  const { method, priceBasis, checks } = breakdown;
  return [
    {
      note: "Sharing of overlaps",
      from: checks.overlapShare === null ? "none: schemes were taken as separate" : methodLine(method),
    },
    { note: "Price basis", from: priceBasis },
    ...changeLines(breakdown, plan),
    ...targetLines(breakdown, plan, asked),
    ...weightLines(plan, asked ?? { name: "" }),
    ...scenarioLines(breakdown, asked && others(asked)).map(({ note, figure, format }): Assumption => ({
      note,
      ...(figure !== undefined && { figure }),
      ...(format && { format }),
      from: "the scenario",
    })),
    ...(asked?.correlation === undefined
      ? []
      : [
          {
            note: "Correlation of any two levers",
            figure: asked.correlation,
            format: "ratio" as const,
            from: "the scenario",
          },
        ]),
  ];
}

/** What the scenario changes beside its weights and its target, which have lines of their own. */
function others(asked: Scenario): Scenario {
  const { statusWeights: _weights, target: _target, ...rest } = asked;
  return rest;
}

/** How need and funding move from the base year to the last, a year on average. */
function changeLines(breakdown: Breakdown, plan: Plan): Assumption[] {
  const { summary, years, baseYear } = breakdown;
  const since = sinceBaseYear(breakdown, plan);
  if (!since) return [];
  const span = `${baseYear} to ${years.at(-1)}`;
  const rate = (last: number | undefined, change: number): number | null =>
    last !== undefined && last > 0 && last - change > 0 ? Math.pow(last / (last - change), 1 / years.length) - 1 : null;
  return [
    ["Need", rate(summary.need?.at(-1), since.need), plan.sources.spending],
    ["Funding", rate(summary.funding?.at(-1), since.funding), plan.sources.funding],
  ].flatMap(([what, figure, from]): Assumption[] =>
    typeof figure === "number"
      ? [{ note: `${what}, change a year on average, ${span}`, figure, format: "share", from: String(from ?? "") }]
      : [],
  );
}

function targetLines({ summary, years, unit }: Breakdown, plan: Plan, asked: Scenario | undefined): Assumption[] {
  const figure = summary.target?.at(-1);
  if (figure === undefined || figure === null) return [];
  const from = asked?.target === undefined ? (plan.sources.target ?? "") : "the scenario";
  return [{ note: inUnit(`Target of ${years.at(-1)}`, unit), figure, from }];
}

/** The weight of every status, colour, risk or gate that the register holds. */
function weightLines({ levers }: Plan, asked: Scenario): Assumption[] {
  const own = Object.keys(asked.statusWeights ?? {});
  const words = new Map<string, Assumption>();
  for (const lever of levers) {
    const meaning = asked.weightsFrom ?? weightsCarriedBy([lever]);
    const word = meaning === null ? "" : lever[meaning];
    const figure = meaning === null ? null : wordWeight(word, meaning, asked);
    if (meaning === null || figure === null) continue;
    const note = `Weight of the ${meaningWords[meaning]} ${word}`;
    const isOwn = own.some((name) => sameName(name, word));
    words.set(note, { note, figure, format: "share", from: isOwn ? "the scenario" : "illustrative, ours" });
  }
  return [...words.values()];
}

const meaningWords = { status: "status", rag: "colour", risk: "risk", gate: "gate" } satisfies Record<
  WeightMeaning,
  string
>;
