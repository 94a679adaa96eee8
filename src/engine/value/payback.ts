/**
 * Years until the running total of flows is back at zero for good, straight line within the year.
 *
 * @param flows by year (savings less costs, discounted or not), year 0 first
 * @returns 0 where the total is never below zero, null where it ends below
 */
export function paybackYears(flows: readonly number[]): number | null {
  // A total that rounding left a hair below zero is at zero.
  const tolerance = 1e-13 * flows.reduce((sum, flow) => sum + Math.abs(flow), 0);
  let total = 0;
  let inDebt = -1;
  let debt = 0;
  let recovery = 0;
  flows.forEach((flow, year) => {
    if (inDebt === year - 1) recovery = flow;
    total += flow;
    if (total < -tolerance) {
      inDebt = year;
      debt = -total;
    }
  });
  if (inDebt === -1) return 0;
  if (inDebt === flows.length - 1) return null;
  return inDebt + Math.min(1, debt / recovery);
}
