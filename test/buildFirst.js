/** Many tests run the add-in's built files: build them first, where a source is newer than what was built. */
const { buildStale, whileLocked } = require("../scripts/build/buildStale");
const { bundleStale } = require("../scripts/build/bundleStandIn");

/** Folders of test/ whose tests need no build; a run of these alone does not wait for one. */
const needNoBuild = ["cells", "engine", "plan", "worker", "functions", "taskpane"];

module.exports = async (run) => {
  const asked = run.testPathPatterns?.patterns ?? [];
  if (asked.length > 0 && asked.every((pattern) => needNoBuild.some((folder) => pattern.includes(`test/${folder}`))))
    return;
  const say = (line) => process.stderr.write(`${line}\n`);
  try {
    await buildStale(undefined, say);
    await whileLocked("stand-in", () => bundleStale(["preview", "server", "savings"], say));
  } catch (error) {
    // Some of the tests asked for may not need what could not be built; those that do will say so.
    if (asked.length > 0) return say(error.message);
    process.on("exit", () => process.stdout.write("\n0 passed, 1 failed\n"));
    throw error;
  }
};
