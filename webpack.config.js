/**
 * Builds the add-in into dist/: one page for the pane and the functions (Office's shared runtime), the functions' metadata,
 * the manifest for the origin it will be served from, icons and the sample workbook. Office.js itself is never in it.
 *
 *   npm run build -- --env origin=https://savings.example.org
 *
 * `--mode development` builds into build/development/, with the self-test beside the pane.
 */
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { DefinePlugin } = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const FunctionsMetadataPlugin = require("./scripts/build/buildFunctionsMetadata");
const ChunkListPlugin = require("./scripts/build/buildChunkList");
const LicencesPlugin = require("./scripts/build/buildLicences");
const {
  developmentNamespace,
  developmentOrigin,
  functionNamespace,
  manifestFor,
} = require("./scripts/build/buildManifest");
const { version } = require("./package.json");

const manifest = readFileSync(path.join(__dirname, "manifest.xml"), "utf8");

module.exports = (env = {}, { mode = "production" } = {}) => {
  const origin = env.origin ?? developmentOrigin;
  // The self-test (docs/real-excel.md) is in the development build only, which has a folder of its own.
  const hasSelfTest = mode === "development";
  const namespace = hasSelfTest ? developmentNamespace : functionNamespace(manifest);
  return {
    mode,
    target: ["web", "es2020"],
    // No eval: the page's Content-Security-Policy forbids it.
    devtool: "source-map",
    entry: {
      // First and by itself, without React and without a chunk to wait for: cells calculate while the pane is closed.
      functions: "./src/functions/functions.ts",
      taskpane: ["./src/commands/commands.ts", "./src/taskpane/taskpane.ts"],
      // The scenario run without a pane, for the command line; the page does not load it.
      automation: "./src/commands/automation.ts",
      ...(hasSelfTest ? { selftest: "./selftest/page.ts" } : {}),
    },
    output: {
      path: path.join(__dirname, ...(hasSelfTest ? ["build", "development"] : ["dist"])),
      filename: "[name].js",
      // Named and hashed: `npm run check` counts by name what the pane loads first, and a server may keep them for ever.
      chunkFilename: "chunk.[contenthash:12].js",
      workerChunkLoading: "import-scripts",
      // Beside the page: known without a browser, so that the functions also load where there is none (the command line).
      publicPath: "",
      clean: true,
    },
    resolve: {
      extensions: [".ts", ".tsx", ".js"],
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          // Types are checked by `npm run check`; here they are only taken off.
          options: { transpileOnly: true, compilerOptions: { noEmit: false, sourceMap: true } },
        },
        {
          test: /[\\/]plan[\\/]columns[\\/](levers|budget|words)[\\/]/,
          loader: path.join(__dirname, "scripts", "build", "withoutDocs.js"),
        },
        // The sample, for a pane that offers to put it into the workbook: what is to be written, not the file.
        {
          test: /\.xlsx$/,
          type: "javascript/auto",
          loader: path.join(__dirname, "scripts", "build", "sampleLoader.js"),
        },
      ],
    },
    optimization: { runtimeChunk: false, splitChunks: { chunks: "async" } },
    performance: { hints: false },
    // The page stays as its template has it; the preview finds Office.js's address in it.
    experiments: { html: false },
    stats: { preset: "errors-warnings", assets: true, modules: false },
    plugins: [
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", ...(hasSelfTest ? ["selftest"] : []), "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
        minify: false,
      }),
      new FunctionsMetadataPlugin({
        source: path.join(__dirname, ...(hasSelfTest ? ["selftest"] : ["src", "functions"]), "metadata.ts"),
      }),
      new LicencesPlugin(),
      new DefinePlugin({ FUNCTION_NAMESPACE: JSON.stringify(namespace) }),
      ...(hasSelfTest ? [] : [new ChunkListPlugin({ file: path.join(__dirname, "build", "chunks.json") })]),
      new CopyPlugin({
        patterns: [
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (text) => manifestFor(String(text), { origin, version, namespace }),
          },
          { from: "assets/icons", to: "assets/icons" },
          { from: "src/taskpane/support.html", to: "support.html" },
          { from: "assets/samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true },
        ],
      }),
    ],
  };
};
