/** Closes a run with the one line that other tools read: "N passed, N failed". */
class ClosingLine {
  onRunComplete(_contexts, results) {
    const brokenSuites = results.testResults.filter((suite) => suite.testExecError).length;
    process.stdout.write(`\n${results.numPassedTests} passed, ${results.numFailedTests + brokenSuites} failed\n`);
  }
}

module.exports = ClosingLine;
