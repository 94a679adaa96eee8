/** `npm run -s savings -- calc|run|recalc …`: builds what is stale (one line on stderr), then runs the command line. */
const { join } = require("node:path");
const { bundleStale } = require("./build/bundleStandIn");
const { buildStale, whileLocked } = require("./build/buildStale");

const root = join(__dirname, "..");
// npm starts scripts in the project's folder; paths are meant from where the user is.
if (process.env.INIT_CWD && process.cwd() === root) process.chdir(process.env.INIT_CWD);
const say = (line) => process.stderr.write(`${line}\n`);

async function main() {
  await buildStale(["addin"], say);
  await whileLocked("stand-in", () => bundleStale(["savings"], say));
  const { savings } = require(join(root, "build", "savings.cjs"));
  process.exitCode = await savings({
    root,
    arguments: process.argv.slice(2),
    input: process.stdin,
    output: process.stdout,
    error: process.stderr,
  });
}

main().catch((error) => {
  say(`savings failed: ${String(error.message).split("\n")[0]}`);
  process.exitCode = 1;
});
