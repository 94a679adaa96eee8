import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalCdf from "@stdlib/stats-base-dists-normal-cdf";

/** Tables run over z from −range to range in this many equal steps. */
export const tableSteps = 1024;
export const tableRange = 6.4;

const knotCount = 129;
const knotStep = (2 * tableRange) / (knotCount - 1);
const stepsPerKnot = tableSteps / (knotCount - 1);

/**
 * Inverse distribution function of PERT on 0…1 over z instead of probability: F⁻¹(Φ(z)) at tableSteps + 1 equal steps of z,
 * for straight-line reading. Over z the curve is smooth to both ends; over the probability its tails would be lost.
 *
 * A library's beta quantile costs some 40 µs, too much for a thousand points a lever. But α + β = 6 always, so all PERT shapes
 * are one family: the library is asked at 12 Chebyshev points of α and 129 of z, once, and the rest is interpolation
 * (error below 2e-6 of the range).
 *
 * @param alpha 1 … 5
 */
export function pertTable(alpha: number): Float64Array {
  const knots = knotsAt(alpha);
  const values = new Float64Array(tableSteps + 1);
  for (let k = 0; k < knotCount - 1; k++) {
    const [a, b, c, d] = [knots[k - 1], knots[k]!, knots[k + 1]!, knots[k + 2]];
    const slopeAtB = a === undefined ? (4 * c - 3 * b - d!) / 2 : (c - a) / 2;
    const slopeAtC = d === undefined ? (3 * c - 4 * b + a!) / 2 : (d - b) / 2;
    for (let step = 0; step < stepsPerKnot; step++) {
      const t = step / stepsPerKnot;
      const s = 1 - t;
      values[k * stepsPerKnot + step] =
        b * s * s * (1 + 2 * t) + slopeAtB * s * s * t + c * t * t * (3 - 2 * t) - slopeAtC * t * t * s;
    }
  }
  values[tableSteps] = knots[knotCount - 1]!;
  return keepOrder(values);
}

/** Chebyshev points of α on 1 … 5, as halves: −cos((2k + 1)π/24), written out so that every machine has the same digits. */
const chebyshev = [
  -0.9914448613738104, -0.9238795325112867, -0.7933533402912352, -0.6087614290087207, -0.3826834323650898,
  -0.13052619222005157, 0.13052619222005157, 0.3826834323650898, 0.6087614290087207, 0.7933533402912352,
  0.9238795325112867, 0.9914448613738104,
];
/** Barycentric weights of those points: (−1)^k·sin((2k + 1)π/24). */
const barycentric = [
  0.13052619222005157, -0.3826834323650898, 0.6087614290087207, -0.7933533402912352, 0.9238795325112867,
  -0.9914448613738104, 0.9914448613738104, -0.9238795325112867, 0.7933533402912352, -0.6087614290087207,
  0.3826834323650898, -0.13052619222005157,
];

let families: Float64Array[] | undefined;

function knotsAt(alpha: number): Float64Array {
  families ??= chebyshev.slice(0, 6).map((point) => exactKnots(3 + 2 * point));
  const x = (alpha - 3) / 2;
  const at = chebyshev.indexOf(x);
  const weights = chebyshev.map((point, k) => (at >= 0 ? Number(k === at) : barycentric[k]! / (x - point)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const knots = new Float64Array(knotCount);
  for (let point = 0; point < weights.length; point++) {
    const weight = weights[point]! / total;
    if (weight === 0) continue;
    // x(6 − α, z) = 1 − x(α, −z): the upper half of the family is the lower half seen from the other side.
    const family = families[Math.min(point, 11 - point)]!;
    if (point < 6) for (let k = 0; k < knotCount; k++) knots[k]! += weight * family[k]!;
    else for (let k = 0; k < knotCount; k++) knots[k]! += weight * (1 - family[knotCount - 1 - k]!);
  }
  return knots;
}

function exactKnots(alpha: number): Float64Array {
  const middle = (knotCount - 1) / 2;
  return Float64Array.from({ length: knotCount }, (_, k) => {
    const z = (k - middle) * knotStep;
    const p = normalCdf(-Math.abs(z), 0, 1);
    // Upper quantiles from the upper tail, where 1 − p would have no digits left.
    return z <= 0 ? betaQuantile(p, alpha, 6 - alpha) : 1 - betaQuantile(p, 6 - alpha, alpha);
  });
}

/** Interpolation may overshoot by a hair at the flat ends; a quantile never falls and stays within 0…1. */
function keepOrder(values: Float64Array): Float64Array {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    largest = Math.min(1, Math.max(largest, values[i]!));
    values[i] = largest;
  }
  return values;
}
