/** What `jest --json` says of a run, as far as it is read here. */
export interface JestOutcome {
  testResults: {
    /** Why the file could not be run at all. */
    message: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[];
  }[];
}

export interface Failure {
  test: string;
  /** The smallest example that fails, and how. */
  message: string;
  /** The command line that fails in the same way. */
  repeat: string;
}

export function failuresOf(outcome: JestOutcome, file: string, seed: number): Failure[] {
  const again = `SEED=${seed} npx jest ${file}`;
  return outcome.testResults.flatMap(({ message, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [{ test: file, message: message.trim(), repeat: again }];
    return failed.map(({ fullName, failureMessages }) => ({
      test: fullName,
      message: withoutStack((failureMessages ?? []).join("\n")),
      repeat: `${again} -t ${quoted(asPattern(fullName))}`,
    }));
  });
}

function withoutStack(message: string): string {
  return message
    .split("\n")
    .filter((line) => !/^\s+at .*[:(]/.test(line))
    .join("\n")
    .trim();
}

/** Jest takes the name of a test as a regular expression. */
function asPattern(name: string): string {
  return `^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
