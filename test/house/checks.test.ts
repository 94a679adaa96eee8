import { checkFunctionsMetadata } from "../../scripts/build/checkFunctionsMetadata";
import { apiSetFaults, lowestSet } from "../../scripts/check/apiSets";
import { budgets, sizeFaults, type BundlePart } from "../../scripts/check/bundleSize";
import { licenceFaults, licenceReport } from "../../scripts/check/licences";
import { lockFileFaults } from "../../scripts/check/lockFile";
import { readmeCommands, readmeFaults } from "../../scripts/check/readme";
import { skippedTestFaults } from "../../scripts/check/skippedTests";

describe("licences", () => {
  const lock = {
    packages: {
      "": { version: "1.0.0", dependencies: { react: "18.3.1" } },
      "node_modules/react": {
        version: "18.3.1",
        license: "MIT",
        dependencies: { "@b/c": "2.0.0", bad: "3.0.0" },
      },
      "node_modules/react/node_modules/@b/c": { version: "2.0.0", license: "(MIT OR GPL-3.0-only)" },
      "node_modules/@b/c": { version: "1.0.0", license: "GPL-3.0-only" },
      "node_modules/tool": { version: "1.0.0", license: "GPL-3.0-only" },
    },
  };

  test("tools may have any licence, and a choice may be made", () => {
    expect(licenceFaults(lock)).toEqual([]);
    expect(licenceReport(lock)).toBe("1 MIT, 1 (MIT OR GPL-3.0-only)");
  });

  test.each(["GPL-3.0-only", "MIT AND CC-BY-NC-4.0", undefined])("%s does not ship", (license) => {
    const bad = {
      packages: { ...lock.packages, "node_modules/bad": { version: "3.0.0", ...(license ? { license } : {}) } },
    };
    expect(licenceFaults(bad)).toEqual([expect.stringMatching(/^bad 3\.0\.0 ships under/)]);
  });
});

test("a lock file holds no addresses, and the version of package.json", () => {
  const lock = {
    packages: { "": { version: "1.0.0" }, "node_modules/a": { resolved: "https://packages.example.org/a.tgz" } },
  };
  expect(lockFileFaults(lock, "1.0.1")).toEqual([
    "node_modules/a has the address packages.example.org; take the line out.",
    "package-lock.json is of version 1.0.0, package.json of 1.0.1.",
  ]);
  expect(lockFileFaults({ packages: { "": { version: "1.0.0" }, "node_modules/a": {} } }, "1.0.0")).toEqual([]);
});

describe("skipped tests", () => {
  const skip = "sk" + "ip";
  const only = "on" + "ly";
  test.each([
    `test.${skip}("a", f);`,
    `describe.${only}("a", f);`,
    `it.each.${skip}([])`,
    `x${"it"}("a", f);`,
    `test.${"to" + "do"}("a");`,
  ])("%s", (line) => {
    expect(skippedTestFaults("test/a.test.ts", `\n${line}`)).toEqual([expect.stringContaining("test/a.test.ts:2")]);
  });

  test("a test that runs is none", () => {
    expect(skippedTestFaults("test/a.test.ts", 'test("the exit is fit", () => skipBlanks());')).toEqual([]);
  });
});

describe("size budgets", () => {
  const part = (name: string | null, first: boolean, parents: number[], ...files: string[]): BundlePart => ({
    name,
    first,
    parents,
    asked: [],
    files,
  });
  const parts = [
    part("functions", true, [], "functions.js"),
    part("taskpane", true, [], "taskpane.js"),
    part("automation", true, [], "automation.js"),
    part(null, false, [1], "chunk.a.js", "chunk.shared.js"),
    part(null, false, [3], "chunk.b.js", "chunk.shared.js"),
    part("charts", false, [3], "chunk.charts.js"),
    part(null, false, [5], "chunk.legend.js"),
    part("reading", false, [3], "chunk.shared.js", "chunk.read.js"),
    part(null, false, [0], "chunk.statistics.js"),
    part("worker", false, [], "chunk.worker.js"),
    part("tables", false, [3, 9], "chunk.tables.js"),
  ];

  test("count what loads first, each file once, and leave out what is named as later", () => {
    expect(budgets(parts, () => 1000)).toEqual([
      { what: "functions", files: ["functions.js"], size: 1000, most: 40960 },
      {
        what: "pane, first load",
        files: ["taskpane.js", "chunk.a.js", "chunk.shared.js", "chunk.b.js"],
        size: 4000,
        most: 204800,
      },
      {
        what: "pane, to read a plan",
        files: ["chunk.read.js", "chunk.worker.js", "chunk.tables.js"],
        size: 3000,
        most: 133120,
      },
    ]);
  });

  test("refuse what is over, and what is not there", () => {
    expect(sizeFaults(budgets(parts, () => 60_000))).toHaveLength(3);
    expect(sizeFaults(budgets([], () => 0))).toEqual([
      "functions: nothing was built.",
      "pane, first load: nothing was built.",
      "pane, to read a plan: nothing was built.",
    ]);
    expect(sizeFaults(budgets(parts, () => 40_000))).toEqual([]);
  });
});

