import { RedoCommandId, UndoCommandId } from "@univerjs/core";

/** Who makes a change. */
export type Actor = "user" | "addin" | "otherPerson" | "undo" | "calculation";

/**
 * Keeps track of who is at work, so that every change can say who made it. Work is passed in as a function; once it has ended,
 * in success or in failure, its author no longer counts. Whatever Univer does unasked comes from the grid, and so from the
 * user, even while a batch of the add-in is running.
 */
export class Actors {
  /** Nested pieces of work, the innermost last. `asked` marks a command or mutation that we told Univer to execute. */
  private readonly atWork: { actor: Actor; asked: boolean }[] = [];

  /** On whose behalf our own code is running: the user's, unless `as` or `ask` says otherwise. */
  get current(): Actor {
    return this.atWork.at(-1)?.actor ?? "user";
  }

  /** Runs `work` on that actor's behalf; it may be asynchronous. */
  as<T>(actor: Actor, work: () => T): T {
    return this.during({ actor, asked: false }, work);
  }

  /** Tells Univer to execute something; what Univer does in response has the same author. */
  ask<T>(execute: () => T, actor = this.current): T {
    return this.during({ actor, asked: true }, execute);
  }

  /** Who is behind the command or mutation that Univer is executing. */
  authorOf(params: Record<string, unknown> = {}, options: Record<string, unknown> = {}): Actor {
    if (options["fromFormula"] || options["applyFormulaCalculationResult"]) return "calculation";
    if (params["trigger"] === UndoCommandId || params["trigger"] === RedoCommandId) return "undo";
    const innermost = this.atWork.at(-1);
    return innermost?.asked ? innermost.actor : "user";
  }

  private during<T>(entry: { actor: Actor; asked: boolean }, work: () => T): T {
    const end = () => void this.atWork.splice(this.atWork.indexOf(entry), 1);
    let isLater = false;
    this.atWork.push(entry);
    try {
      const result = work();
      isLater = result instanceof Promise;
      return result instanceof Promise ? (result.finally(end) as T) : result;
    } finally {
      if (!isLater) end();
    }
  }
}
