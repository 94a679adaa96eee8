import { chanceNeeds, usualChance } from "../../../plan/evaluation/simulation/chance";
import type { Plan } from "../../../plan/plan";
import type { Scenario } from "../../../plan/scenario";

/** A number of a scenario that the user can type. */
export interface NumberField {
  id:
    | "growthChange"
    | "needAmountChange"
    | "fundingChange"
    | "fundingAmountChange"
    | "target"
    | "horizon"
    | "capacity"
    | "deflator"
    | "correlation"
    | "trials"
    | "seed";
  /** Under which heading it stands. */
  part: "money" | "prices" | "uncertainty";
  label: string;
  /** Behind what is typed: "% points", the plan's unit. */
  unit: (plan: Plan) => string;
  /** What 1 is as it is shown: 100 where a fraction is typed in percent. */
  shownAs: number;
  /** What an empty field shows: what holds as the tables say. */
  example: (plan: Plan) => string;
  /** Whether this plan has what it changes. */
  isOffered: (plan: Plan) => boolean;
  /** Why a number will not do, in one sentence; null where it will. */
  refuse?: (value: number, plan: Plan) => string | null;
}

export const numberFields: readonly NumberField[] = [
  {
    id: "growthChange",
    part: "money",
    label: "Add to the growth of spending",
    unit: () => "% points",
    shownAs: 100,
    example: () => "0",
    isOffered: ({ categories }) => categories !== null,
    refuse: (value) => (Math.abs(value) < 1 ? null : "A change of less than 100 points is needed."),
  },
  {
    id: "needAmountChange",
    part: "money",
    label: "Add to spending, each year",
    unit: ({ unit }) => unit,
    shownAs: 1,
    example: () => "0",
    isOffered: ({ categories }) => categories !== null,
  },
  {
    id: "fundingChange",
    part: "money",
    label: "Add to the growth of funding",
    unit: () => "% points",
    shownAs: 100,
    example: () => "0",
    isOffered: ({ funding }) => funding !== null,
    refuse: (value) => (Math.abs(value) < 1 ? null : "A change of less than 100 points is needed."),
  },
  {
    id: "fundingAmountChange",
    part: "money",
    label: "Add to funding, each year",
    unit: ({ unit }) => unit,
    shownAs: 1,
    example: () => "0",
    isOffered: ({ funding }) => funding !== null,
  },
  {
    id: "target",
    part: "money",
    label: "Target of the last year",
    unit: ({ unit }) => unit,
    shownAs: 1,
    example: ({ target }) => (target ? "as written" : "none"),
    isOffered: () => true,
    refuse: (value) => (value >= 0 ? null : "A target of 0 or more is needed."),
  },
  {
    id: "horizon",
    part: "money",
    label: "Years",
    unit: () => "",
    shownAs: 1,
    example: ({ years }) => String(years.length),
    isOffered: ({ years }) => years.length > 1,
    refuse: (value, { years }) =>
      Number.isInteger(value) && value >= 1 && value <= years.length
        ? null
        : `A whole number from 1 to ${years.length} is needed.`,
  },
  {
    id: "capacity",
    part: "money",
    label: "Capacity of a year, in the register's effort",
    unit: () => "",
    shownAs: 1,
    example: () => "not stated",
    isOffered: ({ levers }) => levers.some(({ effort }) => effort > 0),
    refuse: (value) => (value >= 0 ? null : "A capacity of 0 or more is needed."),
  },
  {
    id: "deflator",
    part: "prices",
    label: "Rise of prices a year",
    unit: () => "%",
    shownAs: 100,
    example: ({ priceIndex }) => (priceIndex ? `by ${priceIndex.series}` : "2"),
    isOffered: ({ prices }) => prices !== "unstated",
    refuse: (value) => (Math.abs(value) < 1 ? null : "A rate between −100% and 100% is needed, such as 2%."),
  },
  {
    id: "correlation",
    part: "uncertainty",
    label: "Correlation of each pair of levers",
    unit: () => "",
    shownAs: 1,
    example: () => String(usualChance.correlation),
    isOffered: () => true,
    refuse: (value) =>
      chanceNeeds("correlation", value) === null ? null : "A correlation from 0 to below 1 is needed, such as 0.3.",
  },
  {
    id: "trials",
    part: "uncertainty",
    label: "Trials",
    unit: () => "",
    shownAs: 1,
    example: () => String(usualChance.trials),
    isOffered: () => true,
    refuse: (value) =>
      chanceNeeds("trials", value) === null ? null : "A whole number from 100 to 1,000,000 is needed.",
  },
  {
    id: "seed",
    part: "uncertainty",
    label: "Seed of the draws",
    unit: () => "",
    shownAs: 1,
    example: () => String(usualChance.seed),
    isOffered: () => true,
    refuse: (value) =>
      chanceNeeds("seed", value) === null ? null : "A whole number from −2,147,483,647 to 2,147,483,647 is needed.",
  },
];

