import { readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { hasMember } from "../../src/host/richapi/coverage";

const root = join(__dirname, "../..");
const rooms = ["workbook", "commands", "taskpane"];

/** "Range.values" for every member of Excel's objects that the add-in's sources use, by the type checker. */
function membersUsed(): Map<string, string> {
  const files = rooms.flatMap((room) =>
    readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(root, "src", room, file)),
  );
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const used = new Map<string, string>();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) {
        const declaration = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
        const owner = declaration?.parent;
        const isExcel =
          declaration?.getSourceFile().fileName.includes("office-js") &&
          owner &&
          ts.isClassDeclaration(owner) &&
          isInExcel(owner);
        if (isExcel && owner.name) {
          const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
          used.set(`${owner.name.text}.${node.name.text}`, `${file.slice(root.length + 1)}:${line + 1}`);
        }
      }
      ts.forEachChild(node, visit);
    };
    if (source) visit(source);
  }
  return used;
}

function isInExcel(node: ts.Node): boolean {
  for (let each: ts.Node | undefined = node; each; each = each.parent)
    if (ts.isModuleDeclaration(each) && each.name.text === "Excel") return true;
  return false;
}

test("the stand-in has every member of Excel's objects that the add-in uses", () => {
  const used = membersUsed();
  expect(used.size).toBeGreaterThan(40);
  const missing = [...used].filter(([member]) => {
    const [type = "", name = ""] = member.split(".");
    return type !== "RequestContext" && !hasMember(type, name);
  });
  expect(missing).toEqual([]);
});
