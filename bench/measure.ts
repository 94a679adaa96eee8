/** One figure of `npm run bench`. */
export interface Measure {
  what: string;
  value: number;
  unit: "s" | "ms" | "ns" | "kB" | "MB" | "syncs";
  /** What it must not be above, where a bar has been set. */
  most?: number;
  /** How the same is done elsewhere, in the same unit and, where it was measured, in the same run. */
  peer?: { what: string; value: number };
  note?: string;
}

/** Seconds that the work took. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** The middle one, so that one slow try does not count. */
export async function medianSeconds(tries: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < tries; i++) times.push(await secondsOf(work));
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}

export function isOver({ value, most }: Measure): boolean {
  return most !== undefined && value > most;
}
