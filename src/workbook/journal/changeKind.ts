import type { Step } from "../excel/steps";

/** What a kind of change knows: how to put one back, and how to complete one from which there is no way back. */
export interface ChangeKind<One, Asked = unknown> {
  /** Asks for what must be known before the change can be put back, in the sync that follows. */
  look(context: Excel.RequestContext, change: One): Asked;
  /** The steps that put it back: none where it was never made, or somebody else has changed the same since. */
  putBack(change: One, asked: Asked): Step[];
  /** Something is gone to which formulas may have pointed: they cannot be led back to it. Never, where the kind does not say. */
  isPastReturn?(change: One, asked: Asked): boolean;
  /** The steps that complete it, in place of putting it back. */
  complete?(change: One, asked: Asked): Step[];
  /** Where completing is refused: the steps that make what is gone anew, before anything is put back. */
  regrow?(change: One, asked: Asked): Step[];
  /** After everything has been put back, where something had been made anew. */
  regrown?(change: One, asked: Asked): Step[];
  /** The sheet that the user sees changed, if any. */
  sheet?(change: One): string;
}
