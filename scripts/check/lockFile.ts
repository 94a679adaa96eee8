import type { LockFile } from "./licences";

/**
 * A lock file with addresses in it installs only where that registry answers; without them npm asks the one that is set up.
 * @returns one sentence per package with an address, and one where the file's version is not package.json's
 */
export function lockFileFaults(lock: LockFile, version: string): string[] {
  const faults = Object.entries(lock.packages)
    .filter(([, { resolved }]) => resolved !== undefined && /^[a-z+]+:\/\//.test(resolved))
    .map(([place, { resolved }]) => `${place} has the address ${new URL(resolved ?? "").host}; take the line out.`);
  const locked = lock.packages[""]?.version;
  if (locked !== version)
    faults.push(`package-lock.json is of version ${locked ?? "none"}, package.json of ${version}.`);
  return faults;
}
