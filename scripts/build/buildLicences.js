/** Webpack plugin: writes licences.txt, the notices of every package that is in what was built, as their licences ask. */
const fs = require("node:fs");
const path = require("node:path");

const name = "LicencesPlugin";

module.exports = class LicencesPlugin {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(name, (compilation) => {
      compilation.hooks.processAssets.tap({ name, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const folders = new Set([...compilation.modules].flatMap(foldersOf));
        compilation.emitAsset("licences.txt", new sources.RawSource(noticesOf([...folders])));
      });
    });
  }
};

/** Each licence once, below the names of all packages that have it word for word. */
function noticesOf(folders) {
  const titlesByText = new Map();
  for (const { title, licence } of folders.map(noticeOf))
    titlesByText.set(licence, [...(titlesByText.get(licence) ?? []), title]);
  return [...titlesByText]
    .map(([licence, titles]) => [titles.sort().join("\n"), licence])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([titles, licence]) => `${titles}\n\n${licence}\n`)
    .join(`\n${"-".repeat(80)}\n\n`);
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

function noticeOf(folder) {
  const about = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = fs.readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.map((file) => fs.readFileSync(path.join(folder, file), "utf8"));
  return {
    title: `${about.name} ${about.version} (${about.license})`,
    licence: texts.join("\n\n").trim() || `Licence: ${about.license}.`,
  };
}
