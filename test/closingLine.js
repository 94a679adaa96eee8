/** Closes a run with the one line that other tools read: "N passed, N failed". */
class ClosingLine {
  onRunComplete(_contexts, results) {
    const brokenSuites = results.testResults.filter((suite) => suite.testExecError).length;
    const line = `\n${results.numPassedTests} passed, ${results.numFailedTests + brokenSuites} failed\n`;
    // After the other reporters' summary, whichever order they come in.
    process.on("exit", () => process.stdout.write(line));
  }
}

module.exports = ClosingLine;
