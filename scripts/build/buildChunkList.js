/** Webpack plugin: writes beside the build which files each entry and each lazily loaded part consists of, for the size budgets. */
const fs = require("node:fs");
const path = require("node:path");

module.exports = class ChunkListPlugin {
  /** @param {{ file: string }} options where the list goes */
  constructor({ file }) {
    this.file = file;
  }

  apply(compiler) {
    compiler.hooks.done.tap("ChunkListPlugin", ({ compilation }) => {
      const groups = [...compilation.chunkGroups];
      const parts = groups.map((group) => ({
        name: group.name ?? null,
        first: group.isInitial(),
        // Places in this list of the parts that ask for it.
        parents: [...group.parentsIterable].map((parent) => groups.indexOf(parent)),
        // What to call a part that has no name of its own: the import that asks for it.
        asked: group.origins.map((origin) => origin.request ?? "").filter(Boolean),
        files: group.getFiles().filter((file) => file.endsWith(".js")),
      }));
      fs.mkdirSync(path.dirname(this.file), { recursive: true });
      fs.writeFileSync(this.file, `${JSON.stringify(parts, null, 2)}\n`);
    });
  }
};
