/** Tests that read the add-in's workbooks back with LibreOffice, which not everyone has: `npm run test:libreoffice`. */
const { projects, ...settings } = require("./jest.config");

const node = projects.find(({ displayName }) => displayName === "node");

module.exports = {
  ...settings,
  testTimeout: 180_000,
  projects: [{ ...node, displayName: "libreoffice", testMatch: ["<rootDir>/test/libreoffice/**/*.test.ts"] }],
};
