import erfc from "@stdlib/math-base-special-erfc";
import betainc from "@stdlib/math-base-special-betainc";
import gamma from "@stdlib/math-base-special-gamma";
import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import gammaln from "@stdlib/math-base-special-gammaln";
import gammainc from "@stdlib/math-base-special-gammainc";
import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import type { ValueContent } from "@workbooks/xlsx/content";
import { notANumber, type OwnFunction } from "../ownFunction";

/** The distributions whose tails and last digits Univer gets wrong, but for Student's and the binomial. */
export const distributions: OwnFunction[] = [
  ...both("NORM.DIST", "NORMDIST", "nnnb", (x: number, mean: number, deviation: number, isCumulative: number) => {
    if (deviation <= 0) return notANumber;
    const z = (x - mean) / deviation;
    return isCumulative ? normal(z) : density(z) / deviation;
  }),
  { name: "NORM.S.DIST", takes: "nb", calculate: (z: number, isCumulative) => (isCumulative ? normal(z) : density(z)) },
  { name: "NORMSDIST", takes: "n", calculate: normal },
  ...both("NORM.INV", "NORMINV", "nnn", (p: number, mean: number, deviation: number) =>
    isProbability(p) && deviation > 0 ? mean + deviation * normalInverse(p) : notANumber,
  ),
  ...both("NORM.S.INV", "NORMSINV", "n", (p: number) => (isProbability(p) ? normalInverse(p) : notANumber)),
  { name: "GAUSS", takes: "n", calculate: (z: number) => (Math.sign(z) * gammainc((z * z) / 2, 0.5)) / 2 },
  ...both("ERFC", "ERFC.PRECISE", "a", (x: number) => erfc(x)),
  {
    name: "LOGNORM.DIST",
    takes: "nnnb",
    calculate: (x: number, mean: number, deviation: number, isCumulative: number) => {
      if (x <= 0 || deviation <= 0) return notANumber;
      const z = (Math.log(x) - mean) / deviation;
      return isCumulative ? normal(z) : density(z) / (deviation * x);
    },
  },
  {
    name: "LOGNORMDIST",
    takes: "nnn",
    calculate: (x: number, mean: number, deviation: number) =>
      x > 0 && deviation > 0 ? normal((Math.log(x) - mean) / deviation) : notANumber,
  },
  ...both("LOGNORM.INV", "LOGINV", "nnn", (p: number, mean: number, deviation: number) =>
    isProbability(p) && deviation > 0 ? Math.exp(mean + deviation * normalInverse(p)) : notANumber,
  ),
  {
    name: "BETA.DIST",
    takes: "nnnb?nn",
    calculate: (x: number, a: number, b: number, isCumulative: number, from = 0, to = 1) =>
      beta(x, a, b, isCumulative, from, to),
  },
  {
    name: "BETADIST",
    takes: "nnn?nn",
    calculate: (x: number, a: number, b: number, from = 0, to = 1) => beta(x, a, b, 1, from, to),
  },
  ...both("BETA.INV", "BETAINV", "nnn?nn", (p: number, a: number, b: number, from = 0, to = 1) =>
    p > 0 && p < 1 && a > 0 && b > 0 && from < to ? from + (to - from) * betaQuantile(p, a, b) : notANumber,
  ),
  {
    name: "GAMMA",
    takes: "n",
    calculate: (x: number) => (x === 0 || (x < 0 && Number.isInteger(x)) ? notANumber : gamma(x)),
  },
  ...both("GAMMALN", "GAMMALN.PRECISE", "n", (x: number) => (x > 0 ? gammaln(x) : notANumber)),
  ...both("GAMMA.DIST", "GAMMADIST", "nnnb", (x: number, shape: number, scale: number, isCumulative: number) => {
    if (x < 0 || shape <= 0 || scale <= 0) return notANumber;
    if (isCumulative) return gammainc(x / scale, shape);
    if (x === 0) return shape === 1 ? 1 / scale : shape > 1 ? 0 : notANumber;
    return Math.exp((shape - 1) * Math.log(x / scale) - x / scale - gammaln(shape)) / scale;
  }),
  ...both("GAMMA.INV", "GAMMAINV", "nnn", (p: number, shape: number, scale: number) =>
    p >= 0 && p < 1 && shape > 0 && scale > 0 ? scale * gammaincinv(p, shape) : notANumber,
  ),
  ...both("EXPON.DIST", "EXPONDIST", "nnb", (x: number, rate: number, isCumulative: number) => {
    if (x < 0 || rate <= 0) return notANumber;
    return isCumulative ? -Math.expm1(-rate * x) : rate * Math.exp(-rate * x);
  }),
  ...both("POISSON.DIST", "POISSON", "nnb", (x: number, mean: number, isCumulative: number) => {
    if (x < 0 || mean < 0) return notANumber;
    const count = Math.trunc(x);
    if (mean === 0) return isCumulative || count === 0 ? 1 : 0;
    if (!isCumulative) return poisson(count, mean);
    return mean > 10_000 ? sumOfPoisson(count, mean) : gammainc(mean, count + 1, true, true);
  }),
];

/** One calculation under the name of today and the one that Excel keeps for old workbooks. */
export function both(name: string, old: string, takes: string, calculate: OwnFunction["calculate"]): OwnFunction[] {
  return [
    { name, takes, calculate },
    { name: old, takes, calculate },
  ];
}

function isProbability(p: number): boolean {
  return p > 0 && p < 1;
}

function normal(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

/** The library's in the middle; in the tails, where it has none, Newton's steps on the logarithm. */
function normalInverse(p: number): number {
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalInverse(1 - p);
  if (p > 1e-12) return normalQuantile(p, 0, 1);
  let z = -Math.sqrt(-2 * Math.log(p));
  for (let step = 0; step < 20; step++) z -= ((Math.log(normal(z)) - Math.log(p)) * normal(z)) / density(z);
  return z;
}

function poisson(count: number, mean: number): number {
  if (count < 1000) return Math.exp(count * Math.log(mean) - mean - gammaln(count + 1));
  // Stirling's series, in which the large parts have cancelled already.
  const exponent = count * Math.log(count / mean) + mean - count + 1 / (12 * count) - 1 / (360 * count ** 3);
  return Math.exp(-exponent) / Math.sqrt(2 * Math.PI * count);
}

function sumOfPoisson(count: number, mean: number): number {
  if (count > mean + 40 * Math.sqrt(mean)) return 1;
  let sum = 0;
  let term = poisson(count, mean);
  for (let k = count; k >= 0 && (k > mean || term > sum * 1e-18); k--) {
    sum += term;
    term *= k / mean;
  }
  return sum;
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

function beta(x: number, a: number, b: number, isCumulative: number, from: number, to: number): ValueContent {
  if (a <= 0 || b <= 0 || x < from || x > to || from === to) return notANumber;
  const share = (x - from) / (to - from);
  if (isCumulative) return betainc(share, a, b);
  if ((share === 0 && a < 1) || (share === 1 && b < 1)) return notANumber;
  const scale = Math.exp(gammaln(a + b) - gammaln(a) - gammaln(b)) / (to - from);
  return scale * share ** (a - 1) * (1 - share) ** (b - 1);
}
