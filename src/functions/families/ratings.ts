import { preciseSum } from "../../engine/numbers/sum";
import { withOptimismBias } from "../../engine/delivery/optimismBias";
import { illustrativeWeights, ragOf, ratingKey, ratingWeights, type RatingWeights } from "../../engine/delivery/rating";
import { frame, lookup, optional } from "../arguments/arguments";
import { label, number } from "../arguments/elements";
import { divisionByZero, invalidValue, notAvailable } from "../errors";
import { elementByElement, Frame } from "../arguments/frame";
import { defineFunction, type ResultCell } from "../record";

const riskAdjust = defineFunction({
  name: "RISKADJUST",
  family: "Delivery and risk",
  description: "Amounts times the weight of their rating.",
  parameters: {
    amounts: frame(number(), "Savings: a row per lever, a column per year."),
    ratings: frame(label(), "Rating or status of each lever (the same for every year, or one for each amount)."),
    weights: optional(
      lookup(
        number({ min: 0, max: 1, because: "90% is 0.9" }),
        label(),
        "Two columns, rating and weight from 0 to 1; rows without a rating are skipped. Default: illustrative weights.",
      ),
      undefined,
    ),
  },
  result: "The size of amounts and ratings together, in the unit of amounts.",
  formula: "amount × weight of its rating",
  notes: [
    "No published standard gives weights. The built-in ones are illustrative: Green 90%, Amber 60%, Red 20%; Fully developed 90%, In progress 60%, Opportunity 30%, Unidentified 0%. Put your own into weights, from your own programmes' delivery (DELIVERYRATE).",
    "Ratings match without regard to case and outer spaces.",
  ],
  errors: [
    "#N/A in the cells of an unknown rating, or of an amount without a rating; a row with neither amount nor rating stays empty.",
    "#VALUE! where weights gives one rating two different weights.",
  ],
  examples: [
    {
      formula: 'RISKADJUST({164.5;30.6;39.9},{"Fully developed";"In progress";"Opportunity"})',
      result: [[148.05], [18.36], [11.97]],
      says: "A programme of £235m with 70% fully developed, 13% in progress, 17% opportunity counts for £178m.",
    },
    {
      formula: 'RISKADJUST({10,12;5,5},{"green";"red"},{"Green",0.95;"Red",0.1})',
      result: [
        [9.5, 11.4],
        [0.5, 0.5],
      ],
      says: "Two schemes over two years, with weights of your own: £10m and £12m rated green count for £9.5m and £11.4m.",
    },
  ],
  compute({ amounts, ratings, weights }) {
    const table = weights === undefined ? ratingWeights() : tableOf(weights);
    return elementByElement([amounts, ratings], (i, j): ResultCell => {
      const rating = ratings.at(i, j);
      const amount = amounts.at(i, j);
      if (rating === "") {
        return amount === 0
          ? ""
          : notAvailable(`ratings: row ${i + 1} has no rating; a rating is needed for its amount.`);
      }
      const weight = table.get(ratingKey(rating));
      return weight === undefined ? notAvailable(unknownRating(rating, weights)) : amount * weight;
    });
  },
});

function tableOf(entries: readonly [string, number][]): RatingWeights {
  const table = ratingWeights(entries);
  for (const [rating, weight] of entries) {
    const other = table.get(ratingKey(rating));
    if (other !== weight) {
      throw invalidValue(
        `weights: '${rating}' is given the weights ${weight} and ${other}; one weight a rating is needed.`,
      );
    }
  }
  return table;
}

function unknownRating(rating: string, weights: readonly [string, number][] | undefined): string {
  const known = (weights ?? illustrativeWeights).map(([name]) => name).join(", ");
  return `ratings: '${rating}' has no weight; known are ${known}.`;
}

