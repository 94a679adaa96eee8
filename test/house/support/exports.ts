import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import ts from "typescript";
import { codeFiles, importsOf } from "./importGraph";

export interface Export {
  file: string;
  name: string;
  /** Only a type: nothing of it is left at run time. */
  isType: boolean;
  /** How often the file itself has the name, where it is exported too. */
  mentions: number;
  /** Other files that import this one and have the name in their text, or import all of it when asked. */
  users: string[];
}

/** What the files of `folders` export, each with the files of `users` that use it. Paths are from the root. */
export function exportsOf(root: string, folders: readonly string[], users: readonly string[]): Export[] {
  const exported = new Map<string, Export[]>();
  for (const file of codeFiles(root, folders)) exported.set(file, exportsIn(root, file));
  for (const user of codeFiles(root, users)) {
    const text = readFileSync(user, "utf8");
    const words = new Set(text.match(/[\w$]+/g));
    for (const target of new Set(importsOf(user))) {
      const isWhole = new RegExp(`import\\([^)]*/${basename(target).replace(/\.\w+$/, "")}"`).test(text);
      for (const each of exported.get(target) ?? [])
        if (isWhole || words.has(each.name)) each.users.push(relative(root, user));
    }
  }
  return [...exported.values()].flat();
}

function exportsIn(root: string, file: string): Export[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  const mentions = new Map<string, number>();
  const count = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) mentions.set(node.text, (mentions.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, count);
  };
  count(source);
  return source.statements.flatMap((statement) =>
    namesOf(statement).map((name) => ({
      file: relative(root, file),
      name,
      isType: ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
      mentions: mentions.get(name) ?? 0,
      users: [],
    })),
  );
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
    return statement.exportClause.elements.map(({ name }) => name.text);
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.text] : [];
}
