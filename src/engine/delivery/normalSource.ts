import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { directionNumbers, sobolDimensions } from "./directionNumbers";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Standard normal numbers in several dimensions, each a stream of its own. */
interface NormalSource {
  /** The next `count` numbers of a dimension into the front of an array. */
  fill(dimension: number, target: Float64Array, count: number): void;
}

/**
 * Standard normal numbers from a seed that fill space more evenly than chance does: Sobol's sequence, scrambled by random matrices and shifts (Matoušek 1998), so
 * that each trial by itself is as random as ever. The dimensions beyond the table of direction numbers are plain random numbers.
 *
 * By inversion: 32 bits are a sign and a tail probability, and a table gives the quantile. It has 64 parabolas for each halving of the probability, so it is as
 * fine in the tails as in the middle (error below 1e-6 out to |z| = 6.2). Only additions and multiplications at run time, and a library without Math.log or
 * Math.exp behind the table: the same digits on every machine.
 *
 * @param seed whole, 32 bits
 * @param dimensions ≥ 1; what matters most comes first
 */
export function normalSource(seed: number, dimensions: number): NormalSource {
  const generator = xoroshiro128plus(seed | 0);
  // Seeds that differ by one start in states that differ by few bits; this many steps mix them.
  for (let step = 0; step < 64; step++) generator.next();
  const toNormals = normalsOf(quantileTable());
  const points = Array.from({ length: Math.min(dimensions, sobolDimensions) }, (_, dimension) =>
    scrambledPoints(dimension, () => generator.next()),
  );
  const bits = new Int32Array(maxBlock);
  return {
    fill(dimension, target, count) {
      for (let first = 0; first < count; first += maxBlock) {
        const length = Math.min(maxBlock, count - first);
        const evenly = points[dimension];
        if (evenly) evenly(bits, length);
        else for (let i = 0; i < length; i++) bits[i] = generator.next();
        toNormals(bits, target, first, length);
      }
    },
  };
}

const maxBlock = 1024;

/** Taken once: where the page is not the only one of its process, as in tests, looking up Math for each number is dear. */
const { clz32 } = Math;

/** The next points of one dimension as 32 bits, 0 … 2³² − 1 for 0 … 1: Sobol's digits times a random lower triangular matrix, plus random digits. */
function scrambledPoints(dimension: number, random: () => number): (target: Int32Array, count: number) => void {
  const rows = Array.from({ length: 32 }, (_, digit) => {
    const own = 1 << (31 - digit);
    return (random() & ~(own | (own - 1))) | own;
  });
  const directions = directionNumbers(dimension).map((direction) =>
    rows.reduce((scrambled, row) => (scrambled << 1) | parity(row & direction), 0),
  );
  const first = directions[0]!;
  let index = 0;
  let point = random();
  return (target, count) => {
    // The points in the order of Gray's code, which changes one bit of the index at a time (Antonov and Saleev 1979): at an odd index the first.
    // In variables of its own: what a function keeps for its next call is stored anew at each step.
    let [at, now] = [index, point];
    for (let i = 0; i < count; i++) {
      target[i] = now;
      at++;
      now ^= at & 1 ? first : directions[31 - clz32(at & -at)]!;
    }
    index = at;
    point = now;
  };
}

/** 1 where an odd number of bits are set. */
function parity(value: number): number {
  let x = value;
  x ^= x >>> 16;
  x ^= x >>> 8;
  x ^= x >>> 4;
  return (0x6996 >>> (x & 15)) & 1;
}

/** 1 over the width of a part, by octave: a power of two, so that nothing is rounded, and far cheaper than to divide. */
const overWidth = Float64Array.from({ length: 25 }, (_, octave) => 2 ** -octave);

/** Quantiles of 32 bits as a probability. */
function normalsOf({ tail, parabolas }: QuantileTable) {
  return (bits: Int32Array, target: Float64Array, first: number, count: number): void => {
    for (let i = 0; i < count; i++) {
      const drawn = bits[i]!;
      const sign = drawn >> 31;
      // The upper half is the lower one seen from the other side.
      const k = (drawn ^ sign) & 0x7fffffff;
      let z: number;
      if (k < 64) z = tail[k]!;
      else {
        const octave = 25 - clz32(k);
        const at = 3 * ((octave << 6) | ((k >>> octave) & 63));
        const t = ((k & ((1 << octave) - 1)) + 0.5) * overWidth[octave]!;
        z = parabolas[at]! + t * (parabolas[at + 1]! + t * parabolas[at + 2]!);
      }
      // A multiplication, since a branch would be guessed wrong every other time.
      target[first + i] = z * (sign | 1);
    }
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
