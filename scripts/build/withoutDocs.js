/**
 * Webpack loader: takes the sentences for the documentation (`help`, `whenBlank`) out of the records of columns. Nothing that ships reads them
 * (`ColumnRecord` has no such fields), and they are a tenth of what finds a plan in the cells. The blanks between phrases go too, which
 * `phrases` trims, and the capitals of headings, which are compared without (`normalise`).
 */
const ts = require("typescript");

module.exports = function withoutDocs(source) {
  let left = "";
  let from = 0;
  for (const { start, end } of docsIn(source)) {
    // Lines stay where they are.
    left += source.slice(from, start) + shortened(source.slice(start, end));
    from = end;
  }
  return left + source.slice(from);
};

/** Of a field nothing, of a list of phrases all but the blanks around them. */
function shortened(text) {
  return /^["`]/.test(text) ? text.replace(/; +/g, ";").replace(/^ +/gm, "").toLowerCase() : text.replace(/[^\n]/g, "");
}

/** Phrases of a record's headings, or the words of a map, which are written the same way. */
function isList({ parent }, file) {
  return ts.isArrayLiteralExpression(parent) || parent.expression?.getText(file) === "phrases";
}

/** Phrases on one line. */
function isShortList(node, file) {
  return ts.isStringLiteral(node) && node.parent.expression?.getText(file) === "phrases";
}

/** Where the fields stand, each with the comma after it, and the lists of phrases. */
function docsIn(source) {
  const file = ts.createSourceFile("columns.ts", source, ts.ScriptTarget.Latest, true);
  const found = [];
  const look = (node) => {
    if (ts.isPropertyAssignment(node) && ["help", "whenBlank"].includes(node.name.getText(file))) {
      const end = node.getEnd();
      found.push({ start: node.getStart(file), end: end + (/^\s*,/.exec(source.slice(end))?.[0].length ?? 0) });
    } else if (ts.isNoSubstitutionTemplateLiteral(node) ? isList(node, file) : isShortList(node, file))
      found.push({ start: node.getStart(file), end: node.getEnd() });
    else ts.forEachChild(node, look);
  };
  look(file);
  return found;
}
