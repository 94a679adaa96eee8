import { RedoCommandId, UndoCommandId } from "@univerjs/core";

/** Who makes a change. */
export type Actor = "user" | "addin" | "otherPerson" | "undo" | "calculation";

/**
 * Knows whose work it is that runs now, so that each change carries its author. Work is handed in as a function and its author
 * is forgotten when it ends, however it ends. What Univer does that we did not ask of it comes from the grid, from the user,
 * even while a batch of the add-in is under way.
 */
export class Actors {
  /** The innermost last. `asked`: a command or mutation that we have Univer execute. */
  private readonly atWork: { actor: Actor; asked: boolean }[] = [];

  /** Whose our own code is that runs now: the user's, unless somebody has said otherwise. */
  get current(): Actor {
    return this.atWork.at(-1)?.actor ?? "user";
  }

  /** Does `work` as that actor's. It may take its time. */
  as<T>(actor: Actor, work: () => T): T {
    return this.during({ actor, asked: false }, work);
  }

  /** Has Univer execute something; what it does in answer is part of it. */
  ask<T>(execute: () => T, actor = this.current): T {
    return this.during({ actor, asked: true }, execute);
  }

  /** Whose the command or mutation is that Univer executes now. */
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
