/**
 * Unit cost that a variance implies: cost / (actual − planned).
 *
 * @param cost what the difference in activity cost
 * @param actualChange differs from plannedChange
 */
export function impliedUnitCost(cost: number, plannedChange: number, actualChange: number): number {
  return cost / (actualChange - plannedChange);
}