describe("requirement sets", () => {
  const use = {
    file: "src/workbook/a.ts",
    line: 3,
    owner: "Range",
    member: "getSpillingToRangeOrNullObject",
    set: 12,
    isOnWire: true,
  };

  test("a member above the manifest's set needs a test at run time", () => {
    expect(apiSetFaults([use], 9, () => "")).toEqual([
      expect.stringContaining("needs ExcelApi 1.12; the manifest asks for 1.9"),
    ]);
    expect(apiSetFaults([use], 9, () => 'isSetSupported("ExcelApi", "1.11")')).toHaveLength(1);
    expect(apiSetFaults([use], 9, () => 'isSetSupported("ExcelApi", "1.12")')).toEqual([]);
    expect(apiSetFaults([use], 12, () => "")).toEqual([]);
  });

  test("the manifest says the lowest", () => {
    expect(lowestSet('<Set Name="ExcelApi" MinVersion="1.9"/>')).toBe(9);
  });
});

describe("the functions' metadata", () => {
  const parameter = { name: "rate", description: "Yearly rate.", type: "any", dimensionality: "matrix" };
  const one = {
    id: "GAP",
    name: "GAP",
    description: "The gap.",
    parameters: [parameter],
    result: { dimensionality: "matrix" },
  };

  test("a well-formed one passes", () => {
    expect(checkFunctionsMetadata({ functions: [one] })).toEqual([]);
  });

  test.each<[string, object, string]>([
    ["id", { ...one, id: "GAP!" }, "id must be letters"],
    ["name", { ...one, name: "1GAP" }, "name must start with a letter"],
    ["description", { ...one, description: " " }, "description is missing"],
    ["help", { ...one, helpUrl: "http://example.org" }, "helpUrl must be an https address"],
    ["keys", { ...one, examples: [] }, "'examples' is not known to Excel"],
    ["parameters", { ...one, parameters: undefined }, "parameters must be a list"],
    ["result", { ...one, result: undefined }, "result is missing"],
    ["type", { ...one, parameters: [{ ...parameter, type: "float" }] }, "type 'float' is none of"],
    ["dimensionality", { ...one, parameters: [{ ...parameter, dimensionality: "list" }] }, "neither scalar nor matrix"],
    [
      "order",
      {
        ...one,
        parameters: [
          { ...parameter, optional: true },
          { ...parameter, name: "years" },
        ],
      },
      "may not follow an optional one",
    ],
    ["twice", { ...one, parameters: [parameter, parameter] }, "name 'rate' is there twice"],
    [
      "repeating",
      {
        ...one,
        parameters: [
          { ...parameter, repeating: true },
          { ...parameter, name: "b" },
        ],
      },
      "only the last parameter may repeat",
    ],
  ])("%s", (_rule, broken, fault) => {
    expect(checkFunctionsMetadata({ functions: [broken] }).join()).toContain(fault);
  });

  test("no functions and doubled ones are refused", () => {
    expect(checkFunctionsMetadata({})).toHaveLength(1);
    expect(checkFunctionsMetadata({ functions: [one, { ...one, id: "gap" }] })).toEqual([
      "id 'gap' is there twice.",
      "name 'GAP' is there twice.",
    ]);
  });
});

test("the README's commands are in package.json", () => {
  const readme =
    "Try it:\n```sh\nnpm ci && npm start   # opens the preview\n```\n```ts\nnpm run nothing\n```\n```sh\nnpm run -s savings -- calc '=1'\nnpm run gone\n```\n";
  expect(readmeCommands(readme)).toEqual(["npm ci && npm start", "npm run -s savings -- calc '=1'", "npm run gone"]);
  expect(readmeFaults(readme, { scripts: { start: "", savings: "" } })).toEqual([
    "README.md names 'npm run gone', which package.json does not have.",
  ]);
});
