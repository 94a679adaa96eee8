/** Shapley values of v(S) = 1 − Π over S of (1 − e) by their definition: all subsets, 2^m of them. */
export function bruteForceShapley(effects: readonly number[]): number[] {
  const m = effects.length;
  const kept = new Float64Array(1 << m).fill(1);
  for (let set = 1; set < kept.length; set++) {
    const lowest = 31 - Math.clz32(set & -set);
    kept[set] = kept[set & (set - 1)]! * (1 - effects[lowest]!);
  }
  const weights = weightsOf(m);
  return effects.map((effect, lever) => {
    let value = 0;
    for (let set = 0; set < kept.length; set++) {
      if ((set & (1 << lever)) === 0) value += weights[bits(set)]! * kept[set]! * effect;
    }
    return value;
  });
}

/** s!·(m − s − 1)!/m! by s, the number of levers already there. */
function weightsOf(m: number): number[] {
  const weights: number[] = [];
  let binomial = 1;
  for (let s = 0; s < m; s++) {
    weights.push(1 / (m * binomial));
    binomial = (binomial * (m - 1 - s)) / (s + 1);
  }
  return weights;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
