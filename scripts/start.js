/** `npm start [-- my.xlsx] [--port N] [--no-open] [--selftest]`: builds what is stale and starts the preview. Never asks anything. */
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { logErrorMessage } = require("office-addin-cli");
const { bundleStale } = require("./build/bundleStandIn");
const { buildStale, whileLocked } = require("./build/buildStale");
const { helpIfAsked } = require("./help");

helpIfAsked(`Opens a workbook with the add-in in a preview of Excel; without a name the sample workbook.

  npm start                      the sample
  npm start -- my.xlsx           a workbook of yours
    --port NUMBER                the port of the preview's address, 0 for any that is free
    --no-open                    leaves the browser alone and only prints the address
    --selftest                   the development build, whose pane has the self-test; opens an empty workbook`);

const root = join(__dirname, "..");
// npm starts scripts in the project's folder; paths are meant from where the user is.
if (process.env.INIT_CWD && process.cwd() === root) process.chdir(process.env.INIT_CWD);

async function main() {
  const words = process.argv.slice(2).filter((word) => word !== "--selftest");
  const isSelfTest = words.length < process.argv.length - 2;
  await buildStale([isSelfTest ? "development" : "addin"], console.log);
  await whileLocked("stand-in", () => bundleStale(["preview", "server"], console.log));
  const { newWorkbook, startPreview, UsageError } = require(join(root, "build", "server.cjs"));
  let preview;
  let ending;
  // Before the address is printed: from then on somebody may want it to end. npm may hand the same Ctrl+C on a second time.
  const end = () => (ending ??= Promise.resolve(preview?.close()).then(() => process.exit(0)));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);
  try {
    const addin = join(root, ...(isSelfTest ? ["build", "development"] : ["dist"]));
    const empty = join(root, "build", "Book1.xlsx");
    if (isSelfTest) writeFileSync(empty, newWorkbook());
    const sample = isSelfTest ? empty : join(root, "assets", "samples", "forward-view.xlsx");
    preview = await startPreview({ root, addin, sample, arguments: words, print: console.log });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

main().catch((error) => {
  logErrorMessage(`The preview did not start: ${error.message}`);
  process.exitCode = 1;
});
