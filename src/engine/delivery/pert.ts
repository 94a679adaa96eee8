/** Mean of PERT(low, likely, high) with λ = 4: (low + 4·likely + high) / 6. Malcolm et al., Operations Research 1959. */
export function pertMean(low: number, likely: number, high: number): number {
  return (low + 4 * likely + high) / 6;
}

/**
 * Parameters of the beta distribution on low…high that PERT stands for: α = 1 + 4·(likely − low)/(high − low), β = 6 − α.
 *
 * @param high > low
 */
export function pertShape(low: number, likely: number, high: number): { alpha: number; beta: number } {
  const alpha = 1 + (4 * (likely - low)) / (high - low);
  return { alpha, beta: 6 - alpha };
}
