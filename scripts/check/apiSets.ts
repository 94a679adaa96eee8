import * as ts from "typescript";

/** A member of Excel's JavaScript API that a source uses, and the requirement set that brings it. */
export interface ApiUse {
  file: string;
  line: number;
  member: string;
  /** The x of ExcelApi 1.x. */
  set: number;
}

/** Every member of Excel's API that the files use, by what Microsoft's own types say of it ("[Api set: ExcelApi 1.9]"). */
export function apiUses(files: readonly string[], options: ts.CompilerOptions): ApiUse[] {
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const uses: ApiUse[] = [];
  for (const source of program.getSourceFiles()) {
    if (!files.some((file) => source.fileName.endsWith(file.replace(/^\.\//, "")))) continue;
    const visit = (node: ts.Node): void => {
      const name = nameOf(node);
      const set = name && apiSet(checker.getSymbolAtLocation(name), checker);
      if (name && set) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        uses.push({ file: source.fileName, line, member: name.text, set });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return uses;
}

/**
 * One sentence per member above the manifest's set in a file that does not ask for that set at run time
 * (`isSetSupported("ExcelApi", "1.20")`).
 */
export function apiSetFaults(uses: readonly ApiUse[], lowest: number, read: (file: string) => string): string[] {
  return uses
    .filter(({ set, file }) => set > lowest && highestTested(read(file)) < set)
    .map(({ file, line, member, set }) => `${file}:${line}: ${member} needs ExcelApi 1.${set}; the manifest asks for 1.${lowest}. Test for the set at run time.`);
}

/** The x of the manifest's ExcelApi 1.x. */
export function lowestSet(manifest: string): number {
  return Number(/Name="ExcelApi" MinVersion="1\.(\d+)"/.exec(manifest)?.[1] ?? 1);
}

function highestTested(text: string): number {
  const tests = [...text.matchAll(/isSetSupported\(\s*"ExcelApi",\s*"1\.(\d+)"/g)].map((match) => Number(match[1]));
  return Math.max(0, ...tests);
}

function nameOf(node: ts.Node): ts.Identifier | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name)) return node.name;
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) return node.name;
  return undefined;
}

function apiSet(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): number | undefined {
  if (!symbol?.declarations?.some((one) => one.getSourceFile().fileName.includes("office-js"))) return undefined;
  const remarks = [
    ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    ...symbol.getJsDocTags(checker).map((tag) => ts.displayPartsToString(tag.text)),
  ].join("\n");
  const found = /\[Api set: ExcelApi 1\.(\d+)/.exec(remarks);
  return found ? Number(found[1]) : undefined;
}
