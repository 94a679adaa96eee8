import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { normalise } from "../../src/plan/columns/words/normalise";

const withoutDocs = jest.requireActual<(source: string) => string>("../../scripts/build/withoutDocs.js");

const columns = join(__dirname, "..", "..", "src", "plan", "columns");
const files = ["levers", "budget"].flatMap((room) =>
  readdirSync(join(columns, room)).map((name) => join(columns, room, name)),
);

test.each(files)("what ships of %s is the record without the sentences for its documentation", (file) => {
  const source = readFileSync(file, "utf8");
  const left = withoutDocs(source);
  expect(left.split("\n").length).toBe(source.split("\n").length);
  const docs = /^\s*(help|whenBlank):/m;
  expect(source).toMatch(docs);
  expect(left).not.toMatch(docs);
  // Records that they take from one another come whole.
  const others = (text: string): unknown =>
    JSON.parse(JSON.stringify(exportsOf(text, file)), (key, value: unknown) =>
      key === "help" || key === "whenBlank" ? undefined : /headings$/i.test(key) ? asCompared(value) : value,
    );
  expect(others(left)).toEqual(others(source));
});

function asCompared(headings: unknown): unknown {
  return Array.isArray(headings) ? headings.map((heading) => normalise(String(heading))) : headings;
}

const words = readdirSync(join(columns, "words")).map((name) => join(columns, "words", name));

test.each(words)("what ships of %s has the same words", (file) => {
  const source = readFileSync(file, "utf8");
  const entries = (text: string): string =>
    JSON.stringify(exportsOf(text, file), (_, value: unknown) =>
      value instanceof Map ? [...value] : value instanceof Function ? String(value) : value,
    );
  expect(entries(withoutDocs(source))).toBe(entries(source));
});

function exportsOf(source: string, file: string): object {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const module = { exports: {} };
  const run = new Function("exports", "require", outputText) as (
    exports: object,
    load: (name: string) => unknown,
  ) => void;
  run(module.exports, (name) => jest.requireActual(join(file, "..", name)));
  return module.exports;
}
