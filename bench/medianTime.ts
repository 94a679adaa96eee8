/**
 * Milliseconds of processor time of one call: the median over rounds of so many calls each, after one round that does not
 * count. Processor time, so that whatever else the machine does falls on neither side of a comparison.
 */
export function medianTime(call: () => unknown, { calls, rounds }: { calls: number; rounds: number }): number {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = processorTime();
    for (let n = 0; n < calls; n++) call();
    times.push((processorTime() - start) / calls);
  }
  return median(times.slice(1));
}

/** Milliseconds of processor time that this process has used. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