/** A word of a scenario that the user chooses; the first is what holds where nothing is said. */
export interface WordField {
  id: "delivery" | "overlap" | "costAvoidance" | "prices" | "positionForm";
  label: string;
  choices: readonly (readonly [value: string, text: string])[];
}

export const delivery: WordField = {
  id: "delivery",
  label: "Delivery",
  choices: [
    ["planned", "As planned"],
    ["low", "Low"],
    ["expected", "Expected"],
    ["high", "High"],
  ],
};

export const overlap: WordField = {
  id: "overlap",
  label: "Amounts of money",
  choices: [
    ["asWritten", "Overlap where the register says so"],
    ["all", "All work on what the others leave"],
    ["none", "Everything adds up"],
  ],
};

export const costAvoidance: WordField = {
  id: "costAvoidance",
  label: "Cost avoidance",
  choices: [
    ["counted", "Counts"],
    ["leftOut", "Does not count"],
  ],
};

export const prices: WordField = {
  id: "prices",
  label: "Prices of the results",
  choices: [
    ["asWritten", "As written"],
    ["cash", "Cash"],
    ["real", "Real terms, base-year prices"],
  ],
};

export const positionForm: WordField = {
  id: "positionForm",
  label: "Position",
  choices: [
    ["asFits", "As the plan suggests"],
    ["plan", "From opening to closing"],
    ["council", "Budget and gap, as councils do"],
  ],
};

/** The scenario with one value changed; null takes it out, so that it is as written. */
export function withValue<Key extends keyof Scenario>(
  scenario: Scenario,
  key: Key,
  value: Scenario[Key] | null,
): Scenario {
  const others = Object.fromEntries(Object.entries(scenario).filter(([name]) => name !== key)) as unknown as Scenario;
  return value === null ? others : { ...others, [key]: value };
}

/** The factor of one lever or group; null where it is delivered as the scenario says of all. */
export function withFactor(
  scenario: Scenario,
  key: "leverFactors" | "groupFactors" | "statusFactors" | "statusWeights",
  name: string,
  factor: number | null,
): Scenario {
  const kept = Object.entries(scenario[key] ?? {}).filter(([other]) => other !== name);
  const entries = factor === null ? kept : [...kept, [name, factor] as const];
  return withValue(scenario, key, entries.length === 0 ? null : Object.fromEntries(entries));
}

/** The scenario with a lever switched on or off. */
export function withSwitch(scenario: Scenario, lever: string, isOn: boolean): Scenario {
  const off = (scenario.off ?? []).filter((name) => name !== lever);
  const after = isOn ? off : [...off, lever];
  return withValue(scenario, "off", after.length === 0 ? null : after);
}

/** Why a share of the plan will not do as a delivery; null where it will. */
export function deliveryProblem(share: number): string | null {
  return share >= 0 && share <= mostDelivered ? null : `A delivery from 0 to ${100 * mostDelivered}% is needed.`;
}

/** More than five times the plan is another plan, and the reader refuses it too. */
const mostDelivered = 5;
