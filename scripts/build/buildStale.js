/** Builds what is older than its sources. Several processes may ask at once; one builds, the others wait. */
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..", "..");
const stamps = path.join(root, "build", "stamps");

/** What there is to build: where it comes from, one file that shows it is there, and how. */
const bundles = [
  {
    name: "addin",
    says: "Building the add-in…",
    sources: [
      ...["src", "packages/xlsx"],
      ...["assets", "manifest.xml", "package.json", "tsconfig.json", "webpack.config.js"],
      ...["scripts/build", "scripts/sample/sampleData.ts"],
    ],
    output: "dist/taskpane.html",
    command: [bin("webpack", "webpack"), "--mode", "production"],
  },
  {
    name: "development",
    says: "Building the add-in with its self-test…",
    sources: [
      ...["src", "selftest", "packages/xlsx"],
      ...["assets", "manifest.xml", "package.json", "tsconfig.json", "webpack.config.js"],
      ...["scripts/build", "scripts/sample/sampleData.ts"],
    ],
    output: "build/development/taskpane.html",
    command: [bin("webpack", "webpack"), "--mode", "development"],
  },
  {
    name: "univer",
    says: "Bundling the calculation…",
    sources: [
      "package.json",
      ...["bundleUniver.js", "withoutHyphenation.js", "plainFields.js"].map((name) => `scripts/build/${name}`),
    ],
    output: "build/univer/bundle.cjs",
    command: [path.join(__dirname, "bundleUniver.js")],
  },
];

/**
 * @param {string[]} [names] of those in `bundles`; what `npm test` needs when left out
 * @param {(line: string) => void} [say] told before something is built
 * @returns {Promise<string[]>} names of what was built
 * @throws with what the builder printed, where a build fails
 */
async function buildStale(names = ["addin", "univer"], say = () => undefined) {
  const built = [];
  for (const name of names) {
    const bundle = bundles.find((one) => one.name === name);
    if (!bundle) throw new Error(`There is no '${name}' to build.`);
    if (isFresh(bundle)) continue;
    await whileLocked(name, async () => {
      if (isFresh(bundle)) return;
      const started = new Date();
      say(bundle.says);
      run(bundle);
      fs.mkdirSync(stamps, { recursive: true });
      fs.writeFileSync(stamp(bundle), "");
      // A source saved during the build is newer than this, so that it is built again next time.
      fs.utimesSync(stamp(bundle), started, started);
      built.push(name);
    });
  }
  return built;
}

function isFresh(bundle) {
  if (!fs.existsSync(path.join(root, bundle.output)) || !fs.existsSync(stamp(bundle))) return false;
  const built = fs.statSync(stamp(bundle)).mtimeMs;
  return bundle.sources.every((source) => newest(path.join(root, source)) <= built);
}

function run({ name, command }) {
  try {
    execFileSync(process.execPath, command, { cwd: root, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" });
  } catch (error) {
    throw new Error(`Building '${name}' failed:\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
}

/** Of a file, or of anything in a folder; the folder itself too, so that a removed file counts. */
function newest(place) {
  if (!fs.existsSync(place)) return 0;
  const { mtimeMs } = fs.statSync(place);
  if (!fs.statSync(place).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...fs.readdirSync(place).map((name) => newest(path.join(place, name))));
}

function stamp({ name }) {
  return path.join(stamps, name);
}

/** One process at a time does the named work. The lock is a folder: making it either works or says that another has it. */
async function whileLocked(name, work) {
  const lock = path.join(root, "build", `${name}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  while (!take(lock)) await new Promise((resolve) => setTimeout(resolve, 100));
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock) {
  try {
    fs.mkdirSync(lock);
    fs.writeFileSync(path.join(lock, String(process.pid)), "");
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (wasLeft(lock)) fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Left by a process that was ended in the middle: its number is in the lock, and nobody has it any more. */
function wasLeft(lock) {
  try {
    const [owner] = fs.readdirSync(lock);
    if (owner === undefined) return Date.now() - fs.statSync(lock).mtimeMs > 10_000;
    process.kill(Number(owner), 0);
    return false;
  } catch (error) {
    // ENOENT: the lock has just been given back. EPERM: somebody else's process, but it runs.
    return error.code === "ESRCH";
  }
}

/** A command line tool's own file, to run without a shell. */
function bin(packageName, name) {
  const folder = path.dirname(require.resolve(`${packageName}/package.json`));
  const { bin: files } = require(`${packageName}/package.json`);
  return path.join(folder, typeof files === "string" ? files : files[name]);
}

module.exports = { buildStale, whileLocked };

if (require.main === module) {
  buildStale(process.argv.length > 2 ? process.argv.slice(2) : undefined, console.log).catch((error) => {
    require("office-addin-cli").logErrorMessage(error);
    process.exitCode = 1;
  });
}
