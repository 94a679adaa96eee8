/**
 * Webpack plugin: of every package that is in what was built, THIRD-PARTY-NOTICES.txt has the notices that their licences ask for, and
 * sbom.cdx.json what it is (CycloneDX 1.6). The same packages give the same bytes.
 */
const fs = require("node:fs");
const path = require("node:path");

const name = "LicencesPlugin";

module.exports = class LicencesPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folders = new Set([...compilation.modules].flatMap(foldersOf));
        const packages = [...folders].map(packageIn).sort((a, b) => (a.title < b.title ? -1 : 1));
        compilation.emitAsset("THIRD-PARTY-NOTICES.txt", new sources.RawSource(noticesOf(packages)));
        compilation.emitAsset("sbom.cdx.json", new sources.RawSource(billOf(packages)));
      });
    });
  }
};

/** Each licence once, below the names of all packages that have it word for word. */
function noticesOf(packages) {
  const titlesByText = new Map();
  for (const { title, licence } of packages) titlesByText.set(licence, [...(titlesByText.get(licence) ?? []), title]);
  return [...titlesByText]
    .map(([licence, titles]) => [titles.sort().join("\n"), licence])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([titles, licence]) => `${titles}\n\n${licence}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
}

/** The bill of materials, with the add-in itself as what it is of. */
function billOf(packages) {
  const component = ({ name, version, license }, type) => ({
    type,
    "bom-ref": purlOf(name, version),
    name,
    version,
    // "(MIT OR Apache-2.0)" is an expression, "MIT" a licence.
    licenses: [/[\s()]/.test(license) ? { expression: license } : { license: { id: license } }],
    purl: purlOf(name, version),
  });
  const bill = {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: component(require("../../package.json"), "application") },
    components: packages.map(({ about }) => component(about, "library")),
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

/** "pkg:npm/%40fluentui/tokens@1.0.0" */
function purlOf(name, version) {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** Folders of the packages that a module comes from; a module may be several, joined by webpack. */
function foldersOf(module) {
  const parts = module.modules ? [...module.modules] : [module];
  return parts.flatMap(({ resource }) => (resource ? packageFolder(resource) : []));
}

/** "…/node_modules/@a/b/lib/c.js" → ["…/node_modules/@a/b"]; our own files belong to none. */
function packageFolder(resource) {
  const mark = `${path.sep}node_modules${path.sep}`;
  const start = resource.lastIndexOf(mark);
  if (start < 0) return [];
  const [first, second] = resource.slice(start + mark.length).split(path.sep);
  const own = first.startsWith("@") ? path.join(first, second) : first;
  return [resource.slice(0, start + mark.length) + own];
}

function packageIn(folder) {
  const about = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
  return {
    about,
    title: `${about.name} ${about.version} (${about.license})`,
    licence: texts.join("\n\n").trim() || `Licence: ${about.license}.`,
  };
}
