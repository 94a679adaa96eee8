export function bundleStale(names: string[], say?: (line: string) => void): Promise<string[]>;
