import type { Breakdown } from "../../breakdown";
import type { Scenario } from "../../scenario";
import { inUnit, type NoteLine } from "./noteLine";

/** What the scenario changes of the plan as written, one line a change. */
export function scenarioLines({ unit }: Pick<Breakdown, "unit">, scenario: Scenario | undefined): NoteLine[] {
  if (!scenario) return [];
  const { delivery = "planned", overlap = "asWritten", costAvoidance, off = [] } = scenario;
  const words = [
    deliveryWords[delivery],
    overlapWords[overlap],
    costAvoidance === "leftOut" ? "What only avoids cost does not count" : "",
    ...off.map((lever) => `Off: ${lever}`),
  ].filter((note) => note !== "");
  const factors = [
    ["Delivery of", scenario.leverFactors],
    ["Delivery of the group", scenario.groupFactors],
    ["Delivery by status", scenario.statusFactors],
    ["Weight of", scenario.statusWeights],
  ] as const;
  const figures: [string, number | undefined, NoteLine["format"]?][] = [
    ...factors.flatMap(([name, by]) =>
      Object.entries(by ?? {}).map(([of, factor]): [string, number, "share"] => [`${name} ${of}`, factor, "share"]),
    ),
    ["Growth of spending a year, percentage points added", scenario.growthChange, "share"],
    ["Growth of funding a year, percentage points added", scenario.fundingChange, "share"],
    [inUnit("Spending a year, added", unit), scenario.needAmountChange],
    [inUnit("Funding a year, added", unit), scenario.fundingAmountChange],
    [inUnit("Savings required in the last year", unit), scenario.target],
    ["Yearly rate between cash and real terms", scenario.deflator, "share"],
    ["Years", scenario.horizon, "count"],
  ];
  return [
    ...words.map((note): NoteLine => ({ about: "Scenario", note })),
    ...figures.flatMap(([note, figure, format]): NoteLine[] =>
      figure === undefined ? [] : [{ about: "Scenario", note, figure, ...(format && { format }) }],
    ),
  ];
}

const deliveryWords = {
  planned: "",
  low: "Every lever at its low, else its likely delivery, else its weight",
  expected: "Every lever at the mean of its range, else its likely delivery, else its weight",
  high: "Every lever at its high, else at least as planned",
};

const overlapWords = {
  asWritten: "",
  all: "Amounts work on what the other levers leave, whatever the register says",
  none: "Everything adds up, whatever the register says",
};
