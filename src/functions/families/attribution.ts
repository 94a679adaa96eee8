import { attribute } from "../../engine/attribution/attribute";
import { combinedSaving, overlap } from "../../engine/attribution/combined";
import { methods, orderEnds } from "../../engine/attribution/methods";
import { orderRange } from "../../engine/attribution/orderRange";
import { EffectsCancelOut } from "../../engine/attribution/proRata";
import { cell, frame, optional, row } from "../arguments/arguments";
import { choice, number } from "../arguments/elements";
import { divisionByZero, isFunctionError, type FunctionError } from "../errors";
import { decompositionFunctions } from "./decomposition";
import { Frame, fullFrame } from "../arguments/frame";
import { defineFunction, type ResultCell, type FunctionRecord } from "../record";
import { waterfallFunctions } from "./waterfall";

const base = row(number(), "Amount that the levers work on: one cell, or a row by year.");
const effects = frame(
  number({ max: 1, because: "a lever cannot save more than the base (10% is 0.1)" }),
  "Share of the base that each lever would save alone, at most 1; negative adds cost. A row per lever, a column per year.",
);

const attributeLevers = defineFunction({
  name: "ATTRIBUTE",
  family: "Attribution",
  description: "Amount that each of several overlapping levers contributes to their combined saving.",
  parameters: {
    base,
    effects,
    method: optional(
      cell(
        choice([...methods, ...orderEnds]),
        '"shapley" (default; order-free), "lmdi", "sequential", "prorata", "standalone", "last", "least" or "most".',
      ),
      "shapley",
    ),
  },
  result: "A row per lever and a column per year, in the unit of base.",
  formula:
    "Shapley value of v(S) = base·(1 − Π over S of (1 − e)); " +
    "lmdi: L(base, base·Π(1 − e))·(−ln(1 − e)), L the logarithmic mean",
  notes: [
    'Each column sums to the combined saving, except with "standalone" (each lever by itself), "last" (what would be lost without it), "least" and "most".',
    "least and most are what a lever could be credited with at the least and at the most, in any order of the levers: whoever counts first, it is between them.",
    "shapley averages over all orders in which the levers could come, so no lever gains by being listed first; sequential depends on the order.",
    "What counts as one lever matters: splitting a lever in two changes the others' shares. Results by group are sums of lever results, never a new game of groups.",
  ],
  errors: ['#DIV/0! with "prorata" where stand-alone savings of both signs cancel out.'],
  examples: [
    {
      formula: "ATTRIBUTE(100,{0.1;0.2})",
      result: [[9], [19]],
      says: "Levers of 10% and 20% on the same £100m save 28 together, not 30: the overlap of 2 is shared equally.",
    },
    {
      formula: "ATTRIBUTE(200,{0.1;0.2;0.05})",
      result: [[17.5666666666667], [37.0666666666667], [8.56666666666667]],
      says: "Three levers on £200m: together they save 63.2.",
    },
    {
      formula: 'ATTRIBUTE(100,{0.1;0.2},"lmdi")',
      result: [[8.98038939247064], [19.0196106075294]],
      says: "Weights by the logarithmic mean come close to Shapley.",
    },
    {
      formula: 'ATTRIBUTE(100,{0.1;0.2},"sequential")',
      result: [[10], [18]],
      says: "In listed order the first lever gets all of its saving and the second pays for the overlap.",
    },
    {
      formula: 'ATTRIBUTE(100,{0.1;0.2},"prorata")',
      result: [[9.33333333333333], [18.6666666666667]],
      says: "Pro rata shares the overlap by size.",
    },
    {
      formula: 'ATTRIBUTE(100,{0.1;0.2},"least")',
      result: [[8], [18]],
      says: "The least that either lever is credited with: where the other comes first.",
    },
    {
      formula: 'ATTRIBUTE(100,{0.1;0.2;-0.5},"most")',
      result: [[15], [30], [-36]],
      says: "A lever that raises costs leaves the others more to save on; its own cost is least after all of them.",
    },
  ],
  compute({ base: bases, effects: shares, method }) {
    const { rows, columns } = fullFrame(shares, new Frame("base", [bases]));
    const years = Array.from({ length: columns }, (_, year) =>
      yearOf(bases, shares, year, (amount, column) => attributeOrRefuse(amount, column, method)),
    );
    const refusal = years[0];
    if (isFunctionError(refusal) && years.every(isFunctionError)) throw refusal;
    const columnsOfCells = years.map((amounts) =>
      isFunctionError(amounts) ? new Array<FunctionError>(rows).fill(amounts) : amounts,
    );
    return Array.from({ length: rows }, (_, lever) => columnsOfCells.map((amounts) => amounts[lever]!));
  },
});

