import { adoptionShare } from "../../../engine/delivery/adoption";
import { shareInPlace } from "../../../engine/delivery/phasing";
import type { Lever } from "../../plan";

/** How far a lever is in place, by year of the plan (index 0 is year 1). */
export interface Deployment {
  /** w: share in place, before delivery. */
  share: number[];
  /** n: active years so far; stands still after End. */
  activeYears: number[];
  /** Whether the year is one between Start and End; of figures by year, one with a figure. */
  isActive: boolean[];
}

/**
 * Share in place w and active years so far n of a lever: nothing before Start; the phasing counted from Start; the first year times its months;
 * after End the last share (a full year's) where the lever is recurrent, nothing where not. Started before the plan: in full, n from year 1.
 * Figures by year say themselves when the lever is active.
 */
export function deploymentOf(lever: Lever, years: number): Deployment {
  const { start, effect } = lever;
  const recurrent = goesOn(lever);
  if (effect.kind === "byYear") return deploymentByYear(effect.amounts, years);
  const end = lever.end ?? (recurrent ? Infinity : start);
  const share: number[] = [];
  const activeYears: number[] = [];
  const isActive: boolean[] = [];
  for (let year = 1; year <= years; year++) {
    const active = year >= start && year <= end;
    isActive.push(active);
    activeYears.push(Math.max(0, Math.min(year, end) - Math.max(start, 1) + 1));
    if (year < start || (!active && !recurrent)) share.push(0);
    else if (start < 1) share.push(1);
    else if (active) share.push(fullShare(lever, year - start + 1) * (year === start ? lever.firstYearShare : 1));
    else share.push(fullShare(lever, end - start + 1));
  }
  return { share, activeYears, isActive };
}

/** A one-off cost is one even where the register does not say so, and so is a funding switch that it does not call recurrent. */
export function goesOn({ kind, recurrent, isRecurrenceStated }: Lever): boolean {
  if (kind === "One-off cost") return false;
  return recurrent && (kind !== "Funding switch" || isRecurrenceStated);
}

function deploymentByYear(amounts: number[], years: number): Deployment {
  const isActive = Array.from({ length: years }, (_, year) => (amounts[year] ?? 0) !== 0);
  let active = 0;
  return { share: isActive.map(Number), activeYears: isActive.map((is) => (active += Number(is))), isActive };
}

function fullShare({ phasing, ramp, ceiling }: Lever, activeYear: number): number {
  return phasing === "adoption" ? adoptionShare(activeYear, ceiling) : shareInPlace(phasing, activeYear, ramp);
}
