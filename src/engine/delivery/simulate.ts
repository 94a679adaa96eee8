import { quantilesOf } from "../numbers/quantile";
import { preciseSum } from "../numbers/sum";
import { deliveryBlocks, type Chance, type UncertainAmount } from "./deliveries";
import { pertMean } from "./pert";

/** A question to the simulation; plain data, so that it can be put to a worker. */
export type SimulationRequest = { levers: UncertainAmount[]; chance: Chance } & (
  | { wanted: "probability"; target: number }
  | { wanted: "percentiles"; percentiles: number[] }
  | { wanted: "contributions" }
);

/** Answers a request: one probability, a number per percentile, or a share per lever (NaN where nothing is uncertain). */
export function simulate(request: SimulationRequest): number[] {
  const { levers, chance } = request;
  switch (request.wanted) {
    case "probability":
      return [probabilityOfReaching(request.target, levers, chance)];
    case "percentiles":
      return percentilesOfTotal(request.percentiles, levers, chance);
    case "contributions":
      return riskContributions(levers, chance);
  }
}

/** Share of trials in which the levers' total reaches the target. */
export function probabilityOfReaching(target: number, levers: readonly UncertainAmount[], chance: Chance): number {
  // 0.1 + 0.2 reaches 0.3, whatever binary fractions make of it.
  const slack = 1e-12 * levers.reduce((size, { low, high }) => size + Math.max(Math.abs(low), Math.abs(high)), 0);
  const totals = drawTotals(levers, chance);
  return totals.reduce((reached, total) => reached + Number(total >= target - slack), 0) / totals.length;
}

/** Percentiles (type 7) of the levers' total; fractions 0–1. */
export function percentilesOfTotal(
  percentiles: readonly number[],
  levers: readonly UncertainAmount[],
  chance: Chance,
): number[] {
  return quantilesOf(drawTotals(levers, chance), percentiles);
}

/**
 * Share of the total's variance that each lever brings: cov(xᵢ, Σx) / var(Σx). The shares sum to 1.
 * All NaN where nothing is uncertain.
 */
export function riskContributions(levers: readonly UncertainAmount[], chance: Chance): number[] {
  // Deviations from the known mean: nothing cancels, and the small difference to the sample's mean is taken off after.
  const means = levers.map(({ low, likely, high }) => pertMean(low, likely, high));
  const products = new Float64Array(levers.length);
  const sums = new Float64Array(levers.length);
  let sumOfTotals = 0;
  for (const { count, amounts } of deliveryBlocks(levers, chance)) {
    const deviations = new Float64Array(count);
    amounts.forEach((drawn, lever) => {
      for (let trial = 0; trial < count; trial++) deviations[trial]! += drawn[trial]! - means[lever]!;
    });
    for (const deviation of deviations) sumOfTotals += deviation;
    amounts.forEach((drawn, lever) => {
      let product = 0;
      let sum = 0;
      for (let trial = 0; trial < count; trial++) {
        const deviation = drawn[trial]! - means[lever]!;
        product += deviation * deviations[trial]!;
        sum += deviation;
      }
      products[lever]! += product;
      sums[lever]! += sum;
    });
  }
  const covariances = levers.map(({ low, high }, lever) =>
    low === high ? 0 : products[lever]! - (sums[lever]! * sumOfTotals) / chance.trials,
  );
  const variance = preciseSum(covariances);
  return covariances.map((covariance) => covariance / variance);
}

function drawTotals(levers: readonly UncertainAmount[], chance: Chance): Float64Array {
  const totals = new Float64Array(chance.trials);
  let first = 0;
  for (const { count, amounts } of deliveryBlocks(levers, chance)) {
    const part = totals.subarray(first, first + count);
    for (const drawn of amounts) addEach(part, drawn);
    first += count;
  }
  return totals;
}

/** By itself: loops in a function that goes on from block to block are compiled worse. */
function addEach(totals: Float64Array, drawn: Float64Array): void {
  const count = totals.length;
  for (let trial = 0; trial < count; trial++) totals[trial]! += drawn[trial]!;
}
