import type { Chance, UncertainAmount } from "../../engine/delivery/deliveries";
import { cell, frame, list, optional } from "../arguments/arguments";
import { number, whole } from "../arguments/elements";
import { divisionByZero, invalidValue } from "../errors";
import type { Frame } from "../arguments/frame";
import { defineFunction } from "../record";
import { runSimulation } from "../runSimulation";

/** Beyond this a simulation would run for a minute. */
const mostDraws = 2e9;

const amounts = {
  low: list(number(), "Lowest saving of each lever: one cell, or a row or column."),
  likely: list(number(), "Most likely saving of each lever."),
  high: list(number(), "Highest saving of each lever; low ≤ likely ≤ high."),
};

const chance = {
  correlation: optional(
    cell(number({ min: 0, below: 1 }), "Correlation of each pair of levers, from 0 to below 1. Default 0."),
    0,
  ),
  trials: optional(
    cell(whole({ min: 100, max: 1_000_000 }), "Number of trials, 100 to 1,000,000. Default 10,000."),
    10_000,
  ),
  seed: optional(
    cell(
      whole({ min: 1, max: 2 ** 31 - 1 }),
      "Start of the random numbers, whole and above 0; the same seed gives the same digits. Default 1.",
    ),
    1,
  ),
};

const formula =
  "Each lever is PERT(low, likely, high): beta with mean (low + 4·likely + high)/6; " +
  "levers move together by √ρ·Z + √(1 − ρ)·ε behind each (one-factor Gaussian copula)";

const notes = [
  "Correlation matters more than the shape: levers that depend on the same staff succeed or fail together. With 0 the range of the total is too narrow for most programmes.",
  "low = likely = high is a certain amount.",
  "The same arguments give the same digits on every machine. More trials give a steadier answer: at 10,000 the 10th and 90th percentiles still move by some 1% of the total's standard deviation with the seed.",
];

const errors = ["#VALUE! where low, likely and high differ in number, or are not in this order."];

const deliveryProb = defineFunction({
  name: "DELIVERYPROB",
  family: "Delivery and risk",
  description: "Probability that the levers together reach a target.",
  parameters: { target: cell(number(), "Total saving to reach."), ...amounts, ...chance },
  result: "One cell: a probability from 0 to 1.",
  formula,
  notes,
  errors,
  examples: [
    {
      formula: "DELIVERYPROB(18,{6;4.7;2.7},{7.6;5.65;3.4},{9.2;6.6;4.1},0.3)",
      result: 0.0725,
      says: "McKinsey's ranges of 2009 in £bn, likely in the middle: technical 6.0–9.2, allocative 4.7–6.6, shift of care 2.7–4.1. Together they reach 18 in one case of 14.",
    },
    {
      formula: "DELIVERYPROB(235,{150;15;0},{164.5;30.6;20},{170;40;40},0.3)",
      result: 0.0221,
      says: "A programme of £235m whose levers could bring 165 to 250, most likely 215, reaches its target in about one case of 45.",
    },
  ],
  async compute({ target, low, likely, high, ...luck }) {
    const levers = uncertainAmounts(low, likely, high, luck);
    return (await runSimulation({ wanted: "probability", target, levers, chance: luck }))[0]!;
  },
});