const rag = defineFunction({
  name: "RAG",
  family: "Delivery and risk",
  description: "Green, Amber or Red by what was delivered of what was planned.",
  parameters: {
    planned: frame(number(), "Planned saving: one cell or a range."),
    actual: frame(number(), "Actual saving, in the same unit."),
    green_at: optional(frame(number({ min: 0 }), "Share delivered from which it is green. Default 95%."), undefined),
    amber_at: optional(
      frame(number({ min: 0 }), "Share delivered from which it is amber; at most green_at. Default 75%."),
      undefined,
    ),
  },
  result: 'The size of the arguments: "Green", "Amber" or "Red".',
  formula: "actual / planned against green_at and amber_at",
  notes: ["Auditors' ratings also ask whether the saving is real: a green by arithmetic may still be a red."],
  errors: ["#DIV/0! in the cells where planned is 0.", "#VALUE! where amber_at is above green_at."],
  examples: [
    {
      formula: "RAG({360;511},{324;-140})",
      result: [["Amber"], ["Red"]],
      says: "Vanguards forecast 324 of 360 (90%): amber. A programme that cost instead of saving: red.",
    },
    { formula: "RAG(235,216,0.9)", result: "Green", says: "216 of 235 is 92%: green, if 90% will do." },
  ],
  compute({ planned, actual, green_at, amber_at }) {
    const green = green_at ?? new Frame("green_at", [[0.95]]);
    return elementByElement([planned, actual, green, ...(amber_at ? [amber_at] : [])], (i, j): ResultCell => {
      const greenAt = green.at(i, j);
      // Where green starts below 75% and amber is left out, everything that is not green is red.
      const amberAt = amber_at?.at(i, j) ?? Math.min(0.75, greenAt);
      if (amberAt > greenAt) {
        throw invalidValue(`amber_at is ${amberAt}, above green_at ${greenAt}; it must be at most green_at.`);
      }
      if (planned.at(i, j) === 0) return divisionByZero("planned is 0; nothing can be delivered of it.");
      return ragOf(actual.at(i, j) / planned.at(i, j), greenAt, amberAt);
    });
  },
});

const deliveryRate = defineFunction({
  name: "DELIVERYRATE",
  family: "Delivery and risk",
  description: "Share of planned savings that past programmes delivered.",
  parameters: {
    planned: frame(number(), "Planned savings of past programmes."),
    actual: frame(number(), "What they delivered, the same size; negative where costs rose instead."),
  },
  result: "One cell: a share of the planned sum; negative where costs rose instead.",
  formula: "Σ actual / Σ planned",
  notes: ["Large programmes count for more. Use it as the weight or the Likely delivery of the next one."],
  errors: ["#DIV/0! where planned sums to 0.", "#VALUE! where the two differ in size."],
  examples: [
    { formula: "DELIVERYRATE(360,324)", result: 0.9, says: "Vanguards: £324m forecast against £360m expected." },
    {
      formula: "DELIVERYRATE({171;90},{-140;-56})",
      result: -0.75095785440613,
      says: "Better Care Fund: 171 and 90 planned, costs of 140 and 56 instead.",
    },
  ],
  compute({ planned, actual }) {
    if (planned.rows !== actual.rows || planned.columns !== actual.columns) {
      throw invalidValue(`planned is ${planned.size} but actual is ${actual.size}; both must be the same size.`);
    }
    const plan = preciseSum(planned.values.flat());
    if (plan === 0) return divisionByZero("planned sums to 0; there is nothing to deliver.");
    return preciseSum(actual.values.flat()) / plan;
  },
});

const optimismBias = defineFunction({
  name: "OPTIMISMBIAS",
  family: "Delivery and risk",
  description: "A cost raised by optimism bias, less what has been mitigated.",
  parameters: {
    amount: frame(number(), "Cost: one cell or a range."),
    bias: frame(
      number({ min: 0 }),
      "Optimism bias as a share of the cost, 0 or more (51% or 0.51; 200% is a published value).",
    ),
    mitigation: optional(
      frame(number({ min: 0, max: 1 }), "Share of the bias that has been mitigated, 0 to 1. Default 0."),
      undefined,
    ),
  },
  result: "The size of the arguments, in the unit of amount.",
  formula: "amount × (1 + bias × (1 − mitigation))",
  notes: [
    "For costs. Cutting savings is another operation: use DELIVERYRATE or RISKADJUST.",
    "Published upper and lower values on capital cost: standard buildings 24–2%, non-standard 51–4%, equipment and development 200–10%.",
  ],
  errors: [],
  examples: [
    {
      formula: "OPTIMISMBIAS(100,51%)",
      result: 151,
      says: "A non-standard building at the upper value: £100m becomes £151m.",
    },
    {
      formula: "OPTIMISMBIAS(100,50%,0.5)",
      result: 125,
      says: "With half of the causes dealt with, half of the bias stays.",
    },
  ],
  compute({ amount, bias, mitigation = new Frame("mitigation", [[0]]) }) {
    return elementByElement([amount, bias, mitigation], (i, j) =>
      withOptimismBias(amount.at(i, j), bias.at(i, j), mitigation.at(i, j)),
    );
  },
});

export const ratingFunctions = [riskAdjust, rag, deliveryRate, optimismBias];
