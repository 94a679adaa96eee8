import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ESLint, type Linter } from "eslint";
import typescript from "typescript-eslint";
import houseRules from "../../eslint.config.js";
import { importedPackages, importGraph } from "./support/importGraph";

const root = join(__dirname, "..", "..");

/** The repository's own rules, without those that need the whole program's types: the snippets are no files of it. */
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    ...houseRules,
    { files: ["**/*.{ts,tsx}"], ...typescript.configs.disableTypeChecked },
    { files: ["**/*.{ts,tsx}"], rules: { "@typescript-eslint/no-unused-vars": "off" } },
  ] as Linter.Config[],
});

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

/** A module below a folder, by its path from the root without its ending. */
function moduleIn(folder: string): string {
  const isModule = (name: string): boolean => /^[^.]*\.tsx?$/.test(name) && !name.includes("node_modules");
  const file = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).find(isModule);
  if (!file) throw new Error(`${folder} holds no module.`);
  return `${folder}/${file.replace(/\.tsx?$/, "")}`;
}

/** What ESLint says of a file in one place that imports a module of another by its path, or by the name given. */
function importing(place: string, folder: string, name = relative(place, moduleIn(folder))): Promise<string[]> {
  return rulesBroken(`${place}/snippet.ts`, `import * as other from "${name}";\nexport const used = other;\n`);
}

const rooms: Record<string, string[]> = {
  cells: [],
  engine: [],
  plan: ["cells", "engine"],
  worker: ["cells", "engine", "plan"],
  functions: ["cells", "engine", "plan", "worker"],
  workbook: ["cells", "engine", "plan", "worker"],
  taskpane: ["cells", "engine", "plan", "worker", "functions", "workbook"],
  commands: ["cells", "engine", "plan", "worker", "functions", "workbook"],
};
/** Places, each with the packages of ours that it may import by name. */
const places: Record<string, string[]> = {
  ...Object.fromEntries(Object.keys(rooms).map((room) => [`src/${room}`, room === "workbook" ? ["xlsx"] : []])),
  "packages/xlsx": [],
  "packages/stand-in": ["xlsx"],
  cli: ["xlsx", "stand-in"],
};
const packages = ["xlsx", "stand-in"];

test("the rooms are those that are there", () => {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(rooms).sort());
  expect(readdirSync(join(root, "packages")).sort()).toEqual([...packages].sort());
});

describe.each(Object.keys(rooms))("src/%s", (room) => {
  test.each(Object.keys(rooms).filter((other) => other !== room))("and src/%s", async (other) => {
    const expected = rooms[room]?.includes(other) ? [] : ["import/no-restricted-paths"];
    expect(await importing(`src/${room}`, `src/${other}`)).toEqual(expected);
  });
});

describe.each([
  ["own", []],
  ["excel", ["own"]],
])("src/workbook/%s", (room, allowed: string[]) => {
  const others = readdirSync(join(root, "src/workbook"), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );

  test.each(others.map(({ name }) => name).filter((name) => name !== room))("and src/workbook/%s", async (other) => {
    const expected = allowed.includes(other) ? [] : ["import/no-restricted-paths"];
    expect(await importing(`src/workbook/${room}`, `src/workbook/${other}`)).toEqual(expected);
  });
});

const readingRooms: Record<string, string[]> = {
  cells: [],
  extent: ["cells"],
  meaning: ["cells", "extent"],
  roles: ["cells", "extent", "meaning"],
  years: ["cells", "extent", "meaning"],
  units: ["cells", "extent", "meaning"],
  budget: ["cells", "extent", "meaning", "years", "units"],
  register: ["cells", "extent", "meaning", "roles", "years", "units"],
  findings: ["cells", "extent", "meaning", "register"],
  side: ["cells", "extent", "units", "years"],
};

