import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Measure } from "./measure";

/** A simulation as peers are given it. */
interface PeerInput {
  low: number[];
  likely: number[];
  high: number[];
  correlation: number;
  trials: number;
  /** Of a plan: what each lever saves by year where it delivers in full. */
  amounts?: number[][];
}

type Peer = NonNullable<Measure["peer"]>;

/** numpy, as a good analyst writes it: the same table-driven method, whole arrays in place. Undefined where there is none. */
export function numpySimulation(input: PeerInput): Peer[] | undefined {
  const answer = run("python3", [join(__dirname, "peers", "simulation.py")], JSON.stringify(input));
  if (!answer) return undefined;
  const { numpy, tableDriven, inverseBeta } = JSON.parse(answer) as {
    numpy: string;
    tableDriven: number;
    inverseBeta: number | null;
  };
  const table = { what: `numpy ${numpy}, table-driven`, value: tableDriven };
  return inverseBeta === null ? [table] : [table, { what: "scipy, inverse beta per draw", value: inverseBeta }];
}

/** C, optimised: the same algorithm, double precision. Undefined where there is no compiler. */
export function compiledSimulation(input: PeerInput): Peer[] | undefined {
  const folder = mkdtempSync(join(tmpdir(), "savings-bench-"));
  try {
    const program = join(folder, "simulation");
    const built = spawnSync("cc", [
      "-O3",
      "-march=native",
      "-o",
      program,
      join(__dirname, "peers", "simulation.c"),
      "-lm",
    ]);
    if (built.status !== 0) return undefined;
    const { low, likely, high, correlation, trials, amounts = [] } = input;
    const years = amounts[0]?.length ?? 0;
    const numbers = [low.length, years, trials, correlation, ...low, ...likely, ...high, ...amounts.flat()].join(" ");
    const answer = run(program, [], numbers);
    return answer ? [{ what: "C, -O3", value: Number(answer) }] : undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: string[], input: string): string | undefined {
  const { status, stdout } = spawnSync(program, args, { input, encoding: "utf8", timeout: 300_000 });
  return status === 0 ? stdout : undefined;
}
