import { leastSquares } from "./leastSquares";

/** What changed at the break: level and slope with their standard errors, and the last period with and without the change. */
interface TrendBreak {
  levelChange: number;
  levelError: number;
  slopeChange: number;
  slopeError: number;
  counterfactualAtEnd: number;
  actualAtEnd: number;
  degreesOfFreedom: number;
}

/**
 * Interrupted time series by segmented least squares (Wagner et al., Journal of Clinical Pharmacy and Therapeutics 2002):
 * y = β₀ + β₁·t + β₂·D + β₃·D·(t − b), D = 1 from period b on; so β₂ is the change of level at b.
 *
 * @param values by period 1…n, n ≥ 5
 * @param breakAt b, the first period after the change; at least 2 periods on either side
 * @param lags 0: ordinary standard errors; above: Newey and West's (1987) with Bartlett weights, times n/(n − 4)
 */
export function trendBreak(values: readonly number[], breakAt: number, lags = 0): TrendBreak {
  const n = values.length;
  const design = values.map((_, index) => {
    const t = index + 1;
    return t < breakAt ? [1, t, 0, 0] : [1, t, 1, t - breakAt];
  });
  // Fitted as shares of the largest value: squares of residuals then neither overflow nor vanish.
  const size = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const { coefficients, residuals, inverse } = leastSquares(
    design,
    values.map((value) => value / size),
  );
  const [constant, slope, levelChange, slopeChange] = coefficients as [number, number, number, number];
  // Residuals of a perfect fit are roundings, not noise to test against.
  const rounding = 64 * Number.EPSILON;
  const noise = residuals.every((residual) => Math.abs(residual) < rounding) ? residuals.map(() => 0) : residuals;
  const errors = lags > 0 ? neweyWestErrors(design, noise, inverse, lags) : ordinaryErrors(noise, inverse);
  return {
    levelChange: levelChange * size,
    levelError: errors[2]! * size,
    slopeChange: slopeChange * size,
    slopeError: errors[3]! * size,
    counterfactualAtEnd: (constant + slope * n) * size,
    actualAtEnd: values[n - 1]!,
    degreesOfFreedom: n - 4,
  };
}

function ordinaryErrors(residuals: readonly number[], inverse: readonly number[][]): number[] {
  const variance = residuals.reduce((sum, residual) => sum + residual * residual, 0) / (residuals.length - 4);
  return inverse.map((row, i) => Math.sqrt(variance * row[i]!));
}

/** Square roots of the diagonal of (XᵀX)⁻¹·Ω·(XᵀX)⁻¹·n/(n − 4), Ω = Σ over lags l of (1 − l/(L + 1))·(Γₗ + Γₗᵀ). */
function neweyWestErrors(
  design: readonly (readonly number[])[],
  residuals: readonly number[],
  inverse: readonly number[][],
  lags: number,
): number[] {
  const n = residuals.length;
  return inverse.map((weights) => {
    // The estimate's error is Σ over t of wᵀxₜ·uₜ, so its variance needs only this one series.
    const scores = design.map((row, t) => row.reduce((sum, x, k) => sum + x * weights[k]!, 0) * residuals[t]!);
    let variance = 0;
    for (let lag = 0; lag <= Math.min(lags, n - 1); lag++) {
      let product = 0;
      for (let t = lag; t < n; t++) product += scores[t]! * scores[t - lag]!;
      variance += lag === 0 ? product : 2 * (1 - lag / (lags + 1)) * product;
    }
    return Math.sqrt(Math.max(0, (variance * n) / (n - 4)));
  });
}
