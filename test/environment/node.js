const { TestEnvironment } = require("jest-environment-node");
const { forgettingStorages } = require("./forgetStorages");

module.exports = forgettingStorages(TestEnvironment);
