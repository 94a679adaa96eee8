import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";

/** Files by their path from the root, each with the files of ours that it imports. */
type ImportGraph = Map<string, string[]>;

/**
 * Every import between the files of the folders: plain, `import type`, `export … from`, `import()` as an expression and as a
 * type, `require`, and a worker's `new URL(…, import.meta.url)`. Packages that are not ours are left out.
 */
export function importGraph(root: string, folders: readonly string[]): ImportGraph {
  return new Map(
    codeFiles(root, folders).map((file) => [
      relative(root, file),
      importsOf(file).map((target) => relative(root, target)),
    ]),
  );
}

/** The packages that files of a folder import by name, in whatever form, each with the files that do. */
export function importedPackages(root: string, folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const file of codeFiles(root, [folder])) {
    for (const specifier of specifiersIn(file)) {
      if (/^[./]|^node:/.test(specifier)) continue;
      const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
      found.set(name, [...(found.get(name) ?? []), relative(root, file)]);
    }
  }
  return found;
}

export function codeFiles(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.d)\.(?:tsx?|js)$/.test(name) && !name.includes("node_modules"))
      .map((name) => join(root, folder, name)),
  );
}

/** Groups of files that all import one another, directly or by way of others; a file that imports itself is one too. */
export function circlesOf(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const number = order.size;
    order.set(file, number);
    lowest.set(file, number);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      const seen = order.get(target);
      const reached = seen === undefined ? visit(target) : open.includes(target) ? seen : Infinity;
      lowest.set(file, Math.min(lowest.get(file) ?? number, reached));
    }
    if (lowest.get(file) === number) {
      const circle = open.splice(open.indexOf(file));
      if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle.sort());
    }
    return lowest.get(file) ?? number;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}

const options: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  resolveJsonModule: true,
  allowJs: true,
};
const resolutions = ts.createModuleResolutionCache(process.cwd(), (name) => name, options);

export function importsOf(file: string): string[] {
  return specifiersIn(file).flatMap((specifier) => {
    const { resolvedModule } = ts.resolveModuleName(specifier, file, options, ts.sys, resolutions);
    const target = resolvedModule && ts.sys.realpath?.(resolvedModule.resolvedFileName);
    return target && /\.(?:tsx?|js)$/.test(target) && !target.includes("node_modules") ? [target] : [];
  });
}

function specifiersIn(file: string): string[] {
  return specifiersOf(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest));
}

/** What stands between quotes in every form of an import. */
function specifiersOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
          ? node.argument.literal
          : ts.isCallExpression(node) && isImport(node.expression)
            ? node.arguments[0]
            : ts.isNewExpression(node) && node.expression.getText(source) === "URL"
              ? node.arguments?.[0]
              : ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)
                ? node.moduleReference.expression
                : undefined;
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isImport(called: ts.Expression): boolean {
  return called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === "require");
}
