/** What build/chunks.json lists: see scripts/buildChunkList.js. */
export interface BundlePart {
  name: string | null;
  first: boolean;
  parents: (string | null)[];
  asked: string[];
  files: string[];
}

export interface Budget {
  what: string;
  files: string[];
  /** Bytes after gzip. */
  size: number;
  most: number;
}

/** Parts that load only when the user opens them. Everything else that the pane imports counts as its first load. */
export const loadedLater = ["charts", "help", "sample", "simulation", "compare"];

const kilobyte = 1024;

/**
 * @param sizeOf gzipped bytes of a file of dist/
 * @returns what counts against each budget
 */
export function budgets(parts: readonly BundlePart[], sizeOf: (file: string) => number): Budget[] {
  const functions = parts.filter(({ first, name }) => first && name === "functions");
  const pane = parts.filter((part) => (part.first ? part.name === "taskpane" : isFirstLoad(part)));
  return [
    budget("functions", functions, 40 * kilobyte, sizeOf),
    budget("pane, first load", pane, 200 * kilobyte, sizeOf),
  ];
}

export function sizeFaults(all: readonly Budget[]): string[] {
  return all
    .filter(({ size, most, files }) => size > most || files.length === 0)
    .map(({ what, size, most, files }) =>
      files.length === 0
        ? `${what}: nothing was built.`
        : `${what}: ${(size / kilobyte).toFixed(1)} kB gzip; at most ${most / kilobyte} kB (${files.join(", ")}).`,
    );
}

function isFirstLoad({ name, asked, parents }: BundlePart): boolean {
  // A worker is asked for by nothing that the list can name; it starts when a simulation does.
  if (asked.length === 0 && parents.length === 0) return false;
  return !loadedLater.includes(name ?? "");
}

function budget(what: string, parts: readonly BundlePart[], most: number, sizeOf: (file: string) => number): Budget {
  const files = [...new Set(parts.flatMap((part) => part.files))];
  return { what, files, most, size: files.reduce((sum, file) => sum + sizeOf(file), 0) };
}