test("the rooms of src/plan/reading are those that are there", () => {
  const entries = readdirSync(join(root, "src/plan/reading"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(folders.sort()).toEqual(Object.keys(readingRooms).sort());
});

describe.each(Object.keys(readingRooms))("src/plan/reading/%s", (room) => {
  test.each(Object.keys(readingRooms).filter((other) => other !== room))("and src/plan/reading/%s", async (other) => {
    const expected = readingRooms[room]?.includes(other) ? [] : ["import/no-restricted-paths"];
    expect(await importing(`src/plan/reading/${room}`, `src/plan/reading/${other}`)).toEqual(expected);
  });
});

describe.each(Object.keys(places))("%s", (place) => {
  const outside = ["src/engine", "packages/xlsx", "packages/stand-in", "cli", "selftest", "test", "scripts", "bench"];

  test.each(outside.filter((folder) => !folder.startsWith(place.split("/")[0] === "src" ? "src" : place)))(
    "imports nothing from %s by its path",
    async (folder) => {
      expect(await importing(place, folder)).toContain("import/no-restricted-paths");
    },
  );

  test.each(packages)("and @workbooks/%s", async (name) => {
    const module = moduleIn(`packages/${name}`).replace("packages/", "@workbooks/");
    const isAllowed = places[place]?.includes(name);
    expect(await importing(place, "", module)).toEqual(isAllowed ? [] : ["no-restricted-imports"]);
  });
});

describe("what is banned where", () => {
  test.each<[string, string, string]>([
    ["src/engine", "Excel.run(async () => undefined);", "no-restricted-globals"],
    ["src/cells", "Office.onReady();", "no-restricted-globals"],
    ["packages/xlsx", "document.title = '';", "no-restricted-globals"],
    ["src/cells", "export const now = Date.now();", "no-restricted-properties"],
    ["src/worker", 'import * as React from "react";\nexport const used = React;', "no-restricted-imports"],
    ["packages/stand-in", 'import * as React from "react";\nexport const used = React;', "no-restricted-imports"],
    ["src/plan", "Office.onReady();", "no-restricted-globals"],
    ["src/engine", "window.close();", "no-restricted-globals"],
    ["src/plan", "document.title = '';", "no-restricted-globals"],
    ["src/engine", "export const now = Date.now();", "no-restricted-properties"],
    ["src/engine", "export const now = new Date();", "no-restricted-syntax"],
    ["src/plan", "export const draw = Math.random();", "no-restricted-properties"],
    ["packages/xlsx", "export const draw = Math.random();", "no-restricted-properties"],
    ["src/functions", "Excel.run(async () => undefined);", "no-restricted-globals"],
    ["src/taskpane", "alert('done');", "no-restricted-globals"],
    ["src/commands", "confirm('sure?');", "no-restricted-globals"],
    ["src/workbook", "window.prompt('name');", "no-restricted-properties"],
    ["src/taskpane", "history.back();", "no-restricted-globals"],
    ["src/taskpane", "export const shown = (1.25).toFixed(1);", "no-restricted-syntax"],
    ["src/plan", "export const shown = (1.25).toFixed(1);", "no-restricted-syntax"],
    ["src/functions", 'import * as React from "react";\nexport const used = React;', "no-restricted-imports"],
    [
      "src/workbook",
      'import * as fluent from "@fluentui/react-components";\nexport const used = fluent;',
      "no-restricted-imports",
    ],
    ["src/taskpane", 'eval("1");', "no-eval"],
    ["src/taskpane", `export const long = 1;\n${"\n".repeat(400)}`, "max-lines"],
  ])("%s: %s", async (place, code, rule) => {
    expect(await rulesBroken(`${place}/snippet.ts`, `${code}\n`)).toContain(rule);
  });

  test.each([
    ["packages/stand-in/calculation", []],
    ["packages/stand-in/page", []],
    ["packages/stand-in/workbook", ["no-restricted-imports"]],
    ["packages/stand-in/wire", ["no-restricted-imports"]],
    ["src/workbook", ["no-restricted-imports"]],
    ["cli", ["no-restricted-imports"]],
  ])("%s and Univer", async (place, expected) => {
    const code = 'import type { Univer } from "@univerjs/core";\nexport type Used = Univer;\n';
    expect(await rulesBroken(`${place}/snippet.ts`, code)).toEqual(expected);
  });

  test("numbers become text in a display file", async () => {
    const code = "export const shown = (1.25).toFixed(1);\n";
    expect(await rulesBroken("src/taskpane/amountFormat.ts", code)).toEqual([]);
  });

  test("an image without words for who cannot see it is refused", async () => {
    const code = 'export const Picture = () => <img src="bridge.png" />;\n';
    expect(await rulesBroken("src/taskpane/Picture.tsx", code)).toContain("jsx-a11y/alt-text");
  });

  test("a hook in a condition is refused", async () => {
    const code =
      'import { useState } from "react";\nexport function Pane({ on }: { on: boolean }) {\n  if (on) useState(0);\n  return null;\n}\n';
    expect(await rulesBroken("src/taskpane/Pane.tsx", code)).toContain("react-hooks/rules-of-hooks");
  });

  test("a sync in a loop is refused", async () => {
    const code =
      "export async function f(context: Excel.RequestContext) {\n  for (let i = 0; i < 3; i++) await context.sync();\n}\n";
    expect(await rulesBroken("src/workbook/snippet.ts", code)).toContain("office-addins/no-context-sync-in-loop");
  });
});

describe("what ESLint cannot see of imports (types in the middle of the text, imports when asked, workers)", () => {
  const homes = ["src", "packages/xlsx", "packages/stand-in", "cli"];

  test("no room of src reaches into one that it may not know", () => {
    const roomOf = (file: string): string => file.split("/")[1] ?? "";
    const mayKnow = (room: string, target: string): boolean => {
      const itsPackages = (places[`src/${room}`] ?? []).map((name) => `packages/${name}/`);
      if (!target.startsWith("src/")) return itsPackages.some((folder) => target.startsWith(folder));
      return [room, ...(rooms[room] ?? [])].includes(roomOf(target));
    };
    const wrong = [...importGraph(root, ["src"])].flatMap(([file, targets]) =>
      targets.filter((target) => !mayKnow(roomOf(file), target)).map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no room of src/plan/reading reaches into one that it may not know", () => {
    const roomOf = (file: string): string => /^src\/plan\/reading\/(\w+)\//.exec(file)?.[1] ?? "";
    const wrong = [...importGraph(root, ["src/plan/reading"])].flatMap(([file, targets]) => {
      const room = roomOf(file);
      const known = ["", room, ...(readingRooms[room] ?? [])];
      return targets
        .filter((target) => room !== "" && !known.includes(roomOf(target)))
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  test.each(homes)("%s imports only packages that its package.json declares", (place) => {
    const home = place === "src" ? "package.json" : `${place}/package.json`;
    const declared = JSON.parse(readFileSync(join(root, home), "utf8")) as Record<string, Record<string, string>>;
    const names = Object.keys({ ...declared["dependencies"], ...declared["peerDependencies"] });
    const others = [...importedPackages(root, place)].filter(([name]) => !names.includes(name));
    expect(others).toEqual([]);
  });

  test("only the pane loads React, and only the stand-in's calculation and page know Univer", () => {
    for (const room of Object.keys(rooms).filter((each) => each !== "taskpane"))
      expect(
        [...importedPackages(root, `src/${room}`).keys()].filter((name) => /^(react|@fluentui)/.test(name)),
      ).toEqual([]);
    const users = [...importedPackages(root, "packages/stand-in")].filter(([name]) => name.startsWith("@univerjs/"));
    expect(
      users.flatMap(([, files]) => files).filter((file) => !/^packages\/stand-in\/(calculation|page)\//.test(file)),
    ).toEqual([]);
  });
});
