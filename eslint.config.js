/** The walls of the house, and how code in it is written. `npm run lint`. */
const typescript = require("typescript-eslint");
const imports = require("eslint-plugin-import");
const accessibility = require("eslint-plugin-jsx-a11y");
const hooks = require("eslint-plugin-react-hooks");
const officeAddins = require("eslint-plugin-office-addins");

/** What each room of src may import from, besides itself. Arrows run one way; see docs/architecture.md. */
const rooms = {
  cells: [],
  engine: [],
  plan: ["cells", "engine"],
  worker: ["cells", "engine", "plan"],
  functions: ["cells", "engine", "plan", "worker"],
  workbook: ["cells", "engine", "plan", "worker"],
  taskpane: ["cells", "engine", "plan", "worker", "functions", "workbook"],
  commands: ["cells", "engine", "plan", "worker", "functions", "workbook"],
};
/** The rooms of src/workbook that all others build on, and what they may import from it besides themselves. */
const workbookRooms = { own: [], excel: ["own"] };
/**
 * The rooms of src/plan/reading, from what a cell says to what is wrong with a plan, and which of the others each may import. The
 * nouns beside them (grids, columns, open tables, questions) are everybody's.
 */
const readingRooms = {
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
/** The packages of this repository that code may import, by name; nobody reaches into another's folder. */
const ourPackages = {
  ...Object.fromEntries(Object.keys(rooms).map((room) => [`src/${room}`, []])),
  "src/workbook": ["xlsx"],
  "packages/xlsx": [],
  "packages/stand-in": ["xlsx"],
  cli: ["xlsx", "stand-in"],
};
const ships = ["src/**/*.{ts,tsx}"];
const sources = [...ships, "packages/**/*.ts", "cli/**/*.ts"];
/** Rooms that are plain arithmetic on what they are given: no Office, no browser, no clock, no chance. */
const pureRooms = ["src/{cells,engine,plan}/**/*.ts", "packages/xlsx/**/*.ts"];
/** Where numbers become text for people; nowhere else are they rounded. */
const displayFiles = ["**/*{ormat,isplay}*.{ts,tsx}"];

const walls = [
  ...Object.entries(rooms).map(([room, others]) => ({
    target: `./src/${room}`,
    from: "./src",
    except: [`./${room}`, ...others.map((other) => `./${other}`)],
    message: `src/${room} may import only from ${[room, ...others].map((name) => `src/${name}`).join(", ")}.`,
  })),
  ...Object.entries(workbookRooms).map(([room, others]) => ({
    target: `./src/workbook/${room}`,
    from: "./src/workbook",
    except: [`./${room}`, ...others.map((other) => `./${other}`)],
    message: `src/workbook/${room} knows neither what is read nor what is written.`,
  })),
  ...Object.entries(readingRooms).flatMap(([room, others]) =>
    Object.keys(readingRooms)
      .filter((other) => other !== room && !others.includes(other))
      .map((other) => ({
        target: `./src/plan/reading/${room}`,
        from: `./src/plan/reading/${other}`,
        message: `Of the rooms beside it, src/plan/reading/${room} may import only from: ${others.join(", ") || "none"}.`,
      })),
  ),
  ...["src", "packages/xlsx", "packages/stand-in", "cli"].flatMap((place) =>
    ["src", "packages/xlsx", "packages/stand-in", "cli", "selftest", "test", "scripts", "bench"]
      .filter((other) => other !== place)
      .map((other) => ({
        target: `./${place}`,
        from: `./${other}`,
        message: `${place} may not import from ${other}/; a package of ours is imported by its name.`,
      })),
  ),
];

const noReact = {
  group: ["react", "react-dom", "react/*", "react-dom/*", "@fluentui/*"],
  message: "React is loaded only when the pane is visible.",
};
const noUniver = {
  group: ["@univerjs/*", "@univerjs/**"],
  message: "Only the calculation and the page of the stand-in know Univer.",
};
/** Which packages a place may not import by name. */
const packageWalls = Object.entries(ourPackages).flatMap(([place, allowed]) => {
  const others = ["xlsx", "stand-in"].filter((name) => !allowed.includes(name));
  const patterns = [
    ...(place === "src/taskpane" ? [] : [noReact]),
    {
      group: others.flatMap((name) => [`@workbooks/${name}`, `@workbooks/${name}/**`]),
      message: `${place} may not import from packages/${others.join(" and packages/")} by name.`,
    },
  ].filter(({ group }) => group.length > 0);
  const refused = (more) => ({ "no-restricted-imports": ["error", { patterns: [...patterns, ...more] }] });
  return [
    { files: [`${place}/**/*.{ts,tsx}`], rules: refused([noUniver]) },
    { files: ["calculation", "page"].map((room) => `${place}/${room}/**/*.ts`), rules: refused([]) },
  ];
});

const noDialogs = ["alert", "confirm", "prompt"].map((name) => ({
  name,
  message: "Office.js makes it throw; show a message bar in the pane.",
}));
const noHistory = { name: "history", message: "Office.js removes history.pushState; keep the state in the pane." };
const noHost = ["Office", "Excel", "OfficeExtension", "CustomFunctions", "window", "document", "self", "navigator"].map(
  (name) => ({
    name,
    message: "cells, engine, plan and packages/xlsx know neither Office nor a browser; pass in what is needed.",
  }),
);
const noClock = [
  { object: "Date", property: "now", message: "The same input gives the same answer: pass the time in." },
  { object: "Math", property: "random", message: "The same input gives the same answer: take a seed." },
  { object: "performance", property: "now", message: "The same input gives the same answer: pass the time in." },
];
const noRounding = {
  selector: "CallExpression[callee.property.name='toFixed']",
  message: "Numbers become text only in a display file (…Format.ts, …Display.ts); compute with the number.",
};
const noToday = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: "The same input gives the same answer: pass the time in.",
};

