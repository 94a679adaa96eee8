/**
 * Wrong usage of a program, or input of the user's that cannot be read: one sentence that says what and where. The preview
 * and the command line print it and end with exit code 2.
 */
export class UsageError extends Error {
  override name = "UsageError";
}
