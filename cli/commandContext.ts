import type { Readable, Writable } from "node:stream";

/** Where a command of the command line runs, and whom it talks to. */
export interface CommandContext {
  /** Folder of the project, where the built add-in is in `dist`. */
  root: string;
  arguments: string[];
  input: Readable;
  output: Writable;
  error: Writable;
}
