import { randomBytes } from "node:crypto";
import { rmSync, type Stats } from "node:fs";
import { open, readFile, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { wordTable } from "@workbooks/xlsx/xml/wordTable";

/** A file that cannot be read or written, in one sentence. */
export class DiskError extends Error {
  override name = "DiskError";
}

/** @throws DiskError */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile() && !found.isFIFO()) throw new Error(kindOf(found));
    return await readFile(path);
  } catch (error) {
    throw new DiskError(`"${path}" cannot be read: ${reason(error)}.`);
  }
}

/**
 * Writes a file whole or not at all: into a temporary file beside it, which then takes its name and the permissions of the
 * one that it replaces. A link is followed, so that what it points to is replaced. Where the process is interrupted, the
 * temporary file goes. @throws DiskError
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const target = await linkTarget(path);
    const before = await stat(target).catch(missing);
    if (before) refuseLocked(before);
    const temporary = join(dirname(target), `.${randomBytes(6).toString("hex")}.tmp`);
    const forgetInterrupt = onInterrupt(() => rmSync(temporary, { force: true }));
    try {
      const file = await open(temporary, "wx", before ? before.mode & 0o777 : 0o666);
      try {
        await file.writeFile(bytes);
        if (before) await file.chmod(before.mode & 0o7777);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    } finally {
      forgetInterrupt();
    }
  } catch (error) {
    throw new DiskError(`"${path}" cannot be written: ${reason(error)}.`);
  }
}

/** @throws DiskError where nothing can be written under that name, before the work of making it is done. */
export async function checkWritable(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  try {
    if (found) refuseLocked(found);
  } catch (error) {
    throw new DiskError(`"${path}" cannot be written: ${reason(error)}.`);
  }
}

/** A file that nobody may write to would be replaced all the same, by another of its name. @throws Error with the reason */
function refuseLocked(found: Stats): void {
  if (!found.isFile()) throw new Error(kindOf(found));
  if ((found.mode & 0o222) === 0) throw new Error("it is read-only; name another file, or allow writing to it");
}

/** Whether two paths lead to one file, by whatever links; false where one of them leads nowhere. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([one, other].map((path) => stat(path, { bigint: true }).catch(() => null)));
  if (!first || !second) return false;
  return first.dev === second.dev && first.ino === second.ino;
}

/** What a link leads to, also where that is not there yet. */
async function linkTarget(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const folder = await realpath(dirname(path));
    const led = await readlink(join(folder, basename(path))).catch(() => null);
    // Links that lead back to themselves are no missing file, so that this ends.
    return led === null ? join(folder, basename(path)) : linkTarget(resolve(folder, led));
  }
}

/** Calls `clean` where the process is interrupted, which then ends as it would have. Answers what ends that. */
function onInterrupt(clean: () => void): () => void {
  const ways = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const interrupted = () => {
      clean();
      process.removeListener(signal, interrupted);
      process.kill(process.pid, signal);
    };
    process.once(signal, interrupted);
    return () => process.removeListener(signal, interrupted);
  });
  return () => ways.forEach((forget) => forget());
}

function missing(error: unknown): null {
  if (isMissing(error)) return null;
  throw error;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return "it is a folder";
  if (found.isFIFO()) return "it is a pipe, and a workbook needs a file";
  if (found.isSocket()) return "it is a socket, and a workbook needs a file";
  return "it is a device, and a workbook needs a file";
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}

const reasons = wordTable({
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is not a folder",
  ELOOP: "its links lead back to themselves",
  EACCES: "it is not allowed",
  EPERM: "it is not allowed",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EBUSY: "it is open in another program",
});
