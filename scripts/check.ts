/** All static checks, one line each: `npm run check`; `npm run check -- manifest licences` for some of them. Ends with 1 where one finds a fault. */
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { logErrorMessage } from "office-addin-cli";
import { OfficeAddinManifest } from "office-addin-manifest";
import { PNG } from "pngjs";
import * as ts from "typescript";
import { manifestFor, releaseId, developmentOrigin } from "./build/buildManifest";
import { buildStale } from "./build/buildStale";
import { apiSetFaults, lowestSet } from "./check/apiSets";
import { budgets, sizeFaults, type BundlePart } from "./check/bundleSize";
import { licenceFaults, licenceReport, type LockFile } from "./check/licences";
import { lockFileFaults } from "./check/lockFile";
import { officeMembers } from "./check/officeMembers";
import { manifestFaults, type ManifestSurroundings } from "./check/manifest";
import { readmeFaults } from "./check/readme";
import { skippedTestFaults } from "./check/skippedTests";
import { standInFaults } from "./check/standInMembers";
import { helpIfAsked } from "./help";

interface Outcome {
  faults: string[];
  note?: string;
}

const root = join(__dirname, "..");
const { version } = JSON.parse(text("package.json")) as { version: string };

const checks: Record<string, () => Outcome | Promise<Outcome>> = {
  types: () => tool("typescript", "tsc", ["-p", "."]),
  lint: () =>
    tool("eslint", "eslint", ["src", "selftest", "packages", "cli", "test", "bench", "scripts", "--max-warnings", "0"]),
  formatting: () => tool("prettier", "prettier", ["--list-different", "."]),
  manifest: checkManifest,
  "Office.js": checkOfficeMembers,
  licences: () => ({ faults: licenceFaults(lockFile()), note: licenceReport(lockFile()) }),
  "lock file": () => ({ faults: lockFileFaults(lockFile(), version) }),
  "skipped tests": () => ({ faults: files("test", /\.tsx?$/).flatMap((file) => skippedTestFaults(file, text(file))) }),
  readme: () => ({
    faults: readmeFaults(text("README.md"), JSON.parse(text("package.json")) as { scripts: Record<string, string> }),
  }),
  size: checkSize,
};

helpIfAsked(`Checks everything that can be checked without running the add-in; ends with 1 where there is a fault.

  npm run check                            all checks
  npm run check -- manifest licences       only these, of:
    ${Object.keys(checks).join(", ")}`);

void main(process.argv.slice(2));

async function main(asked: string[]): Promise<void> {
  const unknown = asked.filter((name) => !(name in checks));
  if (unknown.length > 0) {
    logErrorMessage(`check: '${unknown.join("', '")}' is none of ${Object.keys(checks).join(", ")}.`);
    process.exit(2);
  }
  // All at once, since the first three are processes of their own; what they find is said in the order of the list.
  const started = Object.entries(checks)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(([name, check]) => ({ name, outcome: check() }));
  let failed = false;
  for (const { name, outcome } of started) {
    const { faults, note } = await outcome;
    failed ||= faults.length > 0;
    console.log(`${faults.length > 0 ? "✗" : "✓"} ${name}${note ? ` (${note})` : ""}`);
    for (const fault of faults) console.log(`    ${fault}`);
  }
  process.exit(failed ? 1 : 0);
}

/** The development manifest as it stands, and the one that a build for a server would write. */
async function checkManifest(): Promise<Outcome> {
  const development = text("manifest.xml");
  const surroundings: ManifestSurroundings = { version, iconSize, commands: associatedCommands() };
  const release = manifestFor(development, { origin: "https://savings.example.org", version });
  const faults = [
    ...manifestFaults(development, surroundings),
    ...manifestFaults(release, surroundings).map((fault) => `for a server: ${fault}`),
  ];
  if (development.includes(releaseId))
    faults.push("The development manifest has the released add-in's Id; it needs one of its own.");
  if (release.includes(developmentOrigin)) faults.push(`for a server: ${developmentOrigin} is still in it.`);
  const read = await OfficeAddinManifest.readManifestFile(join(root, "manifest.xml"));
  if (read.version !== `${version}.0` || read.hosts?.join() !== "Workbook")
    faults.push("office-addin-manifest reads another version or host from it.");
  return { faults, note: `${read.displayName ?? ""} ${read.version ?? ""}` };
}

function iconSize(path: string): { width: number; height: number } | null {
  if (!existsSync(join(root, path))) return null;
  const { width, height } = PNG.sync.read(readFileSync(join(root, path)));
  return { width, height };
}

function associatedCommands(): string[] {
  const sources = files("src/commands", /\.ts$/).map(text).join("\n");
  return [...sources.matchAll(/Office\.actions\.associate\(\s*"([^"]+)"/g)].map((match) => match[1] ?? "");
}

/** What the add-in uses of Excel's objects: in the manifest's requirement set, in the stand-in's table, and to be seen. */
function checkOfficeMembers(): Outcome {
  const lowest = lowestSet(text("manifest.xml"));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const sources = ["workbook", "commands", "taskpane"]
    .flatMap((room) => files(`src/${room}`, /\.tsx?$/))
    .map((file) => join(root, file));
  const { members, hidden } = officeMembers(sources, options);
  const faults = [
    ...apiSetFaults(members, lowest, (file) => readFileSync(file, "utf8")),
    ...standInFaults(members),
    ...hidden,
  ];
  const highest = Math.max(0, ...members.map(({ set }) => set ?? 0));
  const different = new Set(members.map(({ owner, member }) => `${owner}.${member}`)).size;
  return {
    faults: faults.map((fault) => fault.replace(`${root}/`, "")),
    note: `${different} members; manifest: ExcelApi 1.${lowest}; highest used: 1.${highest}`,
  };
}

async function checkSize(): Promise<Outcome> {
  await buildStale(["addin"]);
  const parts = JSON.parse(text("build/chunks.json")) as BundlePart[];
  const all = budgets(parts, (file) => gzipSync(readFileSync(join(root, "dist", file)), { level: 9 }).length);
  const faults = sizeFaults(all);
  if (files("dist", /office(\.debug)?\.js$|excel-.*\.js$/i).length > 0)
    faults.push("dist/ holds Office.js; it may not be republished.");
  const note = all
    .map(({ what, size, most }) => `${what} ${(size / 1024).toFixed(1)} of ${most / 1024} kB gzip`)
    .join("; ");
  return { faults, note };
}

/** Runs a package's command line tool; each line that it prints is a fault when it fails. */
async function tool(packageName: string, name: string, args: string[]): Promise<Outcome> {
  const { bin } = JSON.parse(text(`node_modules/${packageName}/package.json`)) as {
    bin: string | Record<string, string>;
  };
  const script = join(root, "node_modules", packageName, (typeof bin === "string" ? bin : bin[name]) ?? "");
  try {
    await promisify(execFile)(process.execPath, [script, ...args], { cwd: root, maxBuffer: Infinity });
    return { faults: [] };
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    return { faults: `${stdout ?? ""}${stderr ?? ""}`.trim().split("\n") };
  }
}

function lockFile(): LockFile {
  return JSON.parse(text("package-lock.json")) as LockFile;
}

function text(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Paths below the root of all files in a folder whose names match. */
function files(folder: string, name: RegExp): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => name.test(file) && statSync(join(root, file)).isFile())
    .sort();
}
