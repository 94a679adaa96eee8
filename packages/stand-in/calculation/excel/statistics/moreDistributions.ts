import betainc from "@stdlib/math-base-special-betainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import tCdf from "@stdlib/stats-base-dists-t-cdf";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { both } from "./distributions";
import { notANumber, type OwnFunction } from "../ownFunction";

/** Student's t and the binomial distribution. */
export const moreDistributions: OwnFunction[] = [
  {
    name: "T.DIST",
    takes: "nnb",
    calculate: (x: number, degrees: number, isCumulative: number) => {
      const freedom = Math.trunc(degrees);
      if (freedom < 1) return notANumber;
      return isCumulative ? tCdf(x, freedom) : tDensity(x, freedom);
    },
  },
  { name: "T.DIST.RT", takes: "nn", calculate: (x: number, degrees: number) => tails(x, degrees, 1) },
  {
    name: "T.DIST.2T",
    takes: "nn",
    calculate: (x: number, degrees: number) => (x < 0 ? notANumber : tails(x, degrees, 2)),
  },
  {
    name: "TDIST",
    takes: "nnn",
    calculate: (x: number, degrees: number, sides: number) => {
      const count = Math.trunc(sides);
      return x < 0 || (count !== 1 && count !== 2) ? notANumber : tails(x, degrees, count);
    },
  },
  {
    name: "T.INV",
    takes: "nn",
    calculate: (p: number, degrees: number) =>
      p > 0 && p < 1 && degrees >= 1 ? tQuantile(p, Math.trunc(degrees)) : notANumber,
  },
  ...both("T.INV.2T", "TINV", "nn", (p: number, degrees: number) =>
    p > 0 && p <= 1 && degrees >= 1 ? Math.abs(tQuantile(p / 2, Math.trunc(degrees))) : notANumber,
  ),
  {
    name: "CONFIDENCE.T",
    takes: "nnn",
    calculate: (alpha: number, deviation: number, size: number) => {
      const count = Math.trunc(size);
      if (alpha <= 0 || alpha >= 1 || deviation <= 0 || count < 1) return notANumber;
      if (count === 1) return { error: "#DIV/0!" };
      return (-tQuantile(alpha / 2, count - 1) * deviation) / Math.sqrt(count);
    },
  },
  ...both("BINOM.DIST", "BINOMDIST", "nnnb", (successes: number, trials: number, p: number, isCumulative: number) => {
    const [count, of] = [Math.trunc(successes), Math.trunc(trials)];
    if (count < 0 || count > of || p < 0 || p > 1 || !Number.isSafeInteger(of)) return notANumber;
    return isCumulative ? atMost(count, of, p) : exactly(count, of, p);
  }),
  {
    name: "BINOM.DIST.RANGE",
    takes: "nnn?n",
    calculate: (trials: number, p: number, from: number, to = from) => {
      const [of, least, most] = [trials, from, to].map(Math.trunc) as [number, number, number];
      if (of < 0 || p < 0 || p > 1 || least < 0 || least > of || most < least || most > of) return notANumber;
      let sum = 0;
      for (let count = least; count <= most; count++) sum += exactly(count, of, p);
      return sum;
    },
  },
  {
    name: "NEGBINOM.DIST",
    takes: "nnnb",
    calculate: (failures: number, successes: number, p: number, isCumulative: number) => {
      const [failed, needed] = [Math.trunc(failures), Math.trunc(successes)];
      if (failed < 0 || needed < 1 || p <= 0 || p >= 1) return notANumber;
      if (isCumulative) return betainc(p, needed, failed + 1);
      return (needed / (needed + failed)) * exactly(needed, needed + failed, p);
    },
  },
  ...both("BINOM.INV", "CRITBINOM", "nnn", (trials: number, p: number, alpha: number) => {
    const of = Math.trunc(trials);
    if (of < 0 || p <= 0 || p >= 1 || alpha <= 0 || alpha >= 1) return notANumber;
    let [least, most] = [0, of];
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (atMost(middle, of, p) >= alpha) most = middle;
      else least = middle + 1;
    }
    return least;
  }),
];

function tDensity(x: number, freedom: number): number {
  const scale = Math.exp(gammaln((freedom + 1) / 2) - gammaln(freedom / 2)) / Math.sqrt(freedom * Math.PI);
  return scale * (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
}

function tails(x: number, degrees: number, sides: number) {
  const freedom = Math.trunc(degrees);
  return freedom < 1 ? notANumber : sides * tCdf(-x, freedom);
}

function exactly(count: number, of: number, p: number): number {
  if (p === 0 || p === 1) return count === of * p ? 1 : 0;
  const ways = gammaln(of + 1) - gammaln(count + 1) - gammaln(of - count + 1);
  return Math.exp(ways + count * Math.log(p) + (of - count) * Math.log1p(-p));
}

function atMost(count: number, of: number, p: number): number {
  return count >= of ? 1 : betainc(1 - p, of - count, count + 1);
}
