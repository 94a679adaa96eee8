import { failuresOf } from "../../scripts/fuzz/failures";

const run = (fullName: string, ...failureMessages: string[]) => ({
  fullName,
  status: failureMessages.length > 0 ? "failed" : "passed",
  failureMessages,
});

test("a failed property is told with its example and the command line that repeats it", () => {
  const message = "Property failed after 1 tests\nCounterexample: [1000]\n    at buildError (/a/fast-check.js:1:2)";
  const outcome = {
    testResults: [{ message: "", status: "failed", assertionResults: [run("fine"), run("it's $odd (1)", message)] }],
  };
  expect(failuresOf(outcome, "test/a.test.ts", 7)).toEqual([
    {
      test: "it's $odd (1)",
      message: "Property failed after 1 tests\nCounterexample: [1000]",
      repeat: String.raw`SEED=7 npx jest test/a.test.ts -t '^it'\''s \$odd \(1\)$'`,
    },
  ]);
});

test("a file that cannot be run has failed as well", () => {
  const outcome = { testResults: [{ message: "Cannot find module\n", status: "failed", assertionResults: [] }] };
  expect(failuresOf(outcome, "test/a.test.ts", 7)).toEqual([
    { test: "test/a.test.ts", message: "Cannot find module", repeat: "SEED=7 npx jest test/a.test.ts" },
  ]);
});
