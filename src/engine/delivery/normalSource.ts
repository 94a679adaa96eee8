import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of standard normal numbers, and the state it stands at. */
interface NormalSource {
  /** Draws the next `count` numbers into the front of an array. */
  fill(target: Float64Array, count: number): void;
  state(): readonly number[];
}

/**
 * Standard normal numbers from a seed, by inversion: 32 random bits are a sign and a tail probability, and a table gives the
 * quantile. The table has 64 parabolas for each halving of the probability, so it is as fine in the tails as in the middle
 * (error below 1e-6 out to |z| = 6.2). Only additions and multiplications at run time, and a library without Math.log or
 * Math.exp behind the table: the same digits on every machine.
 *
 * @param seed whole, 32 bits
 */
export function normalSource(seed: number): NormalSource {
  const generator = xoroshiro128plus(seed | 0);
  // Seeds that differ by one start in states that differ by few bits; this many steps mix them.
  for (let step = 0; step < 64; step++) generator.next();
  const { tail, parabolas } = quantileTable();
  return {
    fill(target, count) {
      for (let i = 0; i < count; i++) {
        const bits = generator.next();
        const k = bits & 0x7fffffff;
        let z: number;
        if (k < 64) z = tail[k]!;
        else {
          const octave = 25 - Math.clz32(k);
          const at = 3 * ((octave << 6) | ((k >>> octave) & 63));
          const width = 1 << octave;
          const t = ((k & (width - 1)) + 0.5) / width;
          z = parabolas[at]! + t * (parabolas[at + 1]! + t * parabolas[at + 2]!);
        }
        // The top bit is the sign: a multiplication, since a branch would be guessed wrong every other time.
        target[i] = z * ((bits >> 31) | 1);
      }
    },
    state: () => generator.getState(),
  };
}

interface QuantileTable {
  /** Lower quantiles of (k + ½)/2³² for k < 64. */
  tail: Float64Array;
  /** Coefficients by octave and part of it. */
  parabolas: Float64Array;
}

let table: QuantileTable | undefined;

function quantileTable(): QuantileTable {
  if (table) return table;
  const quantile = (k: number): number => normalQuantile(k / 2 ** 32, 0, 1);
  const tail = Float64Array.from({ length: 64 }, (_, k) => quantile(k + 0.5));
  const parabolas = new Float64Array(3 * 64 * 25);
  for (let octave = 0; octave < 25; octave++) {
    for (let part = 0; part < 64; part++) {
      const width = 2 ** octave;
      const from = (64 + part) * width;
      const [start, middle, end] = [quantile(from), quantile(from + width / 2), quantile(from + width)];
      const curve = 2 * (start - 2 * middle + end);
      parabolas.set([start, end - start - curve, curve], 3 * (octave * 64 + part));
    }
  }
  return (table = { tail, parabolas });
}
