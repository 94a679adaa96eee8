/** What goes to volume and what to price where both changed. */
export const varianceMethods = ["standard", "shapley", "threeway"] as const;

type VarianceMethod = (typeof varianceMethods)[number];

/** Difference actual − plan of volume × unit cost. `joint` is 0 unless it is shown apart. */
interface PlanVariance {
  volume: number;
  price: number;
  joint: number;
  total: number;
}

/**
 * Difference between actual and planned cost, split into volume and price.
 * standard: volume at planned unit cost, price at actual volume; shapley: the joint part ΔV·ΔP halved; threeway: kept apart.
 */
export function planVariance(
  planned: { volume: number; unitCost: number },
  actual: { volume: number; unitCost: number },
  method: VarianceMethod = "standard",
): PlanVariance {
  const moreVolume = actual.volume - planned.volume;
  const dearer = actual.unitCost - planned.unitCost;
  const total = actual.volume * actual.unitCost - planned.volume * planned.unitCost;
  switch (method) {
    case "standard":
      return { volume: moreVolume * planned.unitCost, price: dearer * actual.volume, joint: 0, total };
    case "shapley":
      return {
        volume: moreVolume * (planned.unitCost + dearer / 2),
        price: dearer * (planned.volume + moreVolume / 2),
        joint: 0,
        total,
      };
    case "threeway":
      return {
        volume: moreVolume * planned.unitCost,
        price: dearer * planned.volume,
        joint: moreVolume * dearer,
        total,
      };
  }
}
