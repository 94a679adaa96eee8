/** Webpack plugin: writes functions.json, which tells Excel each function's name, parameters and help, from the functions' own records. */
const path = require("node:path");
const vm = require("node:vm");
const esbuild = require("esbuild");
const { checkFunctionsMetadata } = require("./checkFunctionsMetadata");

const name = "FunctionsMetadataPlugin";

module.exports = class FunctionsMetadataPlugin {
  /** @param {{ source: string }} options the module that exports functionsMetadata() */
  constructor({ source }) {
    this.source = source;
  }

  apply(compiler) {
    const { Compilation, sources, WebpackError } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          const { metadata, files } = await readFunctionsMetadata(this.source);
          for (const file of files) compilation.fileDependencies.add(file);
          for (const fault of checkFunctionsMetadata(metadata)) {
            compilation.errors.push(new WebpackError(`functions.json: ${fault}`));
          }
          compilation.emitAsset("functions.json", new sources.RawSource(`${JSON.stringify(metadata, null, 2)}\n`));
        },
      );
    });
  }
};

module.exports.readFunctionsMetadata = readFunctionsMetadata;

/** What functions import only when they are called is not needed to describe them. */
const withoutLazyParts = {
  name: "without-lazy-parts",
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path: wanted }) =>
      kind === "dynamic-import" ? { path: wanted, external: true } : undefined,
    );
  },
};

/** Runs the module by itself, with nothing of a browser or of Office around it. */
async function readFunctionsMetadata(source) {
  const built = await esbuild.build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: "neutral",
    mainFields: ["module", "main"],
    format: "cjs",
    target: "es2020",
    metafile: true,
    logLevel: "silent",
    plugins: [withoutLazyParts],
  });
  const loaded = { exports: {} };
  vm.runInNewContext(built.outputFiles[0].text, { module: loaded, exports: loaded.exports }, { filename: source });
  if (typeof loaded.exports.functionsMetadata !== "function") {
    throw new Error(
      `${path.basename(source)} must export functionsMetadata(), which answers what functions.json holds.`,
    );
  }
  return {
    // Back into this context, so that plain arrays are plain arrays.
    metadata: JSON.parse(JSON.stringify(loaded.exports.functionsMetadata())),
    files: Object.keys(built.metafile.inputs).map((file) => path.resolve(file)),
  };
}
