/** What build/chunks.json lists: see scripts/build/buildChunkList.js. */
export interface BundlePart {
  name: string | null;
  first: boolean;
  /** Places in the list. */
  parents: number[];
  /** The imports that ask for it. */
  asked: string[];
  files: string[];
}

interface Budget {
  what: string;
  files: string[];
  /** Bytes after gzip. */
  size: number;
  most: number;
}

/** What reads the cells in the page, the worker, and what finds the plan in them there. */
const toReadAPlan = ["reading", "worker", "tables"];

/**
 * Parts that load once the pane is drawn, when the user opens them, or at a button of the ribbon. Everything else that the pane
 * imports counts as its first load.
 */
const loadedLater = [
  ...toReadAPlan,
  "run",
  "evaluation",
  "portable",
  "runAgain",
  "charts",
  "help",
  "sample",
  "scenarios",
  "scenarioXml",
  "givenOptions",
  "keptCorrections",
  "columns",
  "sideTables",
  "simulation",
  "planSimulation",
  "compare",
  "planTables",
  "planTablesWithSides",
  "writeLive",
  "checkWorkbook",
  "shareWorkbook",
];

const kilobyte = 1024;

/**
 * @param sizeOf gzipped bytes of a file of dist/
 * @returns what counts against each budget
 */
export function budgets(parts: readonly BundlePart[], sizeOf: (file: string) => number): Budget[] {
  const functions = parts.filter(({ first, name }) => first && name === "functions");
  const pane = firstLoad(parts);
  const loaded = new Set(pane.flatMap(({ files }) => files));
  const toRead = parts
    .filter(({ name }) => toReadAPlan.includes(name ?? ""))
    .map((part) => ({ ...part, files: part.files.filter((file) => !loaded.has(file)) }));
  return [
    budget("functions", functions, 40 * kilobyte, sizeOf),
    budget("pane, first load", pane, 200 * kilobyte, sizeOf),
    budget("pane, to read a plan", toRead, 130 * kilobyte, sizeOf),
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

/** The pane's script and all that it asks for, and what that asks for, up to the parts that load later. */
function firstLoad(parts: readonly BundlePart[]): BundlePart[] {
  const found = new Set(parts.filter(({ first, name }) => first && name === "taskpane"));
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const part of parts) {
      const asked = part.parents.some((place) => found.has(parts[place]!));
      if (asked && !part.first && !loadedLater.includes(part.name ?? "")) found.add(part);
    }
  }
  return [...found];
}

function budget(what: string, parts: readonly BundlePart[], most: number, sizeOf: (file: string) => number): Budget {
  const files = [...new Set(parts.flatMap((part) => part.files))];
  return { what, files, most, size: files.reduce((sum, file) => sum + sizeOf(file), 0) };
}
