const { TestEnvironment } = require("jest-environment-jsdom");
const { forgettingStorages } = require("./forgetStorages");

module.exports = forgettingStorages(TestEnvironment);
