import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { circlesOf, importGraph } from "./support/importGraph";

const root = join(__dirname, "..", "..");

test("no file imports, by way of others, itself", () => {
  const graph = importGraph(root, ["src", "packages", "cli", "test", "bench", "scripts"]);
  expect(graph.size).toBeGreaterThan(600);
  expect(circlesOf(graph)).toEqual([]);
});

describe("a circle is seen where it is closed by", () => {
  test.each<[string, string]>([
    ["an import", 'import { a } from "./a";\nexport const b = a;'],
    ["an import for its effect", 'import "./a";\nexport const b = 1;'],
    ["an import of a type", 'import type { A } from "./a";\nexport type B = A;'],
    ["an export from", 'export { a as b } from "./a";'],
    ["an export of all", 'export * from "./a";'],
    ["an import when asked", 'export const b = async () => (await import("./a")).a;'],
    ["a type in the middle of the text", 'export type B = import("./a").A;'],
  ])("%s", (_, code) => {
    const folder = mkdtempSync(join(tmpdir(), "circles-"));
    try {
      writeFileSync(join(folder, "a.ts"), 'import * as b from "./b";\nexport const a = b;\nexport type A = 1;\n');
      writeFileSync(join(folder, "b.ts"), code);
      writeFileSync(join(folder, "c.ts"), 'import { a } from "./a";\nexport const c = a;\n');
      expect(circlesOf(importGraph(folder, ["."]))).toEqual([["a.ts", "b.ts"]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
