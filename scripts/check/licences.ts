/** The part of package-lock.json that the checks read. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  license?: string;
  resolved?: string;
  /** A package of this repository, which the lock file holds in its own folder. */
  link?: boolean;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Licences that allow a package to ship in an MIT add-in, with nothing but its notice. */
const allowed = [
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "CC0-1.0",
  "Unlicense",
  "BlueOak-1.0.0",
  "BSL-1.0",
  "Zlib",
];

/**
 * Every package that may ship, with its licence: the dependencies of the add-in itself and theirs. Tools, and what only the
 * packages of this repository need (the stand-in's calculation, say), do not ship.
 */
function shippedPackages(lock: LockFile): { name: string; version: string; licence: string }[] {
  const places = new Set<string>();
  const entryAt = (place: string): LockedPackage | undefined => {
    const entry = lock.packages[place];
    return entry?.link && entry.resolved !== undefined ? lock.packages[entry.resolved] : entry;
  };
  const add = (from: string, needed: LockedPackage | undefined): void => {
    const names = { ...needed?.dependencies, ...needed?.optionalDependencies, ...needed?.peerDependencies };
    for (const name of Object.keys(names)) {
      const place = installedAt(from, name, lock);
      if (place === null || places.has(place)) continue;
      places.add(place);
      add(place, entryAt(place));
    }
  };
  add("", { dependencies: lock.packages[""]?.dependencies ?? {} });
  return [...places].sort().map((place) => ({
    name: place.slice(place.lastIndexOf(folder) + folder.length),
    version: entryAt(place)?.version ?? "",
    licence: entryAt(place)?.license ?? "none stated",
  }));
}

const folder = "node_modules/";

/** Where Node finds a package from a place: in the nearest node_modules; null where it is not installed (an optional one). */
function installedAt(from: string, name: string, lock: LockFile): string | null {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf(`/${folder}`)))) {
    const candidate = `${place === "" ? "" : `${place}/`}${folder}${name}`;
    if (candidate in lock.packages) return candidate;
    if (place === "") return null;
  }
}

/** One sentence per package that ships under a licence that is not allowed. "(MIT OR GPL-3.0)" leaves the choice; AND does not. */
export function licenceFaults(lock: LockFile): string[] {
  return shippedPackages(lock)
    .filter(({ licence }) => !isAllowed(licence))
    .map(
      ({ name, version, licence }) => `${name} ${version} ships under ${licence}; allowed are ${allowed.join(", ")}.`,
    );
}

/** "184 MIT, 12 Apache-2.0": the commonest first. */
export function licenceReport(lock: LockFile): string {
  const counts = new Map<string, number>();
  for (const { licence } of shippedPackages(lock)) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([licence, count]) => `${count} ${licence}`)
    .join(", ");
}

function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, " ").trim();
  if (/\sOR\s/.test(plain)) return plain.split(/\sOR\s/).some((choice) => isAllowed(choice));
  return plain.split(/\sAND\s/).every((part) => allowed.includes(part.trim()));
}
