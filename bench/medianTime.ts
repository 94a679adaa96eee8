/** Milliseconds of one call: the median over rounds of so many calls each, after one round that does not count. */
export function medianTime(call: () => unknown, { calls, rounds }: { calls: number; rounds: number }): number {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    for (let n = 0; n < calls; n++) call();
    times.push((performance.now() - start) / calls);
  }
  return median(times.slice(1));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
