/**
 * What takes longest begins first, so that the workers end together. Jest knows only what it has run on this machine before,
 * and goes by the size of a file else; so what takes longer than it looks has its seconds here, as measured on two cores.
 */
const { join } = require("node:path");
const { default: Sequencer } = require("@jest/test-sequencer");

const seconds = {
  "e2e/preview": 90,
  "workbook/write/usersHands": 80,
  "e2e/look": 55,
  "e2e/page": 50,
  "selftest/selfTest": 50,
  "taskpane/functions": 40,
  "workbook/write/record/settingsRoom": 30,
  "workbook/write/secondRun": 25,
  "e2e/everyQuestion": 30,
  "e2e/grid": 30,
  "e2e/selftest": 25,
  "e2e/conditions": 25,
  "e2e/planPage": 20,
  "e2e/format": 20,
  "workbook/insert/insertFormula": 25,
  "workbook/excel/watchChanges": 20,
  "workbook/read/readGrids": 20,
  "cli/validity": 25,
  "cli/runJson": 20,
  "cli/runStoresNothing": 20,
  "packages/xlsx/validity": 20,
  "layouts/ratchet": 20,
};

const secondsByPath = new Map(
  Object.entries(seconds).flatMap(([name, time]) =>
    [".test.ts", ".test.tsx"].map((ending) => [join(__dirname, name + ending), time]),
  ),
);

/** A file of 10,000 characters takes a second or so. */
const secondsBySize = ({ context, path }) => context.hasteFS.getSize(path) / 10_000;

class LongestFirst extends Sequencer {
  sort(tests) {
    // Jest's own order is made of what it remembers, and says that of each test.
    const expected = new Map(
      super.sort(tests).map((test) => {
        const remembered = test.duration === undefined ? undefined : test.duration / 1000;
        return [test, remembered ?? secondsByPath.get(test.path) ?? secondsBySize(test)];
      }),
    );
    return [...expected.keys()].sort((one, other) => expected.get(other) - expected.get(one));
  }
}

module.exports = LongestFirst;
