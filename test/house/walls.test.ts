import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ESLint, type Linter } from "eslint";
import typescript from "typescript-eslint";
import houseRules from "../../eslint.config.js";

const root = join(__dirname, "..", "..");

/** The repository's own rules, without those that need the whole program's types: the snippets are no files of it. */
const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: [
    ...houseRules,
    { files: ["**/*.{ts,tsx}"], ...typescript.configs.disableTypeChecked },
    { files: ["**/*.{ts,tsx}"], rules: { "@typescript-eslint/no-unused-vars": "off", "import/no-cycle": "off" } },
  ] as Linter.Config[],
});

async function rulesBroken(file: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, file) });
  return result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? [];
}

/** A module of that room to import, as seen from another room. */
function moduleOf(room: string): string {
  const file = readdirSync(join(root, "src", room), { recursive: true, encoding: "utf8" }).find((name) => /^[^.]*\.tsx?$/.test(name));
  if (!file) throw new Error(`src/${room} holds no module.`);
  return `../${room}/${file.replace(/\.tsx?$/, "")}`;
}

const mayImport: Record<string, string[]> = {
  cells: [],
  engine: [],
  xlsx: [],
  plan: ["engine", "cells"],
  worker: ["engine", "plan", "cells"],
  functions: ["engine", "plan", "cells", "worker"],
  workbook: ["engine", "plan", "cells", "worker"],
  taskpane: ["engine", "plan", "functions", "workbook", "cells", "worker"],
  commands: ["engine", "plan", "functions", "workbook", "cells", "worker"],
  host: ["xlsx"],
};
const rooms = Object.keys(mayImport);

describe.each(rooms)("src/%s", (room) => {
  const others = rooms.filter((other) => other !== room);

  test.each(others)("and src/%s", async (other) => {
    const code = `import * as other from "${moduleOf(other)}";\nexport const used = other;\n`;
    const broken = await rulesBroken(`src/${room}/snippet.ts`, code);
    const expected = mayImport[room]?.includes(other) ? [] : ["import/no-restricted-paths"];
    expect(broken).toEqual(expected);
  });

  test("imports nothing of the tests and scripts", async () => {
    expect(existsSync(join(root, "scripts", "buildIcons.ts"))).toBe(true);
    const code = 'import { iconSizes } from "../../scripts/buildIcons";\nexport const sizes = iconSizes;\n';
    expect(await rulesBroken(`src/${room}/snippet.ts`, code)).toEqual(["import/no-restricted-paths"]);
  });
});

describe("what is banned where", () => {
  test.each<[string, string, string]>([
    ["engine", "Excel.run(async () => undefined);", "no-restricted-globals"],
    ["plan", "Office.onReady();", "no-restricted-globals"],
    ["cells", "Excel.run(async () => undefined);", "no-restricted-globals"],
    ["cells", "export const now = new Date();", "no-restricted-syntax"],
    ["cells", 'import * as React from "react";\nexport const used = React;', "no-restricted-imports"],
    ["engine", "window.close();", "no-restricted-globals"],
    ["plan", "document.title = '';", "no-restricted-globals"],
    ["engine", "export const now = Date.now();", "no-restricted-properties"],
    ["engine", "export const now = new Date();", "no-restricted-syntax"],
    ["plan", "export const draw = Math.random();", "no-restricted-properties"],
    ["xlsx", "export const draw = Math.random();", "no-restricted-properties"],
    ["functions", "Excel.run(async () => undefined);", "no-restricted-globals"],
    ["taskpane", "alert('done');", "no-restricted-globals"],
    ["commands", "confirm('sure?');", "no-restricted-globals"],
    ["workbook", "window.prompt('name');", "no-restricted-properties"],
    ["taskpane", "history.back();", "no-restricted-globals"],
    ["taskpane", "export const shown = (1.25).toFixed(1);", "no-restricted-syntax"],
    ["plan", "export const shown = (1.25).toFixed(1);", "no-restricted-syntax"],
    ["functions", 'import * as React from "react";\nexport const used = React;', "no-restricted-imports"],
    ["workbook", 'import * as fluent from "@fluentui/react-components";\nexport const used = fluent;', "no-restricted-imports"],
    ["taskpane", 'eval("1");', "no-eval"],
    ["taskpane", `export const long = 1;\n${"\n".repeat(400)}`, "max-lines"],
  ])("src/%s: %s", async (room, code, rule) => {
    expect(await rulesBroken(`src/${room}/snippet.ts`, `${code}\n`)).toContain(rule);
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
    const code = 'import { useState } from "react";\nexport function Pane({ on }: { on: boolean }) {\n  if (on) useState(0);\n  return null;\n}\n';
    expect(await rulesBroken("src/taskpane/Pane.tsx", code)).toContain("react-hooks/rules-of-hooks");
  });

  test("a sync in a loop is refused", async () => {
    const code = "export async function f(context: Excel.RequestContext) {\n  for (let i = 0; i < 3; i++) await context.sync();\n}\n";
    expect(await rulesBroken("src/workbook/snippet.ts", code)).toContain("office-addins/no-context-sync-in-loop");
  });
});
