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
  const weights = { ofCommon: Math.sqrt(correlation), ofOwn: Math.sqrt(1 - correlation) };
  for (let first = 0; first < trials; first += size) {
    const count = Math.min(size, trials - first);
    if (correlation > 0) source.fill(0, common, count);
    for (let lever = 0; lever < levers.length; lever++) {
      const table = tables[lever];
      if (table === undefined) continue;
      const drawn = amounts[lever]!;
      source.fill(dimensionOf[lever]!, drawn, count);
      readQuantiles(table, drawn, common, weights, count);
    }
    yield { count, amounts };
  }
}

/** Replaces a lever's own normal numbers by the quantiles of those that it draws with the common ones, along straight lines between its table's points. */
function readQuantiles(
  table: Float64Array,
  own: Float64Array,
  common: Float64Array,
  { ofOwn, ofCommon }: { ofOwn: number; ofCommon: number },
  count: number,
): void {
  for (let trial = 0; trial < count; trial++) {
    const at = (ofCommon * common[trial]! + ofOwn * own[trial]!) * perUnit + middle;
    const step = at | 0;
    const below = table[step]!;
    own[trial] = below + (at - step) * (table[step + 1]! - below);
  }
}

const perUnit = tableSteps / (2 * tableRange);
/** Two numbers of at most 6.4 come to at most 6.4·√2: the table goes on flat so far, and nothing has to be held within it. */
const flatSteps = Math.ceil(0.5 * tableSteps * (Math.SQRT2 - 1)) + 1;
const middle = tableSteps / 2 + flatSteps;

/** Quantiles of a lever's amount over z, or undefined where it is certain. */
function tableOf({ low, likely, high }: UncertainAmount): Float64Array | undefined {
  if (low === high) return undefined;
  const shares = pertTable(pertShape(low, likely, high).alpha);
  const table = new Float64Array(shares.length + 2 * flatSteps).fill(high);
  table.fill(low + shares[0]! * (high - low), 0, flatSteps);
  shares.forEach((share, step) => void (table[flatSteps + step] = low + share * (high - low)));
  table.fill(table[flatSteps + tableSteps]!, flatSteps + tableSteps);
  return table;
}
