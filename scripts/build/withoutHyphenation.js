/**
 * esbuild plugin: leaves out the dictionaries by which Univer's text documents hyphenate, 5 MB in seventy languages that it
 * imports when a document is in one. Cells are not hyphenated, in Excel neither; Univer goes without where there is none.
 */
module.exports.withoutHyphenation = {
  name: "without-hyphenation",
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ kind, importer }) =>
      kind === "dynamic-import" && /[\\/]@univerjs[\\/]engine-render[\\/]/.test(importer)
        ? { path: "none", namespace: "without-hyphenation" }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "without-hyphenation" }, () => ({ contents: "export default null;" }));
  },
};
