import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..", "..");

export const samples = join(root, "assets", "samples");

/** The bundle that `npm run savings` starts once it has built what is stale. */
const start = `
  const { savings } = require(${JSON.stringify(join(root, "build", "savings.cjs"))});
  const [, ...words] = process.argv;
  savings({ root: ${JSON.stringify(root)}, arguments: words, input: process.stdin, output: process.stdout, error: process.stderr })
    .then((code) => (process.exitCode = code));
`;

/** Runs the command line in a folder, as a process of its own. */
export function runSavings(
  folder: string,
  words: string[],
  input = "",
): { code: number | null; lines: string[]; error: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["-e", start, "--", ...words], {
    input,
    encoding: "utf8",
    cwd: folder,
  });
  return { code: status, lines: stdout.split("\n").slice(0, -1), error: stderr };
}
