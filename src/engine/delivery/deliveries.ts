import { normalSource } from "./normalSource";
import { pertShape } from "./pert";
import { pertTable, tableRange, tableSteps } from "./pertTable";

/** A lever's uncertain amount: PERT(low, likely, high); certain where all three are the same. */
export interface UncertainAmount {
  low: number;
  likely: number;
  high: number;
}

export interface Chance {
  /** Correlation of each pair of normals behind the amounts, in [0, 1). */
  correlation: number;
  trials: number;
  /** Whole, 32 bits. */
  seed: number;
}

/** Some trials at once: `amounts[lever][trial]` for trials 0…count − 1. The arrays are used again for the next block. */
interface Block {
  count: number;
  amounts: readonly Float64Array[];
}

/** Most trials of a block. */
export function blockSize(levers: number): number {
  return Math.max(16, Math.min(1024, Math.floor(2 ** 17 / levers)));
}

/**
 * Draws correlated PERT amounts, a block of trials at a time.
 *
 * One-factor Gaussian copula: zᵢ = √ρ·Z + √(1 − ρ)·εᵢ, amountᵢ = Fᵢ⁻¹(Φ(zᵢ)), read from a table over z. The same arguments
 * give the same digits on every machine.
 *
 * @param levers low ≤ likely ≤ high
 */
export function* deliveryBlocks(
  levers: readonly UncertainAmount[],
  { correlation, trials, seed }: Chance,
): Generator<Block> {
  const size = blockSize(levers.length);
  const amounts = levers.map(({ likely }) => new Float64Array(size).fill(likely));
  const tables = levers.map(tableOf);
  // What all have in common moves the total most: it has the first dimension.
  let dimensions = 1;
  const dimensionOf = tables.map((table) => (table === undefined ? 0 : dimensions++));
  const source = normalSource(seed, dimensions);
  const common = new Float64Array(size);
  const shared = Math.sqrt(correlation);
  const own = Math.sqrt(1 - correlation);
  for (let first = 0; first < trials; first += size) {
    const count = Math.min(size, trials - first);
    if (shared > 0) source.fill(0, common, count);
    for (let lever = 0; lever < levers.length; lever++) {
      const table = tables[lever];
      if (table === undefined) continue;
      const drawn = amounts[lever]!;
      source.fill(dimensionOf[lever]!, drawn, count);
      for (let trial = 0; trial < count; trial++) drawn[trial] = shared * common[trial]! + own * drawn[trial]!;
      readQuantiles(table, drawn, count);
    }
    yield { count, amounts };
  }
}

const { min, max } = Math;

/** Replaces normal numbers by the quantiles that a table has for them, along straight lines between its points. */
function readQuantiles(table: Float64Array, normals: Float64Array, count: number): void {
  const perUnit = tableSteps / (2 * tableRange);
  const middle = tableSteps / 2;
  const last = tableSteps - 1e-9;
  for (let trial = 0; trial < count; trial++) {
    const at = min(last, max(0, normals[trial]! * perUnit + middle));
    const step = at | 0;
    const below = table[step]!;
    normals[trial] = below + (at - step) * (table[step + 1]! - below);
  }
}

/** Quantiles of a lever's amount over z, or undefined where it is certain. */
function tableOf({ low, likely, high }: UncertainAmount): Float64Array | undefined {
  if (low === high) return undefined;
  return pertTable(pertShape(low, likely, high).alpha).map((share) => low + share * (high - low));
}
