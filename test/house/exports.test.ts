import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportsOf, type Export } from "./support/exports";

const root = join(__dirname, "..", "..");
const ours = ["src", "packages", "cli"];
const all = exportsOf(root, ours, [...ours, "test", "scripts", "bench"]);
const shown = (some: readonly Export[]): string[] => some.map(({ file, name }) => `${file} exports ${name}`);

test("what a file exports, another one uses", () => {
  expect(all.length).toBeGreaterThan(1500);
  expect(shown(unused(all))).toEqual([]);
});

/** Called by a name in the build, in a bundle or in a page, not by an import. */
const calledByName = new Set(["functionsMetadata", "savings", "startPreview"]);

test("what runs, not only tests call", () => {
  expect(shown(onlyTested(all)).filter((each) => !calledByName.has(each.split(" ").at(-1) ?? ""))).toEqual([]);
});

test("an export that nobody or only a test uses is seen", () => {
  const folder = mkdtempSync(join(tmpdir(), "exports-"));
  try {
    writeFileSync(
      join(folder, "a.ts"),
      "export const used = 1;\nexport interface Lonely { a: 1 }\nexport function tested(): void {}\nexport const both = 2;\nexport const again = both;\n",
    );
    writeFileSync(join(folder, "b.ts"), 'import { used } from "./a";\nvoid used;\n');
    writeFileSync(
      join(folder, "c.test.ts"),
      'import { tested, both, again } from "./a";\ntested();\nvoid [both, again];\n',
    );
    const found = exportsOf(folder, ["."], ["."]);
    expect(shown(unused(found))).toEqual(["a.ts exports Lonely"]);
    expect(shown(onlyTested(found))).toEqual(["a.ts exports tested", "a.ts exports again"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function unused(some: readonly Export[]): Export[] {
  return some.filter(({ users }) => users.length === 0);
}

/** Functions and values that nothing but tests uses; what its own file calls may be exported for them. */
function onlyTested(some: readonly Export[]): Export[] {
  const isTest = (file: string): boolean => file.startsWith("test/") || file.endsWith(".test.ts");
  return some.filter(
    ({ isType, mentions, users }) => !isType && mentions < 2 && users.length > 0 && users.every(isTest),
  );
}
