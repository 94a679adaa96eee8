export function buildStale(names?: string[], say?: (line: string) => void): Promise<string[]>;
export function whileLocked<T>(name: string, work: () => Promise<T>): Promise<T>;
