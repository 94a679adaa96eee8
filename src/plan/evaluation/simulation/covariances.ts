import { preciseSum } from "../../../engine/numbers/sum";

/** Sums up, block by block, how parts go together with their total. */
interface Covariances {
  /** @param parts parts × trials; @param total by trial */
  add(parts: readonly Float64Array[], total: Float64Array, trials: number): void;
  /** cov(part, total) / var(total); null where the total is certain. */
  shares(): (number | null)[];
}

/** Deviations are from the first trial, so that nothing cancels; the difference to the mean is taken off at the end. */
export function covariances(count: number): Covariances {
  const products = new Float64Array(count);
  const sums = new Float64Array(count);
  const start = new Float64Array(count);
  let startOfTotal = 0;
  let ofTotals = 0;
  let squares = 0;
  let trialsSoFar = 0;
  return {
    add(parts, total, trials) {
      if (trialsSoFar === 0) {
        startOfTotal = total[0] ?? 0;
        for (let part = 0; part < count; part++) start[part] = parts[part]?.[0] ?? 0;
      }
      trialsSoFar += trials;
      for (let trial = 0; trial < trials; trial++) {
        const deviation = total[trial]! - startOfTotal;
        ofTotals += deviation;
        squares += deviation * deviation;
      }
      for (let part = 0; part < count; part++) {
        const drawn = parts[part]!;
        const from = start[part]!;
        let product = 0;
        let sum = 0;
        for (let trial = 0; trial < trials; trial++) {
          const deviation = drawn[trial]! - from;
          product += deviation * (total[trial]! - startOfTotal);
          sum += deviation;
        }
        products[part]! += product;
        sums[part]! += sum;
      }
    },
    shares() {
      const variance = squares - (ofTotals * ofTotals) / trialsSoFar;
      const size = Math.max(squares, startOfTotal * startOfTotal * trialsSoFar);
      if (!(variance > 1e-20 * size)) return Array.from(products, () => null);
      const own = Array.from(products, (product, part) => product - (sums[part]! * ofTotals) / trialsSoFar);
      const all = preciseSum(own);
      // Parts that sum to the total have covariances that sum to its variance, but for rounding.
      const whole = Math.abs(all - variance) <= 1e-6 * variance ? all : variance;
      return own.map((covariance) => covariance / whole);
    },
  };
}
