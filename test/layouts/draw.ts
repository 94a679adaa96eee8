/** The choices of one feature in one layout: from a seed, so that taking another feature away does not change them. */
export interface Draw {
  /** 0 … count − 1. */
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

export function drawFrom(seed: number, name: string): Draw {
  let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed ^ 0x811c9dc5);
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * count);
  };
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    shuffled: (list) =>
      list
        .map((item) => ({ item, order: below(1_000_000) }))
        .sort((a, b) => a.order - b.order)
        .map(({ item }) => item),
  };
}
