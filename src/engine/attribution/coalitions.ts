/**
 * Shapley value of any game, by its definition: φᵢ = Σ over S without i of |S|!·(m − |S| − 1)!/m!·(v(S ∪ i) − v(S))
 * (Shapley 1953).
 *
 * @param values v by coalition: entry Σ 2^i over the members i; 2^m entries
 * @param players m, 1 … 16
 * @returns one contribution per player; they sum to v(all) − v(none)
 */
export function shapleyOfGame(values: ArrayLike<number>, players: number): number[] {
  const weights = coalitionWeights(players);
  const sizes = new Uint8Array(values.length);
  for (let set = 1; set < sizes.length; set++) sizes[set] = sizes[set >> 1]! + (set & 1);
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let contribution = 0;
    for (let set = 0; set < sizes.length; set++) {
      if ((set & bit) === 0) contribution += weights[sizes[set]!]! * (values[set | bit]! - values[set]!);
    }
    return contribution;
  });
}

/** |S|!·(m − |S| − 1)!/m! by |S|: 1/(m·C(m − 1, |S|)). */
function coalitionWeights(players: number): number[] {
  let binomial = 1;
  return Array.from({ length: players }, (_, size) => {
    const weight = 1 / (players * binomial);
    binomial = (binomial * (players - 1 - size)) / (size + 1);
    return weight;
  });
}
