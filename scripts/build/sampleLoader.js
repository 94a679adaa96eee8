/**
 * Webpack loader: a sample workbook becomes the data that the pane writes of it (scripts/sample/sampleData.ts).
 * `node scripts/build/sampleLoader.js FILE` prints the same module as CommonJS, for Jest.
 */
const { readFileSync } = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const esbuild = require("esbuild");

module.exports = function sampleLoader(file) {
  const done = this.async();
  dataOf(file).then(
    ({ data, sources }) => {
      for (const source of sources) this.addDependency(source);
      done(null, `export default ${JSON.stringify(data)};`);
    },
    (error) => done(error),
  );
};
module.exports.raw = true;

/** What the file holds for the pane, and the sources of the program that says so. */
async function dataOf(file) {
  const entry = path.join(__dirname, "..", "sample", "sampleData.ts");
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: path.join(__dirname, "..", ".."),
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    metafile: true,
    logLevel: "silent",
  });
  const program = new Module(entry, module);
  program.filename = entry;
  program.paths = module.paths;
  program._compile(outputFiles[0].text, entry);
  const sources = Object.keys(metafile.inputs)
    .filter((input) => !input.includes("node_modules/"))
    .map((input) => path.join(__dirname, "..", "..", input));
  return { data: await program.exports.sampleData(file), sources };
}

if (require.main === module) {
  dataOf(readFileSync(process.argv[2])).then(({ data }) =>
    process.stdout.write(`module.exports = { __esModule: true, default: ${JSON.stringify(data)} };`),
  );
}
