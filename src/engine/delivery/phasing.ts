/** How a saving comes into place after its start. */
export const profiles = ["immediate", "linear", "scurve", "fade"] as const;

type Profile = (typeof profiles)[number];

/**
 * Shares of a saving in place, by year: 0 before the start, then by the profile.
 *
 * @param years number of years, ≥ 0
 * @param ramp > 0: years to full effect (linear, scurve), or to half of it (fade)
 * @param start first active year, 1 = the first year; may lie before it
 * @returns one share a year, 0–1
 */
export function phase(years: number, profile: Profile = "immediate", ramp = 1, start = 1): number[] {
  return Array.from({ length: years }, (_, index) => shareInPlace(profile, index + 2 - start, ramp));
}

/**
 * Share in place in the t-th active year: immediate 1; linear min(1, t/ramp); scurve 3x² − 2x³ at x = min(1, t/ramp);
 * fade 1 in the first year, halving every `ramp` years.
 *
 * @param activeYear t, 1 in the first active year; 0 or less is before the start
 */
export function shareInPlace(profile: Profile, activeYear: number, ramp = 1): number {
  if (activeYear <= 0) return 0;
  switch (profile) {
    case "immediate":
      return 1;
    case "linear":
      return Math.min(1, activeYear / ramp);
    case "scurve": {
      const x = Math.min(1, activeYear / ramp);
      return x * x * (3 - 2 * x);
    }
    case "fade":
      return activeYear < 1 ? 1 : 2 ** -((activeYear - 1) / ramp);
  }
}
