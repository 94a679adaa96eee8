/**
 * Runs the tests that use fast-check again and again, each time with a new seed: `npm run fuzz [-- --minutes 5] [FILE…]`.
 * Prints what repeats each failure, and ends with 1 where there was one. Ctrl+C ends it early, with what it has found.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { failuresOf, type Failure, type JestOutcome } from "./fuzz/failures";
import { helpIfAsked } from "./help";

const root = join(__dirname, "..");

helpIfAsked(`Runs the tests that use fast-check again and again with new seeds, and prints what repeats a failure.

  npm run fuzz                             all of them, for five minutes
  npm run fuzz -- test/packages/xlsx       those whose path holds this text; several are possible
    --minutes NUMBER                       for how long`);

void main(process.argv.slice(2));

async function main(words: string[]): Promise<void> {
  const { minutes, patterns } = read(words);
  const files = propertyFiles().filter(
    (file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)),
  );
  if (files.length === 0) refuse(`no test file that uses fast-check has ${patterns.join(" or ")} in its path.`);

  const end = performance.now() + minutes * 60_000;
  const running = new Set<ChildProcess>();
  let stopped = false;
  process.on("SIGINT", () => {
    stopped = true;
    for (const child of running) child.kill();
  });

  const found = new Map<string, Failure>();
  let runs = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    while (!stopped && performance.now() < end) {
      const file = files[next++ % files.length] ?? "";
      const failures = await run(file, randomInt(2 ** 31), running);
      if (stopped) return;
      runs++;
      for (const failure of failures) {
        const key = `${file} ${failure.test}`;
        if (found.has(key)) continue;
        found.set(key, failure);
        console.log(`\n✗ ${failure.test}\n\n${failure.message}\n\n${failure.repeat}\n`);
      }
    }
  };
  console.log(`Files: ${files.length}; minutes: ${minutes}; each run with a new seed…`);
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));

  console.log(`Runs: ${runs}; tests that failed: ${found.size}`);
  for (const { repeat } of found.values()) console.log(`    ${repeat}`);
  process.exit(found.size > 0 ? 1 : 0);
}

function read(words: string[]): { minutes: number; patterns: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      options: { minutes: { type: "string", default: "5" } },
      allowPositionals: true,
    });
    const minutes = Number(values.minutes);
    if (!(minutes > 0)) refuse(`'${values.minutes}' is no number of minutes.`);
    return { minutes, patterns: positionals };
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function refuse(sentence: string): never {
  console.error(`fuzz: ${sentence}`);
  process.exit(2);
}

/** With forward slashes, as patterns are written. */
function propertyFiles(): string[] {
  return readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
    .map((file) => `test/${file.replaceAll("\\", "/")}`)
    .filter(
      (file) => /\.test\.tsx?$/.test(file) && readFileSync(join(root, file), "utf8").includes('from "fast-check"'),
    )
    .sort();
}

/** Runs one file with a seed. Time limits are lifted: what is slow is no failure here, and shrinking takes its time. */
async function run(file: string, seed: number, running: Set<ChildProcess>): Promise<Failure[]> {
  const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
  const outcome = join(folder, "outcome.json");
  try {
    const child = spawn(
      process.execPath,
      [
        require.resolve("jest/bin/jest"),
        file,
        "--runInBand",
        "--testTimeout=3600000",
        "--json",
        `--outputFile=${outcome}`,
      ],
      { cwd: root, env: { ...process.env, SEED: String(seed) }, stdio: ["ignore", "ignore", "pipe"] },
    );
    running.add(child);
    let said = "";
    child.stderr.on("data", (text: Buffer) => (said += text.toString()));
    await new Promise((closed) => child.on("close", closed));
    running.delete(child);
    try {
      return failuresOf(JSON.parse(readFileSync(outcome, "utf8")) as JestOutcome, file, seed);
    } catch {
      return [{ test: `${file} could not be run`, message: said.trim(), repeat: `SEED=${seed} npx jest ${file}` }];
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
