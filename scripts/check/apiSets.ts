import type { OfficeMember } from "./officeMembers";

/** Options of `Excel.run` are read by Office.js itself; one that does not know an option ignores it. */
const readByLibrary = "RunOptions";

/**
 * One sentence per member above the manifest's set in a file that does not ask for that set at run time
 * (`isSetSupported("ExcelApi", "1.20")`).
 */
export function apiSetFaults(
  members: readonly OfficeMember[],
  lowest: number,
  read: (file: string) => string,
): string[] {
  return members.flatMap(({ file, line, owner, member, set }) =>
    set !== null && set > lowest && owner !== readByLibrary && highestTested(read(file)) < set
      ? [
          `${file}:${line}: ${owner}.${member} needs ExcelApi 1.${set}; the manifest asks for 1.${lowest}. Test for the set at run time.`,
        ]
      : [],
  );
}

/** The x of the manifest's ExcelApi 1.x. */
export function lowestSet(manifest: string): number {
  return Number(/Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(manifest)?.[1] ?? 1);
}

function highestTested(text: string): number {
  const tests = [...text.matchAll(/isSetSupported\(\s*"ExcelApi",\s*"1\.(\d+)"/g)].map((match) => Number(match[1]));
  return Math.max(0, ...tests);
}
