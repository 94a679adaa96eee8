import * as ts from "typescript";

/** A member of Excel's JavaScript API that a source uses. */
export interface OfficeMember {
  file: string;
  line: number;
  /** The class that has it: "Range". */
  owner: string;
  member: string;
  /** The x of ExcelApi 1.x that brings it, by Microsoft's own types; null where they do not say. */
  set: number | null;
  /** A member of an object on the wire, rather than of plain values such as an event's arguments. */
  isOnWire: boolean;
}

export interface OfficeMembers {
  members: OfficeMember[];
  /** One sentence per place where what is used of Excel's objects cannot be seen in the source. */
  hidden: string[];
}

/**
 * Every member of Excel's API that the files use, by Microsoft's own types: accesses, destructuring, and the names in
 * `load("format/fill/color")`, `load({ select, expand })`, `load({ values: true })` and `set({ values })`.
 */
export function officeMembers(files: readonly string[], options: ts.CompilerOptions): OfficeMembers {
  const program = ts.createProgram(files, options);
  const found: OfficeMembers = { members: [], hidden: [] };
  for (const source of program.getSourceFiles()) {
    if (!files.some((file) => source.fileName.endsWith(file.replace(/^\.\//, "")))) continue;
    new SourceReader(source, program.getTypeChecker(), found).read();
  }
  return found;
}

class SourceReader {
  constructor(
    private readonly source: ts.SourceFile,
    private readonly checker: ts.TypeChecker,
    private readonly found: OfficeMembers,
  ) {}

  read(node: ts.Node = this.source): void {
    if (ts.isPropertyAccessExpression(node)) this.use(node, this.checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) this.byIndex(node);
    if (ts.isObjectBindingPattern(node)) this.destructured(node);
    if (ts.isObjectLiteralExpression(node)) this.object(node);
    if (ts.isCallExpression(node)) this.loaded(node);
    if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) this.cast(node, node.expression, node.type);
    if (ts.isVariableDeclaration(node) && node.type && node.initializer) this.cast(node, node.initializer, node.type);
    ts.forEachChild(node, (child) => this.read(child));
  }

  private use(node: ts.Node, member: ts.Symbol | undefined): void {
    const owner = member && ownerOf(member);
    // $all, $top and $skip ask Office.js for something; they are no members.
    if (!owner || member.name.startsWith("$")) return;
    this.found.members.push({ ...this.place(node), ...owner, member: member.name, set: setOf(member, this.checker) });
  }

  /** `range["values"]`; with anything but a name nobody can say what it uses. */
  private byIndex(node: ts.ElementAccessExpression): void {
    const type = this.checker.getTypeAtLocation(node.expression);
    if (!isOfficeClass(type)) return;
    const name = texts(this.checker.getTypeAtLocation(node.argumentExpression));
    if (name.length === 0) this.hide(node, "a member is reached by a name that is not in the source");
    for (const each of name) this.use(node, propertyOf(type, each));
  }

  private destructured(pattern: ts.ObjectBindingPattern): void {
    const type = this.checker.getTypeAtLocation(pattern);
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (ts.isIdentifier(name)) this.use(element, propertyOf(type, name.text));
    }
  }

  /** An object for `set`, `load` or an option: what its type asks for. */
  private object(literal: ts.ObjectLiteralExpression): void {
    const type = this.checker.getContextualType(literal);
    if (!type) return;
    for (const property of literal.properties)
      if (property.name && ts.isIdentifier(property.name)) this.use(property, propertyOf(type, property.name.text));
  }

  private loaded(call: ts.CallExpression): void {
    if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== "load") return;
    const [first, second] = call.arguments;
    const receiver = this.checker.getTypeAtLocation(call.expression.expression);
    // context.load(object, names) and object.load(names)
    const isContext = receiver.symbol?.name === "RequestContext" && second !== undefined && first !== undefined;
    const type = isContext ? this.checker.getTypeAtLocation(first) : receiver;
    const names = isContext ? second : first;
    if (!isOfficeClass(type) || !names) return;
    for (const list of this.nameLists(names)) {
      const paths = texts(this.checker.getTypeAtLocation(list)).flatMap((text) => text.split(","));
      if (paths.length === 0) this.hide(list, "what is loaded is not in the source");
      for (const path of paths) this.follow(list, type, path.trim().split("/"));
    }
  }

  /** The texts in what is loaded: one, an array of them, or those of select and expand. */
  private nameLists(names: ts.Expression): ts.Expression[] {
    if (ts.isArrayLiteralExpression(names)) return [...names.elements];
    if (!ts.isObjectLiteralExpression(names)) return [names];
    return names.properties.flatMap((property) => {
      if (!ts.isPropertyAssignment(property) || !/^(select|expand)$/.test(property.name.getText())) return [];
      return this.nameLists(property.initializer);
    });
  }

  /** "items/format/fill": from class to class; a collection's own items need not be named. */
  private follow(node: ts.Node, from: ts.Type, path: string[]): void {
    let type = from;
    for (const name of path) {
      if (name === "" || name === "*" || name.startsWith("$")) continue;
      const items = propertyOf(type, "items");
      const member = propertyOf(type, name) ?? (items && propertyOf(this.itemOf(items), name));
      if (!member)
        return this.hide(node, `${type.symbol?.name ?? "an object"} has no member ${name} that could be loaded`);
      if (name !== "items") this.use(node, member);
      type = name === "items" ? this.itemOf(member) : this.checker.getTypeOfSymbol(member);
    }
  }

  private itemOf(items: ts.Symbol): ts.Type {
    const list = this.checker.getTypeOfSymbol(items);
    return this.checker.getIndexTypeOfType(list, ts.IndexKind.Number) ?? list;
  }

  /** An object of Excel's that is made into anything: the type checker, and so this check, sees nothing any more. */
  private cast(node: ts.Node, expression: ts.Expression, to: ts.TypeNode): void {
    const isBlind = to.kind === ts.SyntaxKind.AnyKeyword || to.kind === ts.SyntaxKind.UnknownKeyword;
    if (isBlind && isOfficeClass(this.checker.getTypeAtLocation(expression)))
      this.hide(node, "an object of Excel's goes around its type");
  }

  private hide(node: ts.Node, what: string): void {
    const { file, line } = this.place(node);
    this.found.hidden.push(`${file}:${line}: ${what}.`);
  }

  private place(node: ts.Node): { file: string; line: number } {
    return { file: this.source.fileName, line: this.source.getLineAndCharacterOfPosition(node.getStart()).line + 1 };
  }
}

/** The class that a member belongs to; what `set` and `load` take (Interfaces.RangeUpdateData, RangeLoadOptions) counts as it. */
function ownerOf(member: ts.Symbol): { owner: string; isOnWire: boolean } | null {
  const declaration = member.declarations?.find((each) => each.getSourceFile().fileName.includes("office-js"));
  const owner = declaration?.parent;
  if (!owner || !(ts.isClassDeclaration(owner) || ts.isInterfaceDeclaration(owner)) || !isInExcel(owner)) return null;
  const isBesideClass = /namespace Interfaces\b/.test(owner.parent.parent.getText().slice(0, 40));
  const name = owner.name?.text ?? "";
  if (!isBesideClass) return { owner: name, isOnWire: ts.isClassDeclaration(owner) && name !== "RequestContext" };
  // What is loaded of a collection is loaded of its items.
  return { owner: name.replace(/((Scoped)?Collection)?LoadOptions$|(Update)?Data$/, ""), isOnWire: true };
}

function isOfficeClass(type: ts.Type): boolean {
  const declaration = type.symbol?.declarations?.[0];
  return declaration !== undefined && ts.isClassDeclaration(declaration) && isInExcel(declaration);
}

function isInExcel(node: ts.Node): boolean {
  if (!node.getSourceFile().fileName.includes("office-js")) return false;
  for (let each: ts.Node | undefined = node; each; each = each.parent)
    if (ts.isModuleDeclaration(each) && each.name.text === "Excel") return true;
  return false;
}

/** A property of a type, or of one of the types that it may be. */
function propertyOf(type: ts.Type, name: string): ts.Symbol | undefined {
  if (!type.isUnion()) return type.getProperty(name);
  return type.types.map((each) => each.getProperty(name)).find((found) => found !== undefined);
}

/** The texts that a type allows, none where it allows any. */
function texts(type: ts.Type): string[] {
  const all = type.isUnion() ? type.types : [type];
  return all.every((each) => each.isStringLiteral()) ? all.map((each) => (each as ts.StringLiteralType).value) : [];
}

function setOf(member: ts.Symbol, checker: ts.TypeChecker): number | null {
  const remarks = [
    ts.displayPartsToString(member.getDocumentationComment(checker)),
    ...member.getJsDocTags(checker).map((tag) => ts.displayPartsToString(tag.text)),
  ].join("\n");
  const found = /\[Api set: ExcelApi 1\.(\d+)/.exec(remarks);
  return found ? Number(found[1]) : null;
}
