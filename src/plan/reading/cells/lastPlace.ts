/** The place of the last digit that is not 0: 0.1 for 4.5, 10 for 120, at most `most`; 0 where there is none that counts. */
export function lastPlace(value: number, most = 1): number {
  for (let place = most; place > 1e-6; place /= 10)
    if (Math.abs(value / place - Math.round(value / place)) < 1e-6) return place;
  return 0;
}
