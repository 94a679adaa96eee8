/** Checks that need LibreOffice, apart from `npm test`, which runs without it. */
const { projects } = require("../../jest.config.js");
const { transform, moduleFileExtensions } = projects[0];

module.exports = {
  rootDir: "../..",
  displayName: "libreoffice",
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/libreoffice/**/*.test.ts"],
  testTimeout: 180_000,
  transform,
  moduleFileExtensions,
};
