/** What the user asked for cannot be; its message says in one sentence what is wrong. */
export class UsageError extends Error {}
