/** Three kinds of test: pure code in Node, the pane's components in jsdom, and the real browser (e2e). */
const modulesOnly = ["@noble/hashes"];

/**
 * Test files run in a realm of their own, where every look at a global costs as much as a hundred additions: these are handed to
 * each module instead. Not those that a test may put others in the place of: timers and the date.
 */
const handedIn =
  "Array ArrayBuffer BigInt Boolean DataView Error Float64Array Int32Array Intl JSON Map Math Number Object Proxy RangeError " +
  "Reflect RegExp Set String Symbol TypeError Uint16Array Uint32Array Uint8Array WeakMap WeakSet " +
  "decodeURIComponent encodeURIComponent isFinite isNaN parseFloat parseInt";

const typescript = {
  sandboxInjectedGlobals: handedIn.split(" "),
  transform: {
    "\\.xlsx$": "<rootDir>/test/sampleTransform.js",
    [`(\\.tsx?|/(${modulesOnly.join("|")})/.+\\.js)$`]: [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2022",
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  setupFiles: ["<rootDir>/test/fixedSeed.js"],
  // Office.js looks at its globals until its last timer has run, after the end of a test file too. A worker keeps what its first file says.
  testEnvironmentOptions: { globalsCleanup: "off" },
  // These packages are written in ES modules only.
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join("|")})/)`],
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "json"],
};

module.exports = {
  // `npm test` gives V8 options that the workers inherit: with two workers on two cores, threads of their own for collecting garbage
  // and for optimizing what is soon done with take more than they give (a fifth of the time of all tests in Node).
  // Jest would leave one core to whoever works beside it; the suite is long, so it takes both. More workers than cores make browsers wait.
  maxWorkers: "100%",
  // What test files leave behind is looked through whenever garbage is collected: a worker that holds much starts anew.
  workerIdleMemoryLimit: "1200MB",
  testSequencer: "<rootDir>/test/longestFirst.js",
  reporters: ["default", "<rootDir>/test/closingLine.js"],
  globalSetup: "<rootDir>/test/buildFirst.js",
  // Far more than any test takes by itself: the machine may be busy with other things.
  testTimeout: 900_000,
  projects: [
    {
      ...typescript,
      displayName: "node",
      testEnvironment: "<rootDir>/test/environment/node.js",
      moduleNameMapper: { "^@univerjs/(core|engine-formula|sheets|sheets-formula)$": "<rootDir>/build/univer/$1.cjs" },
      testMatch: [
        "<rootDir>/test/{cells,engine,plan,layouts,worker,functions,workbook,commands,selftest,packages,cli,house}/**/*.test.ts",
      ],
    },
    {
      ...typescript,
      displayName: "pane",
      // A package of Fluent's has a Symbol of its own.
      sandboxInjectedGlobals: handedIn.split(" ").filter((name) => name !== "Symbol"),
      testEnvironment: "<rootDir>/test/environment/jsdom.js",
      testMatch: ["<rootDir>/test/taskpane/**/*.test.tsx"],
    },
    {
      ...typescript,
      displayName: "e2e",
      testEnvironment: "<rootDir>/test/environment/node.js",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
    },
  ],
};
