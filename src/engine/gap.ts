import { logRatio } from "./numbers/logRatio";
import { preciseSum } from "./numbers/sum";

/** What a funding gap is made of. By-year rates are fractions; `pressure` and `efficiency` are categories × years. */
export interface GapInputs {
  /** Spend in the base year by cost category. */
  baseline: readonly number[];
  /** Yearly growth of need: a row per category, a column per year. */
  pressure: readonly (readonly number[])[];
  /** Yearly efficiency: a row per category, a column per year. */
  efficiency: readonly (readonly number[])[];
  /** Yearly growth of funding. */
  funding: readonly number[];
  /** Funding in the base year. */
  baseFunding: number;
  years: number;
}

/** One year of the path, the base year first. */
interface GapYear {
  /** Spend before any efficiency. */
  need: number;
  funding: number;
  /** need − funding. */
  gap: number;
  /** What efficiency takes off need. */
  saved: number;
  /** gap − saved: what stays unfunded. */
  remaining: number;
}

/**
 * The path of need, funding and gap over the years: Bₖ·Π(1 + g) against F₀·Π(1 + f), with efficiency taking Π(1 − e) off need.
 *
 * @returns years + 1 rows, the base year first
 */
export function gapPath(inputs: GapInputs): GapYear[] {
  const { baseline, pressure, efficiency, years } = inputs;
  const need = baseline.slice();
  // What efficiency takes off and what it leaves are carried side by side: as differences of need they would lose digits.
  const savedShare = baseline.map(() => 0);
  const left = baseline.slice();
  let funding = inputs.baseFunding;
  const path = [gapYear(need, savedShare, left, funding)];
  for (let year = 0; year < years; year++) {
    for (let category = 0; category < need.length; category++) {
      const growth = 1 + (pressure[category]?.[year] ?? 0);
      const efficiencyRate = efficiency[category]?.[year] ?? 0;
      need[category]! *= growth;
      savedShare[category]! += (1 - savedShare[category]!) * efficiencyRate;
      left[category]! *= growth * (1 - efficiencyRate);
    }
    funding *= 1 + (inputs.funding[year] ?? 0);
    path.push(gapYear(need, savedShare, left, funding));
  }
  return path;
}

/** What stays unfunded in the last year: the last row of the path. */
export function gapInLastYear(inputs: GapInputs): number {
  return gapPath(inputs)[inputs.years]!.remaining;
}

/**
 * Constant yearly efficiency that brings need down to funding: 1 − (funding / need)^(1 / years).
 * Negative where there is headroom.
 *
 * @param need > 0
 * @param funding ≥ 0
 * @param years > 0
 */
export function requiredEfficiency(need: number, funding: number, years = 1): number {
  const required = -Math.expm1(logRatio(need, funding) / years);
  return required === 0 ? 0 : required;
}

function gapYear(
  need: readonly number[],
  savedShare: readonly number[],
  left: readonly number[],
  funding: number,
): GapYear {
  const total = preciseSum(need);
  const saved = preciseSum(
    need.map((spend, category) => (savedShare[category] === 0 ? 0 : spend * savedShare[category]!)),
  );
  return { need: total, funding, gap: total - funding, saved, remaining: preciseSum(left) - funding };
}
