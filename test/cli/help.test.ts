import { spawnSync } from "node:child_process";
import { join } from "node:path";
import packageJson from "../../package.json";

const root = join(__dirname, "..", "..");

/** What `npm run NAME -- …words` runs. */
function script(name: keyof typeof packageJson.scripts, words: string[]): ReturnType<typeof spawnSync> {
  const [program = "", ...given] = packageJson.scripts[name].split(" ");
  const own = program === "node" ? [] : [require.resolve(`${program}/cli`)];
  return spawnSync(process.execPath, [...own, ...given, ...words], { cwd: root, encoding: "utf8" });
}

test.each([
  ["start", ["--help"], "npm start -- my.xlsx"],
  ["start", ["my.xlsx", "-h"], "npm start -- my.xlsx"],
  ["fuzz", ["--help"], "--minutes NUMBER"],
  ["check", ["--help"], "types, lint, formatting"],
  ["bench", ["--help"], "functions, sizes, commandLine"],
  ["savings", ["--help"], "savings calc '="],
  ["savings", ["calc", "--help"], "savings calc '="],
  ["savings", ["run", "--help"], "--scenario NAME"],
  ["savings", ["recalc", "-h"], "savings recalc book.xlsx"],
] as const)("npm run %s -- %j says how it is used, and no more", (name, words, usage) => {
  const { status, stdout, stderr } = script(name, [...words]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toContain(usage);
});
