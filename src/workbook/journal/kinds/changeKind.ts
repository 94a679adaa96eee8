import type { Action } from "../../excel/actions";

/** What a kind of change knows: how to put one back, and how to complete one from which there is no way back. */
export interface ChangeKind<One, Asked = unknown> {
  /** Asks for what must be known before the change can be put back, in the sync that follows. */
  look(context: Excel.RequestContext, change: One): Asked;
  /** The actions that put it back: none where it was never made, or somebody else has changed the same since. */
  putBack(change: One, asked: Asked): Action[];
  /** Something is gone to which formulas may have pointed: they cannot be led back to it. Never, where the kind does not say. */
  isPastReturn?(change: One, asked: Asked): boolean;
  /** The actions that complete it, in place of putting it back. */
  complete?(change: One, asked: Asked): Action[];
  /** Where completing is refused: the actions that make what is gone anew, before anything is put back. */
  regrow?(change: One, asked: Asked): Action[];
  /** After everything has been put back, where something had been made anew. */
  regrown?(change: One, asked: Asked): Action[];
  /** The sheet that the user sees changed, if any. */
  sheet?(change: One): string;
}
