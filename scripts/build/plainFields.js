const fs = require("node:fs");
const path = require("node:path");

const univer = path.join(__dirname, "..", "..", "node_modules", "@univerjs");

/**
 * esbuild plugin: Univer is published with each field of a class given by a call, `_defineProperty(this, "row", 0)`, which costs a calculation of many
 * cells a fifth of its time. Here it becomes `(this.row = 0)`, in the packages that calculate. The two differ where a class has an accessor of that
 * name: such a field stays as it is.
 */
module.exports.plainFields = {
  name: "plain-fields",
  setup(build) {
    let kept = null;
    build.onLoad({ filter: /[\\/]@univerjs[\\/](core|engine-formula)[\\/]lib[\\/]es[\\/].*\.js$/ }, async (file) => {
      kept ??= accessors();
      const contents = await fs.promises.readFile(file.path, "utf8");
      return {
        contents: contents.replace(/_defineProperty\(this, "([A-Za-z_$][\w$]*)", /g, (call, name) =>
          kept.has(name) ? call : `(this.${name} = `,
        ),
      };
    });
  },
};

/** The names of all accessors that a class of Univer's has. */
function accessors() {
  const names = new Set();
  for (const name of fs.readdirSync(univer)) {
    const file = path.join(univer, name, "lib", "es", "index.js");
    if (!fs.existsSync(file)) continue;
    for (const [, accessor] of fs.readFileSync(file, "utf8").matchAll(/\b[gs]et ([A-Za-z_$][\w$]*)\(/g))
      names.add(accessor);
  }
  return names;
}
