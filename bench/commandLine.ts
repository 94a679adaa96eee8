import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { bookOfLongFormula, bookOfNames, bookOfTwentyYears } from "./largeBooks";
import { medianSeconds, secondsOf, type Measure } from "./measure";

/** `savings calc` and `savings run` as a user starts them: a new process each time, what is built being built. */
export async function commandLineMeasures(root: string): Promise<Measure[]> {
  const savings = join(root, "scripts", "savings.js");
  const run = (...words: string[]): Promise<unknown> =>
    promisify(execFile)(process.execPath, [savings, ...words], { cwd: root });
  await run("calc", "=SAVINGS.COMPOUNDEFF(2%,5)");
  const one = await medianSeconds(3, () => run("calc", "=SAVINGS.COMPOUNDEFF(2%,5)"));
  const thousand = await secondsOf(() => calculateThousand(savings, root));
  const folder = await mkdtemp(join(tmpdir(), "savings-bench-"));
  try {
    const sample = join(root, "assets", "samples", "forward-view.xlsx");
    const whole = await medianSeconds(3, () => run("run", sample, "--out", join(folder, "done.xlsx")));
    const [names, long] = [join(folder, "names.xlsx"), join(folder, "long.xlsx")];
    await writeFile(names, await bookOfNames());
    await writeFile(long, await bookOfLongFormula());
    const ofNames = await medianSeconds(3, () => run("calc", "--workbook", names, "=A1"));
    const ofLong = await medianSeconds(3, () => run("calc", "--workbook", long, "=A1"));
    const [years, written] = [join(folder, "years.xlsx"), join(folder, "written.xlsx")];
    await writeFile(years, await bookOfTwentyYears());
    const all = ["--trials", "1000", "--compare", "Low,High", "--assurance"];
    const large = (...words: string[]) => run("run", years, "--year-savings", "each", "--out", written, ...words);
    const usual = await secondsOf(() => large());
    const chosen = await secondsOf(() => large(...all));
    const size = (await stat(written)).size / 1e6;
    return [
      { what: "2,000 levers × 20 years: savings run, the usual sheets", value: usual, unit: "s", most: 10 },
      { what: "the same with Risk, Comparison and Assurance", value: chosen, unit: "s", most: 10 },
      { what: "the same: the file", value: size, unit: "MB", most: 2 },
      { what: "savings calc, one formula", value: one, unit: "s", most: 3 },
      { what: "savings calc, 1,000 formulas", value: thousand, unit: "s", most: 10 },
      { what: "savings run of the sample, into a file", value: whole, unit: "s" },
      { what: "savings calc in a workbook of 10,000 names", value: ofNames, unit: "s", most: 3 },
      { what: "savings calc with a formula of 8,192 characters", value: ofLong, unit: "s", most: 3 },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function calculateThousand(savings: string, root: string): Promise<void> {
  const child = spawn(process.execPath, [savings, "calc", "--stdin"], {
    cwd: root,
    stdio: ["pipe", "pipe", "inherit"],
  });
  let answers = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (answers += text));
  for (let i = 0; i < 1000; i++) child.stdin.write(`=SAVINGS.ATTRIBUTE(${100 + i},{0.1;0.2;0.05})\n`);
  child.stdin.end();
  await once(child, "close");
  const lines = answers.trim().split("\n").length;
  if (lines !== 1000) throw new Error(`savings calc answered ${lines} lines to 1,000 formulas.`);
}
