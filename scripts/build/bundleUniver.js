/** Bundles Univer for Node as CommonJS: unbundled it reaches for modules that Node 20 cannot `require`, and starts slowly. */
const fs = require("node:fs");
const path = require("node:path");
const esbuild = require("esbuild");
const { plainFields } = require("./plainFields");
const { withoutHyphenation } = require("./withoutHyphenation");

const root = path.join(__dirname, "..", "..");
const folder = path.join(root, "build", "univer");
const packages = ["core", "engine-formula", "sheets", "sheets-formula"];

async function bundleUniver() {
  fs.mkdirSync(folder, { recursive: true });
  const entry = packages.map((name, index) => `export * as p${index} from "@univerjs/${name}";`).join("\n");
  await esbuild.build({
    stdin: { contents: entry, resolveDir: root },
    outfile: path.join(folder, "bundle.cjs"),
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    conditions: ["import"],
    logLevel: "error",
    plugins: [withoutHyphenation, plainFields],
  });
  packages.forEach((name, index) => {
    fs.writeFileSync(path.join(folder, `${name}.cjs`), `module.exports = require("./bundle.cjs").p${index};\n`);
  });
}

module.exports = { bundleUniver };

if (require.main === module) {
  bundleUniver().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
