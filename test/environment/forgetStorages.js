/**
 * Jest makes an AsyncLocalStorage for each test file and keeps it in use for good; each of them is then looked at whenever a
 * promise is made, so that a worker's two-hundredth file takes a third longer than its first. Here they are given up with their file.
 */
const { AsyncLocalStorage } = require("node:async_hooks");

const used = new Set();
const { run } = AsyncLocalStorage.prototype;

AsyncLocalStorage.prototype.run = function (...words) {
  used.add(this);
  return run.apply(this, words);
};

/** An environment of Jest's that gives up what its test file has used. */
exports.forgettingStorages = (Environment) =>
  class extends Environment {
    async teardown() {
      await super.teardown();
      for (const storage of used) storage.disable();
      used.clear();
    }
  };
