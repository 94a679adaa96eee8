/** Wrong usage, or input that cannot be read: one line that says what and where, and exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}