const nodeGlobals = Object.fromEntries(
  ["module", "require", "process", "console", "__dirname", "__filename", "Buffer", "setTimeout", "URL"].map((name) => [
    name,
    "readonly",
  ]),
);

module.exports = typescript.config(
  { ignores: ["dist/", "build/", "coverage/", "node_modules/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.js", "**/*.cjs"],
    languageOptions: { sourceType: "commonjs", globals: nodeGlobals },
    rules: { "no-undef": "error", "no-unused-vars": "error" },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [typescript.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // An index that a loop has just bounded is known to be there; the compiler cannot see it.
      "@typescript-eslint/no-non-null-assertion": "off",
      eqeqeq: ["error", "always"],
    },
  },
  { files: ["**/*.{ts,tsx,js,cjs}"], rules: { "max-lines": ["error", { max: 400 }] } },
  {
    files: sources,
    plugins: { import: imports },
    settings: { "import/resolver": { node: { extensions: [".ts", ".tsx", ".js"] } } },
    rules: {
      "import/no-restricted-paths": [
        "error",
        {
          basePath: __dirname,
          zones: walls,
        },
      ],
      "no-restricted-globals": ["error", ...noDialogs, noHistory],
      "no-restricted-properties": ["error", ...windowProperties()],
      "no-restricted-syntax": ["error", noRounding],
      "no-eval": "error",
      "no-console": "error",
    },
  },
  ...packageWalls,
  {
    files: pureRooms,
    rules: {
      "no-restricted-globals": ["error", ...noDialogs, noHistory, ...noHost],
      "no-restricted-properties": ["error", ...noClock],
      "no-restricted-syntax": ["error", noRounding, noToday],
    },
  },
  {
    files: ["src/functions/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...noDialogs, noHistory, ...excelItself()] },
  },
  { files: displayFiles, rules: { "no-restricted-syntax": ["error", noToday] } },
  {
    files: ["src/{workbook,taskpane,commands}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.tsx"],
    ...accessibility.flatConfigs.strict,
    languageOptions: {
      ...accessibility.flatConfigs.strict.languageOptions,
      parserOptions: { ecmaFeatures: { jsx: true }, projectService: true, tsconfigRootDir: __dirname },
    },
  },
  { files: ["src/taskpane/**/*.{ts,tsx}"], ...hooks.configs.flat.recommended },
  {
    // The command line prints; the stand-in's page is an application of its own, not the add-in.
    files: ["cli/**/*.ts", "packages/stand-in/**/*.ts"],
    rules: { "no-console": "off" },
  },
);

/** The same dialogs, by way of `window`. */
function windowProperties() {
  return [...noDialogs, noHistory].map(({ name, message }) => ({ object: "window", property: name, message }));
}

/** Custom functions never touch the workbook. */
function excelItself() {
  return ["Excel", "Office"].map((name) => ({ name, message: "A custom function never touches the workbook." }));
}
