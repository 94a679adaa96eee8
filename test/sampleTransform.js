/** Gives tests the sample workbook as the build gives it to the pane. */
const { execFileSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { join } = require("node:path");

const loader = join(__dirname, "..", "scripts", "build", "sampleLoader.js");

const known = new Map();

function code(file) {
  if (!known.has(file)) known.set(file, execFileSync(process.execPath, [loader, file], { encoding: "utf8" }));
  return known.get(file);
}

module.exports = {
  process: (_text, file) => ({ code: code(file) }),
  // Not the file alone: the program that reads it may have changed.
  getCacheKey: (_text, file) => createHash("sha256").update(code(file)).digest("hex"),
};