const deliveryRange = defineFunction({
  name: "DELIVERYRANGE",
  family: "Delivery and risk",
  description: "Percentiles of what the levers together deliver.",
  parameters: {
    percentiles: frame(
      number({ min: 0, max: 1, because: "the 90th percentile is 0.9 or 90%" }),
      "Percentiles as fractions from 0 to 1.",
    ),
    ...amounts,
    ...chance,
  },
  result: "The shape of percentiles, in the unit of the levers.",
  formula: `${formula}; percentiles by type 7, as Excel's PERCENTILE.INC`,
  notes,
  errors,
  examples: [
    {
      formula: "DELIVERYRANGE({0.1,0.5,0.9},{6;4.7;2.7},{7.6;5.65;3.4},{9.2;6.6;4.1},0.3)",
      result: [[15.440351273968478, 16.654801196558893, 17.859926026663093]],
      says: "McKinsey's ranges of 2009, published as £13bn to £20bn together: four times in five the total lies between £15.4bn and £17.9bn.",
    },
    {
      formula: "DELIVERYRANGE({0.1;0.5;0.9},{10.6;0},{14;2.5},{18;7.5},0.3)",
      result: [[14.12381206075867], [16.943224060485605], [20.02143898640489]],
      says: "Recurrent savings of £10.6bn to £18bn and one-off ones of up to £7.5bn: £14.1bn is reached nine times in ten, £20.0bn once in ten.",
    },
  ],
  async compute({ percentiles, low, likely, high, ...luck }) {
    const levers = uncertainAmounts(low, likely, high, luck);
    const wanted = percentiles.values.flat();
    const found = await runSimulation({ wanted: "percentiles", percentiles: wanted, levers, chance: luck });
    return shapedLike(percentiles, found);
  },
});

const riskContribution = defineFunction({
  name: "RISKCONTRIBUTION",
  family: "Delivery and risk",
  description: "Share of the total's uncertainty that each lever brings.",
  parameters: { ...amounts, ...chance },
  result: "One column: a share per lever; the shares sum to 1.",
  formula: `covariance of the lever with the total / variance of the total. ${formula}`,
  notes: [
    "The lever with the widest range, not the largest saving, usually leads: that is where a better estimate pays.",
    ...notes,
  ],
  errors: [...errors, "#DIV/0! where every lever is certain."],
  examples: [
    {
      formula: "RISKCONTRIBUTION({6;4.7;2.7},{7.6;5.65;3.4},{9.2;6.6;4.1},0.3)",
      result: [[0.5651519117198346], [0.2624141173407184], [0.17243397093944698]],
      says: "McKinsey's ranges of 2009: technical efficiency, the widest, brings more than half of the uncertainty.",
    },
    {
      formula: "RISKCONTRIBUTION({1;0;2},{2;4;2.5},{3;8;3},0.3)",
      result: [[0.11083197917382606], [0.8421060252677955], [0.047061995558378325]],
      says: "The second lever's range is four times the first's, and it brings 84% of the uncertainty.",
    },
  ],
  async compute({ low, likely, high, ...luck }) {
    const levers = uncertainAmounts(low, likely, high, luck);
    if (levers.every((lever) => lever.low === lever.high)) {
      return divisionByZero("low, likely and high are the same for every lever; there is no uncertainty to share.");
    }
    return (await runSimulation({ wanted: "contributions", levers, chance: luck })).map((share) => [share]);
  },
});

export const simulationFunctions = [deliveryProb, deliveryRange, riskContribution];

/** Levers from three lists; one cell serves every lever. */
function uncertainAmounts(low: number[], likely: number[], high: number[], { trials }: Chance): UncertainAmount[] {
  const lists = { low, likely, high };
  const count = Math.max(low.length, likely.length, high.length);
  const longest = Object.entries(lists).find(([, values]) => values.length === count)!;
  for (const [name, values] of Object.entries(lists)) {
    if (values.length !== 1 && values.length !== count) {
      throw invalidValue(`${name} has ${values.length} entries but ${longest[0]} has ${count}; give one a lever.`);
    }
  }
  if (count * trials > mostDraws) {
    throw invalidValue(
      `trials is ${trials}, too many for ${count} levers; levers times trials may be at most ${mostDraws}.`,
    );
  }
  const at = (values: number[], lever: number): number => values[values.length === 1 ? 0 : lever]!;
  return Array.from({ length: count }, (_, lever) => {
    const amount = { low: at(low, lever), likely: at(likely, lever), high: at(high, lever) };
    if (amount.low <= amount.likely && amount.likely <= amount.high) return amount;
    throw invalidValue(
      `low, likely and high of lever ${lever + 1} are ${amount.low}, ${amount.likely} and ${amount.high}; they must not fall.`,
    );
  });
}

function shapedLike(frame: Frame<unknown>, values: readonly number[]): number[][] {
  return frame.values.map((_, row) => values.slice(row * frame.columns, (row + 1) * frame.columns));
}
