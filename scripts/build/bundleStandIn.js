const { copyFile, mkdir, readFile, stat, writeFile } = require("node:fs/promises");
const { dirname, join, relative } = require("node:path");
const { plainFields } = require("./plainFields");
const { withoutHyphenation } = require("./withoutHyphenation");

const root = join(__dirname, "..", "..");

/** What of the Excel stand-in is bundled: the preview's page, its server, and the command line. */
const bundles = {
  preview: {
    entry: "packages/stand-in/page/main.ts",
    output: "build/preview/preview.js",
    copies: {
      "packages/stand-in/page/index.html": "build/preview/index.html",
      "packages/stand-in/page/favicon.svg": "build/preview/favicon.svg",
    },
    options: { platform: "browser", format: "iife", minify: true, define: { "process.env.NODE_ENV": '"production"' } },
  },
  server: {
    entry: "packages/stand-in/server/startPreview.ts",
    output: "build/server.cjs",
    copies: {},
    options: {
      platform: "node",
      format: "cjs",
      external: ["@microsoft/office-js", "office-addin-dev-certs"],
    },
  },
  savings: {
    entry: "cli/savings.ts",
    output: "build/savings.cjs",
    copies: {},
    options: {
      platform: "node",
      format: "cjs",
      minifyWhitespace: true,
      external: ["@microsoft/office-js"],
      define: { "process.env.NODE_ENV": '"production"' },
    },
  },
};

/**
 * Bundles those of the named parts that are older than a source of theirs. `say` is told before something is built.
 * Answers the names of what was built.
 */
async function bundleStale(names, say = () => undefined) {
  const built = [];
  for (const name of names) {
    if (!(await isStale(bundles[name]))) continue;
    say(`Bundling ${name}…`);
    await bundle(bundles[name]);
    built.push(name);
  }
  return built;
}

async function bundle({ entry, output, copies, options }) {
  const { build } = require("esbuild");
  const outfile = join(root, output);
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    target: options.platform === "node" ? "node20" : "es2022",
    metafile: true,
    logLevel: "error",
    loader: { ".svg": "text" },
    plugins: [withoutHyphenation, plainFields],
    ...options,
  });
  await mkdir(dirname(outfile), { recursive: true });
  for (const [from, to] of Object.entries(copies)) await copyFile(join(root, from), join(root, to));
  const sources = [...Object.keys(metafile.inputs), ...Object.keys(copies)].filter(
    (input) => !input.includes("node_modules/") && !input.startsWith("without-hyphenation:"),
  );
  const makers = [__filename, ...["withoutHyphenation.js", "plainFields.js"].map((name) => join(__dirname, name))].map(
    (file) => relative(root, file),
  );
  await writeFile(inputsFile(output), JSON.stringify([...sources, "package-lock.json", ...makers]));
}

/** Stale: not there, or older than one of the sources that went into it the last time. */
async function isStale({ output }) {
  try {
    const [made, inputs] = await Promise.all([stat(join(root, output)), readFile(inputsFile(output), "utf8")]);
    const changed = await Promise.all(JSON.parse(inputs).map(async (input) => (await stat(join(root, input))).mtimeMs));
    return changed.some((time) => time > made.mtimeMs);
  } catch {
    return true;
  }
}

function inputsFile(output) {
  return join(root, `${output}.inputs.json`);
}

module.exports = { bundleStale };
