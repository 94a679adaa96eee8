import { readFileSync } from "node:fs";
import { buildSync } from "esbuild";
import { JSDOM, type DOMWindow } from "jsdom";
import { catalogue } from "../../src/functions/catalogue";

/** The functions' own entry, loaded after Office.js' custom functions runtime, in one window: as Excel loads them. */
const runtimeFile = require.resolve("@microsoft/office-js/dist/custom-functions-runtime.debug.js");

interface Runtime {
  _association: { mappings: Record<string, (...given: unknown[]) => unknown> };
  Error: new (code: string, message?: string) => Error & { code: string };
}

let window: DOMWindow;
let runtime: Runtime;

beforeAll(() => {
  const page = '<script src="https://example.org/custom-functions-runtime.debug.js"></script>';
  ({ window } = new JSDOM(page, { url: "https://example.org/", runScripts: "outside-only" }));
  window.eval(readFileSync(runtimeFile, "utf8"));
  const built = buildSync({
    entryPoints: ["src/functions/functions.ts"],
    bundle: true,
    write: false,
    platform: "browser",
    logLevel: "silent",
  });
  window.eval(built.outputFiles[0]!.text);
  runtime = (window as unknown as { CustomFunctions: Runtime }).CustomFunctions;
});

afterAll(() => window.close());

test("every function is associated as soon as the entry has run", () => {
  expect(Object.keys(runtime._association.mappings).sort()).toEqual(catalogue.map((record) => record.name).sort());
});

test("a call with the invocation object in its last place answers", () => {
  expect(runtime._association.mappings["COMPOUNDEFF"]!([[0.02]], [[5]], { functionName: "COMPOUNDEFF" })).toEqual([
    [expect.closeTo(0.0960792032, 12)],
  ]);
});

test("errors are the runtime's own, with code and message", () => {
  let thrown: unknown;
  try {
    runtime._association.mappings["ATTRIBUTE"]!([[100]], [[0.1], ["n/a"]]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(runtime.Error);
  expect(thrown).toMatchObject({
    code: "#VALUE!",
    message: "effects: row 2, column 1 is text 'n/a'; a number is needed.",
  });
});

test("an error in one cell of a table is the runtime's own too", () => {
  const table = runtime._association.mappings["RISKADJUST"]!([[10], [20]], [["Green"], ["Mauve"]]) as unknown[][];
  expect(table[0]![0]).toBe(9);
  expect(table[1]![0]).toBeInstanceOf(runtime.Error);
});

test("a promise answers where the statistics must be loaded first", async () => {
  const answer = runtime._association.mappings["DELIVERYRANGE"]!([[0.5]], [[5]], [[5]], [[5]]);
  expect(await answer).toEqual([[5]]);
});