const combined = defineFunction({
  name: "COMBINED",
  family: "Attribution",
  description: "Combined saving of levers that each work on what the others leave.",
  parameters: { base, effects },
  result: "One row: the combined saving by year, in the unit of base.",
  formula: "base × (1 − Π(1 − e))",
  notes: [
    "Never more than the base, and never more than the sum of the stand-alone savings where all effects are savings.",
  ],
  errors: [],
  examples: [
    {
      formula: "COMBINED(100,{0.1;0.2})",
      result: 28,
      says: "Levers of 10% and 20% on £100m save 28 together.",
    },
    {
      formula: "COMBINED({100,110},{0.1,0.1;0,0.2})",
      result: [[10, 30.8]],
      says: "In the second year the budget has grown and a second lever has started.",
    },
  ],
  compute: ({ base: bases, effects: shares }) => byYear(bases, shares, combinedSaving),
});

const overlapped = defineFunction({
  name: "OVERLAP",
  family: "Attribution",
  description: "What adding up stand-alone savings would count twice.",
  parameters: { base, effects },
  result: "One row: by year, in the unit of base.",
  formula: "Σ base·e − base × (1 − Π(1 − e))",
  notes: [
    "A register that adds up its schemes' savings overstates them by this much, if the schemes work on the same costs.",
  ],
  errors: [],
  examples: [
    {
      formula: "OVERLAP(100,{0.1;0.2})",
      result: 2,
      says: "10% and 20% of £100m add up to 30, but save 28.",
    },
    {
      formula: "OVERLAP(22,{0.3;0.25;0.2})",
      result: 3.74,
      says: "Three strands that claim 75% of £22bn of spend between them count £3.7bn twice.",
    },
  ],
  compute: ({ base: bases, effects: shares }) => byYear(bases, shares, overlap),
});

export const attribution: readonly FunctionRecord[] = [
  attributeLevers,
  combined,
  overlapped,
  ...decompositionFunctions,
  ...waterfallFunctions,
];

function byYear(
  bases: number[],
  shares: Frame<number>,
  compute: (base: number, effects: number[]) => number,
): ResultCell[][] {
  const { columns } = fullFrame(shares, new Frame("base", [bases]));
  return [Array.from({ length: columns }, (_, year) => yearOf(bases, shares, year, compute))];
}

/** One column of the game. */
function yearOf<R>(
  bases: readonly number[],
  shares: Frame<number>,
  year: number,
  compute: (base: number, effects: number[]) => R,
): R {
  const column = shares.columns === 1 ? 0 : year;
  return compute(
    bases[bases.length === 1 ? 0 : year]!,
    shares.values.map((years) => years[column]!),
  );
}

function attributeOrRefuse(
  amount: number,
  column: number[],
  method: (typeof methods | typeof orderEnds)[number],
): number[] | FunctionError {
  try {
    if (method === "least" || method === "most") return orderRange(amount, column)[method];
    return attribute(amount, column, method);
  } catch (error) {
    if (!(error instanceof EffectsCancelOut)) throw error;
    return divisionByZero("effects: the stand-alone savings cancel out, so they cannot be shared pro rata.");
  }
}
