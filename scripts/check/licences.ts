/** The part of package-lock.json that the checks read. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  resolved?: string;
}

/** Licences that allow a package to ship in an MIT add-in, with nothing but its notice. */
const allowed = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "CC0-1.0", "Unlicense", "BlueOak-1.0.0", "BSL-1.0", "Zlib"];

/** Every package that may ship (the dependencies' whole tree, not the tools'), with its licence. */
export function shippedPackages(lock: LockFile): { name: string; version: string; licence: string }[] {
  return Object.entries(lock.packages)
    .filter(([place, one]) => place !== "" && !one.dev && !one.devOptional)
    .map(([place, one]) => ({
      name: place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length),
      version: one.version ?? "",
      licence: one.license ?? "none stated",
    }));
}

/** One sentence per package that ships under a licence that is not allowed. "(MIT OR GPL-3.0)" leaves the choice; AND does not. */
export function licenceFaults(lock: LockFile): string[] {
  return shippedPackages(lock)
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name} ${version} ships under ${licence}; allowed are ${allowed.join(", ")}.`);
}

/** "184 MIT, 12 Apache-2.0": the commonest first. */
export function licenceReport(lock: LockFile): string {
  const counts = new Map<string, number>();
  for (const { licence } of shippedPackages(lock)) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([licence, count]) => `${count} ${licence}`).join(", ");
}

function isAllowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, " ").trim();
  if (/\sOR\s/.test(plain)) return plain.split(/\sOR\s/).some((choice) => isAllowed(choice));
  return plain.split(/\sAND\s/).every((part) => allowed.includes(part.trim()));
}
